/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-basemap-painter.h"
#include "sb-geo-error.h"

#include <string.h>

/* The file that is built into the program, as bytes to be damaged. */
static GByteArray *
load_file (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "data", "basemap", "basemap.bin", NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_byte_array_new_take ((guint8 *) data, length);
}

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);

  g_assert_no_error (error);
  g_assert_nonnull (basemap);
  g_assert_nonnull (strstr (sb_basemap_get_attribution (basemap), "Natural Earth"));
}

static void
test_size (void)
{
  g_autoptr (GByteArray) file = load_file ();

  g_assert_cmpuint (file->len, <, 6 * 1024 * 1024);
}

static void
test_other_data (void)
{
  static const char *const texts[] = { "", "SBBM", "SBBM\1\0\0\0", "GIF89a and more than that", "SBBM\1\0\0\0\377\377\377\377" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], i < 4 ? strlen (texts[i]) : 12);
      g_autoptr (GError) error = NULL;

      g_assert_null (sb_basemap_new_from_bytes (bytes, &error));
      g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID);
    }
}

static void
test_newer_format (void)
{
  g_autoptr (GByteArray) file = load_file ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  file->data[4] = 99;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
  g_assert_null (sb_basemap_new_from_bytes (bytes, &error));
  g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_VERSION);
}

static void
draw_some (SbBasemap *basemap)
{
  g_autoptr (SbBasemapPainter) painter = sb_basemap_painter_new (basemap);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
  cairo_t *cr = cairo_create (surface);
  static const guint zooms[] = { 2, 5, 7, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      SbTile tile = sb_tile_for_position ((SbPosition) { -4.2, 14.5 }, zooms[i]);

      sb_basemap_painter_draw_tile (painter, cr, tile, 256, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR,
                                    zooms[i] == 7 ? SB_BASEMAP_ALL : SB_BASEMAP_GEOMETRY);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A file that is cut is refused, wherever it is cut. */
static void
test_cut (void)
{
  g_autoptr (GByteArray) file = load_file ();

  for (guint i = 1; i < 40; i++)
    {
      gsize length = (gsize) file->len * i / 40;
      g_autoptr (GBytes) bytes = g_bytes_new (file->data, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (sb_basemap_new_from_bytes (bytes, &error));
      g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID);
    }
}

/* Bytes that are wrong inside are either refused or drawn wrong, never read
 * beyond their end: the sanitizers watch this one. */
static void
test_damaged (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1789);

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (GByteArray) file = load_file ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SbBasemap) basemap = NULL;

      for (guint i = 0; i < 3000; i++)
        file->data[g_rand_int_range (random, 200, file->len)] = g_rand_int_range (random, 0, 256);
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
      basemap = sb_basemap_new_from_bytes (bytes, NULL);
      if (basemap != NULL)
        draw_some (basemap);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/basemap/load", test_load);
  g_test_add_func ("/geo/basemap/size", test_size);
  g_test_add_func ("/geo/basemap/other-data", test_other_data);
  g_test_add_func ("/geo/basemap/newer-format", test_newer_format);
  g_test_add_func ("/geo/basemap/cut", test_cut);
  g_test_add_func ("/geo/basemap/damaged", test_damaged);

  return g_test_run ();
}
