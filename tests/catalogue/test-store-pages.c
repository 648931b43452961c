/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-extract.h"
#include "sb-made-events.h"
#include "sb-record-builder.h"
#include "sb-store-private.h"
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

/* What the events of sources are paged by is what can be read from their ties. */
static void
check_sources (SbStore *store,
               const char *step)
{
  static const char *const differences[] = {
    "SELECT count (*) FROM (SELECT source, day, event FROM event_source EXCEPT SELECT source, day, event FROM event_source_row)",
    "SELECT count (*) FROM (SELECT source, day, event FROM event_source_row EXCEPT SELECT source, day, event FROM event_source)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 n;

      sb_connection_get_integer (store->connection, differences[i], &n, &error);
      g_assert_no_error (error);
      if (n != 0)
        g_test_message ("%s: %s", step, differences[i]);
      g_assert_cmpint (n, ==, 0);
    }
}

static gint64
get_id (GArray *ids,
        guint position)
{
  return g_array_index (ids, gint64, position % ids->len);
}

static SbRecord *
get (SbStore *store,
     SbKind kind,
     gint64 id)
{
  g_autoptr (GError) error = NULL;
  SbRecord *record = sb_store_get (store, kind, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static void
remove_one (SbStore *store,
            SbChangeSet *changes,
            SbKind kind,
            gint64 id)
{
  g_autoptr (SbRecord) record = get (store, kind, id);
  g_autoptr (SbRef) ref = sb_record_dup_ref (record);

  sb_change_set_remove (changes, ref);
}

static void
set_ref (SbStore *store,
         SbChangeSet *changes,
         SbRecord *record,
         guint field,
         SbKind kind,
         gint64 target)
{
  g_autoptr (SbRecord) other = target != 0 ? get (store, kind, target) : NULL;
  g_autoptr (SbRef) ref = other != NULL ? sb_record_dup_ref (other) : NULL;
  g_autoptr (SbRecord) changed = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (record);

  sb_record_builder_set_ref (builder, field, ref);
  changed = sb_record_builder_end (builder);
  sb_change_set_put (changes, changed);
}

static void
set_day (SbChangeSet *changes,
         SbRecord *event)
{
  g_autoptr (SbDate) date = sb_date_new ("2019-02-03", NULL);
  g_autoptr (SbRecord) changed = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (event);

  sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
  changed = sb_record_builder_end (builder);
  sb_change_set_put (changes, changed);
}

/* The first extract of each of some events: the tie, the extract, or another tie. */
static void
change_ties (Fixture *fixture,
             SbChangeSet *changes,
             guint step)
{
  g_autoptr (GPtrArray) events = list_all (fixture);

  for (guint i = step; i < events->len; i += 7)
    {
      SbRecord *event = g_ptr_array_index (events, i);
      g_autoptr (GPtrArray) evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (event), NULL);
      g_autoptr (SbRef) ref = sb_record_dup_ref (event);
      g_autoptr (SbRecord) extract = NULL;
      SbRef *named;

      if (evidence->len == 0)
        continue;

      named = sb_record_get_ref (g_ptr_array_index (evidence, 0), SB_EVIDENCE_EXTRACT);
      extract = get (fixture->store, SB_KIND_EXTRACT, sb_ref_get_id (named));
      if (step == 0)
        sb_change_set_remove_evidence (changes, ref, named);
      else if (step == 1)
        set_ref (fixture->store, changes, extract, SB_EXTRACT_DOCUMENT, SB_KIND_DOCUMENT, get_id (fixture->made->documents, i + 1));
      else
        {
          g_autoptr (SbRef) other = sb_record_dup_ref (g_ptr_array_index (events, (i + 1) % events->len));

          sb_change_set_put_evidence (changes, other, named, SB_STANCE_SUPPORTS, SB_CREDIBILITY_NONE);
        }
    }
}

/* Every fifth event: gone, or on another day. */
static void
change_events (Fixture *fixture,
               SbChangeSet *changes,
               gboolean is_removed)
{
  g_autoptr (GPtrArray) events = list_all (fixture);

  for (guint i = 0; i < events->len; i += 5)
    {
      if (is_removed)
        remove_one (fixture->store, changes, SB_KIND_EVENT, sb_record_get_id (g_ptr_array_index (events, i)));
      else
        set_day (changes, g_ptr_array_index (events, i));
    }
}

/* The sources of the documents; the last documents are left as they are. */
static void
move_documents (Fixture *fixture,
                SbChangeSet *changes)
{
  GArray *documents = fixture->made->documents;

  for (guint i = 0; i < documents->len / 2; i++)
    {
      g_autoptr (SbRecord) document = get (fixture->store, SB_KIND_DOCUMENT, get_id (documents, i));
      gint64 source = sb_ref_get_id (sb_record_get_ref (document, SB_DOCUMENT_SOURCE));

      set_ref (fixture->store, changes, document, SB_DOCUMENT_SOURCE, SB_KIND_SOURCE,
               get_id (fixture->made->sources, source == get_id (fixture->made->sources, i) ? i + 1 : i));
    }
}

static void
drop_source (Fixture *fixture,
             SbChangeSet *changes)
{
  gint64 id = get_id (fixture->made->documents, fixture->made->documents->len - 1);
  g_autoptr (SbRecord) document = get (fixture->store, SB_KIND_DOCUMENT, id);

  set_ref (fixture->store, changes, document, SB_DOCUMENT_SOURCE, SB_KIND_SOURCE, 0);
}

static void
remove_source (Fixture *fixture,
               SbChangeSet *changes)
{
  g_autoptr (SbRecord) document = get (fixture->store, SB_KIND_DOCUMENT, get_id (fixture->made->documents, 0));

  remove_one (fixture->store, changes, SB_KIND_SOURCE, sb_ref_get_id (sb_record_get_ref (document, SB_DOCUMENT_SOURCE)));
}

static void
fill_step (Fixture *fixture,
           SbChangeSet *changes,
           guint step)
{
  if (step < 3)
    change_ties (fixture, changes, step);
  else if (step < 5)
    change_events (fixture, changes, step == 3);
  else if (step == 5)
    move_documents (fixture, changes);
  else if (step == 6)
    drop_source (fixture, changes);
  else if (step == 7)
    remove_source (fixture, changes);
  else
    remove_one (fixture->store, changes, SB_KIND_DOCUMENT, get_id (fixture->made->documents, 1));
}

/* Done, undone and done again, in one step after the other. */
static void
test_sources (Fixture *fixture,
              gconstpointer data)
{
  check_sources (fixture->store, "made");
  for (guint step = 0; step < 9; step++)
    {
      g_autofree char *name = g_strdup_printf ("step %u", step);
      g_autoptr (SbChangeSet) changes = sb_change_set_new (name);
      g_autoptr (GError) error = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      fill_step (fixture, changes, step);
      g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >, 0);
      g_assert_no_error (error);
      check_sources (fixture->store, name);
      undone = sb_store_undo (fixture->store, &error);
      g_assert_cmpstr (undone, ==, name);
      check_sources (fixture->store, "undone");
      redone = sb_store_redo (fixture->store, &error);
      g_assert_cmpstr (redone, ==, name);
      check_sources (fixture->store, "done again");
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/catalogue/store-pages/ways", Fixture, NULL, set_up, test_ways, tear_down);
  g_test_add ("/catalogue/store-pages/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/catalogue/store-pages/sources", Fixture, NULL, set_up, test_sources, tear_down);

  return g_test_run ();
}
