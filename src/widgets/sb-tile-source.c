/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-tile-source.h"

#include "sb-tile-paintable.h"
#include "sb-worker.h"

/* Logical pixels of a tile's side. Large ones have fewer seams and fewer names
 * that are placed twice. */
#define TILE_SIZE 512
#define MIN_ZOOM  2
#define MAX_ZOOM  12
#define N_WORKERS 2

struct _SbTileSource
{
  ShumateMapSource parent_instance;

  SbBasemapPainter *painter; /* (owned) */
  SbBasemapStyle style;
  SbLanguage language;
  double scale;

  SbWorker *workers[N_WORKERS]; /* (owned) */
  guint next_worker;
};

G_DEFINE_FINAL_TYPE (SbTileSource, sb_tile_source, SHUMATE_TYPE_MAP_SOURCE)

/* All that a worker needs to paint one tile. */
typedef struct
{
  SbBasemapPainter *painter; /* (owned) */
  SbBasemapStyle style;
  SbLanguage language;
  double scale;
  SbTile tile;
} Painting;

static void
painting_free (Painting *painting)
{
  sb_basemap_painter_unref (painting->painter);
  g_free (painting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Painting, painting_free)

/* Run in the worker. */
static void
paint_tile (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  const Painting *painting = task_data;
  int side = (int) (TILE_SIZE * painting->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  sb_basemap_painter_draw_tile (painting->painter, cr, painting->tile, TILE_SIZE, painting->scale, painting->style,
                                painting->language, SB_BASEMAP_ALL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) side,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task, gdk_memory_texture_new (side, side, GDK_MEMORY_DEFAULT, bytes, stride), g_object_unref);
}

static void
tile_painted_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  ShumateTile *tile = g_task_get_task_data (task);
  GError *error = NULL;

  texture = g_task_propagate_pointer (G_TASK (result), &error);
  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  paintable = sb_tile_paintable_new (texture);
  shumate_tile_set_paintable (tile, paintable);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static void
sb_tile_source_fill_tile_async (ShumateMapSource *source,
                                ShumateTile *tile,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  SbTileSource *self = SB_TILE_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) work = NULL;
  Painting *painting = g_new0 (Painting, 1);

  g_task_set_source_tag (task, sb_tile_source_fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);

  painting->painter = sb_basemap_painter_ref (self->painter);
  painting->style = self->style;
  painting->language = self->language;
  painting->scale = self->scale;
  painting->tile = (SbTile) {
    shumate_tile_get_zoom_level (tile), shumate_tile_get_x (tile), shumate_tile_get_y (tile)
  };

  work = g_task_new (self, cancellable, tile_painted_cb, g_object_ref (task));
  g_task_set_task_data (work, painting, (GDestroyNotify) painting_free);
  sb_worker_push (self->workers[self->next_worker], work, G_PRIORITY_DEFAULT, paint_tile);
  self->next_worker = (self->next_worker + 1) % N_WORKERS;
}

static gboolean
sb_tile_source_fill_tile_finish (ShumateMapSource *source,
                                 GAsyncResult *result,
                                 GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sb_tile_source_dispose (GObject *object)
{
  SbTileSource *self = SB_TILE_SOURCE (object);

  for (guint i = 0; i < N_WORKERS; i++)
    g_clear_object (&self->workers[i]);

  g_clear_pointer (&self->painter, sb_basemap_painter_unref);

  G_OBJECT_CLASS (sb_tile_source_parent_class)->dispose (object);
}

static void
sb_tile_source_class_init (SbTileSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_tile_source_dispose;
  source_class->fill_tile_async = sb_tile_source_fill_tile_async;
  source_class->fill_tile_finish = sb_tile_source_fill_tile_finish;
}

static void
sb_tile_source_init (SbTileSource *self)
{
  for (guint i = 0; i < N_WORKERS; i++)
    self->workers[i] = sb_worker_new ("tiles");
}

SbTileSource *
sb_tile_source_new (SbBasemapPainter *painter,
                    SbBasemapStyle style,
                    SbLanguage language,
                    double scale)
{
  /* Not in its init function: libshumate gives a source its own size of tiles after that. */
  SbTileSource *self = g_object_new (SB_TYPE_TILE_SOURCE, "id", "sahel-brief-base-map", "min-zoom-level", MIN_ZOOM, "max-zoom-level",
                                     MAX_ZOOM, "tile-size", TILE_SIZE, "projection", SHUMATE_MAP_PROJECTION_MERCATOR, NULL);

  self->painter = sb_basemap_painter_ref (painter);
  self->style = style;
  self->language = language;
  self->scale = scale;
  return self;
}
