/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-actor.h"
#include "sb-catalogue-error.h"
#include "sb-event.h"
#include "sb-history.h"
#include "sb-merge.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-search.h"
#include "sb-test-merging.h"

/* What becomes of what the two say, and of work that was done while a merge held. */

/* "kept fr/en gone fr/en" of the field. */
static void
check_words (SbTestMerging *fixture,
             guint field,
             const char *expected)
{
  g_autoptr (SbRecord) kept = sb_test_get (fixture->store, fixture->kept);
  g_autoptr (SbRecord) gone = sb_test_get (fixture->store, fixture->gone);
  SbBilingual *words = sb_record_get_bilingual (kept, field);
  SbBilingual *other = sb_record_get_bilingual (gone, field);
  g_autofree char *text = g_strdup_printf ("%s/%s %s/%s", sb_bilingual_get (words, SB_LANGUAGE_FR), sb_bilingual_get (words, SB_LANGUAGE_EN),
                                           sb_bilingual_get (other, SB_LANGUAGE_FR), sb_bilingual_get (other, SB_LANGUAGE_EN));

  g_assert_cmpstr (text, ==, expected);
}

static void
set_summary (SbTestMerging *fixture,
             const char *fr,
             const char *en)
{
  g_autoptr (SbRecord) kept = sb_test_get (fixture->store, fixture->kept);
  g_autoptr (SbRecord) edited = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (kept);

  sb_record_builder_set_words (builder, SB_ACTOR_SUMMARY, fr, en);
  edited = sb_record_builder_end (builder);
  sb_test_put (fixture->store, edited, "Edit");
}

/* What is said in one language is completed by the other one. */
static void
test_languages (SbTestMerging *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *fr; /* written after the merge */
    const char *en;
    const char *notes;
    const char *parted;
  } cases[] = {
    { "Résumé d’Alpha", "Summary of Beta", "", "Résumé d’Alpha/(null) (null)/Summary of Beta" },
    { "Récrit", "Summary of Beta", "", "Récrit/(null) (null)/Summary of Beta" },
    { "Résumé d’Alpha", "Rewritten", "changed actor summary", "Résumé d’Alpha/Rewritten (null)/Summary of Beta" },
    { "Résumé d’Alpha", NULL, "", "Résumé d’Alpha/(null) (null)/Summary of Beta" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *notes = NULL;

      set_summary (fixture, "Résumé d’Alpha", NULL);
      sb_test_merging_merge_both (fixture);
      check_words (fixture, SB_ACTOR_SUMMARY, "Résumé d’Alpha/Summary of Beta Résumé d’Alpha/Summary of Beta");
      check_words (fixture, SB_ACTOR_NAME, "Alpha/Beta Alpha/Beta");
      set_summary (fixture, cases[i].fr, cases[i].en);
      notes = sb_test_merging_part (fixture);
      g_assert_cmpstr (notes, ==, cases[i].notes);
      check_words (fixture, SB_ACTOR_SUMMARY, cases[i].parted);
      check_words (fixture, SB_ACTOR_NAME, "Alpha/(null) Bravo/Beta");
    }
}

/* What the two say differently is told; what one of the two sources took back is
 * not taken back by the other. */
static void
test_differences (SbTestMerging *fixture,
                  gconstpointer data)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (fixture->kept);
  g_autoptr (SbRecord) kept = NULL;
  g_autoptr (SbRecord) gone = NULL;
  g_autoptr (SbRecord) parted = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *parted_notes = NULL;

  sb_record_builder_set_text (builder, SB_ACTOR_COUNTRY, "ML");
  sb_record_builder_set_withdrawn (builder, TRUE);
  kept = sb_record_builder_end (builder);
  builder = sb_record_builder_new_from (fixture->gone);
  sb_record_builder_set_text (builder, SB_ACTOR_COUNTRY, "BF");
  gone = sb_record_builder_end (builder);
  sb_test_put (fixture->store, kept, "Edit");
  sb_test_put (fixture->store, gone, "Edit");

  notes = sb_test_merging_merge (fixture, kept, gone);
  g_assert_cmpstr (notes, ==, "differs actor country");
  parted = sb_test_get (fixture->store, kept);
  g_assert_cmpstr (sb_record_get_text (parted, SB_ACTOR_COUNTRY), ==, "ML");
  g_assert_false (sb_record_is_withdrawn (parted));
  parted_notes = sb_test_merging_part (fixture);
  g_assert_cmpstr (parted_notes, ==, "");
  g_clear_object (&parted);
  parted = sb_test_get (fixture->store, kept);
  g_assert_true (sb_record_is_withdrawn (parted));
}

/* Whoever still has the one that is gone before them is told, and a program is
 * not. */
static void
test_stale_edit (SbTestMerging *fixture,
                 gconstpointer data)
{
  g_autoptr (SbChangeSet) edit = sb_change_set_new ("Edit");
  g_autoptr (SbChangeSet) sync = sb_change_set_new (NULL);
  g_autoptr (SbRecord) stale = sb_test_get (fixture->store, fixture->gone);
  g_autoptr (GError) error = NULL;

  sb_test_merging_merge_both (fixture);
  sb_change_set_put (edit, stale);
  g_assert_cmpint (sb_store_apply (fixture->store, edit, &error), ==, -1);
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_MERGED);
  g_clear_error (&error);
  sb_change_set_put (sync, stale);
  g_assert_cmpint (sb_store_apply (fixture->store, sync, &error), ==, 0);
  g_assert_no_error (error);
}

/* An event of those of the two that @words names. */
static SbRecord *
add_event (SbTestMerging *fixture,
           const char *words)
{
  SbRecord *const actors[] = { fixture->kept, fixture->gone };
  g_autoptr (SbRecord) bare = sb_test_make_event ("x", "2026-04-25");
  SbRecordBuilder *builder = sb_record_builder_new_from (bare);
  SbRecord *event;

  sb_test_add_items (builder, SB_EVENT_ACTORS, &sb_event_actor_schema, words, actors);
  event = sb_record_builder_end (builder);
  sb_test_put (fixture->store, event, "Add");
  return event;
}

static void
check_actors (SbTestMerging *fixture,
              SbRecord *event,
              const char *expected)
{
  g_autoptr (SbRecord) stored = sb_test_get (fixture->store, event);
  g_autofree char *items = sb_test_write_items (stored, SB_EVENT_ACTORS);

  g_assert_cmpstr (items, ==, expected);
}

/* What named the one that was gone names it again; what went with the one that
 * was kept is told. */
static void
test_removed_since (SbTestMerging *fixture,
                    gconstpointer data)
{
  g_autoptr (SbChangeSet) removal = sb_change_set_new ("Remove");
  g_autoptr (SbRef) ref = sb_record_dup_ref (fixture->kept);
  g_autoptr (SbRecord) plain_child = sb_test_merging_make_actor ("Charlie", NULL, NULL, NULL);
  g_autoptr (SbRecord) child = sb_test_with_ref (plain_child, SB_ACTOR_PARENT, fixture->gone);
  g_autoptr (SbRecord) of_gone = add_event (fixture, "b1");
  g_autoptr (SbRecord) of_both = add_event (fixture, "a0 b1");
  g_autoptr (SbRecord) orphan = NULL;
  g_autoptr (SbRecord) gone = NULL;
  g_autofree char *notes = NULL;

  sb_test_put (fixture->store, child, "Add");
  sb_test_merging_merge_both (fixture);
  sb_change_set_remove (removal, ref);
  g_assert_cmpint (sb_store_apply (fixture->store, removal, NULL), >, 0);
  check_actors (fixture, of_gone, "");
  notes = sb_test_merging_part (fixture);
  g_assert_cmpstr (notes, ==, "removed actor -");
  gone = sb_test_get (fixture->store, fixture->gone);
  g_assert_cmpstr (sb_record_get_title (gone, SB_LANGUAGE_EN), ==, "Beta");
  check_actors (fixture, of_gone, "Bravo1");
  check_actors (fixture, of_both, "Bravo1");
  orphan = sb_test_get (fixture->store, child);
  g_assert_true (sb_record_has (orphan, SB_ACTOR_PARENT));
  g_assert_true (sb_record_get_id (gone) == sb_ref_get_id (sb_record_get_ref (orphan, SB_ACTOR_PARENT)));
}

static void
check_named (SbRef *ref)
{
  g_assert_cmpint (sb_ref_get_id (ref), !=, 0);
  g_assert_cmpstr (sb_ref_get_name (ref, SB_LANGUAGE_FR), !=, "");
}

/* The history calls what is gone what it was called. */
static void
test_history (SbTestMerging *fixture,
              gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbRecord) event = add_event (fixture, "b1");
  const SbHistoryQuery of_gone = { .record = sb_record_get_id (fixture->gone) };
  const SbHistoryQuery of_event = { .record = sb_record_get_id (event), .limit = 1 };
  const SbHistoryQuery *const queries[] = { &of_gone, &of_event };

  g_assert_cmpint (sb_store_apply (fixture->store, all, NULL), >, 0);
  sb_test_merging_put_stance (fixture, fixture->gone, "01");
  sb_test_merging_merge_both (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) units = sb_store_list_history (fixture->store, queries[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (units->len, >, 0);
      for (guint j = 0; j < units->len; j++)
        {
          const SbHistoryUnit *unit = g_ptr_array_index (units, j);

          for (guint k = 0; k < unit->changes->len; k++)
            {
              const SbHistoryChange *change = g_ptr_array_index (unit->changes, k);

              check_named (change->ref);
              if (change->before != NULL && sb_ref_get_kind (change->ref) == SB_KIND_EVENT)
                check_named (sb_record_get_ref (sb_record_get_item (change->before, SB_EVENT_ACTORS, 0), SB_EVENT_ACTOR_ACTOR));
            }
        }
    }
}

/* A program stores something of the one that is about to go again. */
static void
store_late (SbTestMerging *fixture,
            SbRecord **event,
            SbRecord **relation)
{
  g_autoptr (SbRecord) other = sb_test_make_actor ("Gamma");
  g_autoptr (SbChangeSet) sync = sb_change_set_new (NULL);
  g_autoptr (SbRecord) bare = sb_test_make_event ("x", "2026-04-25");
  SbRecordBuilder *builder = sb_record_builder_new_from (bare);
  SbRecord *const actors[] = { fixture->gone };

  sb_test_add_items (builder, SB_EVENT_ACTORS, &sb_event_actor_schema, "a0", actors);
  *event = sb_record_builder_end (builder);
  builder = sb_record_builder_new (&sb_relation_schema);
  sb_test_take_ref (builder, SB_RELATION_SUBJECT, fixture->gone);
  sb_record_builder_set_term (builder, SB_RELATION_KIND, 0);
  sb_test_take_ref (builder, SB_RELATION_OBJECT, other);
  *relation = sb_record_builder_end (builder);
  sb_change_set_put (sync, other);
  sb_change_set_put (sync, *event);
  sb_change_set_put (sync, *relation);
  g_assert_cmpint (sb_store_apply (fixture->store, sync, NULL), >, 0);
}

/* It goes to the one that is kept instead of going, when the merge is done again
 * or its parting is undone. */
static void
test_late (SbTestMerging *fixture,
           gconstpointer data)
{
  gboolean is_parted = data != NULL;
  g_autoptr (SbRecord) event = NULL;
  g_autoptr (SbRecord) relation = NULL;
  g_autoptr (SbRecord) stored_event = NULL;
  g_autoptr (SbRecord) stored_relation = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undone = NULL;

  sb_test_merging_merge_both (fixture);
  if (is_parted)
    notes = sb_test_merging_part (fixture);
  else
    undone = sb_store_undo (fixture->store, NULL);
  store_late (fixture, &event, &relation);
  label = is_parted ? sb_store_undo (fixture->store, NULL) : sb_store_redo (fixture->store, NULL);
  g_assert_cmpstr (label, ==, is_parted ? "Part" : "Merge");

  stored_event = sb_test_get (fixture->store, event);
  stored_relation = sb_test_get (fixture->store, relation);
  g_assert_cmpuint (sb_record_get_n_items (stored_event, SB_EVENT_ACTORS), ==, 1);
  g_assert_cmpstr (sb_ref_get_uuid (sb_record_get_ref (sb_record_get_item (stored_event, SB_EVENT_ACTORS, 0), SB_EVENT_ACTOR_ACTOR)), ==,
                   sb_record_get_uuid (fixture->kept));
  g_assert_nonnull (stored_relation);
  g_assert_cmpstr (sb_ref_get_uuid (sb_record_get_ref (stored_relation, SB_RELATION_SUBJECT)), ==, sb_record_get_uuid (fixture->kept));
}

static void
check_found (SbTestMerging *fixture,
             const char *text,
             gint64 expected)
{
  const SbSearchRequest request = { .text = text, .limit = 10 };
  g_autoptr (SbSearchAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  sb_store_index (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  answer = sb_store_search (fixture->store, &request, &error);
  g_assert_no_error (error);
  g_test_message ("%s", text);
  g_assert_cmpint (answer->total, ==, expected);
}

/* The events of both are found by the names of each, and those of each again. */
static void
test_search (SbTestMerging *fixture,
             gconstpointer data)
{
  SbRecord *const actors[] = { fixture->kept, fixture->gone };
  g_autofree char *notes = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SbRecord) event = NULL;
      g_autoptr (SbRecord) bare = sb_test_make_event ("x", "2026-04-25");
      SbRecordBuilder *builder = sb_record_builder_new_from (bare);

      sb_test_add_items (builder, SB_EVENT_ACTORS, &sb_event_actor_schema, i == 0 ? "a0" : "b0", actors);
      event = sb_record_builder_end (builder);
      sb_test_put (fixture->store, event, "Add");
    }

  for (guint i = 0; i < 2; i++)
    {
      check_found (fixture, "kind:event actor:Alpha", 1);
      check_found (fixture, "kind:event actor:Beta", 2);
      check_found (fixture, "kind:event Alpha", 1);
      check_found (fixture, "kind:event Bravo", 2);
      check_found (fixture, "kind:actor Beta", 1);
      sb_test_merging_merge_both (fixture);
      g_assert_cmpint (sb_store_count_unindexed (fixture->store, NULL), >, 0);
      check_found (fixture, "kind:event actor:Alpha", 3);
      check_found (fixture, "kind:event actor:Bravo", 3);
      check_found (fixture, "kind:event Alpha", 3);
      check_found (fixture, "kind:event Bravo", 3);
      check_found (fixture, "kind:actor Beta", 1);
      g_free (g_steal_pointer (&notes));
      notes = sb_test_merging_part (fixture);
      g_assert_cmpint (sb_store_count_unindexed (fixture->store, NULL), >, 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func) g_test_add ("/catalogue/merge-later/" name, SbTestMerging, data, sb_test_merging_open, func, sb_test_merging_close)
  ADD ("languages", NULL, test_languages);
  ADD ("differences", NULL, test_differences);
  ADD ("stale-edit", NULL, test_stale_edit);
  ADD ("removed-since", NULL, test_removed_since);
  ADD ("history", NULL, test_history);
  ADD ("late/redone", NULL, test_late);
  ADD ("late/parting-undone", "parted", test_late);
  ADD ("search", NULL, test_search);
#undef ADD
  return g_test_run ();
}
