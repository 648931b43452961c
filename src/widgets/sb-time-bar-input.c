/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-time-bar-private.h"

#include "sb-date-format.h"

#include <glib/gi18n.h>

/* Logical pixels: how far from what can be dragged it is taken. */
#define HANDLE_REACH 7.0
#define KNOB_REACH   10.0

/* Of the ends of the period. */
#define EDGE_WIDTH 3.0

static gboolean
is_over (SbTimeBar *self,
         const SbTimeScale *scale,
         int day,
         double x)
{
  return day >= scale->first_day && day <= scale->last_day && ABS (sb_time_scale_get_position (scale, day) - x) <= HANDLE_REACH;
}

gboolean
_sb_time_bar_query_tooltip (GtkWidget *widget,
                            int x,
                            int y,
                            gboolean keyboard,
                            GtkTooltip *tooltip)
{
  SbTimeBar *self = SB_TIME_BAR (widget);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  SbTimeScale scale;
  int day;

  if (self->session == NULL || keyboard)
    return FALSE;

  scale = _sb_time_bar_get_scale (self);
  day = is_over (self, &scale, self->today, x)           ? self->today
        : is_over (self, &scale, self->last_briefing, x) ? self->last_briefing
                                                         : sb_time_scale_get_day (&scale, x);
  name = sb_day_format (day, sb_session_get_language (self->session), SB_DATE_STYLE_LONG);
  if (day == self->today)
    text = g_strdup_printf (_ ("Today, %s"), name);
  else if (day == self->last_briefing)
    text = g_strdup_printf (_ ("The last briefing, %s"), name);
  else
    text = g_strdup_printf (ngettext ("%s: %u event", "%s: %u events", _sb_time_bar_get_count (self, day)), name, _sb_time_bar_get_count (self, day));

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static Grip
pick_grip (SbTimeBar *self,
           double x,
           double y)
{
  SbTimeScale scale = _sb_time_bar_get_scale (self);
  double first = sb_time_scale_get_position (&scale, sb_session_get_first_day (self->session));
  double last = sb_time_scale_get_position (&scale, sb_session_get_last_day (self->session) + 1);
  double as_of = sb_time_scale_get_position (&scale, sb_session_get_as_of (self->session));

  double foot = gtk_widget_get_height (GTK_WIDGET (self)) - _sb_time_bar_get_label_height (self) - SB_TIME_BAR_GAP;
  gboolean is_at_end = last - as_of <= HANDLE_REACH;

  /* The knob is nothing but the day. */
  if (ABS (x - as_of) <= KNOB_REACH && y >= foot - HANDLE_REACH / 2)
    return GRIP_AS_OF;

  /* At the end of the period the handle lies over the edge; it comes first, so
   * that the day that everything shows can always be moved. The edge is taken from
   * outside then. */
  if (ABS (x - as_of) <= HANDLE_REACH && (is_at_end ? x <= last + EDGE_WIDTH : ABS (x - as_of) <= ABS (x - last)))
    return GRIP_AS_OF;

  if (ABS (x - first) <= HANDLE_REACH)
    return GRIP_FIRST;

  if (ABS (x - last) <= HANDLE_REACH)
    return GRIP_LAST;

  return x > first && x < last ? GRIP_PERIOD : GRIP_NONE;
}

static void
drag_begin_cb (SbTimeBar *self,
               double x,
               double y)
{
  SbTimeScale scale;

  if (self->session == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  scale = _sb_time_bar_get_scale (self);
  self->grip = pick_grip (self, x, y);
  self->grip_scale = scale;
  self->grip_x = x;
  self->grip_day = sb_time_scale_get_day (&scale, x);
  self->grip_first = sb_session_get_first_day (self->session);
  self->grip_last = sb_session_get_last_day (self->session);
}

static void
drag_update_cb (SbTimeBar *self,
                double dx,
                double dy)
{
  int day;

  if (self->session == NULL || self->grip == GRIP_NONE)
    return;

  day = sb_time_scale_get_day (&self->grip_scale, self->grip_x + dx);
  switch (self->grip)
    {
    case GRIP_FIRST:
      sb_session_set_period (self->session, MIN (day, self->grip_last), self->grip_last);
      break;

    case GRIP_LAST:
      sb_session_set_period (self->session, self->grip_first, MAX (day, self->grip_first));
      break;

    case GRIP_AS_OF:
      sb_session_set_as_of (self->session, day);
      break;

    case GRIP_PERIOD:
      sb_session_set_period (self->session, self->grip_first + day - self->grip_day, self->grip_last + day - self->grip_day);
      break;

    case GRIP_NONE:
    default:
      break;
    }
}

static void
drag_end_cb (SbTimeBar *self,
             double dx,
             double dy)
{
  /* A click inside of the period chooses the day. */
  if (self->session != NULL && self->grip == GRIP_PERIOD && ABS (dx) < 3)
    sb_session_set_as_of (self->session, self->grip_day);

  self->grip = GRIP_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move_as_of (GtkWidget *widget,
            GVariant *parameter,
            gpointer user_data)
{
  SbTimeBar *self = SB_TIME_BAR (widget);
  int days;
  int months;

  if (self->session == NULL)
    return FALSE;

  g_variant_get (parameter, "(ii)", &days, &months);
  sb_session_set_as_of (self->session, sb_day_add_months (sb_session_get_as_of (self->session), months) + days);
  return TRUE;
}

static gboolean
move_end (GtkWidget *widget,
          GVariant *parameter,
          gpointer user_data)
{
  SbTimeBar *self = SB_TIME_BAR (widget);
  int first;
  int last;

  if (self->session == NULL)
    return FALSE;

  g_variant_get (parameter, "(ii)", &first, &last);
  sb_session_set_period (self->session,
                         sb_session_get_first_day (self->session) + first,
                         sb_session_get_last_day (self->session) + last);
  return TRUE;
}

static gboolean
toggle_playing (GtkWidget *widget,
                GVariant *parameter,
                gpointer user_data)
{
  SbTimeBar *self = SB_TIME_BAR (widget);

  if (self->player == NULL)
    return FALSE;

  sb_time_player_set_playing (self->player, !sb_time_player_is_playing (self->player));
  return TRUE;
}

void
_sb_time_bar_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_as_of, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_as_of, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, move_as_of, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, move_as_of, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_as_of, "(ii)", G_MININT / 4, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_as_of, "(ii)", G_MAXINT / 4, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, move_end, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, move_end, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_ALT_MASK, move_end, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_ALT_MASK, move_end, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, move_as_of, "(ii)", 7, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, move_as_of, "(ii)", -7, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle_playing, NULL);
}

void
_sb_time_bar_add_gestures (SbTimeBar *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
