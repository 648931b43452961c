/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-text-intake.h"

#include <string.h>

#include "sb-catalogue.h"
#include "sb-document.h"
#include "sb-history.h"
#include "sb-likeness-store.h"
#include "sb-mention-store.h"
#include "sb-reading-intake.h"
#include "sb-record-builder.h"
#include "sb-search.h"
#include "sb-store-check.h"
#include "sb-test-records.h"
#include "sb-text-store.h"

/* Documents that are stored before their text was taken out of their HTML. */

#define HTML                                                                             \
  "<h2>Kidal</h2><p>Le convoi est arrivé à Kidal après trois jours de route, et les " \
  "habitants de la ville ont reçu des vivres.</p><p>La suite est <a href=\"/b\">là</a>.</p>"
#define TEXT                                                                                                         \
  "Kidal\n\nLe convoi est arrivé à Kidal après trois jours de route, et les habitants de la ville ont reçu des " \
  "vivres.\n\nLa suite est là."
#define LEAD "Le convoi est arrivé à Kidal après trois jours de route, et les habitants de la ville ont reçu des vivres."

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

static SbRecord *
get (Fixture *fixture,
     gint64 id)
{
  g_autoptr (GError) error = NULL;
  SbRecord *document = sb_store_get (fixture->store, SB_KIND_DOCUMENT, id, &error);

  g_assert_no_error (error);
  return document;
}

/* Stores a document whose text waits; its id. */
static gint64
put (Fixture *fixture,
     const char *lead,
     const char *language)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (GBytes) original = g_bytes_new_static (HTML, strlen (HTML));
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (GError) error = NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Convoi");
  sb_record_builder_set_text (builder, SB_DOCUMENT_LEAD, lead);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, language);
  sb_record_builder_set_text (builder, SB_DOCUMENT_HASH, hash);
  document = sb_record_builder_end (builder);
  sb_change_set_put_waiting_document (changes, document, original, "https://presse.example/a");
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), ==, 1 << SB_KIND_DOCUMENT);
  g_assert_no_error (error);
  stored = sb_store_get_by_uuid (fixture->store, SB_KIND_DOCUMENT, sb_record_get_uuid (document), &error);
  return sb_record_get_id (stored);
}

static char *
get_text (Fixture *fixture,
          gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = sb_store_get_blocks (fixture->store, id, &error);

  g_assert_no_error (error);
  return sb_blocks_join (blocks);
}

static void
take_out_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sb_text_intake_run (fixture->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sb_store_count_waiting_texts (fixture->store, &error), ==, 0);
}

static guint
count_history (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  const SbHistoryQuery query = { 0 };
  g_autoptr (GPtrArray) entries = sb_store_list_history (fixture->store, &query, &error);

  g_assert_no_error (error);
  return entries->len;
}

static gboolean
is_found (Fixture *fixture,
          const char *words)
{
  g_autoptr (GError) error = NULL;
  SbSearchRequest request = { .text = words, .limit = 10 };
  g_autoptr (SbSearchAnswer) answer = sb_store_search (fixture->store, &request, &error);

  g_assert_no_error (error);
  return answer->results->len > 0;
}

/* The row is there before the text, and whoever asks for the text gets it. */
static void
test_waiting (Fixture *fixture,
              gconstpointer data)
{
  gint64 id = put (fixture, "Le convoi", NULL);
  g_autoptr (SbRecord) document = get (fixture, id);
  g_autofree char *nothing = get_text (fixture, id);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sb_store_count_waiting_texts (fixture->store, &error), ==, 1);
  g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_LEAD), ==, "Le convoi");
  g_assert_false (sb_record_has (document, SB_DOCUMENT_TEXT_HASH));
  g_assert_cmpstr (nothing, ==, "");

  sb_store_set_text_func (fixture->store, sb_text_intake_read);
  text = get_text (fixture, id);
  g_assert_cmpstr (text, ==, TEXT);
  g_assert_cmpint (sb_store_count_waiting_texts (fixture->store, &error), ==, 1);
}

/* What is stored with the text: no change of anybody, nothing to undo. */
static void
test_taken_out (Fixture *fixture,
                gconstpointer data)
{
  gint64 id = put (fixture, LEAD, NULL);
  gint64 said = put (fixture, "Un résumé", "en");
  guint n_history = count_history (fixture);
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) other = NULL;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEXT, -1);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  take_out_all (fixture);
  document = get (fixture, id);
  text = get_text (fixture, id);
  g_assert_cmpstr (text, ==, TEXT);
  g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_TEXT_HASH), ==, hash);
  g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_LANGUAGE), ==, "fr");
  g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_LEAD), ==, LEAD);
  g_assert_cmpint (sb_record_get_integer (document, SB_DOCUMENT_WORDS, 0), ==, 26);

  other = get (fixture, said);
  g_assert_cmpstr (sb_record_get_text (other, SB_DOCUMENT_LANGUAGE), ==, "en");
  g_assert_cmpstr (sb_record_get_text (other, SB_DOCUMENT_LEAD), ==, "Un résumé");

  g_assert_cmpuint (count_history (fixture), ==, n_history);
  label = sb_store_dup_undo_label (fixture->store, &error);
  g_assert_null (label);
}

/* Names, likeness and the index follow the text, and do not go before it. */
static void
test_followers (Fixture *fixture,
                gconstpointer data)
{
  gint64 id = put (fixture, "Le convoi", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) unnamed = sb_store_list_unnamed (fixture->store, 10, &error);
  g_autoptr (GArray) uncompared = sb_store_list_uncompared (fixture->store, 10, &error);

  g_assert_cmpuint (unnamed->len, ==, 0);
  g_assert_cmpuint (uncompared->len, ==, 0);
  g_assert_true (sb_store_index (fixture->store, NULL, NULL, &error));
  g_assert_cmpint (sb_store_count_unindexed (fixture->store, &error), ==, 1);
  g_assert_false (is_found (fixture, "vivres"));

  take_out_all (fixture);
  g_clear_pointer (&unnamed, g_array_unref);
  g_clear_pointer (&uncompared, g_array_unref);
  unnamed = sb_store_list_unnamed (fixture->store, 10, &error);
  uncompared = sb_store_list_uncompared (fixture->store, 10, &error);
  g_assert_cmpuint (unnamed->len, ==, 1);
  g_assert_cmpint (g_array_index (unnamed, gint64, 0), ==, id);
  g_assert_cmpuint (uncompared->len, ==, 1);
  g_assert_true (sb_store_index (fixture->store, NULL, NULL, &error));
  g_assert_cmpint (sb_store_count_unindexed (fixture->store, &error), ==, 0);
  g_assert_true (is_found (fixture, "vivres"));
}

/* Whoever stores a text meanwhile is not overwritten. */
static void
test_overtaken (Fixture *fixture,
                gconstpointer data)
{
  gint64 id = put (fixture, "Le convoi", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = sb_store_list_waiting_texts (fixture->store, 10, &error);
  SbWaitingText *waiting = g_ptr_array_index (texts, 0);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) document = get (fixture, id);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autofree char *text = NULL;

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "La page entière.", NULL));
  sb_change_set_put_document (changes, document, blocks, NULL);
  sb_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_store_count_waiting_texts (fixture->store, &error), ==, 0);

  sb_waiting_text_take_blocks (waiting, sb_text_intake_read (waiting->original, waiting->base));
  g_assert_true (sb_store_put_waiting_texts (fixture->store, texts, &error));
  text = get_text (fixture, id);
  g_assert_cmpstr (text, ==, "La page entière.");
}

/* What was removed comes back with the text that it had not yet. */
static void
test_removed (Fixture *fixture,
              gconstpointer data)
{
  gint64 id = put (fixture, "Le convoi", NULL);
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Supprimer");
  g_autoptr (SbRecord) document = get (fixture, id);
  g_autoptr (SbRef) ref = sb_record_dup_ref (document);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  sb_store_set_text_func (fixture->store, sb_text_intake_read);
  sb_change_set_remove (changes, ref);
  sb_store_apply (fixture->store, changes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_store_count_waiting_texts (fixture->store, &error), ==, 0);

  label = sb_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  text = get_text (fixture, id);
  g_assert_cmpstr (text, ==, TEXT);
}

/* A unit of work that fails in the middle of a hold: all of the hold is given up, since
 * what it had done is not taken back by itself. */
static void
test_spoilt (Fixture *fixture,
             gconstpointer data)
{
  gint64 id = put (fixture, "Le convoi", NULL);
  g_autoptr (SbChangeSet) good = sb_change_set_new (NULL);
  g_autoptr (SbChangeSet) bad = sb_change_set_new (NULL);
  g_autoptr (SbRecord) document = get (fixture, id);
  g_autoptr (SbRecord) other = NULL;
  g_autoptr (SbRef) ref = sb_record_dup_ref (document);
  g_autoptr (SbRef) nobody = sb_ref_new (SB_KIND_EXTRACT, 0, "00000000-0000-4000-8000-000000000001", NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (GError) error = NULL;
  SbStoreHold *hold = sb_store_hold (fixture->store, &error);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Un autre");
  other = sb_record_builder_end (builder);
  sb_change_set_put (good, other);
  sb_store_apply (fixture->store, good, &error);
  g_assert_no_error (error);
  sb_change_set_mark_read (bad, ref, TRUE);
  sb_change_set_put_evidence (bad, ref, nobody, SB_STANCE_SUPPORTS, SB_CREDIBILITY_2);
  g_assert_cmpint (sb_store_apply (fixture->store, bad, &error), ==, -1);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (sb_store_hold_commit (hold, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  sb_store_hold_free (hold);

  g_assert_cmpint (sb_store_count (fixture->store, query, &error), ==, 1);
  g_clear_object (&document);
  document = get (fixture, id);
  g_assert_false (sb_record_has (document, SB_DOCUMENT_READ));
}

/* Run in the worker. */
static gpointer
read_blocks (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  return sb_store_get_blocks (store, *(gint64 *) data, error);
}

/* Who opens a document in the window reads what waits, in the worker that reads. */
static void
test_opened (Fixture *fixture,
             gconstpointer data)
{
  gint64 id = put (fixture, "Le convoi", NULL);
  SbCatalogue *catalogue = sb_catalogue_new (sb_store_get_path (fixture->store));
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  sb_catalogue_set_text_func (catalogue, sb_text_intake_read);
  sb_catalogue_open_async (catalogue, NULL, sb_test_result_cb, &opened);
  sb_test_result_wait (&opened);
  g_assert_true (sb_catalogue_open_finish (catalogue, opened, &error));
  sb_catalogue_read_async (catalogue, read_blocks, &id, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, sb_test_result_cb, &read);
  sb_test_result_wait (&read);
  blocks = sb_catalogue_read_finish (catalogue, read, &error);
  g_assert_no_error (error);
  text = sb_blocks_join (blocks);
  g_assert_cmpstr (text, ==, TEXT);

  g_clear_object (&opened);
  g_clear_object (&read);
  sb_test_close_catalogue (catalogue);
}

#define ADD(name, func) g_test_add ("/sync/text-intake/" name, Fixture, NULL, set_up, func, tear_down)

static void
assert_nothing_waits (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) uncompared = sb_store_list_uncompared (fixture->store, 10, &error);
  g_autoptr (GArray) unnamed = sb_store_list_unnamed (fixture->store, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sb_store_count_waiting_texts (fixture->store, &error), ==, 0);
  g_assert_cmpuint (uncompared->len, ==, 0);
  g_assert_cmpuint (unnamed->len, ==, 0);
}

/* All that is left to do with documents is done at once; what is broken off is gone on
 * with. */
static void
test_all_at_once (Fixture *fixture,
                  gconstpointer data)
{
  gint64 first = put (fixture, LEAD, NULL);
  gint64 second = put (fixture, LEAD, NULL);
  g_autoptr (SbMentionIntake) names = sb_mention_intake_new ();
  g_autoptr (SbOperation) broken_off = sb_operation_new ("Sync");
  g_autoptr (SbOperation) operation = sb_operation_new ("Sync");
  g_autoptr (GPtrArray) mentions = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  sb_operation_cancel (broken_off);
  g_assert_false (sb_reading_intake_run (names, fixture->store, broken_off, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (sb_store_count_waiting_texts (fixture->store, &error), ==, 2);

  g_assert_true (sb_reading_intake_run (names, fixture->store, operation, &error));
  g_assert_no_error (error);
  assert_nothing_waits (fixture);
  text = get_text (fixture, first);
  g_assert_cmpstr (text, ==, TEXT);
  mentions = sb_store_list_mentions (fixture->store, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mentions->len, >, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (sb_operation_get_detail (operation));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("waiting", test_waiting);
  ADD ("taken-out", test_taken_out);
  ADD ("followers", test_followers);
  ADD ("overtaken", test_overtaken);
  ADD ("removed", test_removed);
  ADD ("spoilt", test_spoilt);
  ADD ("opened", test_opened);
  ADD ("all-at-once", test_all_at_once);

  return g_test_run ();
}
