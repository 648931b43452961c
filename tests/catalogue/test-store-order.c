/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-claim.h"
#include "sb-control.h"
#include "sb-made-events.h"
#include "sb-record-builder.h"
#include "sb-test-records.h"

/* The kinds beside events that are read by the page: in either direction, and
 * behind whichever record, a page is what stands there in the whole list. That
 * the whole list has its order is worked out from the records. */

#define N_EVENTS 600

/* How many that have no day are added of each kind. */
#define N_UNDATED 3

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbMadeEvents *made; /* (owned) */
} Fixture;

static gint64
get (GArray *ids,
     guint position)
{
  return g_array_index (ids, gint64, position);
}

static SbRef *
dup_ref (Fixture *fixture,
         SbKind kind,
         gint64 id)
{
  g_autoptr (SbRecord) record = sb_store_get (fixture->store, kind, id, NULL);

  return sb_record_dup_ref (record);
}

static void
put_undated (Fixture *fixture)
{
  g_autoptr (SbRef) actor = dup_ref (fixture, SB_KIND_ACTOR, get (fixture->made->actors, 0));
  g_autoptr (SbRef) place = dup_ref (fixture, SB_KIND_PLACE, get (fixture->made->places, 0));

  for (guint i = 0; i < N_UNDATED; i++)
    {
      SbRecordBuilder *control = sb_record_builder_new (&sb_control_schema);
      SbRecordBuilder *claim = sb_record_builder_new (&sb_claim_schema);
      g_autoptr (SbRecord) held = NULL;
      g_autoptr (SbRecord) claimed = NULL;

      sb_record_builder_set_ref (control, SB_CONTROL_PLACE, place);
      sb_record_builder_set_ref (control, SB_CONTROL_HOLDER, actor);
      sb_record_builder_set_term (control, SB_CONTROL_KIND, 0);
      sb_record_builder_set_words (claim, SB_CLAIM_PROPOSITION, "Rien n’est daté.", NULL);
      sb_record_builder_set_ref (claim, SB_CLAIM_ABOUT, actor);
      held = sb_record_builder_end (control);
      claimed = sb_record_builder_end (claim);
      sb_test_put (fixture->store, held, NULL);
      sb_test_put (fixture->store, claimed, NULL);
    }
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  fixture->made = sb_made_events_new (fixture->store, N_EVENTS, SB_MADE_SEED, &error);
  g_assert_no_error (error);
  put_undated (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->made, sb_made_events_free);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static GArray *
list (Fixture *fixture,
      const SbQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sb_store_list (fixture->store, query, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = sb_record_get_id (g_ptr_array_index (records, i));

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
check_part (GArray *page,
            GArray *all,
            guint first,
            guint limit)
{
  guint n = MIN (limit, all->len - MIN (first, all->len));

  g_assert_cmpuint (page->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (get (page, i), ==, get (all, first + i));
}

/* Pages of @query, whose whole list is @all, by offset and behind a record. */
static void
check_pages (Fixture *fixture,
             SbQuery *query,
             GArray *all)
{
  query->limit = 7;
  for (guint first = 0; first <= all->len; first += MAX (1, all->len / 6))
    {
      g_autoptr (GArray) by_offset = NULL;
      g_autoptr (GArray) behind = NULL;
      g_autoptr (GArray) further = NULL;

      query->offset = first;
      by_offset = list (fixture, query);
      check_part (by_offset, all, first, 7);

      query->offset = 0;
      query->after = first > 0 ? get (all, first - 1) : 0;
      behind = list (fixture, query);
      check_part (behind, all, first, 7);

      query->offset = 3;
      further = list (fixture, query);
      check_part (further, all, first + 3, 7);
      query->offset = 0;
      query->after = 0;
    }
  query->limit = 0;
}

static void
check_both_ways (Fixture *fixture,
                 SbQuery *query)
{
  g_autoptr (GArray) newest = list (fixture, query);
  g_autoptr (GArray) oldest = NULL;

  check_pages (fixture, query, newest);
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, newest->len);

  query->flags |= SB_QUERY_OLDEST_FIRST;
  oldest = list (fixture, query);
  g_assert_cmpuint (oldest->len, ==, newest->len);
  for (guint i = 0; i < newest->len; i++)
    g_assert_cmpint (get (oldest, i), ==, get (newest, newest->len - 1 - i));
  check_pages (fixture, query, oldest);

  /* One that is not there any more ends the list. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GArray) beyond = NULL;

      query->flags ^= SB_QUERY_OLDEST_FIRST;
      query->after = G_MAXINT32;
      beyond = list (fixture, query);
      g_assert_cmpuint (beyond->len, ==, 0);
    }
}

static void
test_directions (Fixture *fixture,
                 gconstpointer data)
{
  static const SbKind kinds[] = { SB_KIND_CLAIM, SB_KIND_CONTROL, SB_KIND_RELATION, SB_KIND_RESTRICTION,
                                  SB_KIND_DOCUMENT, SB_KIND_EXTRACT, SB_KIND_PLACE, SB_KIND_ACTOR };
  const SbMadeEvents *made = fixture->made;
  const SbQuery cases[] = {
    { .flags = SB_QUERY_DEFAULT },
    { .flags = SB_QUERY_UNSOURCED },
    { .has_as_of = TRUE, .as_of = SB_MADE_LAST_DAY - 1500 },
    { .has_period = TRUE, .first_day = SB_MADE_LAST_DAY - 1200, .last_day = SB_MADE_LAST_DAY - 300 },
    { .actor = get (made->actors, 0) },
    { .actor = get (made->actors, made->actors->len - 1) },
    { .place = get (made->places, 0) },
    { .place = get (made->places, 0), .has_as_of = TRUE, .as_of = SB_MADE_LAST_DAY },
    { .place = get (made->places, 3), .actor = get (made->actors, 1) },
    { .source = get (made->sources, 0) },
    { .source = get (made->sources, 30), .flags = SB_QUERY_UNREAD },
    { .flags = SB_QUERY_UNREAD },
    { .document = get (made->documents, 1) },
  };
  gsize n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
      {
        g_autoptr (SbQuery) query = sb_query_copy (&cases[j]);

        g_test_message ("%s, case %u", sb_kind_get_name (kinds[i]), j);
        query->kind = kinds[i];
        n_found += (gsize) sb_store_count (fixture->store, query, NULL);
        check_both_ways (fixture, query);
      }

  g_assert_cmpuint (n_found, >, 500);
}

/* Newest first by the first day, then by id; what has no day is the last. */
static void
check_order (Fixture *fixture,
             SbKind kind,
             guint field)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = sb_store_list (fixture->store, query, NULL);
  guint n_undated = 0;

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      SbRecord *last = i > 0 ? g_ptr_array_index (records, i - 1) : NULL;
      SbDate *date = sb_record_get_date (record, field);
      SbDate *last_date = last != NULL ? sb_record_get_date (last, field) : NULL;

      n_undated += date == NULL;
      if (last == NULL || (last_date != NULL && date == NULL))
        continue;

      g_assert_true ((date == NULL) == (last_date == NULL));
      if (date != NULL && sb_date_get_first_day (date) != sb_date_get_first_day (last_date))
        g_assert_cmpint (sb_date_get_first_day (date), <, sb_date_get_first_day (last_date));
      else
        g_assert_cmpint (sb_record_get_id (record), <, sb_record_get_id (last));
    }

  g_assert_cmpuint (n_undated, ==, N_UNDATED);
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  check_order (fixture, SB_KIND_CLAIM, SB_CLAIM_DATE);
  check_order (fixture, SB_KIND_CONTROL, SB_CONTROL_SINCE);
}

/* The list of several places at once is that of each, one behind the other. */
static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  static const gint64 days[] = { SB_MADE_LAST_DAY - 2000, SB_MADE_LAST_DAY };
  const gint64 actors[] = { 0, get (fixture->made->actors, 0) };
  g_autoptr (GArray) day_array = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (day_array, days, G_N_ELEMENTS (days));
  for (guint limit = 0; limit < 6; limit++)
    for (guint j = 0; j < G_N_ELEMENTS (actors); j++)
      {
        g_autoptr (SbQuery) query = sb_query_new (SB_KIND_CONTROL);
        g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64));
        g_autoptr (GArray) ids = NULL;
        g_autoptr (GError) error = NULL;

        query->limit = limit;
        query->actor = actors[j];
        ids = sb_store_list_controls_of_places (fixture->store, query, fixture->made->places, day_array, &error);
        g_assert_no_error (error);

        query->has_as_of = TRUE;
        for (guint i = 0; i < fixture->made->places->len * G_N_ELEMENTS (days); i++)
          {
            g_autoptr (GArray) some = NULL;

            query->place = get (fixture->made->places, i / G_N_ELEMENTS (days));
            query->as_of = (int) days[i % G_N_ELEMENTS (days)];
            some = list (fixture, query);
            g_array_append_vals (expected, some->data, some->len);
          }

        g_assert_cmpuint (expected->len, >, 3);
        g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected->data, expected->len * sizeof (gint64));
      }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/store-order/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("directions", test_directions);
  ADD ("order", test_order);
  ADD ("places", test_places);
#undef ADD

  return g_test_run ();
}
