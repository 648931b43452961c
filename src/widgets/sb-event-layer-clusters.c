/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer-private.h"

#include "sb-mercator.h"
#include "sb-weak-ref.h"

/* So much around the view is put together with it, and painted with it, on each
 * side, in widths and heights of it: dragging the map does not need it anew each
 * frame. While the filter is changed frame after frame, nothing is: what is around
 * the view follows after so many milliseconds without another change. */
#define CLUSTER_AIR 0.3
#define PICTURE_AIR 0.1
#define SETTLE_MS   150

/* Degrees from one side of the world to the other do not matter to libshumate: it
 * gives the place of a pixel, and the rest follows from the size of the world. */
SbLayerView
_sb_event_layer_get_view (SbEventLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  SbLayerView view;
  double latitude;
  double longitude;

  shumate_viewport_widget_coords_to_location (viewport, GTK_WIDGET (self), 0, 0, &latitude, &longitude);
  view.origin = sb_mercator_project ((SbPosition) { longitude, latitude });
  view.world = source != NULL ? shumate_map_source_get_tile_size_at_zoom (source, zoom) *
                                  shumate_map_source_get_column_count (source, (guint) zoom)
                              : sb_mercator_get_world_size (zoom);
  return view;
}

SbPoint
_sb_event_layer_to_widget (const SbLayerView *view,
                           SbPoint point)
{
  return (SbPoint) { (point.x - view->origin.x) * view->world, (point.y - view->origin.y) * view->world };
}

const SbEventCluster *
_sb_event_layer_get_clusters (SbEventLayer *self,
                              guint *n_clusters)
{
  *n_clusters = 0;
  return self->clusters != NULL ? sb_event_clusters_get (self->clusters, n_clusters) : NULL;
}

int
_sb_event_layer_find_row (SbEventLayer *self,
                          guint row)
{
  return self->clusters != NULL ? sb_event_clusters_find (self->clusters, row) : -1;
}

static SbWorker *
get_worker (SbEventLayer *self)
{
  if (self->worker == NULL)
    self->worker = sb_worker_new ("map-events");

  return self->worker;
}

/* What the worker keeps from one picture to the next. */
struct _SbEventDraftsman
{
  gatomicrefcount ref_count;
  SbEventSprites *sprites; /* (owned) (nullable) touched by the worker alone */
};

static SbEventDraftsman *
draftsman_ref (SbEventDraftsman *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
draftsman_unref (SbEventDraftsman *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->sprites, sb_event_sprites_free);
  g_free (self);
}

static SbEventDraftsman *
get_draftsman (SbEventLayer *self)
{
  if (self->draftsman == NULL)
    {
      self->draftsman = g_new0 (SbEventDraftsman, 1);
      g_atomic_ref_count_init (&self->draftsman->ref_count);
    }

  return self->draftsman;
}

/* All that a worker needs. */
typedef struct
{
  SbEventDraftsman *draftsman; /* (owned) (nullable) of the picture */
  SbEventIndex *index; /* (owned) */
  SbEventFilter filter; /* (owned) */
  SbEventClusters *clusters; /* (owned) (nullable) that are to be made */
  SbRect area;
  guint level;
  SbSpriteStyle *style; /* (owned) (nullable) of the picture */
  SbRect picture_area;
  gboolean has_air;
  double world;
  SbPicture *picture; /* (owned) (nullable) that is to be painted */
  GArray *outline; /* (owned) (nullable) (element-type SbPoint) of the unit square */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->draftsman, draftsman_unref);
  sb_event_index_unref (job->index);
  sb_event_filter_clear (&job->filter);
  g_clear_pointer (&job->clusters, sb_event_clusters_unref);
  g_clear_pointer (&job->style, sb_sprite_style_free);
  g_clear_pointer (&job->picture, sb_picture_unref);
  g_clear_pointer (&job->outline, g_array_unref);
  g_free (job);
}

static Job *
job_new (SbEventLayer *self)
{
  Job *job = g_new0 (Job, 1);

  job->index = sb_event_index_ref (sb_event_model_get_index (self->model));
  job->filter = sb_event_filter_copy (sb_event_model_get_filter (self->model));
  return job;
}

/* Run in the worker. */
static void
paint_events (GTask *task,
              gpointer source_object,
              gpointer task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  SbEventDraftsman *draftsman = job->draftsman;

  if (job->clusters == NULL)
    job->clusters = sb_event_clusters_new (job->index, &job->filter, &job->area, job->level);

  if (draftsman->sprites != NULL && !sb_sprite_style_equal (sb_event_sprites_get_style (draftsman->sprites), job->style))
    g_clear_pointer (&draftsman->sprites, sb_event_sprites_free);
  if (draftsman->sprites == NULL)
    draftsman->sprites = sb_event_sprites_new (job->style);

  job->picture = sb_event_picture_new (job->clusters, draftsman->sprites, &job->picture_area, job->world);
  g_task_return_boolean (task, TRUE);
}

static void start_soon (SbEventLayer *self);

static gboolean
settle_cb (gpointer user_data)
{
  SbEventLayer *self = user_data;

  self->settle_source = 0;
  self->is_repaint_due = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
events_painted_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (SbEventLayer) self = sb_weak_ref_take (user_data);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (self == NULL)
    return;

  self->is_working = FALSE;
  if (self->model == NULL || !g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_pointer (&self->picture, sb_picture_unref);
  self->picture = g_steal_pointer (&job->picture);
  self->picture_area = job->picture_area;
  self->picture_world = job->world;
  if (self->clusters != job->clusters)
    {
      g_clear_pointer (&self->clusters, sb_event_clusters_unref);
      self->clusters = sb_event_clusters_ref (job->clusters);
    }

  if (!job->has_air)
    self->settle_source = g_timeout_add (SETTLE_MS, settle_cb, self);

  _sb_event_layer_tell_refreshed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* What has changed meanwhile. */
  if (self->is_outdated)
    start_soon (self);
}

static gboolean
covers (const SbRect *area,
        const SbRect *view)
{
  return view->x >= area->x && view->y >= area->y && view->x + view->width <= area->x + area->width &&
         view->y + view->height <= area->y + area->height;
}

static SbRect
grow (const SbRect *rect,
      double air)
{
  return (SbRect) { rect->x - air * rect->width, rect->y - air * rect->height, rect->width * (1 + 2 * air),
                    rect->height * (1 + 2 * air) };
}

static gboolean
needs_clusters (SbEventLayer *self,
                const SbRect *painted,
                guint level)
{
  return self->clusters == NULL || self->is_outdated || sb_event_clusters_get_level_of (self->clusters) != level ||
         !covers (sb_event_clusters_get_area (self->clusters), painted);
}

static gboolean
needs_picture (SbEventLayer *self,
               const SbRect *seen,
               double world)
{
  return self->picture == NULL || self->is_outdated || self->is_repaint_due || self->picture_world != world ||
         !covers (&self->picture_area, seen);
}

static void
start_painting (SbEventLayer *self,
                const SbRect *seen,
                double world)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, events_painted_cb, sb_weak_ref_new (self));
  Job *job = job_new (self);

  job->draftsman = draftsman_ref (get_draftsman (self));
  job->level = sb_event_clusters_get_level (world);
  job->has_air = !self->is_outdated;
  job->area = grow (seen, job->has_air ? CLUSTER_AIR : 0);
  job->picture_area = grow (seen, job->has_air ? PICTURE_AIR : 0);
  job->world = world;
  job->style = sb_sprite_style_new_for_widget (GTK_WIDGET (self), self->style);
  if (!needs_clusters (self, &job->picture_area, job->level))
    job->clusters = sb_event_clusters_ref (self->clusters);

  g_task_set_source_tag (task, start_painting);
  g_task_set_task_data (task, job, job_free);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->is_working = TRUE;
  self->is_seen = FALSE;
  self->is_outdated = FALSE;
  self->is_repaint_due = FALSE;
  sb_worker_push (get_worker (self), task, G_PRIORITY_DEFAULT, paint_events);
}

/* All of it is done in the worker, however little it is: the main loop has other
 * things to do, and what was painted last is shown until then. */
static void
refresh (SbEventLayer *self,
         const SbLayerView *view)
{
  SbEventIndex *index = self->model != NULL ? sb_event_model_get_index (self->model) : NULL;
  SbRect seen = { view->origin.x, view->origin.y, gtk_widget_get_width (GTK_WIDGET (self)) / view->world,
                  gtk_widget_get_height (GTK_WIDGET (self)) / view->world };

  if (index == NULL)
    {
      g_clear_pointer (&self->clusters, sb_event_clusters_unref);
      g_clear_pointer (&self->picture, sb_picture_unref);
      return;
    }

  if (!self->is_working && needs_picture (self, &seen, view->world))
    start_painting (self, &seen, view->world);
}

void
_sb_event_layer_refresh (SbEventLayer *self,
                         const SbLayerView *view)
{
  self->is_seen = TRUE;
  refresh (self, view);
}

static gboolean
start_cb (gpointer user_data)
{
  SbEventLayer *self = user_data;
  SbLayerView view = _sb_event_layer_get_view (self);

  self->start_source = 0;
  refresh (self, &view);
  if (!self->is_working)
    gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Drawn anew, it would be the last picture, and the worker would have waited for a frame:
 * it begins as soon as all that changes together has changed, and there is something to
 * draw when it is through. A layer that nobody looks at waits until it is drawn. */
static void
start_soon (SbEventLayer *self)
{
  if (!self->is_seen)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else if (self->start_source == 0)
    self->start_source = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, self, NULL);
}

void
_sb_event_layer_outdate (SbEventLayer *self)
{
  self->is_outdated = TRUE;
  if (self->model == NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else if (!self->is_working)
    start_soon (self);
}

void
_sb_event_layer_drop_sprites (SbEventLayer *self)
{
  g_clear_pointer (&self->sprites, sb_event_sprites_free);
  self->is_repaint_due = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_sb_event_layer_stop_work (SbEventLayer *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->start_source, g_source_remove);
  /* Waits for what it does. */
  g_clear_object (&self->worker);
  g_clear_pointer (&self->draftsman, draftsman_unref);
  g_clear_pointer (&self->clusters, sb_event_clusters_unref);
  g_clear_pointer (&self->picture, sb_picture_unref);
}

/* Run in the worker. */
static void
list_within (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task,
                         sb_event_index_list_within (job->index, &job->filter,
                                                     (const SbPoint *) (gpointer) job->outline->data, job->outline->len),
                         (GDestroyNotify) g_array_unref);
}

void
_sb_event_layer_list_within_async (SbEventLayer *self,
                                   GArray *outline,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  SbLayerView view = _sb_event_layer_get_view (self);
  Job *job;

  g_task_set_source_tag (task, _sb_event_layer_list_within_async);
  if (self->model == NULL || sb_event_model_get_index (self->model) == NULL || outline->len < 3)
    {
      g_task_return_pointer (task, g_array_new (FALSE, FALSE, sizeof (gint64)), (GDestroyNotify) g_array_unref);
      return;
    }

  job = job_new (self);
  job->outline = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  for (guint i = 0; i < outline->len; i++)
    {
      SbPoint pixel = g_array_index (outline, SbPoint, i);
      SbPoint point = { view.origin.x + pixel.x / view.world, view.origin.y + pixel.y / view.world };

      g_array_append_val (job->outline, point);
    }

  g_task_set_task_data (task, job, job_free);
  sb_worker_push (get_worker (self), task, G_PRIORITY_DEFAULT, list_within);
}

void
sb_event_layer_list_view_async (SbEventLayer *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  double width;
  double height;

  g_return_if_fail (SB_IS_EVENT_LAYER (self));

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  g_array_append_vals (outline, ((const SbPoint[]) { { 0, 0 }, { width, 0 }, { width, height }, { 0, height } }), 4);
  _sb_event_layer_list_within_async (self, outline, cancellable, callback, user_data);
}

GArray *
sb_event_layer_list_view_finish (GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
