/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-road-stroke.h"

#include "sb-symbol.h"

/* Logical pixels. */
#define OPEN_WIDTH   1.6
#define CLOSED_WIDTH 3.0

void
sb_road_stroke (cairo_t *cr,
                SbRoadState state,
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
      sb_symbol_stroke_cut (cr, CLOSED_WIDTH, style);
      return;
    }

  cairo_save (cr);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, is_open ? 0.75 : 1);
  cairo_set_line_width (cr, is_open ? OPEN_WIDTH : CLOSED_WIDTH);
  cairo_set_dash (cr, state == SB_ROAD_LIMITED ? dots : dashes, is_open ? 0 : G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}
