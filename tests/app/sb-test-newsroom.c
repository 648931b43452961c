/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-newsroom.h"

#include "sb-app-resources.h"
#include "sb-record-builder.h"
#include "sb-test-folder.h"
#include "sb-test-loopback.h"
#include "sb-test-records.h"

#include <string.h>

#define ITEM(id, title)                                                                         \
  "<item><guid>" id "</guid><link>https://presse.example/" id "</link><title>" title "</title>" \
  "<pubDate>Wed, 29 Apr 2026 08:00:00 GMT</pubDate><description>Un texte.</description></item>"
#define RSS(title, items)                                                         \
  "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" title "</title>" \
  "<link>https://presse.example/</link><language>fr</language>" items "</channel></rss>"
#define LINK(title, address) \
  "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"" title "\" href=\"" address "\">"
#define PAGE(links) "<!DOCTYPE html><html><head><title>Site</title>" links "</head><body><p>Bonjour</p></body></html>"

static const struct
{
  const char *path;
  guint status;
  const char *type;
  const char *text;
} answers[] = {
  { "/feed", SOUP_STATUS_OK, "application/rss+xml", RSS ("Le fil du fleuve", ITEM ("a", "Convoi") ITEM ("b", "Marché")) },
  { "/other", SOUP_STATUS_OK, "application/rss+xml", RSS ("Notes du plateau", ITEM ("c", "Note")) },
  { "/page", SOUP_STATUS_OK, "text/html", PAGE (LINK ("Le fil du fleuve", "/feed") LINK ("Notes du plateau", "/other")) },
  { "/plain", SOUP_STATUS_OK, "text/html", PAGE ("") },
  { "/refused", SOUP_STATUS_FORBIDDEN, "text/plain", "no" },
};

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  if (g_str_equal (path, "/slow"))
    {
      soup_server_message_pause (message);
      return;
    }

  soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (path, answers[i].path))
      {
        soup_server_message_set_status (message, answers[i].status, NULL);
        soup_server_message_set_response (message, answers[i].type, SOUP_MEMORY_STATIC, answers[i].text,
                                          strlen (answers[i].text));
      }
}

static void
start_server (SbTestNewsroom *room)
{
  room->server = sb_test_loopback_new (handle_cb, NULL);
  room->address = g_strdup_printf ("http://127.0.0.1:%u", sb_test_loopback_get_port (room->server));
}

void
sb_test_newsroom_open (SbTestNewsroom *room,
                       gconstpointer data)
{
  g_autoptr (SbCatalogue) catalogue = NULL;

  g_resources_register (sb_app_get_resource ());
  room->folder = sb_test_make_folder ();
  catalogue = sb_test_open_catalogue (room->folder);
  room->context = sb_context_new (catalogue);
  sb_context_set_ready (room->context);
  start_server (room);
}

void
sb_test_newsroom_close (SbTestNewsroom *room,
                        gconstpointer data)
{
  gpointer catalogue = sb_context_get_catalogue (room->context);

  g_clear_pointer (&room->server, sb_test_loopback_free);
  g_object_add_weak_pointer (catalogue, &catalogue);
  g_clear_object (&room->context);
  /* A worker may be about to drop the last reference. */
  sb_test_wait (sb_test_is_null, &catalogue);
  sb_test_run_main_loop ();
  sb_test_remove_folder (room->folder);
  g_free (room->address);
}

char *
sb_test_newsroom_get_url (SbTestNewsroom *room,
                          const char *path)
{
  return g_strconcat (room->address, path, NULL);
}

char *
sb_test_newsroom_write_file (SbTestNewsroom *room,
                             const char *name,
                             const char *text)
{
  char *path = g_build_filename (room->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

void
sb_test_newsroom_add_feed (SbTestNewsroom *room,
                           const char *url,
                           const char *title)
{
  SbCatalogue *catalogue = sb_context_get_catalogue (room->context);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SbRecord) feed = NULL;
  g_autoptr (GError) error = NULL;

  sb_record_builder_set_text (builder, SB_FEED_URL, url);
  sb_record_builder_set_text (builder, SB_FEED_TITLE, title);
  sb_record_builder_set_term (builder, SB_FEED_STATE, SB_FEED_STATE_NEW);
  feed = sb_record_builder_end (builder);
  sb_change_set_put (changes, feed);
  sb_catalogue_write_async (catalogue, changes, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  g_assert_true (sb_catalogue_write_finish (catalogue, result, &error));
  g_assert_no_error (error);
}

GPtrArray *
sb_test_newsroom_list (SbTestNewsroom *room,
                       SbKind kind)
{
  SbCatalogue *catalogue = sb_context_get_catalogue (room->context);
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  sb_catalogue_list_async (catalogue, query, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  records = sb_catalogue_list_finish (catalogue, result, &error);
  g_assert_no_error (error);
  return records;
}
