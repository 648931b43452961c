/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-actor.h"
#include "sb-basemap-style.h"
#include "sb-event.h"

G_BEGIN_DECLS

/* The symbols of maps, graphs and legends: one shape and one tone for each type
 * of event and each family of actors, the same on screen and on paper. Shapes
 * differ by outline and tones by lightness, so that a grey printer and eyes that
 * do not tell colours apart lose nothing. Pure drawing: any thread. */

typedef enum
{
  SB_SYMBOL_DEFAULT = 0,
  SB_SYMBOL_SELECTED = 1 << 0, /* a ring around it */
  SB_SYMBOL_UNSOURCED = 1 << 1, /* the outline alone: no extract behind it */
  SB_SYMBOL_VAGUE = 1 << 2, /* somewhere around here: a wide broken ring
                                   with a small symbol in it */
  SB_SYMBOL_DENIED = 1 << 3, /* a question mark at its shoulder: somebody denies it */
} SbSymbolFlags;

/* Each channel from 0 to 1, in sRGB. */
typedef struct
{
  double red;
  double green;
  double blue;
} SbSymbolColour;

/* Draws around (@x, @y); @size is the height of the symbol in user units, its
 * casing not counted. The state of @cr is left as it was but for its path. A
 * @type or @family out of range draws a plain disc. */
void sb_symbol_draw_event (cairo_t *cr,
                           SbEventType type,
                           double x,
                           double y,
                           double size,
                           SbBasemapStyle style,
                           SbSymbolFlags flags);
void sb_symbol_draw_actor (cairo_t *cr,
                           SbActorFamily family,
                           double x,
                           double y,
                           double size,
                           SbBasemapStyle style,
                           SbSymbolFlags flags);

/* How well the place of an event is known: around what is only near it, or in an
 * area, a halo; over a region or a country, of which no point is meant, a hatched
 * disc. Nothing for what is exact. @radius in user units. Drawn below symbols. */
void sb_symbol_draw_extent (cairo_t *cr,
                            SbEventType type,
                            SbPlacePrecision precision,
                            double x,
                            double y,
                            double radius,
                            SbBasemapStyle style);

/* A place that a blockade or another restriction weighs on. */
void sb_symbol_draw_restriction (cairo_t *cr,
                                 double x,
                                 double y,
                                 double size,
                                 SbBasemapStyle style,
                                 SbSymbolFlags flags);

/* The current path of @cr as a stretch of road that is cut: crossed by short
 * bars along its length. @width is that of the road, in user units. The path is
 * consumed. */
void sb_symbol_stroke_cut (cairo_t *cr,
                           double width,
                           SbBasemapStyle style);

/* The same of a cut that somebody denies: hollow between its bars. */
void sb_symbol_stroke_denied_cut (cairo_t *cr,
                                  double width,
                                  SbBasemapStyle style);

SbSymbolColour sb_symbol_get_event_colour (SbEventType type,
                                           SbBasemapStyle style);
/* Of what parts a symbol from the map. */
SbSymbolColour sb_symbol_get_casing_colour (SbBasemapStyle style);
SbSymbolColour sb_symbol_get_restriction_colour (SbBasemapStyle style);
SbSymbolColour sb_symbol_get_actor_colour (SbActorFamily family,
                                           SbBasemapStyle style);

/* How much of the symbol's size it extends to each side with all its rings, so
 * that a caller knows what to redraw: a factor, at least 0.5. */
double sb_symbol_get_reach (SbSymbolFlags flags);

G_END_DECLS
