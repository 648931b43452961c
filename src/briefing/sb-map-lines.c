/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-road-stroke.h"

#include <math.h>

/* In points. */
#define ROAD_WIDTH     1.2
#define ROAD_CLEARANCE 5.0 /* around a road, free of names */

void
_sb_map_stroke_way (cairo_t *cr,
                    double width)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, width * 3.6);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.2, 0.33, 0.42);
  cairo_set_line_width (cr, width * 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_stretch (cairo_t *cr,
              const SbMapFrame *frame,
              const SbMapStretch *stretch)
{
  cairo_new_path (cr);
  for (guint i = 0; i < stretch->positions->len; i++)
    {
      SbPoint point = sb_map_frame_to_page (frame, g_array_index (stretch->positions, SbPosition, i));

      cairo_line_to (cr, point.x, point.y);
    }
  sb_road_stroke (cr, stretch->state, stretch->is_denied ? SB_ROAD_STROKE_DISPUTED : SB_ROAD_STROKE_DEFAULT, ROAD_WIDTH,
                  SB_BASEMAP_STYLE_PRINT);
}

/* Grey with a white edge: it lies under what cuts it, and is told from borders on a
 * printer without colour. */
static void
draw_way (cairo_t *cr,
          const SbMapFrame *frame,
          GArray *way)
{
  cairo_new_path (cr);
  for (guint i = 0; i < way->len; i++)
    {
      SbPoint point = sb_map_frame_to_page (frame, g_array_index (way, SbPosition, i));

      cairo_line_to (cr, point.x, point.y);
    }
  _sb_map_stroke_way (cr, ROAD_WIDTH);
}

void
_sb_map_lines_draw (const SbMapFigure *self,
                    cairo_t *cr,
                    const SbMapFrame *frame)
{
  for (guint i = 0; i < self->ways->len; i++)
    draw_way (cr, frame, g_ptr_array_index (self->ways, i));
  for (guint i = 0; i < self->stretches->len; i++)
    draw_stretch (cr, frame, g_ptr_array_index (self->stretches, i));
}

void
_sb_map_lines_append_taken (const SbMapFigure *self,
                            const SbMapFrame *frame,
                            GArray *taken)
{
  for (guint i = 0; i < self->stretches->len; i++)
    {
      GArray *stretch = ((const SbMapStretch *) g_ptr_array_index (self->stretches, i))->positions;

      for (guint k = 1; k < stretch->len; k++)
        {
          SbPoint from = sb_map_frame_to_page (frame, g_array_index (stretch, SbPosition, k - 1));
          SbPoint to = sb_map_frame_to_page (frame, g_array_index (stretch, SbPosition, k));
          guint n_steps = (guint) (hypot (to.x - from.x, to.y - from.y) / ROAD_CLEARANCE) + 1;

          for (guint step = 0; step <= n_steps; step++)
            {
              SbRect square = { from.x + (to.x - from.x) * step / n_steps - ROAD_CLEARANCE / 2,
                                from.y + (to.y - from.y) * step / n_steps - ROAD_CLEARANCE / 2,
                                ROAD_CLEARANCE, ROAD_CLEARANCE };

              g_array_append_val (taken, square);
            }
        }
    }
}
