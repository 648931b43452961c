/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-overlays.h"
#include "sb-table-error.h"
#include "sb-test-newsroom.h"
#include "sb-test-result.h"

#include <string.h>

#define POINT "{\"type\":\"Point\",\"coordinates\":[-3,16.7]}"

static gboolean
add (SbMapOverlays *overlays,
     const char *path,
     SbBounds *bounds,
     GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  sb_map_overlays_add_async (overlays, file, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  return sb_map_overlays_add_finish (overlays, result, bounds, error);
}

static void
failed_cb (SbMapOverlays *overlays,
           const char *message,
           char **told)
{
  *told = g_strdup (message);
}

/* What is added is there again after a restart; what is gone by then is said, and
 * stays in the list. */
static void
test_restart (SbTestNewsroom *room,
              gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SB_APP_ID);
  g_autoptr (SbMapOverlays) overlays = NULL;
  g_autoptr (SbMapOverlays) later = NULL;
  g_autofree char *path = sb_test_newsroom_write_file (room, "poste.geojson", POINT);
  g_autofree char *other = sb_test_newsroom_write_file (room, "autre.geojson", POINT);
  g_autofree char *broken = sb_test_newsroom_write_file (room, "casse.geojson", "{\"type\":");
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;
  SbBounds bounds;

  g_settings_reset (settings, "map-overlays");
  overlays = sb_map_overlays_new (settings);
  g_assert_false (add (overlays, broken, NULL, &error));
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_MALFORMED);
  g_clear_error (&error);

  g_assert_true (add (overlays, path, &bounds, &error));
  g_assert_true (add (overlays, path, NULL, &error));
  g_assert_true (add (overlays, other, NULL, &error));
  g_assert_cmpfloat (bounds.west, ==, -3);
  g_assert_cmpuint (sb_map_overlays_get_n (overlays), ==, 2);
  sb_map_overlays_set_visible (overlays, 1, FALSE);

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  later = sb_map_overlays_new (settings);
  g_signal_connect (later, "failed", G_CALLBACK (failed_cb), &told);
  sb_test_wait (sb_test_is_set, &told);
  g_assert_nonnull (strstr (told, "poste.geojson"));
  g_assert_cmpuint (sb_map_overlays_get_n (later), ==, 2);
  g_assert_cmpstr (sb_map_overlays_get_name (later, 1), ==, "autre.geojson");
  g_assert_false (sb_map_overlays_is_visible (later, 1));

  sb_map_overlays_remove_hidden (later);
  g_assert_cmpuint (sb_map_overlays_get_n (later), ==, 1);
  g_settings_reset (settings, "map-overlays");
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);

  g_test_add ("/app/map-overlays/restart", SbTestNewsroom, NULL, sb_test_newsroom_open, test_restart,
              sb_test_newsroom_close);

  return sb_test_screen_run ();
}
