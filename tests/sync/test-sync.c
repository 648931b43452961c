/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-sync.h"

#include <string.h>

#include "sb-block.h"
#include "sb-document.h"
#include "sb-feeds-error.h"
#include "sb-record-builder.h"
#include "sb-test-loopback.h"
#include "sb-test-records.h"
#include "sb-text-store.h"

#define ITEM(id, title, text)                                                                   \
  "<item><guid>" id "</guid><link>https://presse.example/" id "</link><title>" title "</title>" \
  "<pubDate>Wed, 29 Apr 2026 08:00:00 GMT</pubDate><description><![CDATA[" text "]]></description></item>"
#define RSS(items)                                                                       \
  "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Le fil du fleuve</title>" \
  "<link>https://presse.example/</link><language>fr</language>" items "</channel></rss>"

#define FIRST  ITEM ("a", "Convoi à Kayes", "<p>Un convoi est arrivé à <b>Kayes</b>.</p><script>x()</script>")
#define SECOND ITEM ("b", "Marché de Gao", "<p>Le marché a rouvert.</p><ul><li>mil</li><li>riz</li></ul>")
#define EDITED ITEM ("b", "Marché de Gao", "<p>Le marché a rouvert, puis fermé.</p>")

typedef struct
{
  char *folder; /* (owned) */
  SbCatalogue *catalogue; /* (owned) */
  SbSync *sync; /* (owned) */
  SbTestLoopback *server; /* (owned) */
  char *base; /* (owned) address of the server */
  const char *feed; /* what /feed answers */
  guint n_requests;
  guint n_not_modified;
} Fixture;

static void
answer (SoupServerMessage *message,
        guint status,
        const char *type,
        const char *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, text, strlen (text));
}

static void
answer_feed (Fixture *fixture,
             SoupServerMessage *message)
{
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);
  g_autofree char *etag = g_strdup_printf ("\"%x\"", g_str_hash (fixture->feed));

  if (g_strcmp0 (soup_message_headers_get_one (asked, "If-None-Match"), etag) == 0)
    {
      fixture->n_not_modified++;
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return;
    }

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "ETag", etag);
  answer (message, SOUP_STATUS_OK, "application/rss+xml", fixture->feed);
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_requests++;
  if (g_str_equal (path, "/feed"))
    answer_feed (fixture, message);
  else if (g_str_equal (path, "/empty"))
    answer (message, SOUP_STATUS_OK, "application/rss+xml", RSS (""));
  else if (g_str_equal (path, "/void"))
    answer (message, SOUP_STATUS_OK, "application/rss+xml", "");
  else if (g_str_equal (path, "/cut"))
    answer (message, SOUP_STATUS_OK, "application/rss+xml",
            "<rss version=\"2.0\"><channel><title>Le fil</title>" FIRST "<item><title>Mar");
  else if (g_str_equal (path, "/same-id"))
    answer (message, SOUP_STATUS_OK, "application/rss+xml",
            RSS (ITEM ("x", "Un", "<p>un</p>") ITEM ("x", "Deux", "<p>deux</p>") ITEM ("x", "Deux", "<p>deux</p>")));
  else if (g_str_equal (path, "/page"))
    answer (message, SOUP_STATUS_OK, "text/html",
            "<!DOCTYPE html><html><head><title>Le fleuve</title>"
            "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><body>Bonjour</body></html>");
  else if (g_str_equal (path, "/plain-page"))
    answer (message, SOUP_STATUS_OK, "text/html", "<!DOCTYPE html><html><body><p>Rien</p></body></html>");
  else if (g_str_equal (path, "/moved"))
    soup_server_message_set_redirect (message, SOUP_STATUS_MOVED_PERMANENTLY, "/feed");
  else if (g_str_equal (path, "/gone"))
    answer (message, SOUP_STATUS_GONE, "text/plain", "gone");
  else if (g_str_equal (path, "/refused"))
    answer (message, SOUP_STATUS_FORBIDDEN, "text/plain", "no");
  else if (g_str_equal (path, "/broken"))
    answer (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, "text/plain", "oh");
  else if (g_str_equal (path, "/slow"))
    soup_server_message_pause (message);
  else
    answer (message, SOUP_STATUS_NOT_FOUND, "text/plain", "not here");
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->catalogue = sb_test_open_catalogue (fixture->folder);

  fixture->sync = sb_sync_new (fixture->catalogue);
  fixture->feed = RSS (FIRST SECOND);
  fixture->server = sb_test_loopback_new (handle_cb, fixture);
  fixture->base = g_strdup_printf ("http://127.0.0.1:%u", sb_test_loopback_get_port (fixture->server));
}

/* Waits for the last reference, which a worker may be about to drop. */
static void
dispose_of (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->server, sb_test_loopback_free);
  dispose_of (fixture->sync);
  sb_test_close_catalogue (fixture->catalogue);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  sb_test_remove_folder (fixture->folder);
  g_free (fixture->base);
}

/* Opens the catalogue beside the program, as another one would. */
static SbStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SbStore *store = sb_store_open (sb_catalogue_get_path (fixture->catalogue), SB_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  return store;
}

static GPtrArray *
list (Fixture *fixture,
      SbKind kind)
{
  g_autoptr (SbStore) store = open_store (fixture);
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *records = sb_store_list (store, query, &error);

  g_assert_no_error (error);
  return records;
}

static SbRecord *
get_feed (Fixture *fixture,
          gint64 id)
{
  g_autoptr (SbStore) store = open_store (fixture);
  g_autoptr (GError) error = NULL;
  SbRecord *feed = sb_store_get (store, SB_KIND_FEED, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (feed);
  return feed;
}

static void
apply (Fixture *fixture,
       SbChangeSet *changes)
{
  g_autoptr (SbStore) store = open_store (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sb_store_apply (store, changes, &error), !=, -1);
  g_assert_no_error (error);
}

static gint64
put_feed (Fixture *fixture,
          const char *path)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);
  g_autoptr (SbRecord) feed = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbStore) store = open_store (fixture);
  g_autofree char *url = g_strconcat (fixture->base, path, NULL);

  sb_record_builder_set_text (builder, SB_FEED_URL, url);
  feed = sb_record_builder_end (builder);
  sb_change_set_put (changes, feed);
  apply (fixture, changes);
  stored = sb_store_get_by_uuid (store, SB_KIND_FEED, sb_record_get_uuid (feed), NULL);
  return sb_record_get_id (stored);
}

static SbFeedOutcome *
sync_one (Fixture *fixture,
          gint64 feed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;

  sb_sync_run_async (fixture->sync, &feed, 1, SB_SYNC_DEFAULT, NULL, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  outcomes = sb_sync_run_finish (fixture->sync, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcomes->len, ==, 1);
  return sb_feed_outcome_copy (g_ptr_array_index (outcomes, 0));
}

static SbFeedOutcome *
add (Fixture *fixture,
     const char *path,
     GError **error)
{
  g_autofree char *url = g_strconcat (fixture->base, path, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  sb_sync_add_feed_async (fixture->sync, url, NULL, SB_SYNC_ADD_DEFAULT, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  return sb_sync_add_feed_finish (fixture->sync, result, error);
}

static void
test_new (Fixture *fixture,
          gconstpointer data)
{
  gint64 feed = put_feed (fixture, "/feed");
  g_autoptr (SbFeedOutcome) outcome = sync_one (fixture, feed);
  g_autoptr (SbRecord) stored = get_feed (fixture, feed);
  g_autoptr (GPtrArray) documents = list (fixture, SB_KIND_DOCUMENT);
  g_autoptr (GPtrArray) sources = list (fixture, SB_KIND_SOURCE);
  g_autoptr (SbStore) store = open_store (fixture);
  g_autoptr (SbRecord) document = sb_store_find_document (store, feed, "a", NULL, NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (outcome->state, ==, SB_FEED_STATE_UPDATED);
  g_assert_cmpuint (outcome->n_new, ==, 2);
  g_assert_cmpint (outcome->n_bytes, >, 0);
  g_assert_cmpstr (outcome->title, ==, "Le fil du fleuve");
  g_assert_null (outcome->error_code);

  g_assert_cmpstr (sb_record_get_text (stored, SB_FEED_TITLE), ==, "Le fil du fleuve");
  g_assert_cmpstr (sb_record_get_text (stored, SB_FEED_HOME), ==, "https://presse.example/");
  g_assert_cmpint (sb_record_get_time (stored, SB_FEED_LAST_GOOD), >, 0);
  g_assert_cmpint (sb_record_get_time (stored, SB_FEED_NEXT_DUE), >, sb_record_get_time (stored, SB_FEED_LAST_GOOD));

  g_assert_cmpuint (documents->len, ==, 2);
  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_nonnull (document);
  g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_TITLE), ==, "Convoi à Kayes");
  g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_LANGUAGE), ==, "fr");
  g_assert_cmpstr (sb_date_get_edtf (sb_record_get_date (document, SB_DOCUMENT_DATE)), ==, "2026-04-29");
  g_assert_cmpstr (sb_ref_get_name (sb_record_get_ref (document, SB_DOCUMENT_SOURCE), SB_LANGUAGE_FR), ==,
                   "Le fil du fleuve");
  blocks = sb_store_get_blocks (store, sb_record_get_id (document), NULL);
  text = sb_blocks_join (blocks);
  g_assert_cmpstr (text, ==, "Un convoi est arrivé à Kayes.");
}

static void
test_unchanged (Fixture *fixture,
                gconstpointer data)
{
  gint64 feed = put_feed (fixture, "/feed");
  g_autoptr (SbFeedOutcome) first = sync_one (fixture, feed);
  g_autoptr (SbFeedOutcome) second = sync_one (fixture, feed);

  g_assert_cmpint (second->state, ==, SB_FEED_STATE_UNCHANGED);
  g_assert_cmpuint (fixture->n_not_modified, ==, 1);
  g_assert_cmpuint (second->n_new + second->n_updated, ==, 0);
}

/* Entries as they are written, with a summary beside the text, or a list before the
 * first paragraph. */
#define RICH                                                                                                            \
  "<item><guid>c</guid><title>Puits</title><description><![CDATA[<ul><li>Deux puits</li></ul><p>à sec.</p>]]>"         \
  "</description><content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><![CDATA[<p>Deux <b>puits" \
  "</b> sont à sec.</p><blockquote>On attend.</blockquote>]]></content:encoded></item>"                                \
  "<item><link>https://presse.example/d</link><description><![CDATA[<h3>Vivres</h3><ul><li>mil</li></ul>"               \
  "<p>Le dépôt&nbsp;est vide.</p>]]></description></item><item><guid>e</guid><title>Sans texte</title></item>"

/* What was stored with its text, as it was before texts were left for later, is what the
 * feed says still: nothing is written. */
static void
test_stored_whole (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedOutcome) first = NULL;
  g_autoptr (SbFeedOutcome) second = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  fixture->feed = RSS (FIRST SECOND RICH);
  first = add (fixture, "/feed", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->n_new, ==, 5);
  before = list (fixture, SB_KIND_DOCUMENT);

  /* Another answer with the same entries. */
  fixture->feed = RSS (FIRST SECOND RICH) " ";
  second = sync_one (fixture, first->feed);
  g_assert_cmpuint (fixture->n_not_modified, ==, 0);
  g_assert_cmpint (second->state, ==, SB_FEED_STATE_UNCHANGED);
  after = list (fixture, SB_KIND_DOCUMENT);
  g_assert_cmpuint (after->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_true (sb_record_equal (g_ptr_array_index (before, i), g_ptr_array_index (after, i)));
}

/* What the text of was taken out later is as if it had been taken out at once. */
static void
test_stored_later (Fixture *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *entry;
    const char *title;
    const char *lead;
    gboolean has_text;
  } entries[] = {
    { "a", "Convoi à Kayes", "Un convoi est arrivé à Kayes.", TRUE },
    { "b", "Marché de Gao", "Le marché a rouvert.", TRUE },
    { "c", "Puits", "Deux puits à sec.", TRUE },
    { "https://presse.example/d", "Le dépôt\u00a0est vide.", "Le dépôt\u00a0est vide.", TRUE },
    { "e", "Sans texte", NULL, FALSE },
  };
  gint64 feed = put_feed (fixture, "/feed");
  g_autoptr (SbFeedOutcome) later = NULL;
  g_autoptr (SbFeedOutcome) again = NULL;
  g_autoptr (SbStore) store = open_store (fixture);

  fixture->feed = RSS (FIRST SECOND RICH);
  later = sync_one (fixture, feed);
  g_assert_cmpuint (later->n_new, ==, G_N_ELEMENTS (entries));
  fixture->feed = RSS (FIRST SECOND RICH) " ";
  again = sync_one (fixture, feed);
  g_assert_cmpint (again->state, ==, SB_FEED_STATE_UNCHANGED);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (SbRecord) document = sb_store_find_document (store, feed, entries[i].entry, NULL, NULL);
      g_autoptr (GPtrArray) blocks = sb_store_get_blocks (store, sb_record_get_id (document), NULL);
      g_autofree char *text = sb_blocks_join (blocks);
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

      g_assert_cmpint (blocks->len > 0, ==, entries[i].has_text);
      g_assert_cmpint (sb_record_get_integer (document, SB_DOCUMENT_WORDS, 0) > 0, ==, entries[i].has_text);
      g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_TITLE), ==, entries[i].title);
      g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_LEAD), ==, entries[i].lead);
      g_assert_cmpstr (sb_record_get_text (document, SB_DOCUMENT_TEXT_HASH), ==, hash);
    }
}

/* An entry that changed is updated; what the reader marked stays, and entries
 * that did not change are not written. */
/* Who sees to the texts finds them waiting. */
static void
test_texts_left (Fixture *fixture,
                 gconstpointer data)
{
  gint64 feed = put_feed (fixture, "/feed");
  g_autoptr (SbStore) store = open_store (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GError) error = NULL;

  fixture->feed = RSS (FIRST SECOND RICH);
  sb_sync_run_async (fixture->sync, &feed, 1, SB_SYNC_LEAVE_TEXTS, NULL, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  outcomes = sb_sync_run_finish (fixture->sync, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((SbFeedOutcome *) g_ptr_array_index (outcomes, 0))->n_new, ==, 5);
  g_assert_cmpint (sb_store_count_waiting_texts (store, &error), ==, 3);
}

static void
test_updated (Fixture *fixture,
              gconstpointer data)
{
  gint64 feed = put_feed (fixture, "/feed");
  g_autoptr (SbFeedOutcome) first = sync_one (fixture, feed);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbStore) store = open_store (fixture);
  g_autoptr (SbRecord) before = sb_store_find_document (store, feed, "b", NULL, NULL);
  g_autoptr (SbRecord) other = sb_store_find_document (store, feed, "a", NULL, NULL);
  g_autoptr (SbRef) ref = sb_record_dup_ref (before);
  g_autoptr (SbFeedOutcome) second = NULL;
  g_autoptr (SbRecord) after = NULL;
  g_autoptr (SbRecord) other_after = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;

  sb_change_set_mark_read (changes, ref, TRUE);
  sb_change_set_mark_starred (changes, ref, TRUE);
  apply (fixture, changes);

  fixture->feed = RSS (FIRST EDITED);
  second = sync_one (fixture, feed);
  g_assert_cmpint (second->state, ==, SB_FEED_STATE_UPDATED);
  g_assert_cmpuint (second->n_new, ==, 0);
  g_assert_cmpuint (second->n_updated, ==, 1);

  after = sb_store_find_document (store, feed, "b", NULL, NULL);
  g_assert_cmpint (sb_record_get_id (after), ==, sb_record_get_id (before));
  g_assert_cmpint (sb_record_get_time (after, SB_DOCUMENT_READ), >, 0);
  g_assert_true (sb_record_get_boolean (after, SB_DOCUMENT_STARRED));
  blocks = sb_store_get_blocks (store, sb_record_get_id (after), NULL);
  text = sb_blocks_join (blocks);
  g_assert_cmpstr (text, ==, "Le marché a rouvert, puis fermé.");

  other_after = sb_store_find_document (store, feed, "a", NULL, NULL);
  g_assert_true (sb_record_equal (other, other_after));
}

/* An entry that has dropped out of its feed is still there. */
static void
test_dropped (Fixture *fixture,
              gconstpointer data)
{
  gint64 feed = put_feed (fixture, "/feed");
  g_autoptr (SbFeedOutcome) first = sync_one (fixture, feed);
  g_autoptr (SbFeedOutcome) second = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  fixture->feed = RSS (SECOND);
  second = sync_one (fixture, feed);
  documents = list (fixture, SB_KIND_DOCUMENT);
  g_assert_cmpint (second->state, ==, SB_FEED_STATE_UNCHANGED);
  g_assert_cmpuint (documents->len, ==, 2);
}

typedef struct
{
  const char *path;
  SbFeedState state;
  const char *code;
  guint n_new;
  gboolean is_paused;
} Failure;

static const Failure failures[] = {
  { "/empty", SB_FEED_STATE_EMPTY, NULL, 0, FALSE },
  { "/void", SB_FEED_STATE_EMPTY, "empty", 0, FALSE },
  { "/page", SB_FEED_STATE_FAILED, "html", 0, FALSE },
  { "/missing", SB_FEED_STATE_FAILED, "not-found", 0, FALSE },
  { "/gone", SB_FEED_STATE_GONE, "gone", 0, TRUE },
  { "/refused", SB_FEED_STATE_REFUSED, "refused", 0, FALSE },
  { "/broken", SB_FEED_STATE_FAILED, "server", 0, FALSE },
  { "/cut", SB_FEED_STATE_UPDATED, "incomplete", 1, FALSE },
  { "/same-id", SB_FEED_STATE_UPDATED, NULL, 2, FALSE },
};

/* What goes wrong is said, and kept with the feed. */
static void
test_failure (Fixture *fixture,
              gconstpointer data)
{
  const Failure *failure = data;
  gint64 feed = put_feed (fixture, failure->path);
  g_autoptr (SbFeedOutcome) outcome = sync_one (fixture, feed);
  g_autoptr (SbRecord) stored = get_feed (fixture, feed);
  g_autofree char *reason = sb_feed_outcome_dup_reason (outcome, SB_LANGUAGE_FR);
  g_autofree char *stored_reason = sb_feed_dup_reason (stored, SB_LANGUAGE_FR);

  g_assert_cmpint (outcome->state, ==, failure->state);
  g_assert_cmpstr (outcome->error_code, ==, failure->code);
  g_assert_cmpstr (outcome->title, !=, "");
  g_assert_cmpuint (outcome->n_new, ==, failure->n_new);
  g_assert_cmpint (sb_record_get_term (stored, SB_FEED_STATE, -1), ==, failure->state);
  g_assert_cmpstr (sb_record_get_text (stored, SB_FEED_ERROR_CODE), ==, failure->code);
  g_assert_cmpint (sb_record_get_boolean (stored, SB_FEED_PAUSED), ==, failure->is_paused);
  g_assert_cmpstr (reason, ==, stored_reason);
  g_assert_cmpint (reason != NULL, ==, failure->code != NULL || failure->state == SB_FEED_STATE_EMPTY);
}

/* A feed that fails keeps what it had, is asked less often, and recovers. */
static void
test_recovers (Fixture *fixture,
               gconstpointer data)
{
  gint64 feed = put_feed (fixture, "/feed");
  g_autoptr (SbFeedOutcome) first = sync_one (fixture, feed);
  g_autoptr (SbRecord) good = get_feed (fixture, feed);
  g_autoptr (SbFeedOutcome) bad_outcome = NULL;
  g_autoptr (SbRecord) bad = NULL;
  g_autoptr (SbFeedOutcome) second = NULL;
  g_autoptr (SbRecord) recovered = NULL;

  fixture->feed = "{\"no\": \"feed\"}";
  bad_outcome = sync_one (fixture, feed);
  bad = get_feed (fixture, feed);
  g_assert_cmpint (bad_outcome->state, ==, SB_FEED_STATE_FAILED);
  g_assert_cmpint (sb_record_get_integer (bad, SB_FEED_FAILURES, 0), ==, 1);
  g_assert_cmpint (sb_record_get_time (bad, SB_FEED_LAST_GOOD), ==, sb_record_get_time (good, SB_FEED_LAST_GOOD));
  g_assert_cmpint (sb_record_get_time (bad, SB_FEED_NEXT_DUE), >, sb_record_get_time (good, SB_FEED_NEXT_DUE));
  g_assert_cmpstr (sb_record_get_text (bad, SB_FEED_ETAG), ==, sb_record_get_text (good, SB_FEED_ETAG));

  fixture->feed = RSS (FIRST SECOND);
  second = sync_one (fixture, feed);
  recovered = get_feed (fixture, feed);
  g_assert_cmpint (second->state, ==, SB_FEED_STATE_UNCHANGED);
  g_assert_cmpint (sb_record_get_integer (recovered, SB_FEED_FAILURES, -1), ==, 0);
  g_assert_false (sb_record_has (recovered, SB_FEED_ERROR_CODE));
}

/* A feed that moved for good is asked at its new place. */
static void
test_moved (Fixture *fixture,
            gconstpointer data)
{
  gint64 feed = put_feed (fixture, "/moved");
  g_autoptr (SbFeedOutcome) outcome = sync_one (fixture, feed);
  g_autoptr (SbRecord) stored = get_feed (fixture, feed);

  g_assert_cmpuint (outcome->n_new, ==, 2);
  g_assert_true (g_str_has_suffix (sb_record_get_text (stored, SB_FEED_URL), "/feed"));
}

/* Only what is due is asked, or all with "now" but what is gone. */
static void
test_due (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (SbOperation) operation = sb_operation_new ("Sync");
  g_autoptr (GError) error = NULL;
  const struct
  {
    SbSyncFlags flags;
    guint n_outcomes;
  } runs[] = { { SB_SYNC_DEFAULT, 3 }, { SB_SYNC_DEFAULT, 0 }, { SB_SYNC_NOW, 2 } };

  put_feed (fixture, "/feed");
  put_feed (fixture, "/missing");
  put_feed (fixture, "/gone");
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) outcomes = NULL;

      sb_sync_run_async (fixture->sync, NULL, 0, runs[i].flags, operation, NULL, sb_test_result_cb, &result);
      sb_test_result_wait (&result);
      outcomes = sb_sync_run_finish (fixture->sync, result, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (outcomes->len, ==, runs[i].n_outcomes);
    }

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (sb_operation_get_fraction (operation), ==, 1.0);
  g_assert_cmpstr (sb_operation_get_detail (operation), !=, "");
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* What was stored before the cancelling is whole, the rest is untouched. */
static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  gint64 slow = put_feed (fixture, "/slow");
  g_autoptr (SbRecord) feed = NULL;

  put_feed (fixture, "/feed");
  sb_sync_run_async (fixture->sync, NULL, 0, SB_SYNC_NOW, NULL, cancellable, sb_test_result_cb, &result);
  g_timeout_add (200, cancel_cb, cancellable);
  sb_test_result_wait (&result);
  outcomes = sb_sync_run_finish (fixture->sync, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (outcomes);

  feed = get_feed (fixture, slow);
  g_assert_false (sb_record_has (feed, SB_FEED_LAST_ATTEMPT));
}

static void
test_add_feed (Fixture *fixture,
               gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedOutcome) outcome = add (fixture, path, &error);
  g_autoptr (SbFeedOutcome) again = NULL;
  g_autoptr (GPtrArray) feeds = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (outcome->url, "/feed"));
  g_assert_cmpuint (outcome->n_new, ==, 2);

  again = add (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->feed, ==, outcome->feed);
  g_assert_cmpint (again->state, ==, SB_FEED_STATE_UNCHANGED);
  feeds = list (fixture, SB_KIND_FEED);
  g_assert_cmpuint (feeds->len, ==, 1);
}

/* No feed there: nothing is stored, and the reason is told. */
static void
test_add_nothing (Fixture *fixture,
                  gconstpointer data)
{
  const struct
  {
    const char *path;
    SbFeedsError code;
  } cases[] = {
    { "/plain-page", SB_FEEDS_ERROR_HTML },
    { "/missing", SB_FEEDS_ERROR_NOT_FOUND },
    { "/gone", SB_FEEDS_ERROR_GONE },
  };
  g_autoptr (GPtrArray) feeds = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbFeedOutcome) outcome = add (fixture, cases[i].path, &error);

      g_assert_error (error, SB_FEEDS_ERROR, (int) cases[i].code);
      g_assert_null (outcome);
    }

  feeds = list (fixture, SB_KIND_FEED);
  g_assert_cmpuint (feeds->len, ==, 0);
}

/* A server that has a fault today is asked again tomorrow. */
static void
test_add_later (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedOutcome) outcome = add (fixture, "/broken", &error);
  g_autoptr (SbRecord) feed = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (outcome->state, ==, SB_FEED_STATE_FAILED);
  g_assert_cmpstr (outcome->error_code, ==, "server");
  feed = get_feed (fixture, outcome->feed);
  g_assert_cmpint (sb_record_get_integer (feed, SB_FEED_FAILURES, 0), ==, 1);
}

static void
test_add_file (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SbFeedOutcome) outcome = NULL;

  sb_sync_add_feed_async (fixture->sync, "file:///etc/passwd", NULL, SB_SYNC_ADD_DEFAULT, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  outcome = sb_sync_add_feed_finish (fixture->sync, result, &error);
  g_assert_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_ADDRESS);
  g_assert_null (outcome);
}

/* What another feed has brought is not brought again. */
static void
test_two_feeds (Fixture *fixture,
                gconstpointer data)
{
  gint64 feeds[] = { put_feed (fixture, "/feed"), put_feed (fixture, "/cut") };
  g_autoptr (SbFeedOutcome) first = sync_one (fixture, feeds[0]);
  g_autoptr (SbFeedOutcome) second = sync_one (fixture, feeds[1]);
  g_autoptr (GPtrArray) documents = list (fixture, SB_KIND_DOCUMENT);

  g_assert_cmpuint (documents->len, ==, 2);
  g_assert_cmpuint (second->n_new + second->n_updated, ==, 0);
}

#define ADD(path, data, func) g_test_add ("/sync/sync/" path, Fixture, data, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("new", NULL, test_new);
  ADD ("unchanged", NULL, test_unchanged);
  ADD ("stored-whole", NULL, test_stored_whole);
  ADD ("stored-later", NULL, test_stored_later);
  ADD ("texts-left", NULL, test_texts_left);
  ADD ("updated", NULL, test_updated);
  ADD ("dropped", NULL, test_dropped);
  ADD ("recovers", NULL, test_recovers);
  ADD ("moved", NULL, test_moved);
  ADD ("due", NULL, test_due);
  ADD ("cancelled", NULL, test_cancelled);
  ADD ("add/feed", "/feed", test_add_feed);
  ADD ("add/page", "/page", test_add_feed);
  ADD ("add/moved", "/moved", test_add_feed);
  ADD ("add/nothing", NULL, test_add_nothing);
  ADD ("add/later", NULL, test_add_later);
  ADD ("add/file", NULL, test_add_file);
  ADD ("two-feeds", NULL, test_two_feeds);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/sync/sync/failure", failures[i].path, NULL);

      g_test_add (path, Fixture, &failures[i], set_up, test_failure, tear_down);
    }

  return g_test_run ();
}
