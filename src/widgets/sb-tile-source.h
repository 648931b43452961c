/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-basemap-painter.h"

G_BEGIN_DECLS

/**
 * SbTileSource:
 *
 * The base map as a map source: its tiles are painted by two workers, nothing
 * is fetched. One style, language and pixel density for its life; the map view
 * makes another one when any of them changes. Main thread.
 */
#define SB_TYPE_TILE_SOURCE (sb_tile_source_get_type ())

G_DECLARE_FINAL_TYPE (SbTileSource, sb_tile_source, SB, TILE_SOURCE, ShumateMapSource)

/* @scale: device pixels in one logical pixel. */
SbTileSource *sb_tile_source_new (SbBasemapPainter *painter,
                                  SbBasemapStyle style,
                                  SbLanguage language,
                                  double scale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
