/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-geometry.h"

G_BEGIN_DECLS

/* Web Mercator (EPSG:3857) on the unit square: x runs from 0 at 180° west to 1
 * at 180° east, y from 0 at the northern limit to 1 at the southern one. */

/* Degrees; what lies beyond is drawn at the limit. */
#define SB_MERCATOR_MAX_LATITUDE 85.05112877980659

/* The logical pixels of a tile's side, where the zoom counts: at zoom 0 the
 * world is so wide. */
#define SB_MERCATOR_TILE_SIZE 256

SbPoint sb_mercator_project (SbPosition position);
SbPosition sb_mercator_unproject (SbPoint point);

/* The pixels from one side of the world to the other; @zoom may be any number
 * from 0 to 24. */
double sb_mercator_get_world_size (double zoom);

/**
 * SbTile:
 *
 * One tile of the usual scheme: x from the west, y from the north, both from 0
 * to 2^zoom - 1. A plain value.
 */
typedef struct
{
  guint zoom;
  guint x;
  guint y;
} SbTile;

/* Zoom 0 to 24 and both numbers within it. */
gboolean sb_tile_is_valid (SbTile tile);
SbTile sb_tile_for_position (SbPosition position,
                             guint zoom);
SbBounds sb_tile_get_bounds (SbTile tile);

/**
 * SbMapFrame:
 *
 * Where a part of the world lies on a page or a picture: the plane of the
 * projection laid upright and undistorted over a rectangle. A plain value;
 * made by sb_map_frame_new(), so that what is laid over the base map uses the
 * same numbers as the base map itself.
 */
typedef struct
{
  SbRect rect; /* in the user units of the page */
  double unit; /* user units in one logical pixel (1/96 inch): 0.75 on a
                    * page of points, 1 in a picture */
  SbPoint origin; /* of the unit square, at the rectangle's top left corner */
  double scale; /* user units from one side of the world to the other */
} SbMapFrame;

/* The frame that shows all of @bounds as large as @rect allows, in the middle;
 * the rest of the rectangle shows what lies around. */
SbMapFrame sb_map_frame_new (const SbBounds *bounds,
                             const SbRect *rect,
                             double unit);
SbPoint sb_map_frame_to_page (const SbMapFrame *self,
                              SbPosition position);
SbPosition sb_map_frame_from_page (const SbMapFrame *self,
                                   SbPoint point);

/* All that the rectangle shows. */
SbBounds sb_map_frame_get_bounds (const SbMapFrame *self);

/* The zoom at which the map's logical pixels are as large as the frame's. */
double sb_map_frame_get_zoom (const SbMapFrame *self);

/* User units of one kilometre at @latitude, for a scale bar. */
double sb_map_frame_get_units_per_km (const SbMapFrame *self,
                                      double latitude);

G_END_DECLS
