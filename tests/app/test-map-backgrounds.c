/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-connection.h"
#include "sb-geo-error.h"
#include "sb-map-backgrounds.h"
#include "sb-map-server-dialog.h"
#include "sb-mercator.h"
#include "sb-test-folder.h"
#include "sb-test-loopback.h"
#include "sb-test-newsroom.h"
#include "sb-web-source.h"

#include <cairo.h>

#define SIDE 256

/* A server of tiles that counts what it is asked, and a folder to keep them in. */
typedef struct
{
  char *folder; /* (owned) */
  gpointer server; /* (owned) */
  char *pattern; /* (owned) */
  GBytes *picture; /* (owned) */
  guint status; /* that it answers with */
  guint n_asked;
  guint n_unchanged;
} Fixture;

static cairo_status_t
append_cb (void *closure,
           const unsigned char *data,
           unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_picture (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);

  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Fixture *fixture = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  fixture->n_asked++;
  /* There is nothing east of the first column of that zoom. */
  if (g_str_has_prefix (path, "/4/9/"))
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  else if (soup_message_headers_get_one (headers, "If-None-Match") != NULL)
    {
      fixture->n_unchanged++;
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
    }
  else
    {
      soup_message_headers_append (soup_server_message_get_response_headers (message), "ETag", "\"1\"");
      soup_server_message_set_status (message, fixture->status, NULL);
      soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY, g_bytes_get_data (fixture->picture, NULL),
                                        g_bytes_get_size (fixture->picture));
    }
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->picture = make_picture ();
  fixture->status = SOUP_STATUS_OK;
  fixture->server = sb_test_loopback_new (handle_cb, fixture);
  fixture->pattern = g_strdup_printf ("http://127.0.0.1:%u/{z}/{x}/{y}.png", sb_test_loopback_get_port (fixture->server));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_test_loopback_free (fixture->server);
  sb_test_remove_folder (fixture->folder);
  g_bytes_unref (fixture->picture);
  g_free (fixture->pattern);
}

static SbWebSource *
make_source (Fixture *fixture,
             guint max_days)
{
  g_autoptr (SbFetcher) fetcher = sb_fetcher_new ();
  const SbTileCacheRules rules = { .folder = fixture->folder, .max_megabytes = 10, .max_days = max_days };

  g_object_set (fetcher, "allow-local", TRUE, NULL);
  return sb_web_source_new (fetcher, fixture->pattern, 8, &rules);
}

static void
filled_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  *(gpointer *) user_data = g_object_ref (result);
}

/* Fills the tile of those numbers; FALSE with @error when it failed. */
static gboolean
fill (SbWebSource *source,
      SbTile numbers,
      ShumateTile **tile,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  *tile = shumate_tile_new_full ((int) numbers.x, (int) numbers.y, 512, (int) numbers.zoom);
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), *tile, NULL, filled_cb, &result);
  sb_test_wait (sb_test_is_set, &result);
  return shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, error);
}

/* A tile is four of the server's; they are asked for once, and again, with their
 * validators, when they are old. */
static void
test_server (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbWebSource) source = make_source (fixture, 14);
  g_autoptr (SbWebSource) impatient = make_source (fixture, 0);
  g_autoptr (ShumateTile) tile = NULL;
  g_autoptr (ShumateTile) again = NULL;
  g_autoptr (ShumateTile) old = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fill (source, (SbTile) { 3, 3, 2 }, &tile, &error));
  g_assert_no_error (error);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (shumate_tile_get_paintable (tile)), ==, 2 * SIDE);
  g_assert_cmpuint (fixture->n_asked, ==, 4);

  g_assert_true (fill (source, (SbTile) { 3, 3, 2 }, &again, &error));
  g_assert_cmpuint (fixture->n_asked, ==, 4);

  g_assert_true (fill (impatient, (SbTile) { 3, 3, 2 }, &old, &error));
  g_assert_nonnull (shumate_tile_get_paintable (old));
  g_assert_cmpuint (fixture->n_asked, ==, 8);
  g_assert_cmpuint (fixture->n_unchanged, ==, 4);
}

/* What the server does not have is clear, and no failure. */
static void
test_absent (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbWebSource) source = make_source (fixture, 14);
  g_autoptr (ShumateTile) tile = NULL;
  g_autoptr (ShumateTile) beyond = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fill (source, (SbTile) { 3, 4, 2 }, &tile, &error));
  g_assert_no_error (error);
  g_assert_nonnull (shumate_tile_get_paintable (tile));
  g_assert_null (sb_web_source_get_error (source));

  /* Of a zoom that it does not have it is not asked. */
  fixture->n_asked = 0;
  g_assert_true (fill (source, (SbTile) { 8, 0, 0 }, &beyond, &error));
  g_assert_null (shumate_tile_get_paintable (beyond));
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

/* A server that refuses is said so, and left alone; what is on disk stays. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbWebSource) source = make_source (fixture, 0);
  g_autoptr (ShumateTile) kept = NULL;
  g_autoptr (ShumateTile) tile = NULL;
  g_autoptr (ShumateTile) later = NULL;
  g_autoptr (GError) error = NULL;
  guint n_asked;

  g_assert_true (fill (source, (SbTile) { 3, 3, 2 }, &kept, &error));
  fixture->status = SOUP_STATUS_FORBIDDEN;
  g_assert_false (fill (source, (SbTile) { 3, 2, 2 }, &tile, &error));
  g_assert_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_REFUSED);
  g_assert_nonnull (sb_web_source_get_error (source));
  g_clear_error (&error);

  n_asked = fixture->n_asked;
  g_assert_false (fill (source, (SbTile) { 3, 3, 2 }, &later, &error));
  g_assert_nonnull (shumate_tile_get_paintable (later));
  g_assert_cmpuint (fixture->n_asked, ==, n_asked);
}

/* What comes is no picture. */
static void
test_garbage (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbWebSource) source = make_source (fixture, 14);
  g_autoptr (ShumateTile) tile = NULL;
  g_autoptr (GError) error = NULL;

  g_bytes_unref (fixture->picture);
  fixture->picture = g_bytes_new_static ("<html>", 6);
  g_assert_false (fill (source, (SbTile) { 3, 3, 2 }, &tile, &error));
  g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_PICTURE);
  g_assert_null (shumate_tile_get_paintable (tile));
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  *(gpointer *) user_data = g_object_ref (result);
}

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SB_APP_ID);
  g_autoptr (SbMapBackgrounds) backgrounds = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "mali.mbtiles", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) missing = NULL;
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (SbConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  g_settings_reset (settings, "map-backgrounds");
  g_settings_reset (settings, "map-background");
  backgrounds = sb_map_backgrounds_new (settings);
  g_assert_cmpstr (sb_map_backgrounds_get_address (backgrounds), ==, "");

  g_assert_false (sb_map_backgrounds_add_server (backgrounds, "A", "https://example.org/", "B", 18, &error));
  g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_ADDRESS);
  g_clear_error (&error);
  g_assert_true (sb_map_backgrounds_add_server (backgrounds, "A", fixture->pattern, "B", 18, &error));
  g_assert_cmpstr (sb_map_backgrounds_get_address (backgrounds), ==, fixture->pattern);

  sb_map_backgrounds_add_file_async (backgrounds, file, added_cb, &missing);
  sb_test_wait (sb_test_is_set, &missing);
  g_assert_false (sb_map_backgrounds_add_file_finish (backgrounds, missing, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  connection = sb_connection_open (path, SB_CONNECTION_CREATE, &error);
  sb_connection_exec (connection,
                      "CREATE TABLE metadata (name, value); CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data);"
                      "INSERT INTO tiles VALUES (5, 0, 0, x'00');",
                      &error);
  g_assert_no_error (error);
  sb_map_backgrounds_add_file_async (backgrounds, file, added_cb, &added);
  sb_test_wait (sb_test_is_set, &added);
  g_assert_true (sb_map_backgrounds_add_file_finish (backgrounds, added, &error));
  g_assert_cmpstr (sb_map_backgrounds_get_address (backgrounds), ==, uri);
  g_assert_null (sb_map_backgrounds_get_problem (backgrounds));

  /* One that is removed while it is shown gives way to the base map. */
  sb_map_backgrounds_remove (backgrounds, uri);
  g_assert_cmpstr (sb_map_backgrounds_get_address (backgrounds), ==, "");
  sb_map_backgrounds_choose (backgrounds, fixture->pattern);
  g_assert_cmpstr (sb_map_backgrounds_get_address (backgrounds), ==, fixture->pattern);

  g_settings_reset (settings, "map-backgrounds");
  g_settings_reset (settings, "map-background");
}

static GtkEditable *
find_entry (GtkWidget *dialog,
            const char *id)
{
  return GTK_EDITABLE (gtk_widget_get_template_child (dialog, SB_TYPE_MAP_SERVER_DIALOG, id));
}

/* What is wrong with an address is said in the dialog, which stays. */
static void
test_dialog (SbTestNewsroom *room,
             gconstpointer data)
{
  SbMapBackgrounds *backgrounds = sb_context_get_map_backgrounds (room->context);
  GtkWidget *dialog = GTK_WIDGET (sb_map_server_dialog_new (backgrounds));

  gtk_window_present (GTK_WINDOW (dialog));
  /* It says what it lacks before it can be accepted. */
  g_assert_false (sb_test_can_activate (dialog, "form.accept"));
  g_assert_nonnull (sb_test_find_label (dialog, "The address is missing."));
  gtk_editable_set_text (find_entry (dialog, "address"), "https://tile.example.org/");
  g_assert_nonnull (sb_test_find_label (dialog, "The name in the menu is missing."));
  gtk_editable_set_text (find_entry (dialog, "name"), "Essai");
  g_assert_nonnull (sb_test_find_label (dialog, "Whom to credit on the map is missing."));
  gtk_editable_set_text (find_entry (dialog, "attribution"), "© Essai");
  g_assert_null (sb_test_find_label (dialog, "Whom to credit on the map is missing."));
  sb_test_activate (dialog, "form.accept");
  g_assert_true (gtk_widget_get_visible (dialog));
  g_assert_cmpstr (sb_map_backgrounds_get_address (backgrounds), ==, "");

  gtk_editable_set_text (find_entry (dialog, "address"), " https://tile.example.org/{z}/{x}/{y}.png ");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  sb_test_activate (dialog, "form.accept");
  sb_test_run_main_loop ();
  g_assert_null (dialog);
  g_assert_cmpstr (sb_map_backgrounds_get_address (backgrounds), ==, "https://tile.example.org/{z}/{x}/{y}.png");
  sb_map_backgrounds_remove (backgrounds, "https://tile.example.org/{z}/{x}/{y}.png");
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);

  g_test_add ("/app/map-backgrounds/server", Fixture, NULL, set_up, test_server, tear_down);
  g_test_add ("/app/map-backgrounds/absent", Fixture, NULL, set_up, test_absent, tear_down);
  g_test_add ("/app/map-backgrounds/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/app/map-backgrounds/garbage", Fixture, NULL, set_up, test_garbage, tear_down);
  g_test_add ("/app/map-backgrounds/list", Fixture, NULL, set_up, test_list, tear_down);

  g_test_add ("/app/map-backgrounds/dialog", SbTestNewsroom, NULL, sb_test_newsroom_open, test_dialog,
              sb_test_newsroom_close);

  return sb_test_screen_run ();
}
