/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-drawing-layer-private.h"

#include <math.h>

/* Logical pixels: how near to a point the pointer must be to grab it, and how far a
 * key moves the cross or a point; with Shift, finely. */
#define GRAB_REACH 12.0
#define STEP       16.0
#define FINE_STEP  2.0

static gboolean
is_drawing (SbDrawingLayer *self)
{
  return self->tool != SB_DRAWING_TOOL_NONE && self->tool != SB_DRAWING_TOOL_SELECT;
}

/* A double click ends, and does not zoom the map; its first click was a point. */
static void
pressed_cb (SbDrawingLayer *self,
            int n_press,
            double x,
            double y,
            GtkGesture *click)
{
  if (n_press != 2 || self->tool == SB_DRAWING_TOOL_NONE)
    return;

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  if (is_drawing (self))
    sb_drawing_layer_end (self);
  else if (_sb_drawing_layer_pick (self, (SbPoint) { x, y }) != NULL)
    _sb_drawing_layer_open_selected (self);
}

static void
select_in_session (SbDrawingLayer *self,
                   SbRecord *drawing)
{
  g_autoptr (SbRef) ref = drawing != NULL ? sb_record_dup_ref (drawing) : NULL;

  if (ref != NULL && self->session != NULL)
    sb_session_select (self->session, ref);
}

static void
released_cb (SbDrawingLayer *self,
             int n_press,
             double x,
             double y,
             GtkGesture *click)
{
  SbPoint point = { x, y };
  SbRecord *picked;

  if (n_press != 1)
    return;

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->has_cross = FALSE;
  if (is_drawing (self))
    {
      _sb_drawing_layer_add_point (self, point);
      return;
    }

  picked = _sb_drawing_layer_pick (self, point);
  if (self->tool == SB_DRAWING_TOOL_SELECT)
    sb_drawing_layer_select (self, picked);
  select_in_session (self, picked);
}

/* The point of the selected drawing near @point; -1 for none. */
static int
find_handle (SbDrawingLayer *self,
             SbPoint point)
{
  double best = GRAB_REACH;
  int found = -1;

  for (guint i = 0; i < self->points->len; i++)
    {
      SbPoint handle = _sb_drawing_layer_get_point (self, i);
      double distance = hypot (handle.x - point.x, handle.y - point.y);

      if (distance > best)
        continue;

      best = distance;
      found = (int) i;
    }

  return found;
}

static void
drag_begun_cb (SbDrawingLayer *self,
               double x,
               double y,
               GtkGesture *drag)
{
  int handle = self->tool == SB_DRAWING_TOOL_SELECT ? find_handle (self, (SbPoint) { x, y }) : -1;

  /* Elsewhere it is the map that is dragged. */
  if (handle < 0)
    {
      gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  self->grabbed = handle;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_moved_cb (SbDrawingLayer *self,
               double dx,
               double dy,
               GtkGestureDrag *drag)
{
  double x, y;

  if (self->grabbed < 0 || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;

  _sb_drawing_layer_move_point (self, (guint) self->grabbed, (SbPoint) { x + dx, y + dy });
}

static void
drag_ended_cb (SbDrawingLayer *self)
{
  if (self->grabbed >= 0)
    _sb_drawing_layer_keep_points (self);
}

static void
moved_cb (SbDrawingLayer *self,
          double x,
          double y)
{
  self->pointer = (SbPoint) { x, y };
  self->has_pointer = TRUE;
  if (is_drawing (self) && self->points->len > 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
left_cb (SbDrawingLayer *self)
{
  self->has_pointer = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The cross begins in the middle of the map, and stays in it. */
static void
move_cross (SbDrawingLayer *self,
            double dx,
            double dy)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (!self->has_cross)
    self->cross = (SbPoint) { floor (width / 2), floor (height / 2) };
  else
    self->cross = (SbPoint) { CLAMP (self->cross.x + dx, 0, width), CLAMP (self->cross.y + dy, 0, height) };
  self->has_cross = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* An arrow: (dx, dy, whether finely). */
static gboolean
arrow_cb (GtkWidget *widget,
          GVariant *parameter,
          gpointer user_data)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);
  double step;
  int dx, dy;
  gboolean is_fine;

  g_variant_get (parameter, "(iib)", &dx, &dy, &is_fine);
  step = is_fine ? FINE_STEP : STEP;
  if (is_drawing (self))
    {
      move_cross (self, dx * step, dy * step);
      return TRUE;
    }
  if (self->tool == SB_DRAWING_TOOL_SELECT && self->grabbed >= 0)
    {
      SbPoint point = _sb_drawing_layer_get_point (self, (guint) self->grabbed);

      _sb_drawing_layer_move_point (self, (guint) self->grabbed, (SbPoint) { point.x + dx * step, point.y + dy * step });
      return TRUE;
    }

  return FALSE;
}

static gboolean
space_cb (GtkWidget *widget,
          GVariant *parameter,
          gpointer user_data)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);

  if (!is_drawing (self))
    return FALSE;

  if (!self->has_cross)
    move_cross (self, 0, 0);
  _sb_drawing_layer_add_point (self, self->cross);
  return TRUE;
}

static gboolean
enter_cb (GtkWidget *widget,
          GVariant *parameter,
          gpointer user_data)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);

  if (is_drawing (self))
    sb_drawing_layer_end (self);
  else if (self->is_moved)
    _sb_drawing_layer_keep_points (self);
  else if (self->selected != NULL)
    _sb_drawing_layer_open_selected (self);
  else
    return FALSE;

  return TRUE;
}

static gboolean
backspace_cb (GtkWidget *widget,
              GVariant *parameter,
              gpointer user_data)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);

  if (!is_drawing (self))
    return FALSE;

  _sb_drawing_layer_take_back (self);
  return TRUE;
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant *parameter,
           gpointer user_data)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);

  if (self->tool != SB_DRAWING_TOOL_SELECT || self->selected == NULL)
    return FALSE;

  _sb_drawing_layer_remove_selected (self);
  return TRUE;
}

/* First what is being drawn or moved is given up, then the tool is laid down. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant *parameter,
           gpointer user_data)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);

  if (self->tool == SB_DRAWING_TOOL_NONE)
    return FALSE;

  if (self->points->len > 0)
    sb_drawing_layer_give_up (self);
  else
    sb_drawing_layer_set_tool (self, SB_DRAWING_TOOL_NONE);
  return TRUE;
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant *parameter,
         gpointer user_data)
{
  SbDrawingLayer *self = SB_DRAWING_LAYER (widget);
  int n_points = (int) self->points->len;
  int step = g_variant_get_int32 (parameter);

  if (self->tool != SB_DRAWING_TOOL_SELECT || n_points == 0)
    return FALSE;

  self->grabbed = self->grabbed < 0 ? (step > 0 ? 0 : n_points - 1) : (self->grabbed + step + n_points) % n_points;
  _sb_drawing_layer_changed (self);
  return TRUE;
}

void
_sb_drawing_layer_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int dx;
    int dy;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, arrow_cb, "(iib)", arrows[i].dx, arrows[i].dy, FALSE);
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_SHIFT_MASK, arrow_cb, "(iib)", arrows[i].dx,
                                    arrows[i].dy, TRUE);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, backspace_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, walk_cb, "i", -1);
}

void
_sb_drawing_layer_add_input (SbDrawingLayer *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
