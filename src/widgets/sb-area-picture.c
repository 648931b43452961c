/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-area-picture.h"

#include <math.h>

/* Logical pixels: a view may go so far beyond the picture before it counts. */
#define SLACK 0.5

struct _SbAreaPicture
{
  GdkTexture *texture; /* (owned) */
  SbMapFrame frame; /* that it shows */
};

/* What the worker is given. */
typedef struct
{
  GPtrArray *areas; /* (owned) (element-type SbMapArea) */
  SbMapFrame frame;
  int scale;
  SbBasemapStyle style;
  SbLanguage language;
} Painting;

static void
painting_free (Painting *painting)
{
  g_ptr_array_unref (painting->areas);
  g_free (painting);
}

/* Run in the worker. */
static void
paint (GTask *task,
       gpointer source_object,
       gpointer task_data,
       GCancellable *cancellable)
{
  const Painting *painting = task_data;
  int width = (int) ceil (painting->frame.rect.width) * painting->scale;
  int height = (int) ceil (painting->frame.rect.height) * painting->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  SbAreaPicture *picture = g_new0 (SbAreaPicture, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, painting->scale, painting->scale);
  sb_area_painter_draw (cr, &painting->frame, painting->areas, painting->style, painting->language, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  picture->frame = painting->frame;
  picture->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  g_task_return_pointer (task, picture, (GDestroyNotify) sb_area_picture_free);
}

void
sb_area_picture_paint (SbWorker *worker,
                       GTask *task,
                       GPtrArray *areas,
                       const SbMapFrame *frame,
                       int scale,
                       SbBasemapStyle style,
                       SbLanguage language)
{
  Painting *painting = g_new0 (Painting, 1);

  painting->areas = g_ptr_array_ref (areas);
  painting->frame = *frame;
  painting->frame.rect.x = 0;
  painting->frame.rect.y = 0;
  painting->scale = scale;
  painting->style = style;
  painting->language = language;
  g_task_set_task_data (task, painting, (GDestroyNotify) painting_free);
  sb_worker_push (worker, task, G_PRIORITY_DEFAULT, paint);
}

void
sb_area_picture_free (SbAreaPicture *self)
{
  g_clear_object (&self->texture);
  g_free (self);
}

/* Where the picture lies in @frame. */
static SbRect
get_rect (SbAreaPicture *self,
          const SbMapFrame *frame)
{
  double ratio = frame->scale / self->frame.scale;

  return (SbRect) {
    frame->rect.x + (self->frame.origin.x - frame->origin.x) * frame->scale,
    frame->rect.y + (self->frame.origin.y - frame->origin.y) * frame->scale,
    ceil (self->frame.rect.width) * ratio,
    ceil (self->frame.rect.height) * ratio,
  };
}

gboolean
sb_area_picture_covers (SbAreaPicture *self,
                        const SbMapFrame *frame,
                        double tolerance)
{
  SbRect rect = get_rect (self, frame);

  return fabs (frame->scale / self->frame.scale - 1) <= tolerance &&
         rect.x <= frame->rect.x + SLACK && rect.y <= frame->rect.y + SLACK &&
         rect.x + rect.width >= frame->rect.x + frame->rect.width - SLACK &&
         rect.y + rect.height >= frame->rect.y + frame->rect.height - SLACK;
}

void
sb_area_picture_snapshot (SbAreaPicture *self,
                          GtkSnapshot *snapshot,
                          const SbMapFrame *frame)
{
  SbRect rect = get_rect (self, frame);

  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height));
}
