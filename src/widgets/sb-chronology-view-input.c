/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-chronology-view-private.h"

#include <math.h>

/* How near to a handle of the axis a click must be, and how far a drag goes before it
 * is one; logical pixels. */
#define HANDLE_REACH 7.0
#define DRAG_REACH   4.0

/* How much a notch of the wheel zooms, and moves. */
#define ZOOM_STEP 1.25
#define MOVE_STEP 60.0

static double
get_position (SbChronologyView *self,
              double x)
{
  return x - _sb_chronology_view_get_label_width (self);
}

static int
get_day (SbChronologyView *self,
         double x)
{
  return (int) floor (CLAMP (sb_chronology_scale_get_time (&self->scale, get_position (self, x)), SB_DATE_DAY_MIN / 4, SB_DATE_DAY_MAX / 4));
}

static gboolean
is_at (SbChronologyView *self,
       int day,
       double x)
{
  return fabs (sb_chronology_scale_get_position (&self->scale, day) - get_position (self, x)) <= HANDLE_REACH;
}

static SbChronologyGrip
pick_handle (SbChronologyView *self,
             double x)
{
  if (is_at (self, sb_session_get_as_of (self->session) + 1, x))
    return SB_CHRONOLOGY_GRIP_AS_OF;
  if (is_at (self, sb_session_get_first_day (self->session), x))
    return SB_CHRONOLOGY_GRIP_FIRST;
  if (is_at (self, sb_session_get_last_day (self->session) + 1, x))
    return SB_CHRONOLOGY_GRIP_LAST;

  return SB_CHRONOLOGY_GRIP_PLOT;
}

static void
drag_begin_cb (SbChronologyView *self,
               double x,
               double y,
               GtkGesture *gesture)
{
  SbChronologySpot spot = _sb_chronology_view_pick (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  _sb_chronology_view_look_away (self);
  self->grip_x = x;
  self->grip_y = y;
  self->grip_scale = self->scale;
  self->grip_scroll = gtk_adjustment_get_value (self->vadjustment);
  self->box = (GdkRectangle) { (int) x, (int) y, 0, 0 };
  if (self->chronology == NULL || spot.kind == SB_CHRONOLOGY_NOWHERE || spot.kind == SB_CHRONOLOGY_LABEL)
    self->grip = SB_CHRONOLOGY_GRIP_NONE;
  else if (spot.kind == SB_CHRONOLOGY_AXIS)
    self->grip = pick_handle (self, x);
  else
    self->grip = state & GDK_SHIFT_MASK ? SB_CHRONOLOGY_GRIP_BOX : SB_CHRONOLOGY_GRIP_PLOT;
}

static void
move_plot (SbChronologyView *self,
           double dx,
           double dy)
{
  SbChronologyScale scale = self->grip_scale;

  scale.first -= dx / scale.per_day;
  _sb_chronology_view_set_scale (self, scale);
  gtk_adjustment_set_value (self->vadjustment, self->grip_scroll - dy);
}

static void
move_handle (SbChronologyView *self,
             double x)
{
  int day = get_day (self, x);
  int first = sb_session_get_first_day (self->session);
  int last = sb_session_get_last_day (self->session);

  self->sets_period = TRUE;
  if (self->grip == SB_CHRONOLOGY_GRIP_FIRST)
    sb_session_set_period (self->session, MIN (day, last), last);
  else if (self->grip == SB_CHRONOLOGY_GRIP_LAST)
    sb_session_set_period (self->session, first, MAX (day - 1, first));
  else
    sb_session_set_as_of (self->session, day - 1);
  self->sets_period = FALSE;
}

static void
drag_update_cb (SbChronologyView *self,
                double dx,
                double dy)
{
  if (self->grip == SB_CHRONOLOGY_GRIP_NONE || hypot (dx, dy) < DRAG_REACH)
    return;

  switch (self->grip)
    {
    case SB_CHRONOLOGY_GRIP_PLOT:
      move_plot (self, dx, dy);
      break;

    case SB_CHRONOLOGY_GRIP_BOX:
      self->box = (GdkRectangle) { (int) MIN (self->grip_x, self->grip_x + dx), (int) MIN (self->grip_y, self->grip_y + dy),
                                   (int) fabs (dx), (int) fabs (dy) };
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;

    case SB_CHRONOLOGY_GRIP_FIRST:
    case SB_CHRONOLOGY_GRIP_LAST:
    case SB_CHRONOLOGY_GRIP_AS_OF:
    case SB_CHRONOLOGY_GRIP_NONE:
    default:
      move_handle (self, self->grip_x + dx);
      break;
    }
}

static void
click (SbChronologyView *self)
{
  SbChronologySpot spot = _sb_chronology_view_pick (self, self->grip_x, self->grip_y);

  if (spot.kind == SB_CHRONOLOGY_AXIS && self->grip == SB_CHRONOLOGY_GRIP_PLOT)
    {
      sb_session_set_as_of (self->session, get_day (self, self->grip_x));
      return;
    }
  if (spot.kind == SB_CHRONOLOGY_NOWHERE || spot.kind == SB_CHRONOLOGY_AXIS)
    return;

  if (spot.kind == SB_CHRONOLOGY_CELL)
    {
      self->cursor_lane = (int) spot.lane;
      self->cursor_mark = spot.cell.first;
      self->cursor_bar = -1;
    }
  _sb_chronology_view_select_spot (self, &spot);
}

static void
drag_end_cb (SbChronologyView *self,
             double dx,
             double dy)
{
  if (self->session == NULL || self->chronology == NULL)
    return;

  if (hypot (dx, dy) < DRAG_REACH)
    click (self);
  else if (self->grip == SB_CHRONOLOGY_GRIP_BOX)
    _sb_chronology_view_choose_box (self);

  self->grip = SB_CHRONOLOGY_GRIP_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A symbol of several events is looked into; anywhere else time is. */
static void
pressed_cb (SbChronologyView *self,
            int n_press,
            double x,
            double y)
{
  if (n_press == 2 && self->chronology != NULL && x > _sb_chronology_view_get_label_width (self))
    _sb_chronology_view_set_scale (self, sb_chronology_scale_zoom (&self->scale, 4, get_position (self, x)));
}

static void
moved_cb (SbChronologyView *self,
          double x,
          double y)
{
  SbChronologySpot spot;

  if (self->grip != SB_CHRONOLOGY_GRIP_NONE || self->session == NULL)
    return;

  spot = _sb_chronology_view_pick (self, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), spot.kind == SB_CHRONOLOGY_AXIS && pick_handle (self, x) != SB_CHRONOLOGY_GRIP_PLOT ? "ew-resize" : spot.kind == SB_CHRONOLOGY_CELL || spot.kind == SB_CHRONOLOGY_BAR ? "pointer"
                                                                                                                                                                                                                            : NULL);
  _sb_chronology_view_look_at (self, &spot);
}

static gboolean
scrolled_cb (SbChronologyView *self,
             double dx,
             double dy,
             GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  SbChronologyScale scale = self->scale;
  double x = 0;
  double y;

  if (self->chronology == NULL)
    return FALSE;

  _sb_chronology_view_look_away (self);
  if (state & GDK_CONTROL_MASK)
    {
      graphene_point_t at;
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      double surface_x;
      double surface_y;

      gdk_event_get_position (event, &x, &y);
      gtk_native_get_surface_transform (native, &surface_x, &surface_y);
      if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                     &GRAPHENE_POINT_INIT ((float) (x - surface_x), (float) (y - surface_y)), &at))
        return FALSE;
      _sb_chronology_view_set_scale (self, sb_chronology_scale_zoom (&self->scale, pow (ZOOM_STEP, -dy), get_position (self, at.x)));
      return TRUE;
    }

  if (state & GDK_SHIFT_MASK && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (dx != 0)
    {
      scale.first += dx * MOVE_STEP / scale.per_day;
      _sb_chronology_view_set_scale (self, scale);
    }
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + dy * MOVE_STEP);
  return TRUE;
}

void
_sb_chronology_view_add_controllers (SbChronologyView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *clicks = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clicks, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (_sb_chronology_view_look_away), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (clicks));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
