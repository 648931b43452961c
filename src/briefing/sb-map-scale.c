/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-text.h"

#include <math.h>
#include <pango/pangocairo.h>

/* In points. */
#define MARGIN    7.0 /* from the frame */
#define HEIGHT    3.0
#define MAX_WIDTH 80.0
#define TEXT_SIZE 6.2

/* The longest round number of kilometres that fits: 1, 2 or 5 and noughts. */
static double
choose_scale_km (double units_per_km)
{
  static const double steps[] = { 5, 2, 1 };
  double most = MAX_WIDTH / units_per_km;
  double decade = pow (10, floor (log10 (most)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * decade <= most)
      return steps[i] * decade;

  return decade;
}

SbRect
_sb_map_scale_get_rect (const SbMapFrame *frame)
{
  return (SbRect) { frame->rect.x + frame->rect.width - MAX_WIDTH - 2 * MARGIN, frame->rect.y + frame->rect.height - 22,
                    MAX_WIDTH + 2 * MARGIN, 22 };
}

void
_sb_map_scale_draw (cairo_t *cr,
                    const SbMapFrame *frame,
                    SbLanguage language)
{
  SbRect rect = _sb_map_scale_get_rect (frame);
  SbBounds bounds = sb_map_frame_get_bounds (frame);
  double units_per_km = sb_map_frame_get_units_per_km (frame, sb_bounds_get_centre (&bounds).latitude);
  double km = choose_scale_km (units_per_km);
  double width = km * units_per_km;
  double x = rect.x + rect.width - MARGIN - width;
  double y = rect.y + rect.height - MARGIN;
  g_autofree char *number = sb_number_format (km, 0, language);
  g_autofree char *text = g_strdup_printf ("%s\302\240km", number);
  g_autoptr (PangoLayout) layout = _sb_map_text_new (cr, text, TEXT_SIZE, PANGO_WEIGHT_MEDIUM, -1);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x - 1, y - HEIGHT - 1, width + 2, HEIGHT + 2);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.08, 0.1, 0.13);
  cairo_rectangle (cr, x, y - HEIGHT, width / 2, HEIGHT);
  cairo_fill (cr);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, x, y - HEIGHT, width, HEIGHT);
  cairo_stroke (cr);
  cairo_move_to (cr, x + width - _sb_map_text_get_width (layout), y - HEIGHT - 9);
  pango_cairo_show_layout (cr, layout);
}
