/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-road-stroke.h"

#include "sb-symbol.h"

/* Of the width of a road that is not open. */
#define OPEN_WIDTH   0.53
#define HOLLOW_WIDTH 1.7
#define HOLLOW_INNER 0.85

/* A road with limits is dotted, one under threat is dashed. */
static void
set_dashes (cairo_t *cr,
            SbRoadState state,
            double width)
{
  const double dots[] = { 0.7 * width, width };
  const double dashes[] = { 2 * width, 1.4 * width };

  if (state == SB_ROAD_LIMITED)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  else if (state == SB_ROAD_THREATENED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
}

static void
stroke_broken (cairo_t *cr,
               SbRoadState state,
               gboolean is_hollow,
               double width,
               SbBasemapStyle style)
{
  SbSymbolColour colour = sb_symbol_get_event_colour (SB_EVENT_TYPE_BATTLE, style);

  cairo_save (cr);
  set_dashes (cr, state, width);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_set_line_width (cr, is_hollow ? width * HOLLOW_WIDTH : width);
  if (!is_hollow)
    {
      cairo_stroke (cr);
      cairo_restore (cr);
      return;
    }

  cairo_stroke_preserve (cr);
  colour = sb_symbol_get_casing_colour (style);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_set_line_width (cr, width * HOLLOW_INNER);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
stroke_open (cairo_t *cr,
             double width,
             SbBasemapStyle style)
{
  SbSymbolColour colour = sb_symbol_get_actor_colour (SB_ACTOR_FAMILY_ORGANISATION, style);

  cairo_save (cr);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.75);
  cairo_set_line_width (cr, width * OPEN_WIDTH);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sb_road_stroke (cairo_t *cr,
                SbRoadState state,
                SbRoadStrokeFlags flags,
                double width,
                SbBasemapStyle style)
{
  gboolean is_hollow = (flags & SB_ROAD_STROKE_DISPUTED) != 0;

  switch (state)
    {
    case SB_ROAD_OPEN:
      stroke_open (cr, width, style);
      break;

    case SB_ROAD_CUT:
      if (is_hollow)
        sb_symbol_stroke_denied_cut (cr, width, style);
      else
        sb_symbol_stroke_cut (cr, width, style);
      break;

    case SB_ROAD_LIMITED:
    case SB_ROAD_THREATENED:
    default:
      stroke_broken (cr, state, is_hollow, width, style);
      break;
    }
}
