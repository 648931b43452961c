/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-private.h"
#include "sb-basemap-style.h"

G_BEGIN_DECLS

/* The colours and widths behind a SbBasemapStyle. */

typedef struct
{
  double red;
  double green;
  double blue;
} SbBasemapColour;

typedef struct
{
  SbBasemapColour water;
  SbBasemapColour land;
  SbBasemapColour coast;
  SbBasemapColour river;
  SbBasemapColour region;
  SbBasemapColour border;
  SbBasemapColour casing; /* the pale band under a border */
  SbBasemapColour halo; /* around letters, on land */
  SbBasemapColour dot; /* of a town */
  SbBasemapColour water_text;
  SbBasemapColour text[SB_N_BASEMAP_NAME_KINDS];
  double coast_zoom; /* from which coasts have a line of their own */
  double region_dashes; /* logical pixels; 0: a line without gaps */
} SbBasemapPalette;

/* Static; never NULL. */
const SbBasemapPalette *_sb_basemap_get_palette (SbBasemapStyle style);

void _sb_basemap_set_colour (cairo_t *cr,
                             const SbBasemapColour *colour);

/* Logical pixels; 0 where it is not drawn at this zoom. */
double _sb_basemap_get_border_width (double zoom);
double _sb_basemap_get_casing_width (double zoom);
double _sb_basemap_get_region_width (double zoom);
double _sb_basemap_get_river_width (double zoom,
                                    guint width);
double _sb_basemap_get_coast_width (double zoom);

G_END_DECLS
