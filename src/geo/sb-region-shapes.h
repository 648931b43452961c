/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-geometry.h"

G_BEGIN_DECLS

/**
 * SbRegionShapes:
 *
 * The shapes of the countries and first-level regions that ship with the
 * program, by their keys in the gazetteer (docs/basemap-format.md). Neighbours
 * share their border point by point, so that they neither overlap nor leave a
 * gap. Not every region has one: data/basemap/README.md says which, and why.
 * Immutable and reference counted, safe to share between threads. What it
 * returns lives as long as it does.
 */
typedef struct _SbRegionShapes SbRegionShapes;

typedef enum
{
  SB_REGION_COUNTRY,
  SB_REGION_REGION,
} SbRegionKind;

/* A closed line on the unit square of Web Mercator; the last point is not the
 * first one again. */
typedef struct
{
  const SbPoint *points;
  guint n_points;
} SbRing;

/* What is inside an odd number of the rings is inside of it. */
typedef struct
{
  const char *key; /* of the gazetteer */
  SbRegionKind kind;
  SbRect box; /* around all rings, on the unit square */
  const SbRing *rings;
  guint n_rings;
} SbRegionShape;

#define SB_TYPE_REGION_SHAPES (sb_region_shapes_get_type ())

GType sb_region_shapes_get_type (void);

/* The shapes built into the program. */
SbRegionShapes *sb_region_shapes_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* SB_GEO_ERROR when @bytes are damaged or of a newer format. */
SbRegionShapes *sb_region_shapes_new_from_bytes (GBytes *bytes,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbRegionShapes *sb_region_shapes_ref (SbRegionShapes *self);
void sb_region_shapes_unref (SbRegionShapes *self);

/* In the order of their keys. */
guint sb_region_shapes_get_n_shapes (SbRegionShapes *self);
const SbRegionShape *sb_region_shapes_get_shape (SbRegionShapes *self,
                                                 guint index);

/* (nullable) */
const SbRegionShape *sb_region_shapes_find (SbRegionShapes *self,
                                            const char *key);

/* Whether @point of the unit square is inside. */
gboolean sb_region_shape_contains (const SbRegionShape *self,
                                   SbPoint point);

/* On a sphere of 6371.0088 km, as if edges were straight in longitude and
 * latitude: within some thousandths. */
double sb_region_shape_get_area_km2 (const SbRegionShape *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRegionShapes, sb_region_shapes_unref)

G_END_DECLS
