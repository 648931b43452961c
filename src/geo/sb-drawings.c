/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-drawings-private.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (SbDrawings, sb_drawings, sb_drawings_ref, sb_drawings_unref)

/* How far around its point a label can be clicked, in logical pixels. */
#define LABEL_REACH_X 40.0
#define LABEL_REACH_Y 9.0

static void
clear_shape (gpointer data)
{
  SbDrawingShape *shape = data;

  g_free (shape->title);
  g_free (shape->caption);
  g_free (shape->points);
}

SbDrawings *
sb_drawings_new (void)
{
  SbDrawings *self = g_new0 (SbDrawings, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (SbDrawingShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->bounds = sb_bounds_empty ();
  return self;
}

SbDrawings *
sb_drawings_ref (SbDrawings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_drawings_unref (SbDrawings *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->shapes);
  g_free (self);
}

/* FALSE when one of the points is nowhere. */
static gboolean
read_points (SbDrawingShape *shape,
             SbRecord *drawing)
{
  shape->n_points = sb_record_get_n_items (drawing, SB_DRAWING_POINTS);
  shape->points = g_new (SbPoint, shape->n_points);
  shape->bounds = sb_bounds_empty ();
  for (guint i = 0; i < shape->n_points; i++)
    {
      SbRecord *item = sb_record_get_item (drawing, SB_DRAWING_POINTS, i);
      SbPosition position = { sb_record_get_real (item, SB_DRAWING_POINT_LONGITUDE, NAN),
                              sb_record_get_real (item, SB_DRAWING_POINT_LATITUDE, NAN) };

      if (!sb_position_is_valid (position))
        return FALSE;

      shape->points[i] = sb_mercator_project (position);
      shape->bounds = sb_bounds_extend (&shape->bounds, position);
    }

  return TRUE;
}

gboolean
sb_drawings_add (SbDrawings *self,
                 SbRecord *drawing,
                 SbLanguage language,
                 const char *caption,
                 gboolean is_sourced)
{
  SbDrawingShape shape = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sb_record_get_kind (drawing) == SB_KIND_DRAWING, FALSE);

  shape.kind = (SbDrawingKind) sb_record_get_term (drawing, SB_DRAWING_KIND, SB_DRAWING_KIND_LINE);
  shape.tone = (guint) CLAMP (sb_record_get_integer (drawing, SB_DRAWING_TONE, 0), 0, SB_N_DRAWING_TONES - 1);
  shape.is_sourced = is_sourced;
  if (!read_points (&shape, drawing) || shape.n_points < sb_drawing_kind_get_min_points (shape.kind))
    {
      clear_shape (&shape);
      return FALSE;
    }

  shape.title = g_strdup (sb_record_get_title (drawing, language));
  shape.caption = g_strdup (caption);
  if (sb_bounds_is_empty (&self->bounds))
    self->bounds = shape.bounds;
  self->bounds = sb_bounds_extend (&self->bounds, (SbPosition) { shape.bounds.west, shape.bounds.south });
  self->bounds = sb_bounds_extend (&self->bounds, (SbPosition) { shape.bounds.east, shape.bounds.north });
  g_array_append_val (self->shapes, shape);
  return TRUE;
}

guint
sb_drawings_get_n (SbDrawings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->shapes->len;
}

SbBounds
sb_drawings_get_bounds (SbDrawings *self)
{
  g_return_val_if_fail (self != NULL, sb_bounds_empty ());

  return self->bounds;
}

/* By the even-odd rule. */
static gboolean
is_inside (const SbDrawingShape *shape,
           SbPoint point)
{
  gboolean is_in = FALSE;

  for (guint i = 0, j = shape->n_points - 1; i < shape->n_points; j = i++)
    {
      SbPoint a = shape->points[i], b = shape->points[j];

      if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
        is_in = !is_in;
    }

  return is_in;
}

/* The centre of gravity of a polygon, from its first point, so that small ones lose
 * no digits. */
static SbPoint
get_centroid (const SbDrawingShape *shape)
{
  SbPoint origin = shape->points[0];
  double area = 0, x = 0, y = 0;

  for (guint i = 0, j = shape->n_points - 1; i < shape->n_points; j = i++)
    {
      SbPoint a = { shape->points[j].x - origin.x, shape->points[j].y - origin.y };
      SbPoint b = { shape->points[i].x - origin.x, shape->points[i].y - origin.y };
      double cross = a.x * b.y - b.x * a.y;

      area += cross;
      x += (a.x + b.x) * cross;
      y += (a.y + b.y) * cross;
    }

  /* All on one line. */
  if (fabs (area) < 1e-18)
    return origin;

  return (SbPoint) { origin.x + x / (3 * area), origin.y + y / (3 * area) };
}

static SbPoint
get_middle_of_line (const SbDrawingShape *shape)
{
  double length = 0, walked = 0;

  for (guint i = 1; i < shape->n_points; i++)
    length += hypot (shape->points[i].x - shape->points[i - 1].x, shape->points[i].y - shape->points[i - 1].y);

  for (guint i = 1; i < shape->n_points; i++)
    {
      SbPoint a = shape->points[i - 1], b = shape->points[i];
      double step = hypot (b.x - a.x, b.y - a.y);

      if (step > 0 && walked + step >= length / 2)
        return (SbPoint) { a.x + (b.x - a.x) * (length / 2 - walked) / step,
                           a.y + (b.y - a.y) * (length / 2 - walked) / step };
      walked += step;
    }

  return shape->points[0];
}

SbPoint
_sb_drawing_shape_get_middle (const SbDrawingShape *shape)
{
  SbPoint middle;

  if (shape->kind == SB_DRAWING_KIND_LABEL)
    return shape->points[0];
  if (shape->kind != SB_DRAWING_KIND_AREA)
    return get_middle_of_line (shape);

  middle = get_centroid (shape);
  return is_inside (shape, middle) ? middle : shape->points[0];
}

static SbPoint
to_page (const SbMapFrame *frame,
         SbPoint point)
{
  return (SbPoint) { frame->rect.x + (point.x - frame->origin.x) * frame->scale,
                     frame->rect.y + (point.y - frame->origin.y) * frame->scale };
}

static double
get_distance (SbPoint a,
              SbPoint b,
              SbPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double along = length > 0 ? CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (point.x - a.x - along * dx, point.y - a.y - along * dy);
}

static double
measure_distance (const SbDrawingShape *shape,
                  const SbMapFrame *frame,
                  SbPoint point)
{
  double best = G_MAXDOUBLE;
  guint first = shape->kind == SB_DRAWING_KIND_AREA ? 0 : 1;

  if (shape->kind == SB_DRAWING_KIND_LABEL)
    {
      SbPoint at = to_page (frame, shape->points[0]);

      return hypot (MAX (fabs (point.x - at.x) - LABEL_REACH_X * frame->unit, 0),
                    MAX (fabs (point.y - at.y) - LABEL_REACH_Y * frame->unit, 0));
    }

  for (guint i = first; i < shape->n_points; i++)
    {
      SbPoint a = to_page (frame, shape->points[i > 0 ? i - 1 : shape->n_points - 1]);

      best = MIN (best, get_distance (a, to_page (frame, shape->points[i]), point));
    }

  return best;
}

int
sb_drawings_pick (SbDrawings *self,
                  const SbMapFrame *frame,
                  SbPoint point,
                  double reach)
{
  double best = reach;
  int picked = -1;

  g_return_val_if_fail (self != NULL && frame != NULL, -1);

  for (guint i = 0; i < self->shapes->len; i++)
    {
      double distance = measure_distance (&g_array_index (self->shapes, SbDrawingShape, i), frame, point);

      if (distance > best)
        continue;

      best = distance;
      picked = (int) i;
    }

  return picked;
}
