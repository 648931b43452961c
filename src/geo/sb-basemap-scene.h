/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-palette.h"

G_BEGIN_DECLS

/**
 * SbBasemapView:
 *
 * A window on the world in logical pixels: at @zoom the world is @world_size
 * wide, and its pixel (@x, @y) is drawn at the origin.
 */
typedef struct
{
  double zoom;
  double world_size;
  double x;
  double y;
  double width;
  double height;
} SbBasemapView;

/* Draws land, water and lines; the view lies from (0, 0) on. */
void _sb_basemap_scene_draw (SbBasemap *basemap,
                             cairo_t *cr,
                             const SbBasemapView *view,
                             const SbBasemapPalette *palette);

G_END_DECLS
