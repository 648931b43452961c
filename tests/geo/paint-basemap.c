/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-basemap-painter.h"

#include <stdlib.h>

/* Paints what a window would show, tile by tile, for eyes to judge:
 * paint-basemap FILE.png LONGITUDE LATITUDE ZOOM STYLE LANGUAGE [SCALE [TILE_SIZE]] */

#define COLUMNS 4
#define ROWS    3

static void
paint (SbBasemapPainter *painter,
       cairo_surface_t *surface,
       SbTile first,
       guint tile_size,
       double scale,
       SbBasemapStyle style,
       SbLanguage language)
{
  cairo_t *cr = cairo_create (surface);

  for (guint row = 0; row < ROWS; row++)
    for (guint column = 0; column < COLUMNS; column++)
      {
        SbTile tile = { first.zoom, first.x + column, first.y + row };

        cairo_save (cr);
        cairo_translate (cr, column * tile_size * scale, row * tile_size * scale);
        sb_basemap_painter_draw_tile (painter, cr, tile, tile_size, scale, style, language, SB_BASEMAP_ALL);
        cairo_restore (cr);
      }
  cairo_destroy (cr);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);
  g_autoptr (SbBasemapPainter) painter = NULL;
  SbLanguage language = SB_LANGUAGE_FR;
  cairo_surface_t *surface;
  double scale = argc > 7 ? g_ascii_strtod (argv[7], NULL) : 1;
  guint tile_size = argc > 8 ? atoi (argv[8]) : SB_MERCATOR_TILE_SIZE;
  SbTile tile;

  if (argc < 7 || basemap == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "FILE.png LONGITUDE LATITUDE ZOOM STYLE LANGUAGE");
      return 2;
    }

  painter = sb_basemap_painter_new (basemap);
  sb_language_parse (argv[6], &language);
  tile = sb_tile_for_position ((SbPosition) { g_ascii_strtod (argv[2], NULL), g_ascii_strtod (argv[3], NULL) },
                               atoi (argv[4]));
  tile.x -= MIN (tile.x, COLUMNS / 2);
  tile.y -= MIN (tile.y, ROWS / 2);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, COLUMNS * tile_size * scale, ROWS * tile_size * scale);
  paint (painter, surface, tile, tile_size, scale, atoi (argv[5]), language);
  cairo_surface_write_to_png (surface, argv[1]);
  cairo_surface_destroy (surface);

  return 0;
}
