/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-dialog.h"
#include "sb-feed-row.h"
#include "sb-test-newsroom.h"
#include "sb-window-private.h"

#include <string.h>

#define OPML                                                                   \
  "<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"Mali\">" \
  "<outline type=\"rss\" text=\"Un\" xmlUrl=\"https://presse.example/un\"/>"   \
  "<outline type=\"rss\" text=\"Deux\" xmlUrl=\"https://presse.example/deux\"/></outline></body></opml>"

typedef struct
{
  SbTestNewsroom room;
  SbWindow *window; /* (nullable) once it was closed */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  sb_test_newsroom_open (&fixture->room, NULL);
  fixture->window = sb_window_new (NULL, fixture->room.context);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_widget_show (GTK_WIDGET (fixture->window));
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));

  /* Closing it frees it, whatever was under way. */
  sb_test_wait (is_closed, fixture);
  sb_test_newsroom_close (&fixture->room, NULL);
}

static void
activate (Fixture *fixture,
          const char *action)
{
  sb_test_activate (GTK_WIDGET (fixture->window), action);
}

static guint
count_operations (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (sb_context_get_operations (fixture->room.context)));
}

static gboolean
is_idle (gpointer data)
{
  return count_operations (data) == 0;
}

static void
add_feed (Fixture *fixture,
          const char *path)
{
  g_autofree char *url = sb_test_newsroom_get_url (&fixture->room, path);

  sb_test_newsroom_add_feed (&fixture->room, url, path);
}

static const char *
get_sync_action (Fixture *fixture)
{
  return gtk_actionable_get_action_name (GTK_ACTIONABLE (fixture->window->sync_button));
}

static AdwViewStackPage *
get_documents_page (Fixture *fixture)
{
  return adw_view_stack_get_page (fixture->window->pages,
                                  adw_view_stack_get_child_by_name (fixture->window->pages, "documents"));
}

static gboolean
has_badge_2 (gpointer data)
{
  return adw_view_stack_page_get_badge_number (get_documents_page (data)) == 2;
}

static void
test_sync (Fixture *fixture,
           gconstpointer data)
{
  add_feed (fixture, "/feed");
  add_feed (fixture, "/refused");
  g_assert_cmpstr (get_sync_action (fixture), ==, "win.sync");

  activate (fixture, "win.sync");
  g_assert_cmpuint (count_operations (fixture), ==, 1);
  g_assert_cmpstr (get_sync_action (fixture), ==, "win.stop-sync");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window->sync_ring)));

  sb_test_wait (is_idle, fixture);
  g_assert_cmpstr (get_sync_action (fixture), ==, "win.sync");
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (fixture->window), "2 new documents, 1 feed failed"));

  /* What was not read is counted beside the name of the page. */
  sb_test_wait (has_badge_2, fixture);
  g_assert_true (adw_view_stack_page_get_needs_attention (get_documents_page (fixture)));
}

static void
test_sync_stops (Fixture *fixture,
                 gconstpointer data)
{
  add_feed (fixture, "/slow");
  activate (fixture, "win.sync");
  sb_test_run_main_loop ();
  g_assert_cmpuint (count_operations (fixture), ==, 1);

  activate (fixture, "win.stop-sync");
  sb_test_wait (is_idle, fixture);
  g_assert_cmpstr (get_sync_action (fixture), ==, "win.sync");
}

static void
test_sync_without_feeds (Fixture *fixture,
                         gconstpointer data)
{
  activate (fixture, "win.sync");
  sb_test_wait (is_idle, fixture);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (fixture->window), "There are no feeds to fetch. Ctrl+D adds one."));
}

static void
test_closes_while_syncing (Fixture *fixture,
                           gconstpointer data)
{
  add_feed (fixture, "/slow");
  activate (fixture, "win.sync");
  sb_test_run_main_loop ();
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sb_test_wait (is_closed, fixture);
  sb_test_wait (is_idle, fixture);
}

static void
import (Fixture *fixture,
        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sb_window_import_files (fixture->window, &file, 1);
  sb_test_wait (is_idle, fixture);
}

static void
test_imports (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *opml = sb_test_newsroom_write_file (&fixture->room, "feeds.opml", OPML);
  g_autofree char *text = sb_test_newsroom_write_file (&fixture->room, "note.txt", "Une note\n\nUn convoi est parti de Kayes.\n");
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  import (fixture, opml);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (fixture->window), "2 feeds added"));
  feeds = sb_test_newsroom_list (&fixture->room, SB_KIND_FEED);
  g_assert_cmpuint (feeds->len, ==, 2);

  /* A document that comes alone is opened. */
  import (fixture, text);
  documents = sb_test_newsroom_list (&fixture->room, SB_KIND_DOCUMENT);
  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture->window->pages), ==, "documents");
}

static void
test_import_says_what_failed (Fixture *fixture,
                              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->room.folder, "not-there.pdf", NULL);
  GtkWidget *dialog;

  import (fixture, path);
  dialog = sb_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "not-there.pdf"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_takes_an_address (Fixture *fixture,
                       gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *url = sb_test_newsroom_get_url (&fixture->room, "/slow\nA title");
  GtkWidget *dialog;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "words that are no address");
  g_assert_false (_sb_window_take (fixture->window, &value));

  g_value_set_string (&value, url);
  g_assert_true (_sb_window_take (fixture->window, &value));
  dialog = sb_test_find_window (SB_TYPE_FEED_DIALOG);
  g_assert_nonnull (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

typedef struct
{
  const char *path;
  char *text; /* (owned) (nullable) */
} Written;

static gboolean
is_written (gpointer data)
{
  Written *written = data;

  g_clear_pointer (&written->text, g_free);
  return g_file_get_contents (written->path, &written->text, NULL, NULL) && strstr (written->text, "</opml>") != NULL;
}

static void
test_exports (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->room.folder, "out.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Written written = { .path = path };

  add_feed (fixture, "/feed");
  _sb_window_export_feeds (fixture->window, file);
  sb_test_wait (is_written, &written);
  g_assert_nonnull (strstr (written.text, fixture->room.address));
  g_free (written.text);
}

static gboolean
has_row (gpointer data)
{
  return sb_test_find_type (GTK_WIDGET (((Fixture *) data)->window), SB_TYPE_FEED_ROW) != NULL;
}

static gboolean
has_no_row (gpointer data)
{
  return !has_row (data);
}

/* A list that is read for another reason may miss the row before the catalogue has
 * told that there is something to undo. */
static gboolean
can_undo (gpointer data)
{
  return sb_catalogue_get_undo_label (sb_context_get_catalogue (((Fixture *) data)->room.context)) != NULL;
}

static void
test_removes_and_undoes (Fixture *fixture,
                         gconstpointer data)
{
  SbFeedRow *row;
  gint64 id;

  add_feed (fixture, "/feed");
  _sb_window_show_page (fixture->window, "feeds");
  sb_test_wait (has_row, fixture);

  row = SB_FEED_ROW (sb_test_find_type (GTK_WIDGET (fixture->window), SB_TYPE_FEED_ROW));
  id = sb_record_get_id (sb_feed_row_get_feed (row));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "feed.remove", "x", id));
  sb_test_wait (has_no_row, fixture);
  sb_test_wait (can_undo, fixture);

  activate (fixture, "win.undo");
  sb_test_wait (has_row, fixture);
}

static gboolean
has_words (GtkWidget *widget,
           gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

/* Whether some label has @words in it. */
static gboolean
shows (Fixture *fixture,
       const char *words)
{
  return sb_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, has_words, (gpointer) words) != NULL;
}

/* The title of the first row. */
static const char *
get_first_title (Fixture *fixture)
{
  GtkWidget *row = sb_test_find_type (GTK_WIDGET (fixture->window), SB_TYPE_FEED_ROW);

  return row != NULL ? sb_record_get_text (sb_feed_row_get_feed (SB_FEED_ROW (row)), SB_FEED_TITLE) : NULL;
}

static gboolean
has_counts (gpointer data)
{
  return shows (data, "2 new this week");
}

static gboolean
refused_is_first (gpointer data)
{
  return g_strcmp0 (get_first_title (data), "/refused") == 0;
}

/* Whose title would come first comes second: the other one needs somebody. */
static void
test_shows_health (Fixture *fixture,
                   gconstpointer data)
{
  add_feed (fixture, "/feed");
  add_feed (fixture, "/refused");
  _sb_window_show_page (fixture->window, "feeds");
  sb_test_wait (has_row, fixture);
  g_assert_cmpstr (get_first_title (fixture), ==, "/feed");

  activate (fixture, "win.sync");
  sb_test_wait (is_idle, fixture);
  sb_test_wait (refused_is_first, fixture);
  sb_test_wait (has_counts, fixture);
  g_assert_true (shows (fixture, "Next attempt"));
  g_assert_true (shows (fixture, "open its site to see whether it asks for an account"));
}

static gboolean
is_paused (gpointer data)
{
  GtkWidget *row = sb_test_find_type (GTK_WIDGET (((Fixture *) data)->window), SB_TYPE_FEED_ROW);

  return row != NULL && sb_record_get_boolean (sb_feed_row_get_feed (SB_FEED_ROW (row)), SB_FEED_PAUSED);
}

static gboolean
is_not_paused (gpointer data)
{
  return has_row (data) && !is_paused (data);
}

static void
toggle_pause (Fixture *fixture)
{
  GtkWidget *row = sb_test_find_type (GTK_WIDGET (fixture->window), SB_TYPE_FEED_ROW);
  gint64 id = sb_record_get_id (sb_feed_row_get_feed (SB_FEED_ROW (row)));

  g_assert_true (gtk_widget_activate_action (row, "feed.pause", "x", id));
}

static void
test_pauses_and_undoes (Fixture *fixture,
                        gconstpointer data)
{
  add_feed (fixture, "/feed");
  _sb_window_show_page (fixture->window, "feeds");
  sb_test_wait (has_row, fixture);

  toggle_pause (fixture);
  sb_test_wait (is_paused, fixture);
  toggle_pause (fixture);
  sb_test_wait (is_not_paused, fixture);
  sb_test_wait (can_undo, fixture);
  activate (fixture, "win.undo");
  sb_test_wait (is_paused, fixture);
}

static gboolean
takes_whole_articles (gpointer data)
{
  GtkWidget *row = sb_test_find_type (GTK_WIDGET (((Fixture *) data)->window), SB_TYPE_FEED_ROW);

  return row != NULL && sb_record_get_boolean (sb_feed_row_get_feed (SB_FEED_ROW (row)), SB_FEED_FULL_TEXT);
}

static void
test_takes_whole_articles (Fixture *fixture,
                           gconstpointer data)
{
  GtkWidget *row;
  gint64 id;

  add_feed (fixture, "/feed");
  _sb_window_show_page (fixture->window, "feeds");
  sb_test_wait (has_row, fixture);
  g_assert_false (takes_whole_articles (fixture));

  row = sb_test_find_type (GTK_WIDGET (fixture->window), SB_TYPE_FEED_ROW);
  id = sb_record_get_id (sb_feed_row_get_feed (SB_FEED_ROW (row)));
  g_assert_true (gtk_widget_activate_action (row, "feed.full-text", "x", id));
  sb_test_wait (takes_whole_articles, fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  ADD ("/app/window/sync", test_sync);
  ADD ("/app/window/sync-stops", test_sync_stops);
  ADD ("/app/window/sync-without-feeds", test_sync_without_feeds);
  ADD ("/app/window/closes-while-syncing", test_closes_while_syncing);
  ADD ("/app/window/imports", test_imports);
  ADD ("/app/window/import-says-what-failed", test_import_says_what_failed);
  ADD ("/app/window/takes-an-address", test_takes_an_address);
  ADD ("/app/window/exports", test_exports);
  ADD ("/app/feeds-page/shows-health", test_shows_health);
  ADD ("/app/feeds-page/pauses-and-undoes", test_pauses_and_undoes);
  ADD ("/app/feeds-page/takes-whole-articles", test_takes_whole_articles);
  ADD ("/app/feeds-page/removes-and-undoes", test_removes_and_undoes);

  return g_test_run ();
}
