/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-name-facts.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-document.h"
#include "sb-mention-intake.h"
#include "sb-mention-store.h"
#include "sb-record-builder.h"
#include "sb-related-store.h"
#include "sb-test-records.h"

/* What is told of a name in a text, what is said of it, and which documents it
 * relates. */

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

static gint64
put (Fixture *fixture,
     SbChangeSet *changes,
     SbKind kind,
     const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) record = NULL;

  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >=, 0);
  g_assert_no_error (error);
  record = sb_store_get_by_uuid (fixture->store, kind, uuid, &error);
  g_assert_no_error (error);
  return sb_record_get_id (record);
}

/* @first: that it republishes; 0 for none. */
static gint64
put_document (Fixture *fixture,
              const char *text,
              gint64 first)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) document = NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, text);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, "fr");
  if (first != 0)
    {
      SbRecordBuilder *link = sb_record_builder_new (&sb_document_link_schema);
      g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_DOCUMENT, first, NULL, NULL);

      sb_record_builder_set_term (link, SB_DOCUMENT_LINK_RELATION, SB_DOCUMENT_RELATION_REPUBLISHES);
      sb_record_builder_set_ref (link, SB_DOCUMENT_LINK_DOCUMENT, ref);
      sb_record_builder_take_item (builder, SB_DOCUMENT_LINKS, sb_record_builder_end (link));
    }
  document = sb_record_builder_end (builder);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text, NULL));
  sb_change_set_put_document (changes, document, blocks, NULL);
  return put (fixture, changes, SB_KIND_DOCUMENT, sb_record_get_uuid (document));
}

static gint64
put_actor (Fixture *fixture,
           const char *name)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) actor = NULL;

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, name);
  sb_record_builder_set_term (builder, SB_ACTOR_KIND, SB_ACTOR_KIND_ARMED_GROUP);
  actor = sb_record_builder_end (builder);
  sb_change_set_put (changes, actor);
  return put (fixture, changes, SB_KIND_ACTOR, sb_record_get_uuid (actor));
}

static void
read_names (Fixture *fixture)
{
  g_autoptr (SbMentionIntake) intake = sb_mention_intake_new ();
  g_autoptr (GError) error = NULL;

  sb_mention_intake_run (intake, fixture->store, NULL, &error);
  g_assert_no_error (error);
}

/* The facts of @words in @text, which is that of @document. */
static SbNameFacts *
load (Fixture *fixture,
      gint64 document,
      const char *text,
      const char *words)
{
  g_autoptr (GError) error = NULL;
  guint start = (guint) g_utf8_pointer_to_offset (text, strstr (text, words));
  SbNameFacts *facts = sb_load_name_facts (fixture->store, document, start, start + (guint) g_utf8_strlen (words, -1), &error);

  g_assert_no_error (error);
  g_assert_nonnull (facts);
  return facts;
}

static void
test_facts (Fixture *fixture,
            gconstpointer data)
{
  static const char text[] = "Le Front du Gourma a quitté Kidal.";
  gint64 actor = put_actor (fixture, "Front du Gourma");
  gint64 document = put_document (fixture, text, 0);
  g_autoptr (SbNameFacts) known = NULL;
  g_autoptr (SbNameFacts) shipped = NULL;
  g_autoptr (SbNameFacts) other = NULL;

  put_document (fixture, "Un Front du Gourma, et Gao.", 0);
  read_names (fixture);
  known = load (fixture, document, text, "Front du Gourma");
  g_assert_cmpint (sb_record_get_id (known->record), ==, actor);
  g_assert_cmpint (known->n_documents, ==, 2);
  g_assert_false (known->has_rule);

  /* A place of the gazetteer is told without being stored. */
  shipped = load (fixture, document, text, "Kidal");
  g_assert_cmpint (sb_record_get_kind (shipped->record), ==, SB_KIND_PLACE);
  g_assert_cmpint (sb_record_get_id (shipped->record), ==, 0);
  g_assert_cmpint (shipped->n_documents, ==, 1);

  other = load (fixture, document, text, "quitté");
  g_assert_null (other->record);
  g_assert_cmpint (other->n_documents, ==, 0);
}

static void
test_rule (Fixture *fixture,
           gconstpointer data)
{
  static const char text[] = "Ils ont quitté Kidal.";
  gint64 actor = put_actor (fixture, "Front du Gourma");
  gint64 document = put_document (fixture, text, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbNameFacts) never = NULL;
  g_autoptr (SbNameFacts) always = NULL;
  g_autoptr (SbNameFacts) again = NULL;
  g_autoptr (SbNameFacts) nothing = NULL;
  g_autoptr (SbNameFacts) said = NULL;

  read_names (fixture);
  g_assert_true (sb_name_word_say (fixture->store, "Kidal", SB_NAME_WORD_NEVER, 0, "Kidal is no name", &error));
  g_assert_no_error (error);
  read_names (fixture);
  never = load (fixture, document, text, "Kidal");
  g_assert_null (never->record);
  g_assert_true (never->has_rule);
  g_assert_cmpint (never->ruled, ==, 0);

  g_assert_true (sb_name_word_say (fixture->store, "KIDAL", SB_NAME_WORD_ALWAYS, actor, "Kidal is an actor", &error));
  g_assert_no_error (error);
  read_names (fixture);
  always = load (fixture, document, text, "Kidal");
  g_assert_cmpint (sb_record_get_id (always->record), ==, actor);
  g_assert_cmpint (always->ruled, ==, actor);

  /* Taken back one after the other. */
  g_free (sb_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  read_names (fixture);
  again = load (fixture, document, text, "Kidal");
  g_assert_null (again->record);
  g_assert_true (again->has_rule);
  g_free (sb_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  read_names (fixture);
  nothing = load (fixture, document, text, "Kidal");
  g_assert_false (nothing->has_rule);
  g_assert_cmpint (sb_record_get_kind (nothing->record), ==, SB_KIND_PLACE);

  /* And said again. */
  g_free (sb_store_redo (fixture->store, &error));
  g_free (sb_store_redo (fixture->store, &error));
  g_assert_no_error (error);
  read_names (fixture);
  said = load (fixture, document, text, "Kidal");
  g_assert_cmpint (sb_record_get_id (said->record), ==, actor);
}

/* A copy that is nearer than the first of its text: the first one stands for both. */
static void
test_related_first (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) related = NULL;
  gint64 document, first;

  put_actor (fixture, "Front du Gourma");
  put_actor (fixture, "Zoubara");
  document = put_document (fixture, "Les Zoubara parlent. Le Front du Gourma attend.", 0);
  first = put_document (fixture, "Rien de neuf.", 0);
  put_document (fixture, "Les Zoubara marchent. Le Front du Gourma attend.", first);
  read_names (fixture);
  related = sb_store_list_related (fixture->store, document, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (related->len, ==, 1);
  g_assert_cmpint (sb_record_get_id (((SbRelatedDocument *) g_ptr_array_index (related, 0))->document), ==, first);
}

static void
test_related (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) related = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const SbRelatedDocument *nearest;
  gint64 document, copy, near, far;

  put_actor (fixture, "Front du Gourma");
  put_actor (fixture, "Comité du Gourma");
  put_actor (fixture, "Zoubara");
  document = put_document (fixture, "Les Zoubara parlent. Le Front du Gourma attend. Le Comité du Gourma aussi.", 0);
  copy = put_document (fixture, "Les Zoubara parlent. Le Front du Gourma attend. Le Comité du Gourma aussi, selon l’agence.", document);
  far = put_document (fixture, "Les Zoubara marchent. Le Front du Gourma attend.", 0);
  near = put_document (fixture, "Le Comité du Gourma répond. Les Zoubara attendent. Le Front du Gourma marche.", 0);
  put_document (fixture, "Il pleut.", 0);
  read_names (fixture);

  related = sb_store_list_related (fixture->store, document, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (related->len, ==, 2);
  nearest = g_ptr_array_index (related, 0);
  g_assert_cmpint (sb_record_get_id (nearest->document), ==, near);
  g_assert_cmpuint (nearest->shared->len, ==, 3);
  g_assert_cmpint (sb_record_get_id (((SbRelatedDocument *) g_ptr_array_index (related, 1))->document), ==, far);

  /* A copy has the group of the first one: that is no other document. */
  g_clear_pointer (&related, g_ptr_array_unref);
  related = sb_store_list_related (fixture->store, copy, 1, &error);
  g_assert_cmpuint (related->len, ==, 1);
  g_assert_cmpint (sb_record_get_id (((SbRelatedDocument *) g_ptr_array_index (related, 0))->document), ==, near);

  none = sb_store_list_related (fixture->store, 9999, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/sync/name-facts/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("facts", test_facts);
  ADD ("rule", test_rule);
  ADD ("related", test_related);
  ADD ("related-first", test_related_first);
#undef ADD

  return g_test_run ();
}
