/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-made-events.h"
#include "sb-test-records.h"

/* The ways to the events: whichever index a query goes by, it finds the same
 * events in the same order, page by page. What it must find is worked out from
 * the records. */

#define N_EVENTS 600

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbMadeEvents *made; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  fixture->made = sb_made_events_new (fixture->store, N_EVENTS, SB_MADE_SEED, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->made, sb_made_events_free);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static GPtrArray *
list (Fixture *fixture,
      const SbQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = sb_store_list (fixture->store, query, &error);

  g_assert_no_error (error);
  return records;
}

static gboolean
has_item (SbRecord *event,
          guint field,
          guint item_field,
          gint64 id)
{
  for (guint i = 0; i < sb_record_get_n_items (event, field); i++)
    if (sb_ref_get_id (sb_record_get_ref (sb_record_get_item (event, field, i), item_field)) == id)
      return TRUE;

  return FALSE;
}

static gboolean
rests_on (Fixture *fixture,
          SbRecord *event,
          guint field,
          gint64 id)
{
  g_autoptr (GPtrArray) evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (event), NULL);

  for (guint i = 0; i < evidence->len; i++)
    if (sb_ref_get_id (sb_record_get_ref (g_ptr_array_index (evidence, i), field)) == id)
      return TRUE;

  return FALSE;
}

/* What @query says, of a record in hand. */
static gboolean
is_met (Fixture *fixture,
        const SbQuery *query,
        SbRecord *event)
{
  SbDate *date = sb_record_get_date (event, SB_EVENT_DATE);

  return (query->actor == 0 || has_item (event, SB_EVENT_ACTORS, SB_EVENT_ACTOR_ACTOR, query->actor)) &&
         (query->place == 0 || has_item (event, SB_EVENT_PLACES, SB_EVENT_PLACE_PLACE, query->place)) &&
         (query->source == 0 || rests_on (fixture, event, SB_EVIDENCE_SOURCE, query->source)) &&
         (query->document == 0 || rests_on (fixture, event, SB_EVIDENCE_DOCUMENT, query->document)) &&
         (!query->has_period || sb_date_overlaps (date, query->first_day, query->last_day)) &&
         (!query->has_as_of || sb_date_get_first_day (date) <= query->as_of) &&
         ((query->flags & SB_QUERY_KEY_FACTS) == 0 || sb_record_get_boolean (event, SB_EVENT_KEY_FACT)) &&
         ((query->flags & SB_QUERY_UNSOURCED) == 0 || sb_record_get_n_extracts (event) == 0);
}

/* All events, oldest last, of which none is withdrawn; checked against nothing. */
static GPtrArray *
list_all (Fixture *fixture)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  return list (fixture, query);
}

static GArray *
work_out (Fixture *fixture,
          const SbQuery *query)
{
  g_autoptr (GPtrArray) all = list_all (fixture);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < all->len; i++)
    {
      gboolean is_turned = (query->flags & SB_QUERY_OLDEST_FIRST) != 0;
      SbRecord *event = g_ptr_array_index (all, is_turned ? all->len - 1 - i : i);
      gint64 id = sb_record_get_id (event);

      if (is_met (fixture, query, event))
        g_array_append_val (ids, id);
    }

  return ids;
}

static void
check_page (Fixture *fixture,
            const SbQuery *query,
            GArray *expected,
            guint first)
{
  g_autoptr (GPtrArray) records = list (fixture, query);
  guint n = MIN (query->limit > 0 ? query->limit : G_MAXUINT, expected->len - MIN (first, expected->len));

  g_assert_cmpuint (records->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (sb_record_get_id (g_ptr_array_index (records, i)), ==, g_array_index (expected, gint64, first + i));
}

/* Whole, by offset, and behind one of its records. */
static void
check_pages (Fixture *fixture,
             SbQuery *query)
{
  g_autoptr (GArray) expected = work_out (fixture, query);
  guint step = MAX (1, expected->len / 4);

  check_page (fixture, query, expected, 0);
  g_assert_cmpint (sb_store_count (fixture->store, query, NULL), ==, expected->len);
  query->limit = 7;
  for (guint first = 0; first <= expected->len; first += step)
    {
      query->offset = first;
      check_page (fixture, query, expected, first);
      query->offset = 0;
      query->after = first > 0 ? g_array_index (expected, gint64, first - 1) : 0;
      check_page (fixture, query, expected, first);
      query->offset = 3;
      check_page (fixture, query, expected, first + 3);
      query->offset = 0;
      query->after = 0;
    }
}

static void
test_ways (Fixture *fixture,
           gconstpointer data)
{
  const SbMadeEvents *made = fixture->made;
  const gint64 actors[] = { 0, g_array_index (made->actors, gint64, 0), g_array_index (made->actors, gint64, made->actors->len - 1) };
  const SbQuery cases[] = {
    { .kind = SB_KIND_EVENT },
    { .flags = SB_QUERY_KEY_FACTS },
    { .flags = SB_QUERY_UNSOURCED },
    { .place = g_array_index (made->places, gint64, 0) },
    { .source = g_array_index (made->sources, gint64, 0) },
    { .document = g_array_index (made->documents, gint64, 0) },
    { .has_period = TRUE, .first_day = SB_MADE_LAST_DAY - 800, .last_day = SB_MADE_LAST_DAY - 300 },
    { .has_as_of = TRUE, .as_of = SB_MADE_LAST_DAY - 900 },
    { .flags = SB_QUERY_UNSOURCED, .place = g_array_index (made->places, gint64, 1), .has_period = TRUE, .first_day = SB_MADE_FIRST_DAY, .last_day = SB_MADE_LAST_DAY - 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < 2 * G_N_ELEMENTS (actors); j++)
      {
        g_autoptr (SbQuery) query = sb_query_copy (&cases[i]);

        g_test_message ("case %u, actor %u", i, j);
        query->kind = SB_KIND_EVENT;
        query->actor = actors[j / 2];
        query->flags |= j % 2 == 0 ? 0 : SB_QUERY_OLDEST_FIRST;
        check_pages (fixture, query);
      }
}

/* The numbers of each day, kept by triggers, are those of the events, whatever
 * became of them. */
static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) all = list_all (fixture);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GArray) kept = NULL;
  g_autoptr (GArray) counted = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < all->len; i += 5)
    {
      g_autoptr (SbRef) ref = sb_record_dup_ref (g_ptr_array_index (all, i));

      sb_change_set_remove (changes, ref);
    }
  sb_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);

  query->has_period = TRUE;
  query->first_day = SB_MADE_FIRST_DAY;
  query->last_day = SB_MADE_LAST_DAY;
  kept = sb_store_count_events_by_day (fixture->store, query, &error);
  /* An as-of day beyond all of them takes the other way. */
  query->has_as_of = TRUE;
  query->as_of = SB_DATE_DAY_MAX;
  counted = sb_store_count_events_by_day (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (kept->data, kept->len * sizeof (guint), counted->data, counted->len * sizeof (guint));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/catalogue/store-pages/ways", Fixture, NULL, set_up, test_ways, tear_down);
  g_test_add ("/catalogue/store-pages/days", Fixture, NULL, set_up, test_days, tear_down);

  return g_test_run ();
}
