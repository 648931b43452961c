/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-road-state.h"

G_BEGIN_DECLS

/* Strokes the current path of @cr as a road in @state, in logical pixels: open
 * roads are quiet, those that are limited or threatened are broken lines, those
 * that are cut are crossed, so that they differ without their colour. */
void sb_road_stroke (cairo_t *cr,
                     SbRoadState state,
                     SbBasemapStyle style);

G_END_DECLS
