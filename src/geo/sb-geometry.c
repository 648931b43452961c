/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-geometry.h"

#include <math.h>

/* The mean radius of the Earth (IUGG), kilometres. */
#define EARTH_RADIUS_KM 6371.0088

#define RADIANS(degrees) ((degrees) *G_PI / 180.0)

G_DEFINE_BOXED_TYPE (SbBounds, sb_bounds, sb_bounds_copy, sb_bounds_free)

gboolean
sb_position_is_valid (SbPosition position)
{
  return position.longitude >= -180.0 && position.longitude <= 180.0 &&
         position.latitude >= -90.0 && position.latitude <= 90.0;
}

/* The haversine formula: good for short distances too. */
double
sb_position_get_distance_km (SbPosition a,
                             SbPosition b)
{
  double dy = sin (RADIANS (b.latitude - a.latitude) / 2);
  double dx = sin (RADIANS (b.longitude - a.longitude) / 2);
  double h = dy * dy + cos (RADIANS (a.latitude)) * cos (RADIANS (b.latitude)) * dx * dx;

  return 2 * EARTH_RADIUS_KM * asin (sqrt (MIN (h, 1.0)));
}

SbBounds
sb_bounds_empty (void)
{
  return (SbBounds) { .west = G_MAXDOUBLE, .south = G_MAXDOUBLE, .east = -G_MAXDOUBLE, .north = -G_MAXDOUBLE };
}

gboolean
sb_bounds_is_empty (const SbBounds *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return !(self->west <= self->east && self->south <= self->north);
}

gboolean
sb_bounds_contains (const SbBounds *self,
                    SbPosition position)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return position.longitude >= self->west && position.longitude <= self->east &&
         position.latitude >= self->south && position.latitude <= self->north;
}

gboolean
sb_bounds_intersects (const SbBounds *self,
                      const SbBounds *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->west <= other->east && other->west <= self->east &&
         self->south <= other->north && other->south <= self->north;
}

SbPosition
sb_bounds_get_centre (const SbBounds *self)
{
  g_return_val_if_fail (self != NULL, ((SbPosition) { 0, 0 }));

  return (SbPosition) { (self->west + self->east) / 2, (self->south + self->north) / 2 };
}

SbBounds
sb_bounds_extend (const SbBounds *self,
                  SbPosition position)
{
  g_return_val_if_fail (self != NULL, sb_bounds_empty ());

  return (SbBounds) {
    .west = MIN (self->west, position.longitude),
    .south = MIN (self->south, position.latitude),
    .east = MAX (self->east, position.longitude),
    .north = MAX (self->north, position.latitude),
  };
}

SbBounds
sb_bounds_grow (const SbBounds *self,
                double fraction)
{
  double dx;
  double dy;

  g_return_val_if_fail (self != NULL, sb_bounds_empty ());

  if (sb_bounds_is_empty (self))
    return *self;

  dx = (self->east - self->west) * fraction;
  dy = (self->north - self->south) * fraction;

  return (SbBounds) {
    .west = CLAMP (self->west - dx, -180.0, 180.0),
    .south = CLAMP (self->south - dy, -90.0, 90.0),
    .east = CLAMP (self->east + dx, -180.0, 180.0),
    .north = CLAMP (self->north + dy, -90.0, 90.0),
  };
}

SbBounds *
sb_bounds_copy (const SbBounds *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

void
sb_bounds_free (SbBounds *self)
{
  g_free (self);
}

gboolean
sb_rect_contains (const SbRect *self,
                  SbPoint point)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return point.x >= self->x && point.x <= self->x + self->width &&
         point.y >= self->y && point.y <= self->y + self->height;
}

gboolean
sb_rect_intersects (const SbRect *self,
                    const SbRect *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->x < other->x + other->width && other->x < self->x + self->width &&
         self->y < other->y + other->height && other->y < self->y + self->height;
}

typedef enum
{
  SIDE_LEFT,
  SIDE_RIGHT,
  SIDE_TOP,
  SIDE_BOTTOM,
} Side;

/* How far @point is inside of one side of the rectangle; less than 0 outside. */
static double
get_depth (const SbPoint *point,
           const SbRect *rect,
           Side side)
{
  switch (side)
    {
    case SIDE_LEFT:
      return point->x - rect->x;
    case SIDE_RIGHT:
      return rect->x + rect->width - point->x;
    case SIDE_TOP:
      return point->y - rect->y;
    case SIDE_BOTTOM:
    default:
      return rect->y + rect->height - point->y;
    }
}

static SbPoint
interpolate (const SbPoint *a,
             const SbPoint *b,
             double t)
{
  return (SbPoint) { a->x + t * (b->x - a->x), a->y + t * (b->y - a->y) };
}

static void
clip_side (const SbPoint *points,
           gsize n_points,
           const SbRect *rect,
           Side side,
           GArray *result)
{
  const SbPoint *previous = &points[n_points - 1];
  double before = get_depth (previous, rect, side);

  for (gsize i = 0; i < n_points; i++)
    {
      double here = get_depth (&points[i], rect, side);

      if ((before >= 0) != (here >= 0))
        {
          SbPoint cut = interpolate (previous, &points[i], before / (before - here));

          g_array_append_val (result, cut);
        }
      if (here >= 0)
        g_array_append_val (result, points[i]);
      previous = &points[i];
      before = here;
    }
}

GArray *
sb_clip_ring (const SbPoint *points,
              gsize n_points,
              const SbRect *rect)
{
  g_autoptr (GArray) from = g_array_sized_new (FALSE, FALSE, sizeof (SbPoint), n_points + 8);
  g_autoptr (GArray) to = g_array_sized_new (FALSE, FALSE, sizeof (SbPoint), n_points + 8);

  g_return_val_if_fail (points != NULL || n_points == 0, g_steal_pointer (&from));
  g_return_val_if_fail (rect != NULL, g_steal_pointer (&from));

  g_array_append_vals (from, points, n_points);
  for (Side side = SIDE_LEFT; side <= SIDE_BOTTOM && from->len > 0; side++)
    {
      GArray *swap = from;

      g_array_set_size (to, 0);
      clip_side ((const SbPoint *) from->data, from->len, rect, side, to);
      from = to;
      to = swap;
    }

  return g_steal_pointer (&from);
}

gboolean
sb_clip_segment (SbPoint *a,
                 SbPoint *b,
                 const SbRect *rect)
{
  double start = 0.0;
  double end = 1.0;
  SbPoint from;
  SbPoint to;

  g_return_val_if_fail (a != NULL && b != NULL && rect != NULL, FALSE);

  for (Side side = SIDE_LEFT; side <= SIDE_BOTTOM; side++)
    {
      double da = get_depth (a, rect, side);
      double db = get_depth (b, rect, side);

      if (da < 0 && db < 0)
        return FALSE;
      if (da < 0)
        start = MAX (start, da / (da - db));
      else if (db < 0)
        end = MIN (end, da / (da - db));
    }
  if (start > end)
    return FALSE;

  from = interpolate (a, b, start);
  to = interpolate (a, b, end);
  *a = from;
  *b = to;

  return TRUE;
}
