/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-basemap-painter.h"

#include <cairo-pdf.h>
#include <string.h>

#define TILE_SIZE 256

typedef struct
{
  SbBasemapPainter *painter; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);

  g_assert_no_error (error);
  fixture->painter = sb_basemap_painter_new (basemap);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_basemap_painter_unref (fixture->painter);
}

static cairo_surface_t *
draw (SbBasemapPainter *painter,
      SbTile tile,
      guint tile_size,
      double scale,
      SbBasemapStyle style,
      SbLanguage language,
      SbBasemapParts parts)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, tile_size * scale, tile_size * scale);
  cairo_t *cr = cairo_create (surface);

  sb_basemap_painter_draw_tile (painter, cr, tile, tile_size, scale, style, language, parts);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static const guint8 *
get_row (cairo_surface_t *surface,
         int y)
{
  return cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);
}

/* How many bytes differ by more than the rounding of coverage. */
static guint
count_differences (const guint8 *a,
                   const guint8 *b,
                   gsize n_bytes)
{
  guint count = 0;

  for (gsize i = 0; i < n_bytes; i++)
    if (ABS ((int) a[i] - (int) b[i]) > 3)
      count++;

  return count;
}

/* The four tiles below one of twice the size and the same zoom of picture must
 * show the same names in the same pixels: nothing breaks at their edges. */
static void
test_seams (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    double longitude, latitude;
    guint zoom;
  } cases[] = {
    { -4.2, 14.5, 4 },
    { -4.2, 14.5, 5 },
    { -8.0, 12.6, 6 },
    { -1.5, 12.4, 6 },
    { 7.5, 9.1, 7 },
    { -0.1, 16.3, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbTile big = sb_tile_for_position ((SbPosition) { cases[i].longitude, cases[i].latitude }, cases[i].zoom);
      cairo_surface_t *whole = draw (fixture->painter, big, 2 * TILE_SIZE, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR,
                                     SB_BASEMAP_LABELS);
      gboolean any = FALSE;

      for (guint quarter = 0; quarter < 4; quarter++)
        {
          guint x = quarter & 1;
          guint y = quarter >> 1;
          SbTile tile = { big.zoom + 1, 2 * big.x + x, 2 * big.y + y };
          cairo_surface_t *part = draw (fixture->painter, tile, TILE_SIZE, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR,
                                        SB_BASEMAP_LABELS);

          for (int row = 0; row < TILE_SIZE; row++)
            {
              const guint8 *expected = get_row (whole, y * TILE_SIZE + row) + x * TILE_SIZE * 4;

              g_assert_cmpuint (count_differences (expected, get_row (part, row), TILE_SIZE * 4), ==, 0);
              for (guint k = 0; k < TILE_SIZE * 4; k++)
                any = any || expected[k] != 0;
            }
          cairo_surface_destroy (part);
        }
      g_assert_true (any);
      cairo_surface_destroy (whole);
    }
}

static gboolean
surfaces_equal (cairo_surface_t *a,
                cairo_surface_t *b)
{
  return memcmp (get_row (a, 0), get_row (b, 0),
                 (gsize) cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a)) == 0;
}

static void
test_languages_and_styles (Fixture *fixture,
                           gconstpointer data)
{
  SbTile tile = sb_tile_for_position ((SbPosition) { -3.0, 16.7 }, 6);
  cairo_surface_t *surfaces[] = {
    draw (fixture->painter, tile, 256, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR, SB_BASEMAP_ALL),
    draw (fixture->painter, tile, 256, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_EN, SB_BASEMAP_ALL),
    draw (fixture->painter, tile, 256, 1, SB_BASEMAP_STYLE_DARK, SB_LANGUAGE_FR, SB_BASEMAP_ALL),
    draw (fixture->painter, tile, 256, 1, SB_BASEMAP_STYLE_PRINT, SB_LANGUAGE_FR, SB_BASEMAP_ALL),
    draw (fixture->painter, tile, 256, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR, SB_BASEMAP_GEOMETRY),
    draw (fixture->painter, tile, 256, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR, SB_BASEMAP_ALL),
  };
  const guint last = G_N_ELEMENTS (surfaces) - 1;

  for (guint i = 1; i < last; i++)
    g_assert_false (surfaces_equal (surfaces[0], surfaces[i]));
  g_assert_true (surfaces_equal (surfaces[0], surfaces[last]));
  for (guint i = 0; i <= last; i++)
    cairo_surface_destroy (surfaces[i]);
}

/* Zoom 3 to 12, the edges of the world, tiles that are none. */
static void
test_everywhere (Fixture *fixture,
                 gconstpointer data)
{
  static const SbPosition positions[] = { { -8, 12.6 }, { 179.9, 84 }, { -179.9, -84 }, { 2, 48.8 }, { 30.5, 32.5 } };
  static const double scales[] = { 1, 1.5, 2 };
  SbTile none = { 3, 900, 2 };

  for (guint zoom = 0; zoom <= 14; zoom++)
    for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
      cairo_surface_destroy (draw (fixture->painter, sb_tile_for_position (positions[i], zoom), 128,
                                   scales[(zoom + i) % G_N_ELEMENTS (scales)], SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_EN,
                                   SB_BASEMAP_ALL));
  cairo_surface_destroy (draw (fixture->painter, none, 128, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_EN, SB_BASEMAP_ALL));
}

static cairo_status_t
collect (void *closure,
         const unsigned char *data,
         unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* On paper the map is vectors and text: no picture in the file, and small. */
static void
test_paper (Fixture *fixture,
            gconstpointer data)
{
  static const SbBounds mali = { -12.3, 10.1, 4.3, 25.0 };
  static const SbRect rect = { 57, 80, 480, 320 };
  g_autoptr (GByteArray) file = g_byte_array_new ();
  SbMapFrame frame = sb_map_frame_new (&mali, &rect, 0.75);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, file, 595, 842);
  cairo_t *cr = cairo_create (surface);
  static const char image[] = "/Subtype /Image";

  sb_basemap_painter_draw_area (fixture->painter, cr, &frame, SB_BASEMAP_STYLE_PRINT, SB_LANGUAGE_FR, SB_BASEMAP_ALL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  g_assert_cmpuint (file->len, >, 20000);
  g_assert_cmpuint (file->len, <, 400000);
  g_assert_null (memmem (file->data, file->len, image, strlen (image)));
}

static cairo_surface_t *
draw_frame (SbBasemapPainter *painter,
            SbBasemapParts parts,
            const SbRect *taken,
            guint n_taken)
{
  static const SbBounds mali = { -12.3, 10.1, 4.3, 25.0 };
  static const SbRect rect = { 0, 0, 400, 400 };
  SbMapFrame frame = sb_map_frame_new (&mali, &rect, 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  cairo_t *cr = cairo_create (surface);

  sb_basemap_painter_draw_area_around (painter, cr, &frame, SB_BASEMAP_STYLE_PRINT, SB_LANGUAGE_FR, parts, taken, n_taken);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* No name comes into what is taken; elsewhere there still are some. */
static void
test_taken (Fixture *fixture,
            gconstpointer data)
{
  static const SbRect taken = { 120, 150, 200, 150 };
  cairo_surface_t *bare = draw_frame (fixture->painter, SB_BASEMAP_GEOMETRY, NULL, 0);
  cairo_surface_t *named = draw_frame (fixture->painter, SB_BASEMAP_ALL, NULL, 0);
  cairo_surface_t *around = draw_frame (fixture->painter, SB_BASEMAP_ALL, &taken, 1);
  guint n_named = 0;
  guint n_inside = 0;
  guint n_outside = 0;

  for (int y = 0; y < 400; y++)
    {
      gboolean is_inside = y >= 152 && y < 298;
      gsize left = 122 * 4;
      gsize length = 196 * 4;

      n_named += is_inside ? count_differences (get_row (bare, y) + left, get_row (named, y) + left, length) : 0;
      n_inside += is_inside ? count_differences (get_row (bare, y) + left, get_row (around, y) + left, length) : 0;
      n_outside += is_inside ? 0 : count_differences (get_row (bare, y), get_row (around, y), 400 * 4);
    }
  g_assert_cmpuint (n_named, >, 200);
  g_assert_cmpuint (n_inside, ==, 0);
  g_assert_cmpuint (n_outside, >, 200);

  cairo_surface_destroy (bare);
  cairo_surface_destroy (named);
  cairo_surface_destroy (around);
}

static gpointer
draw_in_thread (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 40; i++)
    {
      SbTile tile = { 6, 28 + i % 6, 27 + i / 8 };

      cairo_surface_destroy (draw (fixture->painter, tile, 256, 1, i % 3, i % 2, SB_BASEMAP_ALL));
    }

  return NULL;
}

static void
test_threads (Fixture *fixture,
              gconstpointer data)
{
  GThread *threads[2];
  SbTile tile = { 6, 30, 29 };
  cairo_surface_t *alone;
  cairo_surface_t *after;

  alone = draw (fixture->painter, tile, 256, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR, SB_BASEMAP_ALL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("painter", draw_in_thread, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  after = draw (fixture->painter, tile, 256, 1, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR, SB_BASEMAP_ALL);
  g_assert_true (surfaces_equal (alone, after));
  cairo_surface_destroy (alone);
  cairo_surface_destroy (after);
}

#define ADD(path, function) g_test_add ("/geo/basemap-painter/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("seams", test_seams);
  ADD ("languages-and-styles", test_languages_and_styles);
  ADD ("everywhere", test_everywhere);
  ADD ("paper", test_paper);
  ADD ("taken", test_taken);
  ADD ("threads", test_threads);

  return g_test_run ();
}
