/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-basemap.h"
#include "sb-geometry.h"
#include "sb-language.h"

G_BEGIN_DECLS

/* What the drawing reads of the base map. Positions are on the unit square of
 * the projection. */

typedef enum
{
  SB_BASEMAP_LAYER_LAND,
  SB_BASEMAP_LAYER_LAKE,
  SB_BASEMAP_LAYER_RIVER,
  SB_BASEMAP_LAYER_REGION,
  SB_BASEMAP_LAYER_BORDER,
  SB_BASEMAP_LAYER_DISPUTED,
} SbBasemapLayer;

#define SB_N_BASEMAP_LAYERS (SB_BASEMAP_LAYER_DISPUTED + 1)

/* Units of a cell's side, and how far features reach over it. */
#define SB_BASEMAP_EXTENT 4096
#define SB_BASEMAP_BUFFER 64

/* A cell of one level of detail: a square of 1/2^zoom. */
typedef struct
{
  const guint8 *data;
  gsize length;
  guint zoom;
  guint x;
  guint y;
} SbBasemapCell;

/* One ring or line of a cell; points in units of the cell. */
typedef struct
{
  SbBasemapLayer layer;
  guint width; /* of a river: 0 the largest to 3 */
  guint phase; /* units of the line before its first point, for dashes */
  guint n_points;
} SbBasemapFeature;

typedef struct
{
  int x;
  int y;
} SbBasemapVertex;

typedef enum
{
  SB_BASEMAP_NAME_COUNTRY,
  SB_BASEMAP_NAME_REGION,
  SB_BASEMAP_NAME_CAPITAL,
  SB_BASEMAP_NAME_SEAT,
  SB_BASEMAP_NAME_TOWN,
  SB_BASEMAP_NAME_VILLAGE,
  SB_BASEMAP_NAME_SEA,
  SB_BASEMAP_NAME_LAKE,
  SB_BASEMAP_NAME_LANDSCAPE,
} SbBasemapNameKind;

#define SB_N_BASEMAP_NAME_KINDS (SB_BASEMAP_NAME_LANDSCAPE + 1)

/* A name at a point, most important first in their array. */
typedef struct
{
  SbPoint point;
  const char *text[SB_N_LANGUAGES];
  SbBasemapNameKind kind;
  double min_zoom;
  double max_zoom;
  guint size; /* 0, 1 or 2: larger letters */
} SbBasemapName;

/* A named river, or a part of one. */
typedef struct
{
  const char *text[SB_N_LANGUAGES];
  double min_zoom;
  const SbPoint *points;
  guint n_points;
} SbBasemapRiver;

/* The cells that cover @area (of the unit square) in the detail that @zoom
 * needs: an array of SbBasemapCell. */
GArray *_sb_basemap_list_cells (SbBasemap *self,
                                double zoom,
                                const SbRect *area);

/* Reads the features of @cell one after another: @offset starts at 0. Points
 * are put into @points, an array of SbBasemapVertex whose content is replaced.
 * Returns FALSE at the end, or where the data is damaged. */
gboolean _sb_basemap_cell_read (const SbBasemapCell *cell,
                                gsize *offset,
                                SbBasemapFeature *feature,
                                GArray *points);

const SbBasemapName *_sb_basemap_get_names (SbBasemap *self,
                                            guint *n_names);
const SbBasemapRiver *_sb_basemap_get_rivers (SbBasemap *self,
                                              guint *n_rivers);

G_END_DECLS
