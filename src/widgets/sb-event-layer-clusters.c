/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer-private.h"

#include "sb-mercator.h"

/* So much around the view is put together with it, on each side, in widths and
 * heights of it: dragging the map does not need it anew each frame. */
#define AIR 0.3

/* How many rows are gone through on the main loop. A hundred thousand take about a
 * millisecond; with the drawing a frame stays below 8 ms on a machine four times as
 * slow. */
#define MAX_ROWS_HERE 150000

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
_sb_event_layer_find_key (SbEventLayer *self,
                          guint64 key)
{
  guint n_clusters;
  const SbEventCluster *clusters = _sb_event_layer_get_clusters (self, &n_clusters);

  for (guint i = 0; i < n_clusters; i++)
    if (clusters[i].key == key)
      return (int) i;

  return -1;
}

static SbWorker *
get_worker (SbEventLayer *self)
{
  if (self->worker == NULL)
    self->worker = sb_worker_new ("map-events");

  return self->worker;
}

/* All that a worker needs. */
typedef struct
{
  SbEventIndex *index; /* (owned) */
  SbEventFilter filter; /* (owned) */
  SbRect area;
  guint level;
  GArray *outline; /* (owned) (nullable) (element-type SbPoint) of the unit square */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sb_event_index_unref (job->index);
  sb_event_filter_clear (&job->filter);
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

static void
take_clusters (SbEventLayer *self,
               SbEventClusters *clusters)
{
  g_clear_pointer (&self->clusters, sb_event_clusters_unref);
  self->clusters = clusters;
  _sb_event_layer_tell_refreshed (self);
}

/* Run in the worker. */
static void
make_clusters (GTask *task,
               gpointer source_object,
               gpointer task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task, sb_event_clusters_new (job->index, &job->filter, &job->area, job->level),
                         (GDestroyNotify) sb_event_clusters_unref);
}

static void
clusters_made_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  SbEventLayer *self = SB_EVENT_LAYER (object);
  SbEventClusters *clusters = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_working = FALSE;
  if (clusters == NULL)
    return;

  if (self->model != NULL)
    take_clusters (self, clusters);
  else
    sb_event_clusters_unref (clusters);

  /* What has changed meanwhile is seen to when this is drawn. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
make_in_worker (SbEventLayer *self,
                const SbRect *area,
                guint level)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, clusters_made_cb, NULL);
  Job *job = job_new (self);

  job->area = *area;
  job->level = level;
  g_task_set_source_tag (task, make_in_worker);
  g_task_set_task_data (task, job, job_free);
  self->is_working = TRUE;
  self->is_outdated = FALSE;
  sb_worker_push (get_worker (self), task, G_PRIORITY_DEFAULT, make_clusters);
}

static gboolean
covers (const SbRect *area,
        const SbRect *view)
{
  return view->x >= area->x && view->y >= area->y && view->x + view->width <= area->x + area->width &&
         view->y + view->height <= area->y + area->height;
}

static gboolean
needs_clusters (SbEventLayer *self,
                const SbRect *seen,
                guint level)
{
  return self->clusters == NULL || self->is_outdated || sb_event_clusters_get_level_of (self->clusters) != level ||
         !covers (sb_event_clusters_get_area (self->clusters), seen);
}

void
_sb_event_layer_refresh (SbEventLayer *self,
                         const SbLayerView *view)
{
  SbEventIndex *index = self->model != NULL ? sb_event_model_get_index (self->model) : NULL;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / view->world;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / view->world;
  SbRect seen = { view->origin.x, view->origin.y, width, height };
  SbRect area = { seen.x - AIR * width, seen.y - AIR * height, width * (1 + 2 * AIR), height * (1 + 2 * AIR) };
  guint level = sb_event_clusters_get_level (view->world);

  if (index == NULL)
    {
      g_clear_pointer (&self->clusters, sb_event_clusters_unref);
      return;
    }

  if (self->is_working || !needs_clusters (self, &seen, level))
    return;

  if (sb_event_index_count_rows (index, &area) > MAX_ROWS_HERE)
    {
      make_in_worker (self, &area, level);
      return;
    }

  self->is_outdated = FALSE;
  take_clusters (self, sb_event_clusters_new (index, sb_event_model_get_filter (self->model), &area, level));
}

void
_sb_event_layer_outdate (SbEventLayer *self)
{
  self->is_outdated = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_sb_event_layer_stop_work (SbEventLayer *self)
{
  g_clear_object (&self->worker);
  g_clear_pointer (&self->clusters, sb_event_clusters_unref);
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
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
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
sb_event_layer_list_view_finish (SbEventLayer *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
