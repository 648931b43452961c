/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-area-painter.h"
#include "sb-symbol.h"

G_BEGIN_DECLS

/* What areas are filled with (sb-area-painter.h). All is tied to an anchor, a
 * point of the page, so that it moves with the map. */

typedef enum
{
  SB_AREA_PATTERN_DENSE, /* of who controls it */
  SB_AREA_PATTERN_SPARSE, /* of who has influence: no ground */
  SB_AREA_PATTERN_BAND, /* of one of those who contest it: a stronger ground */
} SbAreaPatternWay;

typedef struct
{
  SbActorFamily family;
  SbBasemapStyle style;
  SbRect rect; /* to be filled */
  SbPoint anchor;
  double unit; /* user units in a logical pixel */
  double strength; /* 0 to 1 */
} SbAreaPattern;

/* Fills the clip of @cr. */
void _sb_area_pattern_fill (cairo_t *cr,
                            const SbAreaPattern *self,
                            SbAreaPatternWay way);

/* Bands from bottom left to top right, of @n_turns kinds in turn; of a width of
 * zero, upright ones: the parts of the rectangle left and right of each other. */
typedef struct
{
  SbRect rect;
  SbPoint anchor;
  double width;
  guint n_turns;
} SbAreaBands;

/* Makes the path of the bands of the kind @turn, or of the lines between all. */
void _sb_area_bands_append (cairo_t *cr,
                            const SbAreaBands *self,
                            guint turn);
void _sb_area_bands_append_edges (cairo_t *cr,
                                  const SbAreaBands *self);

/* Makes the path of the single diagonal lines of a zone. */
void _sb_area_zone_append_lines (cairo_t *cr,
                                 SbAreaZone zone,
                                 const SbRect *rect,
                                 SbPoint anchor,
                                 double unit);

/* Makes the path of the level lines of what is under a restriction. */
void _sb_area_restriction_append_lines (cairo_t *cr,
                                        const SbRect *rect,
                                        SbPoint anchor,
                                        double unit);

SbSymbolColour _sb_area_zone_get_colour (SbAreaZone zone,
                                         SbBasemapStyle style);

/* The strongest and the palest colour of a style. */
SbSymbolColour _sb_area_pattern_get_ink (SbBasemapStyle style);
SbSymbolColour _sb_area_pattern_get_paper (SbBasemapStyle style);

G_END_DECLS
