/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-basemap-style.h"

G_BEGIN_DECLS

/**
 * SbMapTiles:
 *
 * The ground that a map stands on: the base map that is built in, and above it, where
 * the user wants it, the tiles of a server or a file. Where those are missing the base
 * map shows.
 */
#define SB_TYPE_MAP_TILES (sb_map_tiles_get_type ())

G_DECLARE_FINAL_TYPE (SbMapTiles, sb_map_tiles, SB, MAP_TILES, GObject)

/* Both are put below @lowest, a layer of @map, which must outlive the tiles. */
SbMapTiles *sb_map_tiles_new (ShumateMap *map,
                              ShumateLayer *lowest) G_GNUC_WARN_UNUSED_RESULT;

/* Paints the base map anew; @scale: device pixels in one logical pixel. */
void sb_map_tiles_set_style (SbMapTiles *self,
                             SbBasemapStyle style,
                             double scale);

/* @source: (nullable) for the base map alone; @attribution: (nullable) whom to name
 * for it. */
void sb_map_tiles_set_background (SbMapTiles *self,
                                  ShumateMapSource *source,
                                  const char *attribution);

/* Whom to name for what is shown. */
char *sb_map_tiles_dup_attribution (SbMapTiles *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
