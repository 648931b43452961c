/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-overlay-private.h"

G_DEFINE_BOXED_TYPE (SbOverlay, sb_overlay, sb_overlay_ref, sb_overlay_unref)

static void
clear_shape (gpointer data)
{
  g_free (((SbOverlayShape *) data)->name);
}

SbOverlay *
sb_overlay_new (void)
{
  SbOverlay *self = g_new0 (SbOverlay, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (SbOverlayShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->points = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  self->bounds = sb_bounds_empty ();
  return self;
}

SbOverlay *
sb_overlay_ref (SbOverlay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_overlay_unref (SbOverlay *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_array_unref (self->shapes);
  g_array_unref (self->parts);
  g_array_unref (self->points);
  g_free (self);
}

void
sb_overlay_begin_shape (SbOverlay *self,
                        SbShapeKind kind,
                        const char *name)
{
  SbOverlayShape shape = { .kind = kind };

  g_return_if_fail (self != NULL);

  shape.first_part = self->parts->len;
  shape.name = name != NULL && *name != '\0' ? g_strdup (name) : NULL;
  shape.west = shape.north = G_MAXDOUBLE;
  shape.east = shape.south = -G_MAXDOUBLE;
  g_array_append_val (self->shapes, shape);
}

void
sb_overlay_begin_part (SbOverlay *self)
{
  g_return_if_fail (self != NULL && self->shapes->len > 0);

  g_array_append_val (self->parts, self->points->len);
  g_array_index (self->shapes, SbOverlayShape, self->shapes->len - 1).n_parts++;
}

void
sb_overlay_add_point (SbOverlay *self,
                      SbPosition position)
{
  SbPoint point = sb_mercator_project (position);
  SbOverlayShape *shape;

  g_return_if_fail (self != NULL && self->parts->len > 0);

  shape = &g_array_index (self->shapes, SbOverlayShape, self->shapes->len - 1);
  shape->west = MIN (shape->west, point.x);
  shape->east = MAX (shape->east, point.x);
  shape->north = MIN (shape->north, point.y);
  shape->south = MAX (shape->south, point.y);
  g_array_append_val (self->points, point);
  self->bounds = sb_bounds_extend (&self->bounds, position);
}

void
sb_overlay_name_shapes (SbOverlay *self,
                        guint first,
                        const char *name)
{
  g_return_if_fail (self != NULL);

  for (guint i = first; i < self->shapes->len && name != NULL && *name != '\0'; i++)
    {
      SbOverlayShape *shape = &g_array_index (self->shapes, SbOverlayShape, i);

      if (shape->name == NULL)
        shape->name = g_strdup (name);
    }
}

guint
sb_overlay_get_n_shapes (SbOverlay *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->shapes->len;
}

guint
sb_overlay_get_n_points (SbOverlay *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->points->len;
}

const char *
sb_overlay_get_name (SbOverlay *self,
                     guint shape)
{
  g_return_val_if_fail (self != NULL && shape < self->shapes->len, NULL);

  return g_array_index (self->shapes, SbOverlayShape, shape).name;
}

SbShapeKind
sb_overlay_get_kind (SbOverlay *self,
                     guint shape)
{
  g_return_val_if_fail (self != NULL && shape < self->shapes->len, SB_SHAPE_POINT);

  return g_array_index (self->shapes, SbOverlayShape, shape).kind;
}

SbBounds
sb_overlay_get_bounds (SbOverlay *self)
{
  g_return_val_if_fail (self != NULL, sb_bounds_empty ());

  return self->bounds;
}

const SbPoint *
_sb_overlay_get_part (const SbOverlay *self,
                      guint part,
                      guint *n_points)
{
  guint first = g_array_index (self->parts, guint, part);
  guint end = part + 1 < self->parts->len ? g_array_index (self->parts, guint, part + 1) : self->points->len;

  *n_points = end - first;
  return &g_array_index (self->points, SbPoint, first);
}

void
sb_overlay_set_title (SbOverlay *self,
                      const char *title)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  self->title = g_strdup (title);
}

const char *
sb_overlay_get_title (SbOverlay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}
