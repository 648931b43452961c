/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-painted-layer.h"

#include "sb-worker.h"

#include <math.h>

/* Of the view, on each side: the map can be moved so far before something is missing. */
#define MARGIN 0.25

/* What paints, shared with the worker. */
typedef struct
{
  gatomicrefcount ref_count;
  SbPaintFunc paint;
  gpointer data; /* (owned) */
  GDestroyNotify free_data; /* (nullable) */
} Painter;

struct _SbPaintedLayer
{
  ShumateLayer parent_instance;

  SbWorker *worker; /* (owned) */
  Painter *painter; /* (owned) (nullable) for nothing */
  GCancellable *cancellable; /* (owned) (nullable) while it is painted */
  GdkTexture *picture; /* (owned) (nullable) */
  SbMapFrame shown; /* what the picture shows */
  gboolean is_stale; /* the view is another than that which is being painted */
};

G_DEFINE_FINAL_TYPE (SbPaintedLayer, sb_painted_layer, SHUMATE_TYPE_LAYER)

enum
{
  PAINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Painter *
painter_ref (Painter *painter)
{
  g_atomic_ref_count_inc (&painter->ref_count);
  return painter;
}

static void
painter_unref (Painter *painter)
{
  if (!g_atomic_ref_count_dec (&painter->ref_count))
    return;

  if (painter->free_data != NULL)
    painter->free_data (painter->data);
  g_free (painter);
}

/* One picture. */
typedef struct
{
  Painter *painter; /* (owned) */
  SbMapFrame frame;
  double scale; /* device pixels in one logical pixel */
} Painting;

static void
painting_free (Painting *painting)
{
  painter_unref (painting->painter);
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
  int width = (int) ceil (painting->frame.rect.width * painting->scale);
  int height = (int) ceil (painting->frame.rect.height * painting->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, painting->scale, painting->scale);
  painting->painter->paint (cr, &painting->frame, painting->painter->data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task, gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride), g_object_unref);
}

/* What the widget shows, grown by @margin of it on each side. */
static SbMapFrame
get_frame (SbPaintedLayer *self,
           double margin)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  double tile_size = source != NULL ? shumate_map_source_get_tile_size_at_zoom (source, zoom) : 0;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) * (1 + 2 * margin);
  double height = gtk_widget_get_height (GTK_WIDGET (self)) * (1 + 2 * margin);
  SbPoint centre = sb_mercator_project ((SbPosition) { shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                                                       shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) });
  SbMapFrame frame = { .rect = { 0, 0, width, height }, .unit = 1 };

  frame.scale = tile_size * exp2 (floor (zoom));
  if (frame.scale > 0)
    frame.origin = (SbPoint) { centre.x - width / 2 / frame.scale, centre.y - height / 2 / frame.scale };
  return frame;
}

static void renew (SbPaintedLayer *self);

static void
painted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  SbPaintedLayer *self = SB_PAINTED_LAYER (object);
  const Painting *painting = g_task_get_task_data (G_TASK (result));
  GdkTexture *picture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* It is of no use any more. */
  if (picture == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_object (&picture);
      return;
    }

  g_clear_object (&self->cancellable);
  g_clear_object (&self->picture);
  self->picture = picture;
  self->shown = painting->frame;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[PAINTED], 0);
  if (self->is_stale)
    renew (self);
}

static void
renew (SbPaintedLayer *self)
{
  g_autoptr (GTask) task = NULL;
  Painting *painting;
  SbMapFrame frame;

  self->is_stale = self->cancellable != NULL;
  if (self->painter == NULL || self->cancellable != NULL)
    return;

  frame = get_frame (self, MARGIN);
  if (frame.rect.width < 1 || frame.rect.height < 1 || frame.scale <= 0)
    return;

  painting = g_new0 (Painting, 1);
  painting->painter = painter_ref (self->painter);
  painting->frame = frame;
  painting->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, painted_cb, NULL);
  g_task_set_task_data (task, painting, (GDestroyNotify) painting_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, paint);
}

static void
view_changed_cb (SbPaintedLayer *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  renew (self);
}

static void
sb_painted_layer_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  GTK_WIDGET_CLASS (sb_painted_layer_parent_class)->size_allocate (widget, width, height, baseline);
  renew (SB_PAINTED_LAYER (widget));
}

static void
sb_painted_layer_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  SbPaintedLayer *self = SB_PAINTED_LAYER (widget);
  SbMapFrame frame = get_frame (self, 0);
  graphene_rect_t bounds;
  double ratio;

  if (self->picture == NULL || frame.scale <= 0)
    return;

  ratio = frame.scale / self->shown.scale;
  bounds = GRAPHENE_RECT_INIT ((float) ((self->shown.origin.x - frame.origin.x) * frame.scale),
                               (float) ((self->shown.origin.y - frame.origin.y) * frame.scale),
                               (float) (self->shown.rect.width * ratio), (float) (self->shown.rect.height * ratio));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) frame.rect.width, (float) frame.rect.height));
  gtk_snapshot_append_texture (snapshot, self->picture, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
sb_painted_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (sb_painted_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (view_changed_cb), object, G_CONNECT_SWAPPED);
  g_signal_connect (object, "notify::scale-factor", G_CALLBACK (renew), NULL);
}

static void
sb_painted_layer_dispose (GObject *object)
{
  SbPaintedLayer *self = SB_PAINTED_LAYER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->worker);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->painter, painter_unref);

  G_OBJECT_CLASS (sb_painted_layer_parent_class)->dispose (object);
}

static void
sb_painted_layer_class_init (SbPaintedLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sb_painted_layer_constructed;
  object_class->dispose = sb_painted_layer_dispose;
  widget_class->size_allocate = sb_painted_layer_size_allocate;
  widget_class->snapshot = sb_painted_layer_snapshot;

  signals[PAINTED] =
    g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_painted_layer_init (SbPaintedLayer *self)
{
  self->worker = sb_worker_new ("painted-layer");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

SbPaintedLayer *
sb_painted_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (SB_TYPE_PAINTED_LAYER, "viewport", viewport, NULL);
}

void
sb_painted_layer_set_painter (SbPaintedLayer *self,
                              SbPaintFunc paint_func,
                              gpointer data,
                              GDestroyNotify free_data)
{
  g_return_if_fail (SB_IS_PAINTED_LAYER (self));

  g_clear_pointer (&self->painter, painter_unref);
  if (paint_func != NULL)
    {
      self->painter = g_new0 (Painter, 1);
      g_atomic_ref_count_init (&self->painter->ref_count);
      self->painter->paint = paint_func;
      self->painter->data = data;
      self->painter->free_data = free_data;
    }
  else
    g_clear_object (&self->picture);

  /* What is being painted is of what was there before. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  view_changed_cb (self);
}

SbMapFrame
sb_painted_layer_get_view (SbPaintedLayer *self)
{
  g_return_val_if_fail (SB_IS_PAINTED_LAYER (self), (SbMapFrame) { 0 });

  return get_frame (self, 0);
}
