/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-actor.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-feed.h"
#include "sb-history.h"
#include "sb-record-builder.h"
#include "sb-record-compare.h"
#include "sb-test-records.h"

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static void
apply (Fixture *fixture,
       SbChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >=, 0);
  g_assert_no_error (error);
}

static void
check_undo (Fixture *fixture,
            const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = sb_store_undo (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

static void
check_redo (Fixture *fixture,
            const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = sb_store_redo (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

static gint64
count (Fixture *fixture,
       SbKind kind)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);

  return sb_store_count (fixture->store, query, NULL);
}

static SbRecord *
get (Fixture *fixture,
     SbRecord *record)
{
  g_autoptr (GError) error = NULL;
  SbRecord *stored = sb_store_get_by_uuid (fixture->store, sb_record_get_kind (record), sb_record_get_uuid (record), &error);

  g_assert_no_error (error);
  return stored;
}

static SbRecord *
with_summary (SbRecord *actor,
              const char *summary)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (actor);

  sb_record_builder_set_words (builder, SB_ACTOR_SUMMARY, summary, NULL);
  return sb_record_builder_end (builder);
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) again = NULL;
  gint64 id;

  check_undo (fixture, NULL);
  id = sb_test_put (fixture->store, actor, "Add actor");
  check_redo (fixture, NULL);

  check_undo (fixture, "Add actor");
  g_assert_cmpint (count (fixture, SB_KIND_ACTOR), ==, 0);
  check_undo (fixture, NULL);

  /* It comes back as what it was, id and all. */
  check_redo (fixture, "Add actor");
  again = get (fixture, actor);
  g_assert_cmpint (sb_record_get_id (again), ==, id);
  g_assert_true (_sb_record_stores_same (again, actor));
  check_redo (fixture, NULL);
}

static void
test_across_restarts (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("FLA");

  sb_test_put (fixture->store, actor, "Add actor");
  g_clear_object (&fixture->store);
  fixture->store = sb_test_open_store (fixture->folder);
  check_undo (fixture, "Add actor");

  g_clear_object (&fixture->store);
  fixture->store = sb_test_open_store (fixture->folder);
  check_redo (fixture, "Add actor");
  g_assert_cmpint (count (fixture, SB_KIND_ACTOR), ==, 1);
}

static void
test_new_work_drops_redo (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (SbRecord) first = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) second = sb_test_make_actor ("FLA");

  sb_test_put (fixture->store, first, "Add first");
  check_undo (fixture, "Add first");
  sb_test_put (fixture->store, second, "Add second");
  check_redo (fixture, NULL);
  check_undo (fixture, "Add second");
  check_undo (fixture, NULL);
  check_redo (fixture, "Add second");
  g_assert_cmpint (count (fixture, SB_KIND_ACTOR), ==, 1);
}

/* What others changed after the work that is undone stays. */
static void
test_keeps_what_others_changed (Fixture *fixture,
                                gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) edited = with_summary (actor, "Coalition");
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) merged = NULL;
  SbRecordBuilder *builder;

  sb_test_put (fixture->store, actor, "Add actor");
  sb_test_put (fixture->store, edited, "Edit actor");

  stored = get (fixture, actor);
  builder = sb_record_builder_new_from (stored);
  sb_record_builder_set_text (builder, SB_ACTOR_COUNTRY, "ML");
  g_clear_object (&stored);
  stored = sb_record_builder_end (builder);
  sb_test_put (fixture->store, stored, NULL);

  check_undo (fixture, "Edit actor");
  merged = get (fixture, actor);
  g_assert_false (sb_record_has (merged, SB_ACTOR_SUMMARY));
  g_assert_cmpstr (sb_record_get_text (merged, SB_ACTOR_COUNTRY), ==, "ML");

  g_clear_object (&merged);
  check_redo (fixture, "Edit actor");
  merged = get (fixture, actor);
  g_assert_cmpstr (sb_record_get_words (merged, SB_ACTOR_SUMMARY, SB_LANGUAGE_FR), ==, "Coalition");
  g_assert_cmpstr (sb_record_get_text (merged, SB_ACTOR_COUNTRY), ==, "ML");
}

/* Several changes of one record in one unit are undone one by one. */
static void
test_changed_twice (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) once = with_summary (actor, "Coalition");
  g_autoptr (SbRecord) twice = NULL;
  g_autoptr (SbRecord) before = NULL;
  g_autoptr (SbRecord) after = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Edit twice");
  SbRecordBuilder *builder = sb_record_builder_new_from (once);

  sb_record_builder_set_text (builder, SB_ACTOR_COUNTRY, "ML");
  twice = sb_record_builder_end (builder);
  sb_test_put (fixture->store, actor, "Add actor");
  sb_change_set_put (changes, once);
  sb_change_set_put (changes, twice);
  apply (fixture, changes);

  check_undo (fixture, "Edit twice");
  before = get (fixture, actor);
  g_assert_true (_sb_record_stores_same (before, actor));

  check_redo (fixture, "Edit twice");
  after = get (fixture, actor);
  g_assert_true (_sb_record_stores_same (after, twice));
}

static GPtrArray *
make_blocks (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 1, 1, "Kayes", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 1, text, NULL));
  return blocks;
}

static void
check_text (Fixture *fixture,
            SbRecord *document,
            const char *expected)
{
  g_autoptr (SbRecord) stored = get (fixture, document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = sb_store_get_blocks (fixture->store, sb_record_get_id (stored), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = sb_blocks_join (blocks);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbRecord) document = sb_test_make_record (SB_KIND_DOCUMENT, 0);
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbChangeSet) first = sb_change_set_new ("Import");
  g_autoptr (SbChangeSet) second = sb_change_set_new ("Update");
  g_autoptr (GPtrArray) old = make_blocks ("Une ville.");
  g_autoptr (GPtrArray) new = make_blocks ("Une ville à l’ouest.");

  apply (fixture, all);
  sb_change_set_put_document (first, document, old, NULL);
  apply (fixture, first);
  sb_change_set_put_document (second, document, new, NULL);
  apply (fixture, second);
  check_text (fixture, document, "Kayes\n\nUne ville à l’ouest.");

  check_undo (fixture, "Update");
  check_text (fixture, document, "Kayes\n\nUne ville.");
  check_redo (fixture, "Update");
  check_text (fixture, document, "Kayes\n\nUne ville à l’ouest.");
}

/* Removing a record takes along what cannot be without it and is taken out of
 * what names it; undoing brings all of it back, ties included. */
static void
test_remove (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbChangeSet) tie = sb_change_set_new (NULL);
  g_autoptr (SbChangeSet) removal = sb_change_set_new ("Remove document");
  g_autoptr (SbRef) event = sb_test_make_ref (SB_KIND_EVENT, 0);
  g_autoptr (SbRef) extract = sb_test_make_ref (SB_KIND_EXTRACT, 0);
  g_autoptr (SbRef) dossier = sb_test_make_ref (SB_KIND_DOSSIER, 0);
  g_autoptr (SbRef) document = NULL;
  g_autoptr (SbRecord) sample = sb_test_make_record (SB_KIND_EXTRACT, 0);
  g_autoptr (SbRecord) alliance = sb_test_make_record (SB_KIND_ALLIANCE, 0);
  g_autoptr (SbRecord) before = NULL;
  g_autoptr (SbRecord) without = NULL;
  g_autoptr (SbRecord) after = NULL;
  g_autoptr (SbRecord) tied = NULL;
  g_autoptr (SbRecord) sample_event = sb_test_make_record (SB_KIND_EVENT, 0);
  gint64 n_extracts;

  apply (fixture, all);
  sb_change_set_put_evidence (tie, event, extract, SB_STANCE_CONTRADICTS, SB_CREDIBILITY_2);
  sb_change_set_add_member (tie, dossier, extract);
  apply (fixture, tie);

  document = sb_ref_ref (sb_record_get_ref (sample, 0));
  before = get (fixture, alliance);
  n_extracts = count (fixture, SB_KIND_EXTRACT);
  sb_change_set_remove (removal, document);
  apply (fixture, removal);

  g_assert_cmpint (count (fixture, SB_KIND_DOCUMENT), ==, SB_TEST_N_EACH - 1);
  g_assert_cmpint (count (fixture, SB_KIND_EXTRACT), <, n_extracts);
  without = get (fixture, alliance);
  g_assert_nonnull (without);

  check_undo (fixture, "Remove document");
  g_assert_cmpint (count (fixture, SB_KIND_DOCUMENT), ==, SB_TEST_N_EACH);
  g_assert_cmpint (count (fixture, SB_KIND_EXTRACT), ==, n_extracts);
  after = get (fixture, alliance);
  g_assert_true (_sb_record_stores_same (before, after));
  tied = get (fixture, sample_event);
  g_assert_cmpuint (sb_record_get_n_extracts (tied), ==, 1);

  check_redo (fixture, "Remove document");
  g_assert_cmpint (count (fixture, SB_KIND_DOCUMENT), ==, SB_TEST_N_EACH - 1);
}

/* Every kind can be removed although all of them refer to each other, and all
 * of them come back. */
static void
test_remove_every_kind (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);

  apply (fixture, all);
  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (SbChangeSet) removal = sb_change_set_new ("Remove");
      g_autoptr (SbRef) ref = sb_test_make_ref ((SbKind) kind, 0);

      g_test_message ("%s", sb_kind_get_name ((SbKind) kind));
      sb_change_set_remove (removal, ref);
      apply (fixture, removal);
      g_assert_cmpint (count (fixture, (SbKind) kind), <, SB_TEST_N_EACH);
      check_undo (fixture, "Remove");

      for (int other = SB_KIND_NONE + 1; other < SB_N_KINDS; other++)
        for (guint i = 0; i < SB_TEST_N_EACH; i++)
          {
            g_autoptr (SbRecord) expected = sb_test_make_record ((SbKind) other, i);
            g_autoptr (SbRecord) stored = get (fixture, expected);

            g_assert_nonnull (stored);
            g_assert_true (_sb_record_stores_same (expected, stored));
          }
    }
}

static GPtrArray *
list_history (Fixture *fixture,
              gint64 record)
{
  const SbHistoryQuery query = { .record = record };
  g_autoptr (GError) error = NULL;
  GPtrArray *units = sb_store_list_history (fixture->store, &query, &error);

  g_assert_no_error (error);
  return units;
}

/* Work without a label is kept, and never offered. */
static void
test_programs_work (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) edited = with_summary (actor, "Coalition");
  g_autoptr (SbRecord) later = with_summary (actor, "Coalition de 2017");
  g_autoptr (GPtrArray) units = NULL;
  const SbHistoryUnit *unit;
  const SbHistoryChange *change;
  gint64 id;

  id = sb_test_put (fixture->store, actor, NULL);
  sb_test_put (fixture->store, edited, "Edit actor");
  check_undo (fixture, "Edit actor");
  /* It does not overtake what the user has undone. */
  sb_test_put (fixture->store, later, NULL);
  check_redo (fixture, "Edit actor");
  check_undo (fixture, "Edit actor");
  check_undo (fixture, NULL);

  units = list_history (fixture, id);
  g_assert_cmpuint (units->len, ==, 6);
  unit = g_ptr_array_index (units, 5);
  g_assert_cmpint (unit->state, ==, SB_HISTORY_KEPT);
  g_assert_null (unit->label);
  change = g_ptr_array_index (unit->changes, 0);
  g_assert_cmpint (change->what, ==, SB_HISTORY_ADDED);
  g_assert_null (change->after);

  unit = g_ptr_array_index (units, 4);
  g_assert_cmpint (unit->state, ==, SB_HISTORY_UNDONE);
  g_assert_cmpstr (unit->label, ==, "Edit actor");
  change = g_ptr_array_index (unit->changes, 0);
  g_assert_cmpint (change->what, ==, SB_HISTORY_CHANGED);
  g_assert_false (sb_record_has (change->before, SB_ACTOR_SUMMARY));
  g_assert_cmpstr (sb_record_get_words (change->after, SB_ACTOR_SUMMARY, SB_LANGUAGE_FR), ==, "Coalition");

  g_assert_cmpint (((SbHistoryUnit *) g_ptr_array_index (units, 3))->undoes, ==, unit->id);
  g_assert_cmpint (((SbHistoryUnit *) g_ptr_array_index (units, 1))->redoes, ==, unit->id);
}

/* The polls of feeds and the marks of readers are no history. */
static void
test_bookkeeping (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbChangeSet) marks = sb_change_set_new (NULL);
  g_autoptr (SbRecord) feed = sb_test_make_record (SB_KIND_FEED, 0);
  g_autoptr (SbRef) document = sb_test_make_ref (SB_KIND_DOCUMENT, 0);
  g_autoptr (SbRecord) polled = NULL;
  g_autoptr (SbRecord) moved = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (GPtrArray) units = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (feed);

  apply (fixture, all);
  sb_record_builder_set_text (builder, SB_FEED_ETAG, "other");
  sb_record_builder_set_time (builder, SB_FEED_LAST_ATTEMPT, 12345);
  polled = sb_record_builder_end (builder);
  sb_test_put (fixture->store, polled, NULL);
  sb_change_set_mark_read (marks, document, FALSE);
  sb_change_set_mark_starred (marks, document, FALSE);
  apply (fixture, marks);
  units = list_history (fixture, 0);
  g_assert_cmpuint (units->len, ==, 1);

  /* Undoing what else changed leaves it as it is. */
  builder = sb_record_builder_new_from (feed);
  sb_record_builder_set_text (builder, SB_FEED_FOLDER, "Elsewhere");
  moved = sb_record_builder_end (builder);
  sb_test_put (fixture->store, moved, "Move feed");
  sb_test_put (fixture->store, polled, NULL);
  check_undo (fixture, "Move feed");
  stored = get (fixture, feed);
  g_assert_cmpstr (sb_record_get_text (stored, SB_FEED_FOLDER), ==, sb_record_get_text (feed, SB_FEED_FOLDER));
  g_assert_cmpint (sb_record_get_time (stored, SB_FEED_LAST_ATTEMPT), ==, 12345);
}

/* Two programs take turns on one file. */
static void
test_two_programs (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (SbStore) other = sb_test_open_store (fixture->folder);
  g_autoptr (SbRecord) first = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) second = sb_test_make_actor ("FLA");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  sb_test_put (fixture->store, first, "Add first");
  sb_test_put (other, second, "Add second");
  check_undo (fixture, "Add second");
  label = sb_store_undo (other, &error);
  g_assert_cmpstr (label, ==, "Add first");
  check_redo (fixture, "Add first");
  g_assert_cmpint (count (fixture, SB_KIND_ACTOR), ==, 1);
  g_free (label);
  label = sb_store_redo (other, &error);
  g_assert_cmpstr (label, ==, "Add second");
  g_assert_cmpint (count (fixture, SB_KIND_ACTOR), ==, 2);
}

/* What an edit had named may be gone when the edit is undone. */
static void
test_names_what_is_gone (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbChangeSet) removal = sb_change_set_new (NULL);
  g_autoptr (SbRecord) event = sb_test_make_record (SB_KIND_EVENT, 0);
  g_autoptr (SbRecord) without = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRef) actor = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (event);
  guint n_actors = sb_record_get_n_items (event, SB_EVENT_ACTORS);

  apply (fixture, all);
  actor = sb_ref_ref (sb_record_get_ref (sb_record_get_item (event, SB_EVENT_ACTORS, 0), SB_EVENT_ACTOR_ACTOR));
  sb_record_builder_clear (builder, SB_EVENT_ACTORS);
  without = sb_record_builder_end (builder);
  sb_test_put (fixture->store, without, "Clear actors");
  sb_change_set_remove (removal, actor);
  apply (fixture, removal);

  check_undo (fixture, "Clear actors");
  stored = get (fixture, event);
  g_assert_cmpuint (sb_record_get_n_items (stored, SB_EVENT_ACTORS), <, n_actors);
}

/* A record that its source takes back is marked, and that can be undone. */
static void
test_withdrawn (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbRecord) event = sb_test_make_event ("Attaque", "2026-04-25");
  g_autoptr (SbRecord) withdrawn = NULL;
  g_autoptr (SbRecord) stored = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (event);

  sb_record_builder_set_withdrawn (builder, TRUE);
  withdrawn = sb_record_builder_end (builder);
  sb_test_put (fixture->store, event, NULL);
  sb_test_put (fixture->store, withdrawn, "Withdraw");
  g_assert_cmpint (count (fixture, SB_KIND_EVENT), ==, 0);
  stored = get (fixture, event);
  g_assert_true (sb_record_is_withdrawn (stored));

  check_undo (fixture, "Withdraw");
  g_assert_cmpint (count (fixture, SB_KIND_EVENT), ==, 1);
  check_redo (fixture, "Withdraw");
  g_assert_cmpint (count (fixture, SB_KIND_EVENT), ==, 0);
}

/* An import of thousands, whose records name each other, is undone as one. */
static void
test_import (Fixture *fixture,
             gconstpointer data)
{
  const guint n_events = g_test_thorough () ? 20000 : 500;
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Import a dossier");
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (SbRef) ref = sb_record_dup_ref (actor);
  g_autoptr (GPtrArray) units = NULL;

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (SbRecord) event = sb_test_make_event ("Attaque", "2026-04-25");
      SbRecordBuilder *builder = sb_record_builder_new_from (event);
      SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);
      g_autoptr (SbRecord) whole = NULL;

      sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, ref);
      sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (item));
      whole = sb_record_builder_end (builder);
      sb_change_set_put (changes, whole);
    }
  /* Last, so that it goes first when all is undone. */
  sb_change_set_put (changes, actor);
  apply (fixture, changes);

  check_undo (fixture, "Import a dossier");
  g_assert_cmpint (count (fixture, SB_KIND_EVENT), ==, 0);
  units = list_history (fixture, 0);
  g_assert_cmpuint (((SbHistoryUnit *) g_ptr_array_index (units, 0))->n_changes, ==, n_events + 1);

  check_redo (fixture, "Import a dossier");
  g_assert_cmpint (count (fixture, SB_KIND_EVENT), ==, n_events);
  check_undo (fixture, "Import a dossier");
  g_assert_cmpint (count (fixture, SB_KIND_ACTOR), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/history/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("across-restarts", test_across_restarts);
  ADD ("new-work-drops-redo", test_new_work_drops_redo);
  ADD ("keeps-what-others-changed", test_keeps_what_others_changed);
  ADD ("changed-twice", test_changed_twice);
  ADD ("text", test_text);
  ADD ("remove", test_remove);
  ADD ("remove-every-kind", test_remove_every_kind);
  ADD ("programs-work", test_programs_work);
  ADD ("bookkeeping", test_bookkeeping);
  ADD ("two-programs", test_two_programs);
  ADD ("names-what-is-gone", test_names_what_is_gone);
  ADD ("withdrawn", test_withdrawn);
  ADD ("import", test_import);
#undef ADD

  return g_test_run ();
}
