/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-catalogue-error.h"
#include "sb-document.h"
#include "sb-likeness-intake.h"
#include "sb-mention-follower.h"
#include "sb-mention-intake.h"
#include "sb-mention-store.h"
#include "sb-merge.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-search.h"
#include "sb-test-records.h"

/* What documents name is found behind their being stored, follows the names, and
 * does as the analyst says. Names are ones that do not ship. */

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbMentionIntake *intake; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  fixture->intake = sb_mention_intake_new ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->intake, sb_mention_intake_unref);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static gint64
put (SbStore *store,
     SbChangeSet *changes,
     SbKind kind,
     const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) record = NULL;

  g_assert_cmpint (sb_store_apply (store, changes, &error), >=, 0);
  g_assert_no_error (error);
  record = sb_store_get_by_uuid (store, kind, uuid, &error);
  g_assert_no_error (error);
  return sb_record_get_id (record);
}

static gint64
put_document (SbStore *store,
              const char *text)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbDate) date = sb_date_new ("2026-05-15", NULL);
  g_autoptr (SbRecord) document = NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Note");
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, "fr");
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  document = sb_record_builder_end (builder);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text, NULL));
  sb_change_set_put_document (changes, document, blocks, NULL);
  return put (store, changes, SB_KIND_DOCUMENT, sb_record_get_uuid (document));
}

static gint64
put_actor (SbStore *store,
           gint64 id,
           const char *name,
           const char *alias)
{
  g_autoptr (SbRecord) old = id != 0 ? sb_store_get (store, SB_KIND_ACTOR, id, NULL) : NULL;
  SbRecordBuilder *builder =
    old != NULL ? sb_record_builder_new_from (old) : sb_record_builder_new (&sb_actor_schema);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) actor = NULL;

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, name);
  sb_record_builder_set_term (builder, SB_ACTOR_KIND, SB_ACTOR_KIND_ARMED_GROUP);
  if (alias != NULL)
    {
      SbRecordBuilder *item = sb_record_builder_new (&sb_actor_alias_schema);

      sb_record_builder_set_text (item, SB_ACTOR_ALIAS_NAME, alias);
      sb_record_builder_set_term (item, SB_ACTOR_ALIAS_KIND, SB_NAME_KIND_SHORT);
      sb_record_builder_take_item (builder, SB_ACTOR_ALIASES, sb_record_builder_end (item));
    }
  actor = sb_record_builder_end (builder);
  sb_change_set_put (changes, actor);
  return put (store, changes, SB_KIND_ACTOR, sb_record_get_uuid (actor));
}

static void
remove_actor (SbStore *store,
              gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) actor = sb_store_get (store, SB_KIND_ACTOR, id, &error);
  g_autoptr (SbRef) ref = sb_record_dup_ref (actor);
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Remove");

  sb_change_set_remove (changes, ref);
  g_assert_cmpint (sb_store_apply (store, changes, &error), >=, 0);
  g_assert_no_error (error);
}

/* What @document names: "kind:name" each, "*" behind those that a record is. */
static char *
describe (SbStore *store,
          gint64 document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mentions = sb_store_list_mentions (store, document, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < mentions->len; i++)
    {
      const SbStoredMention *mention = g_ptr_array_index (mentions, i);

      g_string_append_printf (text, "%s%s:%s%s", i > 0 ? " " : "", mention->kind, mention->name,
                              mention->record != 0 ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

static void
run (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sb_mention_intake_run (fixture->intake, fixture->store, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_waiting (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) waiting = NULL;

  g_assert_true (sb_store_settle_names (fixture->store, &error));
  waiting = sb_store_list_unnamed (fixture->store, 100, &error);
  g_assert_no_error (error);
  return waiting->len;
}

static void
assert_mentions (Fixture *fixture,
                 gint64 document,
                 const char *expected)
{
  g_autofree char *found = NULL;

  run (fixture);
  found = describe (fixture->store, document);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_new_document (Fixture *fixture,
                   gconstpointer data)
{
  gint64 document = put_document (fixture->store, "Le 25 avril, les Zoubara ont pris Kidal.");

  assert_mentions (fixture, document, "date:2026-04-25 place:Kidal");
  g_assert_cmpuint (count_waiting (fixture), ==, 0);
}

/* What is read for being compared is read for names as well, by the names as they are
 * then, and only what waits for it. */
static void
test_compared_documents (Fixture *fixture,
                         gconstpointer data)
{
  gint64 document = put_document (fixture->store, "Les Zoubara ont pris Kidal.");
  g_autofree char *found = NULL;
  g_autofree char *found_later = NULL;
  g_autoptr (GError) error = NULL;
  gint64 other;

  sb_likeness_intake_run (fixture->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);

  other = put_document (fixture->store, "Les Zoubara ont quitté Gao.");
  put_actor (fixture->store, 0, "Zoubara", NULL);
  sb_likeness_intake_run (fixture->store, fixture->intake, NULL, &error);
  g_assert_no_error (error);
  found = describe (fixture->store, other);
  g_assert_cmpstr (found, ==, "actor:Zoubara* place:Gao");
  found_later = describe (fixture->store, document);
  g_assert_cmpstr (found_later, ==, "");
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
  assert_mentions (fixture, document, "actor:Zoubara* place:Kidal");
}

/* A name that comes, changes or goes is followed by the documents that it stands
 * in, and by no others. */
static void
test_names_change (Fixture *fixture,
                   gconstpointer data)
{
  gint64 document = put_document (fixture->store, "Les Zoubara ont pris Kidal.");
  gint64 other = put_document (fixture->store, "Il pleut à Gao.");
  g_autoptr (SbChangeSet) removal = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (GError) error = NULL;
  gint64 actor;

  assert_mentions (fixture, document, "place:Kidal");
  g_assert_true (sb_store_index (fixture->store, NULL, NULL, &error));
  g_assert_no_error (error);

  actor = put_actor (fixture->store, 0, "Zoubara", NULL);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "actor:Zoubara* place:Kidal");
  assert_mentions (fixture, other, "place:Gao");

  put_actor (fixture->store, actor, "Front du Gourma", NULL);
  assert_mentions (fixture, document, "place:Kidal");
  put_actor (fixture->store, actor, "Front du Gourma", "Zoubara");
  assert_mentions (fixture, document, "actor:Front du Gourma* place:Kidal");

  ref = sb_ref_new (SB_KIND_ACTOR, actor, NULL, NULL);
  sb_change_set_remove (removal, ref);
  g_assert_cmpint (sb_store_apply (fixture->store, removal, &error), >=, 0);
  g_assert_no_error (error);
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "place:Kidal");
}

/* What is said of a text holds for all documents, those to come as well. */
static void
test_rules (Fixture *fixture,
            gconstpointer data)
{
  gint64 actor = put_actor (fixture->store, 0, "Front du Gourma", NULL);
  gint64 document = put_document (fixture->store, "Les gens du puits ont pris Kidal.");
  gint64 later;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GError) error = NULL;

  assert_mentions (fixture, document, "place:Kidal");
  g_assert_true (sb_store_put_mention_rule (fixture->store, "Kidal", 0, &error));
  g_assert_true (sb_store_put_mention_rule (fixture->store, "gens du puits", actor, &error));
  g_assert_no_error (error);
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "actor:Front du Gourma*");
  later = put_document (fixture->store, "À KIDAL, les gens du puits attendent.");
  assert_mentions (fixture, later, "actor:Front du Gourma*");

  rules = sb_store_list_mention_rules (fixture->store, &error);
  g_assert_cmpuint (rules->len, ==, 2);
  g_assert_cmpstr (((SbMentionRule *) rules->pdata[0])->text, ==, "gens du puits");

  g_assert_true (sb_store_remove_mention_rule (fixture->store, "kidal", &error));
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "actor:Front du Gourma* place:Kidal");
  g_assert_false (sb_store_remove_mention_rule (fixture->store, "kidal", &error));
  g_assert_no_error (error);
  g_assert_false (sb_store_put_mention_rule (fixture->store, "…", 0, &error));
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID);
}

/* Who keeps names learns by itself that something was said, be it in another program;
 * the document that is looked at is read before the others. */
static void
test_rules_followed (Fixture *fixture,
                     gconstpointer data)
{
  gint64 document = put_document (fixture->store, "Ils ont pris Kidal.");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gboolean is_unnamed;
  gboolean goes_on;

  for (guint i = 0; i < 3; i++)
    put_document (fixture->store, "Ils ont quitté Kidal.");
  assert_mentions (fixture, document, "place:Kidal");
  g_assert_true (sb_store_index (fixture->store, NULL, NULL, &error));
  g_assert_true (sb_store_put_mention_rule (fixture->store, "Kidal", 0, &error));
  g_assert_no_error (error);

  sb_mention_intake_prefer (fixture->intake, document);
  g_assert_true (sb_mention_intake_step (fixture->intake, fixture->store, 1, &goes_on, &error));
  g_assert_true (goes_on);
  g_assert_true (sb_store_is_unnamed (fixture->store, document, &is_unnamed, &error));
  g_assert_false (is_unnamed);
  before = describe (fixture->store, document);
  g_assert_cmpstr (before, ==, "");
  assert_mentions (fixture, document + 1, "");
  g_assert_true (sb_store_remove_mention_rule (fixture->store, "Kidal", &error));
  assert_mentions (fixture, document, "place:Kidal");
}

/* What is said of a text stays with a record that is merged away, removed, or comes
 * back. */
static void
test_rules_of_gone (Fixture *fixture,
                    gconstpointer data)
{
  gint64 kept = put_actor (fixture->store, 0, "Front du Gourma", NULL);
  gint64 gone = put_actor (fixture->store, 0, "Comité du Gourma", NULL);
  gint64 document = put_document (fixture->store, "Les gens du puits attendent.");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GError) error = NULL;

  /* What is in the index waits only when its words say so. */
  g_assert_true (sb_store_index (fixture->store, NULL, NULL, &error));
  g_assert_true (sb_store_put_mention_rule (fixture->store, "gens du puits", gone, &error));
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "actor:Comité du Gourma*");

  notes = sb_store_merge (fixture->store, SB_KIND_ACTOR, kept, gone, "Merge", NULL, NULL, &error);
  g_assert_no_error (error);
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "actor:Front du Gourma*");

  g_free (sb_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "actor:Comité du Gourma*");

  remove_actor (fixture->store, gone);
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "");
  rules = sb_store_list_mention_rules (fixture->store, &error);
  g_assert_cmpuint (rules->len, ==, 0);
  g_free (sb_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  sb_mention_intake_forget (fixture->intake);
  assert_mentions (fixture, document, "actor:Comité du Gourma*");
}

/* Documents are listed by what they name. */
static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  gint64 actor = put_actor (fixture->store, 0, "Front du Gourma", NULL);
  gint64 document = put_document (fixture->store, "Le Front du Gourma attend.");
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  put_document (fixture->store, "Le Front attend.");
  run (fixture);
  query->actor = actor;
  found = sb_store_list (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (sb_record_get_id (found->pdata[0]), ==, document);
  query->place = actor;
  query->actor = document;
  g_assert_cmpint (sb_store_count (fixture->store, query, &error), ==, 0);
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *is_open = user_data;

  *is_open = sb_catalogue_open_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
}

static void
followed_cb (gboolean *is_done)
{
  *is_done = TRUE;
}

/* In the window, all of this happens by itself. */
static void
test_follower (Fixture *fixture,
               gconstpointer data)
{
  gint64 document = put_document (fixture->store, "Il pleut à Gao.");
  g_autoptr (SbCatalogue) catalogue = sb_catalogue_new (sb_store_get_path (fixture->store));
  g_autoptr (SbMentionFollower) follower = NULL;
  g_autofree char *found = NULL;
  gboolean is_open = FALSE, is_done = FALSE;

  sb_catalogue_open_async (catalogue, NULL, opened_cb, &is_open);
  while (!is_open)
    g_main_context_iteration (NULL, TRUE);
  follower = sb_mention_follower_new (catalogue, NULL);
  g_signal_connect_swapped (follower, "followed", G_CALLBACK (followed_cb), &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);

  found = describe (fixture->store, document);
  g_assert_cmpstr (found, ==, "place:Gao");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/sync/mention-intake/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("new-document", test_new_document);
  ADD ("compared-documents", test_compared_documents);
  ADD ("names-change", test_names_change);
  ADD ("rules", test_rules);
  ADD ("rules-followed", test_rules_followed);
  ADD ("rules-of-gone", test_rules_of_gone);
  ADD ("list", test_list);
  ADD ("follower", test_follower);
#undef ADD

  return g_test_run ();
}
