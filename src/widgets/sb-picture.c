/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-picture.h"

#include <math.h>

/* So little, in pixels of the screen, is no stretching. */
#define SLACK 0.5

/* The height of a band, in pixels of the screen: some hundred kilobytes. */
#define BAND 32

struct _SbPicture
{
  cairo_surface_t *surface; /* (owned) */
  int scale;
  GdkTexture *texture; /* (owned) (nullable) before it is first wanted; made by the thread of GTK */
};

SbPicture *
sb_picture_new (cairo_surface_t *surface,
                int scale)
{
  SbPicture *self;

  g_return_val_if_fail (surface != NULL && cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE, NULL);
  g_return_val_if_fail (scale > 0, NULL);

  cairo_surface_flush (surface);
  self = g_atomic_rc_box_new0 (SbPicture);
  self->surface = surface;
  self->scale = scale;
  return self;
}

SbPicture *
sb_picture_ref (SbPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
picture_clear (gpointer data)
{
  SbPicture *self = data;

  g_clear_object (&self->texture);
  cairo_surface_destroy (self->surface);
}

void
sb_picture_unref (SbPicture *self)
{
  g_atomic_rc_box_release_full (self, picture_clear);
}

cairo_surface_t *
sb_picture_get_surface (SbPicture *self)
{
  return self->surface;
}

/* A texture of the same pixels, which keeps them. */
static GdkTexture *
get_texture (SbPicture *self)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (self->surface);
  int height = cairo_image_surface_get_height (self->surface);
  g_autoptr (GBytes) bytes = NULL;

  if (self->texture != NULL)
    return self->texture;

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (self->surface));
  self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
  return self->texture;
}

/* One band of @seen. Without smoothing: what is stretched is about to be painted anew. */
static void
append_band (SbPicture *self,
             GtkSnapshot *snapshot,
             const graphene_rect_t *band,
             const SbRect *rect)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, band);

  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / cairo_image_surface_get_width (self->surface),
               rect->height / cairo_image_surface_get_height (self->surface));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* GTK clears a picture of its own for each such node, copies what the node has into that,
 * and blends that with what is there. All of a view at once goes three times through
 * memory, a band of it stays near the processor meanwhile: that is half of the time. */
static void
append_pixels (SbPicture *self,
               GtkSnapshot *snapshot,
               const graphene_rect_t *seen,
               const SbRect *rect)
{
  float height = MAX ((float) BAND / (float) self->scale, 1);
  float bottom = seen->origin.y + seen->size.height;

  for (float y = seen->origin.y; y < bottom; y += height)
    append_band (self, snapshot, &GRAPHENE_RECT_INIT (seen->origin.x, y, seen->size.width, MIN (height, bottom - y)), rect);
}

static double
snap (double at,
      int scale)
{
  return round (at * scale) / scale;
}

void
sb_picture_append (SbPicture *self,
                   GtkSnapshot *snapshot,
                   GtkWidget *widget,
                   const SbRect *rect)
{
  GtkNative *native = gtk_widget_get_native (widget);
  const graphene_rect_t view =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  double width = cairo_image_surface_get_width (self->surface) / (double) self->scale;
  double height = cairo_image_surface_get_height (self->surface) / (double) self->scale;
  gboolean is_stretched = fabs (rect->width - width) * self->scale > SLACK || fabs (rect->height - height) * self->scale > SLACK;
  const SbRect at = { snap (rect->x, self->scale), snap (rect->y, self->scale), is_stretched ? rect->width : width,
                      is_stretched ? rect->height : height };
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) at.x, (float) at.y, (float) at.width, (float) at.height);
  graphene_rect_t seen;

  if (!graphene_rect_intersection (&bounds, &view, &seen))
    return;

  graphene_rect_round_extents (&seen, &seen);
  if (native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      append_pixels (self, snapshot, &seen, &at);
      return;
    }

  gtk_snapshot_push_clip (snapshot, &view);
  gtk_snapshot_append_texture (snapshot, get_texture (self), &bounds);
  gtk_snapshot_pop (snapshot);
}
