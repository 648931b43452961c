/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-basemap-painter.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

/* Milliseconds of processor time for a tile of 512 pixels, over the tiles of
 * the Sahel, as in the row "base map" of the goals. One line of JSON a figure. */

#define TILE_SIZE 512
#define ROUNDS    5

static const guint zooms[] = { 4, 6, 8 };

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
print_figures (const char *what,
               guint zoom,
               GArray *times)
{
  double *values = (double *) times->data;

  qsort (values, times->len, sizeof *values, compare);
  g_print ("{\"bench\":\"basemap\",\"what\":\"%s\",\"zoom\":%u,\"unit\":\"ms\",\"tiles\":%u,\"median\":%.3f,\"p95\":%.3f,"
           "\"max\":%.3f}\n",
           what, zoom, times->len, values[times->len / 2], values[(guint) (times->len * 0.95)], values[times->len - 1]);
}

static void
measure (SbBasemapPainter *painter,
         guint zoom,
         const char *what,
         SbBasemapParts parts)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, TILE_SIZE, TILE_SIZE);
  SbTile first = sb_tile_for_position ((SbPosition) { -18, 26 }, zoom);
  SbTile last = sb_tile_for_position ((SbPosition) { 25, 8 }, zoom);

  for (guint round = 0; round < ROUNDS; round++)
    for (guint y = first.y; y <= last.y; y++)
      for (guint x = first.x; x <= last.x; x++)
        {
          cairo_t *cr = cairo_create (surface);
          double start = get_cpu_ms ();
          double ms;

          sb_basemap_painter_draw_tile (painter, cr, (SbTile) { zoom, x, y }, TILE_SIZE, 1, SB_BASEMAP_STYLE_LIGHT,
                                        SB_LANGUAGE_FR, parts);
          cairo_surface_flush (surface);
          ms = get_cpu_ms () - start;
          g_array_append_val (times, ms);
          cairo_destroy (cr);
        }
  print_figures (what, zoom, times);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  double start = get_cpu_ms ();
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);
  g_autoptr (SbBasemapPainter) painter = NULL;

  if (basemap == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  g_print ("{\"bench\":\"basemap\",\"what\":\"load\",\"unit\":\"ms\",\"value\":%.3f}\n", get_cpu_ms () - start);
  painter = sb_basemap_painter_new (basemap);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      measure (painter, zooms[i], "geometry", SB_BASEMAP_GEOMETRY);
      measure (painter, zooms[i], "with labels", SB_BASEMAP_ALL);
    }

  return 0;
}
