/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-painted-layer.h"

#include "sb-map-viewport.h"
#include "sb-picture.h"
#include "sb-weak-ref.h"
#include "sb-worker.h"

#include <math.h>

/* Of the view, on each side: the map can be moved so far before something is missing. */
#define MARGIN 0.35

/* A picture is stretched to another scale for as long as it differs by less, a fraction. */
#define SCALE_TOLERANCE 0.01

/* Logical pixels: a view may go so far beyond the picture before it counts. */
#define SLACK 0.5

/* What paints, shared with the worker. */
typedef struct
{
  gatomicrefcount ref_count;
  SbPaintFunc paint;
  gpointer data; /* (owned) */
  GDestroyNotify free_data; /* (nullable) */
} Painter;

typedef struct
{
  SbWorker *worker; /* (owned) (nullable) before it is first needed */
  Painter *painter; /* (owned) (nullable) for nothing */
  GCancellable *painting; /* (owned) (nullable) of the picture that is being painted */
  SbPicture *picture; /* (owned) (nullable) the last one */
  SbMapFrame shown; /* what the picture shows */
  int scale; /* device pixels in one logical pixel, that it was painted for */
  gboolean is_stale; /* there is another painter since the picture was begun */
  gboolean is_seen; /* it was drawn since a picture was last begun */
  guint start_source; /* one is to be begun soon */
} SbPaintedLayerPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (SbPaintedLayer, sb_painted_layer, SHUMATE_TYPE_LAYER)

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
  int scale; /* device pixels in one logical pixel */
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
  int width = (int) ceil (painting->frame.rect.width) * painting->scale;
  int height = (int) ceil (painting->frame.rect.height) * painting->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, painting->scale, painting->scale);
  painting->painter->paint (cr, &painting->frame, painting->painter->data);
  cairo_destroy (cr);
  g_task_return_pointer (task, sb_picture_new (surface, painting->scale), (GDestroyNotify) sb_picture_unref);
}

/* What the widget shows, grown by @margin of it on each side. */
static SbMapFrame
get_frame (SbPaintedLayer *self,
           double margin)
{
  return sb_map_viewport_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self), margin);
}

/* Where the picture lies in @frame. */
static SbRect
get_rect (const SbPaintedLayerPrivate *priv,
          const SbMapFrame *frame)
{
  double ratio = frame->scale / priv->shown.scale;

  return (SbRect) { (priv->shown.origin.x - frame->origin.x) * frame->scale, (priv->shown.origin.y - frame->origin.y) * frame->scale,
                    ceil (priv->shown.rect.width) * ratio, ceil (priv->shown.rect.height) * ratio };
}

static gboolean
covers (const SbPaintedLayerPrivate *priv,
        const SbMapFrame *frame)
{
  SbRect rect = get_rect (priv, frame);

  return fabs (frame->scale / priv->shown.scale - 1) <= SCALE_TOLERANCE && rect.x <= SLACK && rect.y <= SLACK &&
         rect.x + rect.width >= frame->rect.width - SLACK && rect.y + rect.height >= frame->rect.height - SLACK;
}

static gboolean
is_up_to_date (SbPaintedLayer *self,
               const SbMapFrame *frame)
{
  SbPaintedLayerPrivate *priv = sb_painted_layer_get_instance_private (self);

  return !priv->is_stale && priv->picture != NULL && covers (priv, frame) &&
         priv->scale == gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void update_picture (SbPaintedLayer *self);

static void
painted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbPaintedLayer) self = sb_weak_ref_take (user_data);
  const Painting *painting = g_task_get_task_data (G_TASK (result));
  g_autoptr (SbPicture) picture = g_task_propagate_pointer (G_TASK (result), NULL);
  SbPaintedLayerPrivate *priv;

  /* It is cancelled when the layer goes, and when it is to show nothing. */
  if (picture == NULL || self == NULL)
    return;

  priv = sb_painted_layer_get_instance_private (self);
  g_clear_object (&priv->painting);
  g_clear_pointer (&priv->picture, sb_picture_unref);
  priv->picture = g_steal_pointer (&picture);
  priv->shown = painting->frame;
  priv->scale = painting->scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[PAINTED], 0);
  update_picture (self);
}

/* Has a new picture painted when the one there is does not do. */
static void
update_picture (SbPaintedLayer *self)
{
  SbPaintedLayerPrivate *priv = sb_painted_layer_get_instance_private (self);
  SbMapFrame view = get_frame (self, 0);
  g_autoptr (GTask) task = NULL;
  Painting *painting;

  if (priv->painter == NULL || priv->painting != NULL || view.rect.width < 1 || view.rect.height < 1 || view.scale <= 0 ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) || is_up_to_date (self, &view))
    return;

  if (priv->worker == NULL)
    priv->worker = sb_worker_new ("painted-layer");

  painting = g_new0 (Painting, 1);
  painting->painter = painter_ref (priv->painter);
  painting->frame = get_frame (self, MARGIN);
  painting->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  priv->is_stale = FALSE;
  priv->is_seen = FALSE;
  priv->painting = g_cancellable_new ();
  task = g_task_new (NULL, priv->painting, painted_cb, sb_weak_ref_new (self));
  g_task_set_source_tag (task, update_picture);
  g_task_set_task_data (task, painting, (GDestroyNotify) painting_free);
  sb_worker_push (priv->worker, task, G_PRIORITY_DEFAULT, paint);
}

static void
sb_painted_layer_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  SbPaintedLayer *self = SB_PAINTED_LAYER (widget);
  SbPaintedLayerPrivate *priv = sb_painted_layer_get_instance_private (self);
  SbMapFrame frame = get_frame (self, 0);
  SbRect rect;

  if (priv->painter == NULL || frame.scale <= 0)
    return;

  if (priv->picture != NULL)
    {
      rect = get_rect (priv, &frame);
      sb_picture_append (priv->picture, snapshot, widget, &rect);
    }

  /* What is not drawn need not be painted. */
  priv->is_seen = TRUE;
  update_picture (self);
}

static gboolean
start_cb (gpointer user_data)
{
  SbPaintedLayer *self = user_data;
  SbPaintedLayerPrivate *priv = sb_painted_layer_get_instance_private (self);

  priv->start_source = 0;
  update_picture (self);
  return G_SOURCE_REMOVE;
}

/* Drawn anew, it would be the last picture, and the worker would have waited for a frame:
 * it begins as soon as all that changes together has changed. A layer that nobody looks
 * at waits until it is drawn, and what is being painted is followed by the next. */
static void
start_soon (SbPaintedLayer *self)
{
  SbPaintedLayerPrivate *priv = sb_painted_layer_get_instance_private (self);

  if (priv->picture == NULL || !priv->is_seen)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (priv->is_seen && priv->start_source == 0)
    priv->start_source = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, self, NULL);
}

static void
sb_painted_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (sb_painted_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
  g_signal_connect (object, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

static void
stop_painting (SbPaintedLayerPrivate *priv)
{
  g_cancellable_cancel (priv->painting);
  g_clear_object (&priv->painting);
}

static void
sb_painted_layer_dispose (GObject *object)
{
  SbPaintedLayerPrivate *priv = sb_painted_layer_get_instance_private (SB_PAINTED_LAYER (object));

  stop_painting (priv);
  g_clear_handle_id (&priv->start_source, g_source_remove);
  g_clear_object (&priv->worker);
  g_clear_pointer (&priv->picture, sb_picture_unref);
  g_clear_pointer (&priv->painter, painter_unref);

  G_OBJECT_CLASS (sb_painted_layer_parent_class)->dispose (object);
}

static void
sb_painted_layer_class_init (SbPaintedLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sb_painted_layer_constructed;
  object_class->dispose = sb_painted_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = sb_painted_layer_snapshot;

  signals[PAINTED] =
    g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_painted_layer_init (SbPaintedLayer *self)
{
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
  SbPaintedLayerPrivate *priv;

  g_return_if_fail (SB_IS_PAINTED_LAYER (self));

  priv = sb_painted_layer_get_instance_private (self);
  g_clear_pointer (&priv->painter, painter_unref);
  if (paint_func != NULL)
    {
      priv->painter = g_new0 (Painter, 1);
      g_atomic_ref_count_init (&priv->painter->ref_count);
      priv->painter->paint = paint_func;
      priv->painter->data = data;
      priv->painter->free_data = free_data;
    }
  else
    {
      stop_painting (priv);
      g_clear_pointer (&priv->picture, sb_picture_unref);
    }

  priv->is_stale = TRUE;
  if (priv->painter != NULL)
    start_soon (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

SbMapFrame
sb_painted_layer_get_view (SbPaintedLayer *self)
{
  g_return_val_if_fail (SB_IS_PAINTED_LAYER (self), (SbMapFrame) { 0 });

  return get_frame (self, 0);
}
