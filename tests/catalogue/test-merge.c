/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-actor.h"
#include "sb-catalogue-error.h"
#include "sb-dossier-reader.h"
#include "sb-event.h"
#include "sb-merge.h"
#include "sb-record-builder.h"
#include "sb-record-json.h"
#include "sb-relation.h"
#include "sb-store-check.h"
#include "sb-store-export.h"
#include "sb-test-records.h"

/* Three actors, and all that is known of the sample beside them. */
typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbRecord *a; /* (owned) */
  SbRecord *b; /* (owned) */
  SbRecord *c; /* (owned) */
  SbRecord *event; /* (owned) of all three */
} Fixture;

static void
add_party (SbRecordBuilder *event,
           SbRecord *actor,
           SbEventRole role)
{
  SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);

  sb_test_take_ref (item, SB_EVENT_ACTOR_ACTOR, actor);
  sb_record_builder_set_term (item, SB_EVENT_ACTOR_ROLE, role);
  sb_record_builder_take_item (event, SB_EVENT_ACTORS, sb_record_builder_end (item));
}

static SbRecord *
make_actor (const char *name,
            const char *short_name,
            const char *alias,
            SbRecord *parent)
{
  g_autoptr (SbRecord) bare = sb_test_make_actor (name);
  SbRecordBuilder *builder = sb_record_builder_new_from (bare);
  SbRecordBuilder *item = sb_record_builder_new (&sb_actor_alias_schema);

  sb_record_builder_set_text (builder, SB_ACTOR_SHORT_NAME, short_name);
  sb_record_builder_set_text (item, SB_ACTOR_ALIAS_NAME, alias);
  sb_record_builder_set_text (item, SB_ACTOR_ALIAS_LANGUAGE, "ar");
  sb_record_builder_set_term (item, SB_ACTOR_ALIAS_KIND, SB_NAME_KIND_FORMER);
  sb_record_builder_take_item (builder, SB_ACTOR_ALIASES, sb_record_builder_end (item));
  if (parent != NULL)
    sb_test_take_ref (builder, SB_ACTOR_PARENT, parent);
  return sb_record_builder_end (builder);
}

static SbRecord *
make_relation (SbRecord *subject,
               SbRecord *object)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_relation_schema);

  sb_test_take_ref (builder, SB_RELATION_SUBJECT, subject);
  sb_record_builder_set_term (builder, SB_RELATION_KIND, 0);
  sb_test_take_ref (builder, SB_RELATION_OBJECT, object);
  return sb_record_builder_end (builder);
}

static void
put (Fixture *fixture,
     SbRecord *record)
{
  sb_test_put (fixture->store, record, "Edit");
}

static void
add_all_ties (Fixture *fixture)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbChangeSet) ties = sb_change_set_new (NULL);
  g_autoptr (SbRef) dossier = sb_test_make_ref (SB_KIND_DOSSIER, 0);
  g_autoptr (SbRef) extract = sb_test_make_ref (SB_KIND_EXTRACT, 0);
  g_autoptr (SbRef) other = sb_test_make_ref (SB_KIND_EXTRACT, 1);
  g_autoptr (SbRef) a = sb_record_dup_ref (fixture->a);
  g_autoptr (SbRef) b = sb_record_dup_ref (fixture->b);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sb_store_apply (fixture->store, all, &error), >, 0);
  sb_change_set_add_member (ties, dossier, a);
  sb_change_set_put_evidence (ties, a, extract, SB_STANCE_SUPPORTS, SB_CREDIBILITY_2);
  sb_change_set_put_evidence (ties, a, other, SB_STANCE_SUPPORTS, SB_CREDIBILITY_2);
  sb_change_set_put_evidence (ties, b, other, SB_STANCE_CONTRADICTS, SB_CREDIBILITY_3);
  sb_change_set_put_version (ties, a, "7b1fb0a8-9d55-4a3f-8f7e-0d1c7a6d0001", TRUE);
  g_assert_cmpint (sb_store_apply (fixture->store, ties, &error), >, 0);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbRecord) day = sb_test_make_event ("Meeting", "2025-07-01");
  g_autoptr (SbRecord) close = NULL;
  g_autoptr (SbRecord) far = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (day);

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  fixture->b = make_actor ("Beta", NULL, "B former", NULL);
  fixture->a = make_actor ("Alpha", "A", "A former", fixture->b);
  fixture->c = make_actor ("Gamma", "G", "A former", fixture->a);
  add_party (builder, fixture->a, SB_EVENT_ROLE_PERPETRATOR);
  add_party (builder, fixture->b, SB_EVENT_ROLE_PERPETRATOR);
  add_party (builder, fixture->c, SB_EVENT_ROLE_TARGET);
  fixture->event = sb_record_builder_end (builder);
  close = make_relation (fixture->a, fixture->b);
  far = make_relation (fixture->a, fixture->c);
  put (fixture, fixture->b);
  put (fixture, fixture->a);
  put (fixture, fixture->c);
  put (fixture, fixture->event);
  put (fixture, close);
  put (fixture, far);
  add_all_ties (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->a);
  g_clear_object (&fixture->b);
  g_clear_object (&fixture->c);
  g_clear_object (&fixture->event);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static void
add_lines (GString *text,
           GPtrArray *lines)
{
  g_assert_nonnull (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const SbTieLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "  %s\n", line->line);
    }
}

/* All that the catalogue holds, as lines with the ids. */
static char *
describe (SbStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) identities = sb_store_list_identities (store, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < identities->len; i++)
    {
      const SbIdentity *identity = &g_array_index (identities, SbIdentity, i);
      g_autoptr (SbRecord) record = sb_store_get (store, identity->kind, identity->id, &error);
      g_autofree char *line = sb_store_write_line (store, record, &error);
      g_autoptr (GPtrArray) evidence = sb_store_list_evidence_lines (store, identity->id, &error);
      g_autoptr (GPtrArray) versions = sb_store_list_version_lines (store, identity->id, &error);
      g_autoptr (GPtrArray) members = sb_store_list_member_lines (store, identity->id, &error);

      g_assert_no_error (error);
      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", identity->id, line);
      add_lines (text, evidence);
      add_lines (text, versions);
      add_lines (text, members);
    }

  return g_string_free (text, FALSE);
}

static void
check_same (Fixture *fixture,
            const char *expected)
{
  g_autofree char *text = describe (fixture->store);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  /* Line by line, so that a failure shows the one that differs. */
  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

static gint64
merge (Fixture *fixture,
       SbRecord *kept,
       SbRecord *gone)
{
  const SbMergeQuery query = { 0 };
  g_autoptr (SbRecord) kept_now = sb_test_get (fixture->store, kept);
  g_autoptr (SbRecord) gone_now = sb_test_get (fixture->store, gone);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;

  notes = sb_store_merge (fixture->store, sb_record_get_kind (kept), sb_record_get_id (kept_now), sb_record_get_id (gone_now), "Merge",
                          NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (notes);
  merges = sb_store_list_merges (fixture->store, &query, &error);
  g_assert_no_error (error);
  return ((const SbMerge *) g_ptr_array_index (merges, 0))->id;
}

static void
unmerge (Fixture *fixture,
         gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = sb_store_unmerge (fixture->store, number, "Part", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (notes);
}

static gint64
count (Fixture *fixture,
       SbKind kind)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);

  return sb_store_count (fixture->store, query, NULL);
}

static gboolean
has_alias (SbRecord *actor,
           const char *name,
           SbNameKind kind)
{
  for (guint i = 0; i < sb_record_get_n_items (actor, SB_ACTOR_ALIASES); i++)
    {
      SbRecord *alias = sb_record_get_item (actor, SB_ACTOR_ALIASES, i);

      if (g_strcmp0 (sb_record_get_text (alias, SB_ACTOR_ALIAS_NAME), name) == 0 &&
          sb_record_get_term (alias, SB_ACTOR_ALIAS_KIND, -1) == (int) kind)
        return TRUE;
    }

  return FALSE;
}

static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbRecord) kept = NULL;
  g_autoptr (SbRecord) child = NULL;
  g_autoptr (SbRecord) event = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  gint64 n_relations = count (fixture, SB_KIND_RELATION);
  gint64 n_actors = count (fixture, SB_KIND_ACTOR);

  merge (fixture, fixture->b, fixture->a);
  g_assert_cmpint (count (fixture, SB_KIND_ACTOR), ==, n_actors - 1);
  /* The one of the two to each other is gone. */
  g_assert_cmpint (count (fixture, SB_KIND_RELATION), ==, n_relations - 1);

  /* The UUID of the one that is gone leads to the one that was kept. */
  kept = sb_test_get (fixture->store, fixture->a);
  g_assert_cmpstr (sb_record_get_uuid (kept), ==, sb_record_get_uuid (fixture->b));
  g_assert_true (has_alias (kept, "Alpha", SB_NAME_KIND_FULL));
  g_assert_true (has_alias (kept, "A former", SB_NAME_KIND_FORMER));
  g_assert_true (has_alias (kept, "B former", SB_NAME_KIND_FORMER));
  g_assert_cmpstr (sb_record_get_text (kept, SB_ACTOR_SHORT_NAME), ==, "A");
  g_assert_null (sb_record_get_ref (kept, SB_ACTOR_PARENT));

  child = sb_test_get (fixture->store, fixture->c);
  g_assert_cmpint (sb_ref_get_id (sb_record_get_ref (child, SB_ACTOR_PARENT)), ==, sb_record_get_id (kept));
  event = sb_test_get (fixture->store, fixture->event);
  g_assert_cmpuint (sb_record_get_n_items (event, SB_EVENT_ACTORS), ==, 2);

  evidence = sb_store_list_evidence (fixture->store, sb_record_get_id (kept), NULL);
  g_assert_cmpuint (evidence->len, ==, 2);
  g_assert_cmpstr (sb_record_get_topic (kept), ==, "7b1fb0a8-9d55-4a3f-8f7e-0d1c7a6d0001");
  g_assert_true (sb_record_is_retained (kept));
}

static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *merged = NULL;

  merge (fixture, fixture->b, fixture->a);
  merged = describe (fixture->store);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *undone = sb_store_undo (fixture->store, NULL);
      g_autofree char *redone = NULL;

      g_assert_cmpstr (undone, ==, "Merge");
      check_same (fixture, before);
      redone = sb_store_redo (fixture->store, NULL);
      g_assert_cmpstr (redone, ==, "Merge");
      check_same (fixture, merged);
    }
}

static void
test_unmerge (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *before = describe (fixture->store);
  g_autofree char *merged = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number = merge (fixture, fixture->b, fixture->a);

  merged = describe (fixture->store);
  unmerge (fixture, number);
  check_same (fixture, before);
  g_assert_null (sb_store_unmerge (fixture->store, number, "Part", NULL, NULL, &error));
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_NOT_MERGED);

  undone = sb_store_undo (fixture->store, NULL);
  g_assert_cmpstr (undone, ==, "Part");
  check_same (fixture, merged);
  unmerge (fixture, number);
  check_same (fixture, before);
}

/* Merges of all three in a row, and taken back in the order of @data. */
static void
test_chain (Fixture *fixture,
            gconstpointer data)
{
  const char *order = data;
  g_autofree char *before = describe (fixture->store);
  g_autoptr (SbRecord) last = NULL;
  gint64 numbers[2];

  numbers[0] = merge (fixture, fixture->b, fixture->a);
  numbers[1] = merge (fixture, fixture->c, fixture->b);
  last = sb_test_get (fixture->store, fixture->a);
  g_assert_cmpstr (sb_record_get_uuid (last), ==, sb_record_get_uuid (fixture->c));
  for (guint i = 0; i < 2; i++)
    unmerge (fixture, numbers[order[i] - '0']);
  check_same (fixture, before);
}

static void
test_refusals (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (SbRecord) a = sb_test_get (fixture->store, fixture->a);
  g_autofree char *before = describe (fixture->store);
  const struct
  {
    SbKind kind;
    gint64 kept;
    gint64 gone;
  } cases[] = {
    { SB_KIND_ACTOR, sb_record_get_id (a), sb_record_get_id (a) },
    { SB_KIND_ACTOR, sb_record_get_id (a), 1 << 30 },
    { SB_KIND_ACTOR, 1 << 30, sb_record_get_id (a) },
    { SB_KIND_EVENT, 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sb_store_merge (fixture->store, cases[i].kind, cases[i].kept, cases[i].gone, "Merge", NULL, NULL, &error));
      g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_MERGE);
    }
  check_same (fixture, before);
}

/* What was done after the merge stays after it is taken back. */
static void
test_later_edits (Fixture *fixture,
                  gconstpointer data)
{
  gint64 number = merge (fixture, fixture->b, fixture->a);
  g_autoptr (SbRecord) kept = sb_test_get (fixture->store, fixture->b);
  g_autoptr (SbRecord) event = sb_test_get (fixture->store, fixture->event);
  g_autoptr (SbRecord) child = sb_test_get (fixture->store, fixture->c);
  g_autoptr (SbRef) child_ref = sb_record_dup_ref (child);
  g_autoptr (SbChangeSet) removal = sb_change_set_new ("Remove");
  g_autoptr (SbRecord) newcomer = make_actor ("Delta", NULL, "D former", kept);
  g_autoptr (SbRecord) later = NULL;
  g_autoptr (SbRecord) gone = NULL;
  SbRecordBuilder *builder = sb_record_builder_new_from (kept);
  SbRecordBuilder *item = sb_record_builder_new (&sb_actor_alias_schema);

  sb_record_builder_set_words (builder, SB_ACTOR_SUMMARY, "Plus tard", NULL);
  sb_record_builder_set_text (item, SB_ACTOR_ALIAS_NAME, "Later");
  sb_record_builder_take_item (builder, SB_ACTOR_ALIASES, sb_record_builder_end (item));
  later = sb_record_builder_end (builder);
  put (fixture, later);
  put (fixture, newcomer);

  builder = sb_record_builder_new_from (event);
  add_party (builder, newcomer, SB_EVENT_ROLE_TARGET);
  sb_record_builder_set_words (builder, SB_EVENT_TITLE, "Réunion", NULL);
  g_set_object (&later, NULL);
  later = sb_record_builder_end (builder);
  put (fixture, later);
  sb_change_set_remove (removal, child_ref);
  g_assert_cmpint (sb_store_apply (fixture->store, removal, NULL), >, 0);

  unmerge (fixture, number);
  g_set_object (&kept, NULL);
  kept = sb_test_get (fixture->store, fixture->b);
  g_assert_cmpstr (sb_record_get_words (kept, SB_ACTOR_SUMMARY, SB_LANGUAGE_FR), ==, "Plus tard");
  g_assert_cmpuint (sb_record_get_n_items (kept, SB_ACTOR_ALIASES), ==, 2);
  g_assert_false (sb_record_has (kept, SB_ACTOR_SHORT_NAME));

  gone = sb_test_get (fixture->store, fixture->a);
  g_assert_cmpstr (sb_record_get_uuid (gone), ==, sb_record_get_uuid (fixture->a));
  g_assert_cmpint (sb_ref_get_id (sb_record_get_ref (gone, SB_ACTOR_PARENT)), ==, sb_record_get_id (kept));
  g_set_object (&newcomer, NULL);
  g_assert_null (sb_test_get (fixture->store, fixture->c));

  /* Alpha, Beta and Delta: Gamma was removed. */
  g_set_object (&event, NULL);
  event = sb_test_get (fixture->store, fixture->event);
  g_assert_cmpuint (sb_record_get_n_items (event, SB_EVENT_ACTORS), ==, 3);
  g_assert_cmpstr (sb_record_get_words (event, SB_EVENT_TITLE, SB_LANGUAGE_FR), ==, "Réunion");
}

/* Merges every second actor of the sample into the one after it. */
static void
test_import_again (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ACTOR);
  g_autoptr (GPtrArray) actors = NULL;
  g_autofree char *before = NULL;
  g_autofree char *merged = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  SbImportCounts first;
  SbImportCounts counts;

  sb_dossier_read_sample (fixture->store, &first, &error);
  g_assert_no_error (error);
  before = describe (fixture->store);
  actors = sb_store_list (fixture->store, query, &error);
  for (guint i = 0; i + 1 < actors->len; i += 2)
    {
      gint64 number = merge (fixture, g_ptr_array_index (actors, i + 1), g_ptr_array_index (actors, i));

      g_array_append_val (numbers, number);
    }

  merged = describe (fixture->store);
  sb_dossier_read_sample (fixture->store, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 0);
  check_same (fixture, merged);
  g_assert_cmpuint (counts.updated, ==, 0);
  /* Some of the actors are not of the sample, and relations went as well. */
  g_assert_cmpuint (counts.merged, >, numbers->len / 2);
  g_assert_cmpuint (counts.unchanged + counts.merged, ==, first.added);

  for (guint i = numbers->len; i > 0; i--)
    unmerge (fixture, g_array_index (numbers, gint64, i - 1));
  check_same (fixture, before);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func) g_test_add ("/catalogue/merge/" name, Fixture, data, set_up, func, tear_down)
  ADD ("merge", NULL, test_merge);
  ADD ("undo", NULL, test_undo);
  ADD ("unmerge", NULL, test_unmerge);
  ADD ("chain/last-first", "10", test_chain);
  ADD ("chain/first-first", "01", test_chain);
  ADD ("refusals", NULL, test_refusals);
  ADD ("later-edits", NULL, test_later_edits);
  ADD ("import-again", NULL, test_import_again);
#undef ADD
  return g_test_run ();
}
