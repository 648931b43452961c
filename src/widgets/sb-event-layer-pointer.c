/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer-private.h"

#include "sb-weak-ref.h"

/* A symbol is hit so far beside it; logical pixels. */
#define CLICK_REACH 4.0

/* Points of a lasso are so far apart; logical pixels. */
#define LASSO_STEP 3.0

int
_sb_event_layer_pick (SbEventLayer *self,
                      double x,
                      double y)
{
  SbLayerView view = _sb_event_layer_get_view (self);
  guint n_clusters;
  const SbEventCluster *clusters = _sb_event_layer_get_clusters (self, &n_clusters);
  double best = 1;
  int found = -1;

  /* The one whose middle is nearest, in its own size. */
  for (guint i = 0; i < n_clusters; i++)
    {
      SbPoint at = _sb_event_layer_to_widget (&view, clusters[i].point);
      double reach = sb_event_cluster_get_reach (&clusters[i]) + CLICK_REACH;
      double distance = ((at.x - x) * (at.x - x) + (at.y - y) * (at.y - y)) / (reach * reach);

      if (distance > best)
        continue;

      best = distance;
      found = (int) i;
    }

  return found;
}

static void
released_cb (SbEventLayer *self,
             int n_press,
             double x,
             double y,
             GtkGestureClick *click)
{
  int cluster = _sb_event_layer_pick (self, x, y);
  guint n_clusters;

  if (cluster < 0 || n_press != 1)
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _sb_event_layer_look_away (self);
  self->has_cursor = TRUE;
  self->cursor = _sb_event_layer_get_clusters (self, &n_clusters)[cluster].row;
  if (_sb_event_layer_get_clusters (self, &n_clusters)[cluster].n_events > 1)
    _sb_event_layer_open_list (self, (guint) cluster);
  else
    _sb_event_layer_select (self, (guint) cluster);
}

static void
moved_cb (SbEventLayer *self,
          double x,
          double y)
{
  int cluster = self->drag == SB_LAYER_DRAG_NONE ? _sb_event_layer_pick (self, x, y) : -1;

  if (cluster >= 0)
    _sb_event_layer_look_at (self, (guint) cluster);
  else
    _sb_event_layer_look_away (self);
}

static void
set_lasso (SbEventLayer *self,
           gboolean lasso)
{
  if (self->lasso != lasso)
    g_object_set (self, "lasso", lasso, NULL);
}

static SbPoint
to_layer (SbEventLayer *self,
          GtkEventController *controller,
          double x,
          double y)
{
  SbPoint point = { x, y };

  gtk_widget_translate_coordinates (gtk_event_controller_get_widget (controller), GTK_WIDGET (self), x, y, &point.x, &point.y);
  return point;
}

/* Before the map itself hears of it, which would move. */
static void
drag_begun_cb (SbEventLayer *self,
               double x,
               double y,
               GtkGesture *gesture)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  SbPoint point = to_layer (self, GTK_EVENT_CONTROLLER (gesture), x, y);

  if (self->lasso || (modifiers & GDK_ALT_MASK) != 0)
    self->drag = SB_LAYER_DRAG_LASSO;
  else if ((modifiers & GDK_SHIFT_MASK) != 0)
    self->drag = SB_LAYER_DRAG_BOX;

  gtk_gesture_set_state (gesture, self->drag != SB_LAYER_DRAG_NONE ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  if (self->drag == SB_LAYER_DRAG_NONE)
    return;

  _sb_event_layer_look_away (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_array_set_size (self->outline, 0);
  g_array_append_val (self->outline, point);
}

static void
drag_updated_cb (SbEventLayer *self,
                 double dx,
                 double dy,
                 GtkGesture *gesture)
{
  SbPoint start;
  SbPoint last;
  SbPoint point;

  if (self->drag == SB_LAYER_DRAG_NONE || self->outline->len == 0)
    return;

  start = g_array_index (self->outline, SbPoint, 0);
  last = g_array_index (self->outline, SbPoint, self->outline->len - 1);
  point = (SbPoint) { start.x + dx, start.y + dy };
  if (self->drag == SB_LAYER_DRAG_BOX)
    {
      g_array_set_size (self->outline, 1);
      g_array_append_vals (self->outline, ((const SbPoint[]) { { point.x, start.y }, point, { start.x, point.y } }), 3);
    }
  else if (ABS (point.x - last.x) + ABS (point.y - last.y) >= LASSO_STEP)
    {
      g_array_append_val (self->outline, point);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
chosen_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbEventLayer) self = sb_weak_ref_take (user_data);
  g_autoptr (GArray) ids = sb_event_layer_list_view_finish (result, NULL);

  if (self != NULL && ids != NULL)
    _sb_event_layer_tell_chosen (self, ids);
}

static void
stop_drag (SbEventLayer *self)
{
  self->drag = SB_LAYER_DRAG_NONE;
  g_array_set_size (self->outline, 0);
  set_lasso (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_ended_cb (SbEventLayer *self,
               double dx,
               double dy,
               GtkGesture *gesture)
{
  if (self->drag == SB_LAYER_DRAG_NONE)
    return;

  drag_updated_cb (self, dx, dy, gesture);
  if (self->outline->len >= 3)
    _sb_event_layer_list_within_async (self, self->outline, NULL, chosen_cb, sb_weak_ref_new (self));

  stop_drag (self);
}

void
_sb_event_layer_add_pointer (SbEventLayer *self,
                             GtkWidget *map)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (motion, "enter", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (_sb_event_layer_look_away), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (stop_drag), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (drag));
}
