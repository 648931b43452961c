/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-road-state.h"

G_BEGIN_DECLS

typedef enum
{
  SB_ROAD_STROKE_DEFAULT = 0,
  SB_ROAD_STROKE_DISPUTED = 1 << 0, /* what is said of the road is denied or contradicted */
} SbRoadStrokeFlags;

/* Strokes the current path of @cr as a road in @state, the same way on a screen and on
 * paper: open roads are quiet, those that are limited or threatened are broken lines,
 * those that are cut are crossed, so that they differ without their colour. What is
 * disputed is hollow, but for an open road. @width: of a road that is not open, in user
 * units. The path is consumed. */
void sb_road_stroke (cairo_t *cr,
                     SbRoadState state,
                     SbRoadStrokeFlags flags,
                     double width,
                     SbBasemapStyle style);

/* Its width on a screen, in logical pixels. */
#define SB_ROAD_STROKE_SCREEN 3.0

G_END_DECLS
