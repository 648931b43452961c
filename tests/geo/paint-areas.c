/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-area-painter.h"
#include "sb-basemap-painter.h"
#include "sb-test-areas.h"

#include <stdlib.h>

/* Paints all that can be said of areas on the map, for eyes to judge:
 * paint-areas FILE.png WEST SOUTH EAST NORTH STYLE LANGUAGE [zones] */

#define WIDTH  1100
#define HEIGHT 800

#define HOLD(manner, family)                                 \
  {                                                          \
    SB_AREA_MANNER_##manner, SB_ACTOR_FAMILY_##family, FALSE \
  }

static const struct
{
  const char *key;
  guint n_holds;
  SbAreaHold holds[3];
  gboolean is_disputed;
  SbAreaZone zone;
} regions[] = {
  { "ml-region-sikasso", 1, { HOLD (CONTROLS, STATE_FORCE) }, FALSE, SB_AREA_ZONE_ORANGE },
  { "ml-region-kidal", 2, { HOLD (CONTROLS, SEPARATIST), HOLD (CONTROLS, STATE_FORCE) }, TRUE, SB_AREA_ZONE_RED },
  { "ml-region-gao", 2, { HOLD (CONTROLS, STATE_FORCE), HOLD (CONTESTS, JIHADIST) }, FALSE, SB_AREA_ZONE_RED },
  { "ml-region-tombouctou", 1, { HOLD (INFLUENCES, JIHADIST) }, FALSE, SB_AREA_ZONE_RED },
  { "ml-region-kayes", 2, { HOLD (CONTROLS, STATE_FORCE), HOLD (INFLUENCES, JIHADIST) }, FALSE, SB_AREA_ZONE_ORANGE },
  { "ml-region-mopti", 1, { HOLD (CONTESTS, JIHADIST) }, FALSE, SB_AREA_ZONE_RED },
  { "ml-region-segou", 1, { { SB_AREA_MANNER_CONTROLS, SB_ACTOR_FAMILY_JIHADIST, TRUE } }, FALSE, SB_AREA_ZONE_ORANGE },
  { "bf-region-est", 1, { HOLD (CONTROLS, JIHADIST) }, FALSE, SB_AREA_ZONE_RED },
  { "bf-region-nord", 1, { HOLD (CONTROLS, MILITIA) }, FALSE, SB_AREA_ZONE_ORANGE },
  { "bf-region-sahel", 3, { HOLD (CONTROLS, STATE_FORCE), HOLD (CONTESTS, JIHADIST), HOLD (CONTESTS, MILITIA) }, FALSE, SB_AREA_ZONE_RED },
  { "ne-region-tahoua", 1, { HOLD (CONTROLS, FOREIGN_FORCE) }, FALSE, SB_AREA_ZONE_YELLOW },
  { "ne-region-tillaberi", 1, { HOLD (CONTROLS, ORGANISATION) }, FALSE, SB_AREA_ZONE_GREEN },
};

static const SbAreaHold town_holds[] = { HOLD (CONTROLS, SEPARATIST), HOLD (CONTESTS, SEPARATIST) };

int
main (int argc,
      char *argv[])
{
  g_autoptr (SbBasemap) basemap = sb_basemap_new (NULL);
  g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new (NULL);
  g_autoptr (SbBasemapPainter) painter = sb_basemap_painter_new (basemap);
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func (g_object_unref);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  SbLanguage language = SB_LANGUAGE_FR;
  gboolean has_zones = argc > 8;
  SbBounds bounds;
  SbMapFrame frame;
  gint64 start;

  if (argc < 8)
    {
      g_printerr ("FILE.png WEST SOUTH EAST NORTH STYLE LANGUAGE [zones]\n");
      return 2;
    }

  sb_language_parse (argv[7], &language);
  bounds = (SbBounds) { g_ascii_strtod (argv[2], NULL), g_ascii_strtod (argv[3], NULL), g_ascii_strtod (argv[4], NULL), g_ascii_strtod (argv[5], NULL) };
  frame = sb_map_frame_new (&bounds, &(SbRect) { 0, 0, WIDTH, HEIGHT }, 1);
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    g_ptr_array_add (areas, sb_test_area_new (shapes, regions[i].key, regions[i].holds, has_zones ? 0 : regions[i].n_holds,
                                              regions[i].is_disputed, has_zones ? regions[i].zone : SB_AREA_ZONE_NONE));
  if (!has_zones)
    {
      g_ptr_array_add (areas, sb_test_area_new_town ((SbPosition) { 1.41, 18.44 }, town_holds, 2, TRUE));
      g_ptr_array_add (areas, sb_test_area_new_town ((SbPosition) { -6.2, 14.88 }, &regions[7].holds[0], 1, FALSE));
      g_ptr_array_add (areas, sb_test_area_new_town ((SbPosition) { -8.07, 12.75 }, &regions[0].holds[0], 1, FALSE));
    }

  sb_basemap_painter_draw_area (painter, cr, &frame, atoi (argv[6]), language, SB_BASEMAP_ALL);
  start = g_get_monotonic_time ();
  sb_area_painter_draw (cr, &frame, areas, atoi (argv[6]), language, 1);
  g_print ("%u areas in %.1f ms\n", areas->len, (g_get_monotonic_time () - start) / 1000.0);
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, argv[1]);
  cairo_surface_destroy (surface);

  return 0;
}
