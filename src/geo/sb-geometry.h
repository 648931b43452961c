/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbPosition:
 *
 * A point on the ground: degrees of WGS 84, longitude -180 to 180 (east is
 * positive), latitude -90 to 90. A plain value.
 */
typedef struct
{
  double longitude;
  double latitude;
} SbPosition;

/**
 * SbBounds:
 *
 * An area between two meridians and two parallels, in degrees; west <= east
 * and south <= north. It does not cross the 180th meridian. A plain value,
 * boxed for properties.
 */
typedef struct
{
  double west;
  double south;
  double east;
  double north;
} SbBounds;

#define SB_TYPE_BOUNDS (sb_bounds_get_type ())

/* West Africa and the Sahel, which the base map knows in full. */
#define SB_BOUNDS_SAHEL ((SbBounds) { -20.0, 0.0, 27.0, 28.0 })

GType sb_bounds_get_type (void);

gboolean sb_position_is_valid (SbPosition position);

/* Kilometres along the great circle on a sphere of 6371.0088 km. */
double sb_position_get_distance_km (SbPosition a,
                                    SbPosition b);

/* Bounds that hold nothing: the start for sb_bounds_extend(). */
SbBounds sb_bounds_empty (void);
gboolean sb_bounds_is_empty (const SbBounds *self);
gboolean sb_bounds_contains (const SbBounds *self,
                             SbPosition position);
gboolean sb_bounds_intersects (const SbBounds *self,
                               const SbBounds *other);
SbPosition sb_bounds_get_centre (const SbBounds *self);

/* The same bounds with @position inside, or grown by @fraction of their width
 * and height on each side (0.1 is a tenth). */
SbBounds sb_bounds_extend (const SbBounds *self,
                           SbPosition position);
SbBounds sb_bounds_grow (const SbBounds *self,
                         double fraction);
SbBounds *sb_bounds_copy (const SbBounds *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_bounds_free (SbBounds *self);

/**
 * SbRect:
 *
 * An upright rectangle of a plane whose y grows downwards. A plain value.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SbRect;

/* A point of such a plane. */
typedef struct
{
  double x;
  double y;
} SbPoint;

gboolean sb_rect_contains (const SbRect *self,
                           SbPoint point);
gboolean sb_rect_intersects (const SbRect *self,
                             const SbRect *other);

/* The part of the ring @points (not closed: the last point differs from the
 * first) that lies in @rect, as one ring, by Sutherland and Hodgman: where the
 * ring leaves and comes back, edges run along the rectangle. Returns an array
 * of SbPoint, empty when nothing is inside. */
GArray *sb_clip_ring (const SbPoint *points,
                      gsize n_points,
                      const SbRect *rect) G_GNUC_WARN_UNUSED_RESULT;

/* The part of the segment from @a to @b that lies in @rect, by Liang and
 * Barsky; returns FALSE and leaves both alone when there is none. */
gboolean sb_clip_segment (SbPoint *a,
                          SbPoint *b,
                          const SbRect *rect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBounds, sb_bounds_free)

G_END_DECLS
