/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-basemap-palette.h"

/* 0xRRGGBB as the three channels of a colour. */
#define RGB(hex)                                                                  \
  {                                                                               \
    ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) &255) / 255.0 \
  }

static const SbBasemapPalette palettes[SB_N_BASEMAP_STYLES] = {
  [SB_BASEMAP_STYLE_LIGHT] = {
    .water = RGB (0xcfdfe5),
    .land = RGB (0xf5efe1),
    .coast = RGB (0x9db8c3),
    .river = RGB (0x93b9c9),
    .region = RGB (0xcdbb9d),
    .border = RGB (0xa98872),
    .casing = RGB (0xebdfca),
    .halo = RGB (0xf8f4ea),
    .dot = RGB (0x5a4e44),
    .water_text = RGB (0x557f92),
    .coast_zoom = 5.3,
    .text = {
      [SB_BASEMAP_NAME_COUNTRY] = RGB (0x9a7f6b),
      [SB_BASEMAP_NAME_REGION] = RGB (0xab977f),
      [SB_BASEMAP_NAME_CAPITAL] = RGB (0x2e2823),
      [SB_BASEMAP_NAME_SEAT] = RGB (0x453c35),
      [SB_BASEMAP_NAME_TOWN] = RGB (0x5b5048),
      [SB_BASEMAP_NAME_VILLAGE] = RGB (0x73675c),
      [SB_BASEMAP_NAME_SEA] = RGB (0x7397a7),
      [SB_BASEMAP_NAME_LAKE] = RGB (0x557f92),
      [SB_BASEMAP_NAME_LANDSCAPE] = RGB (0xa39784),
    },
  },
  [SB_BASEMAP_STYLE_DARK] = {
    .water = RGB (0x17212a),
    .land = RGB (0x2a3238),
    .coast = RGB (0x42586a),
    .river = RGB (0x3d5c70),
    .region = RGB (0x4d555a),
    .border = RGB (0x877160),
    .casing = RGB (0x30383d),
    .halo = RGB (0x242c32),
    .dot = RGB (0xb9afa0),
    .water_text = RGB (0x7fa3b7),
    .coast_zoom = 5.3,
    .text = {
      [SB_BASEMAP_NAME_COUNTRY] = RGB (0xa08e7c),
      [SB_BASEMAP_NAME_REGION] = RGB (0x7c7a72),
      [SB_BASEMAP_NAME_CAPITAL] = RGB (0xf1eade),
      [SB_BASEMAP_NAME_SEAT] = RGB (0xd8d0c2),
      [SB_BASEMAP_NAME_TOWN] = RGB (0xb8b0a3),
      [SB_BASEMAP_NAME_VILLAGE] = RGB (0x9d978c),
      [SB_BASEMAP_NAME_SEA] = RGB (0x557384),
      [SB_BASEMAP_NAME_LAKE] = RGB (0x7fa3b7),
      [SB_BASEMAP_NAME_LANDSCAPE] = RGB (0x7f7d74),
    },
  },
  /* Land stays the white of the paper; every tone is told from the next one by
   * lightness alone: water 90, rivers 68, regions 74, borders 42, names dark. */
  [SB_BASEMAP_STYLE_PRINT] = {
    .water = RGB (0xe2e8eb),
    .land = RGB (0xffffff),
    .coast = RGB (0x9aa4a9),
    .river = RGB (0x9fb1ba),
    .region = RGB (0xc4beb6),
    .border = RGB (0x6e655e),
    .casing = RGB (0xeeebe6),
    .halo = RGB (0xffffff),
    .dot = RGB (0x3a3632),
    .water_text = RGB (0x66777f),
    .region_dashes = 2.0,
    .text = {
      [SB_BASEMAP_NAME_COUNTRY] = RGB (0x857a70),
      [SB_BASEMAP_NAME_REGION] = RGB (0x99918a),
      [SB_BASEMAP_NAME_CAPITAL] = RGB (0x1c1a18),
      [SB_BASEMAP_NAME_SEAT] = RGB (0x35312d),
      [SB_BASEMAP_NAME_TOWN] = RGB (0x4c4742),
      [SB_BASEMAP_NAME_VILLAGE] = RGB (0x625c56),
      [SB_BASEMAP_NAME_SEA] = RGB (0x8596a0),
      [SB_BASEMAP_NAME_LAKE] = RGB (0x66777f),
      [SB_BASEMAP_NAME_LANDSCAPE] = RGB (0x999189),
    },
  },
};

const SbBasemapPalette *
_sb_basemap_get_palette (SbBasemapStyle style)
{
  return &palettes[style < SB_N_BASEMAP_STYLES ? style : SB_BASEMAP_STYLE_LIGHT];
}

void
_sb_basemap_set_colour (cairo_t *cr,
                        const SbBasemapColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

/* A straight line from @low at zoom @from to @high at zoom @to, level outside. */
static double
ramp (double zoom,
      double from,
      double low,
      double to,
      double high)
{
  double t = CLAMP ((zoom - from) / (to - from), 0.0, 1.0);

  return low + t * (high - low);
}

double
_sb_basemap_get_border_width (double zoom)
{
  return ramp (zoom, 3, 0.7, 8, 1.3);
}

double
_sb_basemap_get_casing_width (double zoom)
{
  return zoom < 5.6 ? 0 : ramp (zoom, 5.6, 3.6, 8, 6.0);
}

double
_sb_basemap_get_region_width (double zoom)
{
  return zoom < 5.5 ? 0 : ramp (zoom, 5.5, 0.7, 9, 1.1);
}

double
_sb_basemap_get_river_width (double zoom,
                             guint width)
{
  static const double widths[] = { 1.6, 1.2, 0.9, 0.7 };
  static const double first_zooms[] = { 0, 4.5, 5.5, 7 };

  if (width >= G_N_ELEMENTS (widths) || zoom < first_zooms[width])
    return 0;

  return widths[width] * ramp (zoom, 3, 0.45, 9, 1.3);
}

double
_sb_basemap_get_coast_width (double zoom)
{
  return ramp (zoom, 3, 0.5, 8, 0.9);
}
