/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-road-stroke.h"

#include "sb-symbol.h"

/* Logical pixels. */
#define OPEN_WIDTH   1.6
#define CLOSED_WIDTH 3.0
#define HOLLOW_WIDTH 5.0
#define HOLLOW_INNER 2.6

static void
stroke_state (cairo_t *cr,
              SbRoadState state,
              double width,
              SbBasemapStyle style)
{
  /* A road with limits is dotted, one under threat is dashed. */
  static const double dashes[] = { 6, 4 };
  static const double dots[] = { 2, 3 };
  gboolean is_open = state == SB_ROAD_OPEN;
  SbSymbolColour colour = is_open ? sb_symbol_get_actor_colour (SB_ACTOR_FAMILY_ORGANISATION, style)
                                  : sb_symbol_get_event_colour (SB_EVENT_TYPE_BATTLE, style);

  if (state == SB_ROAD_CUT)
    {
      sb_symbol_stroke_cut (cr, width, style);
      return;
    }

  cairo_save (cr);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, is_open ? 0.75 : 1);
  cairo_set_line_width (cr, is_open ? OPEN_WIDTH : width);
  cairo_set_dash (cr, state == SB_ROAD_LIMITED ? dots : dashes, is_open ? 0 : G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What shows between the two lines. */
static void
set_ground (cairo_t *cr,
            SbBasemapStyle style)
{
  if (style == SB_BASEMAP_STYLE_DARK)
    cairo_set_source_rgb (cr, 0.09, 0.12, 0.15);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
}

void
sb_road_stroke (cairo_t *cr,
                SbRoadState state,
                SbRoadStrokeFlags flags,
                SbBasemapStyle style)
{
  cairo_path_t *path;

  if ((flags & SB_ROAD_STROKE_DISPUTED) == 0)
    {
      stroke_state (cr, state, CLOSED_WIDTH, style);
      return;
    }

  path = cairo_copy_path (cr);
  stroke_state (cr, state, HOLLOW_WIDTH, style);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
  cairo_save (cr);
  set_ground (cr, style);
  cairo_set_line_width (cr, HOLLOW_INNER);
  cairo_stroke (cr);
  cairo_restore (cr);
}
