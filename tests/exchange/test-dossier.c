/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document.h"
#include "sb-dossier-import.h"
#include "sb-dossier-writer.h"
#include "sb-event.h"
#include "sb-feed.h"
#include "sb-record-builder.h"
#include "sb-store-check.h"
#include "sb-test-folder.h"

#define FEED_UUID     "0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0001"
#define DOCUMENT_UUID "0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0002"
#define EVENT_UUID    "0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0003"
#define EXTRACT_UUID  "0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0004"
#define DOSSIER_UUID  "0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0005"
#define TEXT          "Le pont est coupé."

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) what is handed on */
  SbStore *other; /* (owned) where it goes */
} Fixture;

static SbStore *
open_store (Fixture *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  SbStore *store = sb_store_open (path, SB_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sb_test_make_folder ();
  fixture->store = open_store (fixture, "from.db");
  fixture->other = open_store (fixture, "to.db");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->other);
  sb_test_remove_folder (fixture->folder);
}

static SbRecord *
make_feed (const char *url,
           gboolean is_polled)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);

  sb_record_builder_set_uuid (builder, FEED_UUID);
  sb_record_builder_set_text (builder, SB_FEED_URL, url);
  sb_record_builder_set_text (builder, SB_FEED_TITLE, "Le fil");
  if (is_polled)
    {
      sb_record_builder_set_term (builder, SB_FEED_STATE, SB_FEED_STATE_UPDATED);
      sb_record_builder_set_text (builder, SB_FEED_ETAG, "\"abc\"");
      sb_record_builder_set_time (builder, SB_FEED_LAST_GOOD, 1780000000);
      sb_record_builder_set_boolean (builder, SB_FEED_PAUSED, TRUE);
    }
  return sb_record_builder_end (builder);
}

static SbRecord *
make_document (gboolean is_starred)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbRef) feed = sb_ref_new (SB_KIND_FEED, 0, FEED_UUID, NULL);

  sb_record_builder_set_uuid (builder, DOCUMENT_UUID);
  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Dépêche");
  sb_record_builder_set_ref (builder, SB_DOCUMENT_FEED, feed);
  sb_record_builder_set_boolean (builder, SB_DOCUMENT_STARRED, is_starred);
  return sb_record_builder_end (builder);
}

static SbRecord *
make_titled (const SbSchema *schema,
             const char *uuid,
             const char *fr)
{
  SbRecordBuilder *builder = sb_record_builder_new (schema);
  g_autoptr (SbDate) date = sb_date_new ("2026-04-25", NULL);

  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_words (builder, schema->title, fr, NULL);
  if (schema == &sb_event_schema)
    {
      sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
      sb_record_builder_set_term (builder, SB_EVENT_TYPE, SB_EVENT_TYPE_BATTLE);
    }
  return sb_record_builder_end (builder);
}

static void
apply (SbStore *store,
       SbChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);
}

/* A feed with a name and password in its address, a document of it with its
 * original, an extract, an event that rests on it, a dossier of the event. */
static void
fill (Fixture *fixture)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (GBytes) original = g_bytes_new_static ("<p>Le pont est coup\303\251.</p>", 26);
  g_autoptr (SbRecord) feed = make_feed ("https://nom:secret@fil.example/rss?a=%20b", TRUE);
  g_autoptr (SbRecord) document = make_document (TRUE);
  g_autoptr (SbRecord) event = make_titled (&sb_event_schema, EVENT_UUID, "Pont coupé");
  g_autoptr (SbRecord) dossier = make_titled (sb_kind_get_schema (SB_KIND_DOSSIER), DOSSIER_UUID, "Le pont");
  g_autoptr (SbRef) event_ref = sb_record_dup_ref (event);
  g_autoptr (SbRef) dossier_ref = sb_record_dup_ref (dossier);
  g_autoptr (SbRef) document_ref = sb_record_dup_ref (document);
  g_autoptr (SbRef) extract_ref = sb_ref_new (SB_KIND_EXTRACT, 0, EXTRACT_UUID, NULL);
  SbRecordBuilder *builder = sb_record_builder_new (sb_kind_get_schema (SB_KIND_EXTRACT));
  g_autoptr (SbRecord) extract = NULL;

  sb_record_builder_set_uuid (builder, EXTRACT_UUID);
  sb_record_builder_set_ref (builder, 0, document_ref);
  sb_record_builder_set_integer (builder, 1, 0);
  sb_record_builder_set_integer (builder, 2, g_utf8_strlen (TEXT, -1));
  sb_record_builder_set_text (builder, 3, TEXT);
  extract = sb_record_builder_end (builder);

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, TEXT, NULL));
  sb_change_set_put (changes, feed);
  sb_change_set_put_document (changes, document, blocks, original);
  sb_change_set_put (changes, extract);
  sb_change_set_put (changes, event);
  sb_change_set_put (changes, dossier);
  sb_change_set_put_evidence (changes, event_ref, extract_ref, SB_STANCE_SUPPORTS, SB_CREDIBILITY_NONE);
  sb_change_set_add_member (changes, dossier_ref, event_ref);
  apply (fixture->store, changes);
}

static GBytes *export(Fixture *fixture,
                      SbStore *store,
                      gint64 dossier,
                      gint64 n_expected)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.sahelbrief", NULL);
  g_autoptr (GError) error = NULL;
  gint64 n_records = sb_dossier_write (store, dossier, path, NULL, NULL, &error);
  char *bytes;
  gsize size;

  g_assert_no_error (error);
  g_assert_cmpint (n_records, ==, n_expected);
  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static SbImportCounts
import (SbStore *store,
        GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  SbImportCounts counts = { 0 };

  g_assert_true (sb_dossier_sniff (stream));
  sb_dossier_import (store, stream, "Import", &counts, NULL, NULL, &error);
  g_assert_no_error (error);
  return counts;
}

static void
assert_counts (SbImportCounts counts,
               guint added,
               guint updated,
               guint unchanged)
{
  g_assert_cmpuint (counts.added, ==, added);
  g_assert_cmpuint (counts.updated, ==, updated);
  g_assert_cmpuint (counts.unchanged, ==, unchanged);
}

static SbRecord *
get (SbStore *store,
     SbKind kind,
     const char *uuid)
{
  g_autoptr (GError) error = NULL;
  SbRecord *record = sb_store_get_by_uuid (store, kind, uuid, &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_sound (SbStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sb_store_check (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) dossier = NULL;
  g_autoptr (GBytes) original = NULL;

  fill (fixture);
  first = export(fixture, fixture->store, 0, 5);
  assert_counts (import (fixture->other, first), 5, 0, 0);
  second = export(fixture, fixture->other, 0, 5);
  g_assert_true (g_bytes_equal (first, second));
  assert_counts (import (fixture->other, first), 0, 0, 5);
  assert_counts (import (fixture->store, first), 0, 0, 5);
  assert_sound (fixture->other);

  document = get (fixture->other, SB_KIND_DOCUMENT, DOCUMENT_UUID);
  original = sb_store_get_original (fixture->other, sb_record_get_id (document), NULL);
  g_assert_cmpuint (g_bytes_get_size (original), ==, 26);

  /* The dossier needs all that there is. */
  dossier = get (fixture->store, SB_KIND_DOSSIER, DOSSIER_UUID);
  one = export(fixture, fixture->store, sb_record_get_id (dossier), 5);
  g_assert_true (g_bytes_equal (first, one));
}

/* What is of no concern to others neither leaves nor is lost. */
static void
test_private (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbRecord) feed = NULL;
  g_autoptr (SbRecord) kept = NULL;
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) starred = NULL;

  fill (fixture);
  bytes = export(fixture, fixture->store, 0, 5);
  import (fixture->other, bytes);
  feed = get (fixture->other, SB_KIND_FEED, FEED_UUID);
  g_assert_cmpstr (sb_record_get_text (feed, SB_FEED_URL), ==, "https://fil.example/rss?a=%20b");
  g_assert_cmpint (sb_record_get_term (feed, SB_FEED_STATE, -1), ==, SB_FEED_STATE_NEW);
  g_assert_false (sb_record_has (feed, SB_FEED_ETAG));
  g_assert_false (sb_record_has (feed, SB_FEED_LAST_GOOD));
  g_assert_false (sb_record_get_boolean (feed, SB_FEED_PAUSED));
  document = get (fixture->other, SB_KIND_DOCUMENT, DOCUMENT_UUID);
  g_assert_false (sb_record_get_boolean (document, SB_DOCUMENT_STARRED));

  import (fixture->store, bytes);
  kept = get (fixture->store, SB_KIND_FEED, FEED_UUID);
  g_assert_cmpstr (sb_record_get_text (kept, SB_FEED_URL), ==, "https://nom:secret@fil.example/rss?a=%20b");
  g_assert_cmpstr (sb_record_get_text (kept, SB_FEED_ETAG), ==, "\"abc\"");
  g_assert_true (sb_record_get_boolean (kept, SB_FEED_PAUSED));
  starred = get (fixture->store, SB_KIND_DOCUMENT, DOCUMENT_UUID);
  g_assert_true (sb_record_get_boolean (starred, SB_DOCUMENT_STARRED));
}

/* The dossier wins over what is there, leaves alone what it does not tell of, and
 * is undone as one. */
static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) mine = make_titled (&sb_event_schema, EVENT_UUID, "Pont endommagé");
  g_autoptr (SbRecord) other = make_titled (&sb_event_schema, "0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0009", "Marché");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbRecord) merged = NULL;
  g_autoptr (SbRecord) undone = NULL;
  g_autoptr (SbRecord) gone = NULL;
  g_autoptr (SbRecord) untouched = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  sb_change_set_put (changes, mine);
  sb_change_set_put (changes, other);
  apply (fixture->other, changes);

  bytes = export(fixture, fixture->store, 0, 5);
  assert_counts (import (fixture->other, bytes), 4, 1, 0);
  merged = get (fixture->other, SB_KIND_EVENT, EVENT_UUID);
  g_assert_cmpstr (sb_record_get_title (merged, SB_LANGUAGE_FR), ==, "Pont coupé");
  g_assert_cmpuint (sb_record_get_n_extracts (merged), ==, 1);
  untouched = get (fixture->other, SB_KIND_EVENT, "0b1c7c1e-4c1d-4bb0-9d5e-6a1d4f0a0009");
  g_assert_nonnull (untouched);

  label = sb_store_undo (fixture->other, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Import");
  undone = get (fixture->other, SB_KIND_EVENT, EVENT_UUID);
  g_assert_cmpstr (sb_record_get_title (undone, SB_LANGUAGE_FR), ==, "Pont endommagé");
  gone = get (fixture->other, SB_KIND_DOCUMENT, DOCUMENT_UUID);
  g_assert_null (gone);
  assert_sound (fixture->other);
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "none.sahelbrief", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (SbRecord) none = NULL;
  g_autoptr (GError) unwritten = NULL;
  g_autoptr (GError) unread = NULL;

  fill (fixture);
  bytes = export(fixture, fixture->store, 0, 5);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (sb_dossier_write (fixture->store, 0, path, NULL, cancellable, &unwritten), ==, -1);
  g_assert_error (unwritten, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (sb_dossier_import (fixture->other, stream, NULL, NULL, NULL, cancellable, &unread));
  g_assert_error (unread, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  none = get (fixture->other, SB_KIND_EVENT, EVENT_UUID);
  g_assert_null (none);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/dossier/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/exchange/dossier/private", Fixture, NULL, set_up, test_private, tear_down);
  g_test_add ("/exchange/dossier/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/exchange/dossier/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
