/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-graph-view-private.h"

#include <math.h>

/* What one notch of a wheel, and one key, enlarge by. */
#define WHEEL_FACTOR 1.2
#define KEY_FACTOR   1.3

static SbRecord *
get_record (SbGraphView *self,
            int node)
{
  return node >= 0 && self->figure != NULL ? sb_actor_graph_get_node (sb_graph_figure_get_graph (self->figure), (guint) node)->record : NULL;
}

static void
select_record (SbGraphView *self,
               SbRecord *record)
{
  g_autoptr (SbRef) ref = record != NULL ? sb_record_dup_ref (record) : NULL;

  if (ref != NULL && self->session != NULL)
    sb_session_select (self->session, ref);
}

static int
find_at (SbGraphView *self,
         double x,
         double y)
{
  SbGraphFrame frame = sb_graph_view_get_frame (self);

  return self->figure != NULL && frame.scale > 0 ? sb_graph_figure_find_node (self->figure, &frame, x, y) : -1;
}

static void
drag_begun_cb (SbGraphView *self,
               double x,
               double y)
{
  self->drag_origin = self->origin;
}

static void
drag_moved_cb (SbGraphView *self,
               double dx,
               double dy)
{
  if (self->scale <= 0)
    return;

  sb_graph_view_pan (self, dx - (self->drag_origin.x - self->origin.x) * self->scale, dy - (self->drag_origin.y - self->origin.y) * self->scale);
}

static gboolean
scrolled_cb (SbGraphView *self,
             double dx,
             double dy)
{
  _sb_graph_view_zoom_at (self, pow (WHEEL_FACTOR, -dy), self->pointer.x, self->pointer.y);
  return TRUE;
}

static void
pinch_begun_cb (SbGraphView *self)
{
  self->pinch_scale = self->scale;
}

static void
pinched_cb (SbGraphView *self,
            double scale,
            GtkGesture *gesture)
{
  double x = self->pointer.x;
  double y = self->pointer.y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  if (self->scale > 0)
    _sb_graph_view_zoom_at (self, self->pinch_scale * scale / self->scale, x, y);
}

static void
moved_cb (SbGraphView *self,
          double x,
          double y)
{
  int node = find_at (self, x, y);

  self->pointer = (SbPoint) { x, y };
  if (node == self->hovered)
    return;

  self->hovered = node;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), node >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
left_cb (SbGraphView *self)
{
  self->hovered = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A node, or else the tie, that was clicked on. */
static void
clicked_cb (SbGraphView *self,
            int n_press,
            double x,
            double y)
{
  SbGraphFrame frame = sb_graph_view_get_frame (self);
  int node = find_at (self, x, y);
  int tie = node < 0 && self->figure != NULL && frame.scale > 0 ? sb_graph_figure_find_tie (self->figure, &frame, x, y) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (node >= 0)
    {
      _sb_graph_view_set_cursor (self, node);
      select_record (self, get_record (self, node));
      if (n_press == 2)
        g_signal_emit_by_name (self, "focus-requested", get_record (self, node));
    }
  else if (tie >= 0)
    select_record (self, sb_actor_graph_get_tie (sb_graph_figure_get_graph (self->figure), (guint) tie)->record);
}

static void
menu_pressed_cb (SbGraphView *self,
                 int n_press,
                 double x,
                 double y)
{
  int node = find_at (self, x, y);

  if (node < 0)
    return;

  _sb_graph_view_set_cursor (self, node);
  g_signal_emit_by_name (self, "menu-requested", get_record (self, node), x, y);
}

/* Where the arrows go from: the cursor, or the middle of the view. */
static SbPoint
get_start (SbGraphView *self,
           const SbGraphFrame *frame)
{
  if (self->cursor >= 0)
    return sb_graph_figure_get_point (self->figure, frame, (guint) self->cursor);

  return (SbPoint) { frame->width / 2, frame->height / 2 };
}

/* The nearest node in the direction (@dx, @dy), what is aside counting as farther away;
 * without a cursor the nearest of all. -1 for none. */
static int
find_next (SbGraphView *self,
           int dx,
           int dy)
{
  SbGraphFrame frame = sb_graph_view_get_frame (self);
  SbPoint start = get_start (self, &frame);
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (sb_graph_figure_get_graph (self->figure)); i++)
    {
      SbPoint at = sb_graph_figure_get_point (self->figure, &frame, i);
      double ahead = (at.x - start.x) * dx + (at.y - start.y) * dy;
      double aside = fabs ((at.x - start.x) * dy) + fabs ((at.y - start.y) * dx);
      double distance = self->cursor < 0 ? hypot (at.x - start.x, at.y - start.y) : ahead + 2 * aside;

      if (self->cursor >= 0 && ((int) i == self->cursor || ahead <= 0 || aside > 2 * ahead))
        continue;

      if (distance < best)
        {
          best = distance;
          found = (int) i;
        }
    }

  return found;
}

static gboolean
go (GtkWidget *widget,
    GVariant *parameter,
    gpointer user_data)
{
  SbGraphView *self = SB_GRAPH_VIEW (widget);
  int next;
  int dx;
  int dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  if (self->figure == NULL || self->scale <= 0)
    return FALSE;

  next = find_next (self, dx, dy);
  if (next >= 0)
    _sb_graph_view_set_cursor (self, next);
  return TRUE;
}

/* To the next of those that the selected node, or else the cursor, is tied to, and
 * round again. */
static gboolean
walk (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  SbGraphView *self = SB_GRAPH_VIEW (widget);
  int from = _sb_graph_view_get_selected (self);
  int step;
  guint n_ties;
  const guint *ties;
  const SbGraphTie *tie;
  guint next;

  g_variant_get (parameter, "i", &step);
  if (from < 0)
    from = self->cursor;
  if (self->figure == NULL || from < 0)
    return FALSE;

  ties = sb_actor_graph_get_ties_of (sb_graph_figure_get_graph (self->figure), (guint) from, &n_ties);
  if (n_ties == 0)
    return TRUE;

  next = self->cursor == from && step > 0 ? 0 : (guint) ((int) (self->step + n_ties) + step) % n_ties;
  tie = sb_actor_graph_get_tie (sb_graph_figure_get_graph (self->figure), ties[next]);
  _sb_graph_view_set_cursor (self, (int) (tie->from == (guint) from ? tie->to : tie->from));
  self->step = next;
  return TRUE;
}

static gboolean
choose (GtkWidget *widget,
        GVariant *parameter,
        gpointer user_data)
{
  SbGraphView *self = SB_GRAPH_VIEW (widget);

  if (self->cursor < 0)
    return FALSE;

  select_record (self, get_record (self, self->cursor));
  return TRUE;
}

static gboolean
focus (GtkWidget *widget,
       GVariant *parameter,
       gpointer user_data)
{
  SbGraphView *self = SB_GRAPH_VIEW (widget);

  if (self->cursor < 0)
    return FALSE;

  g_signal_emit_by_name (self, "focus-requested", get_record (self, self->cursor));
  return TRUE;
}

static gboolean
open_menu (GtkWidget *widget,
           GVariant *parameter,
           gpointer user_data)
{
  SbGraphView *self = SB_GRAPH_VIEW (widget);
  SbGraphFrame frame = sb_graph_view_get_frame (self);
  SbPoint at;

  if (self->cursor < 0 || self->figure == NULL)
    return FALSE;

  at = sb_graph_figure_get_point (self->figure, &frame, (guint) self->cursor);
  g_signal_emit_by_name (self, "menu-requested", get_record (self, self->cursor), at.x, at.y);
  return TRUE;
}

static gboolean
clear (GtkWidget *widget,
       GVariant *parameter,
       gpointer user_data)
{
  g_signal_emit_by_name (widget, "cleared");
  return TRUE;
}

/* By a factor; 0 fits all. */
static gboolean
zoom (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  double factor = g_variant_get_double (parameter);

  if (factor > 0)
    sb_graph_view_zoom (SB_GRAPH_VIEW (widget), factor);
  else
    sb_graph_view_fit (SB_GRAPH_VIEW (widget));
  return TRUE;
}

void
_sb_graph_view_class_install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keys[2];
    int dx;
    int dy;
  } arrows[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
  };
  static const struct
  {
    guint key;
    double factor;
  } zooms[] = {
    { GDK_KEY_plus, KEY_FACTOR },
    { GDK_KEY_equal, KEY_FACTOR },
    { GDK_KEY_KP_Add, KEY_FACTOR },
    { GDK_KEY_minus, 1 / KEY_FACTOR },
    { GDK_KEY_KP_Subtract, 1 / KEY_FACTOR },
    { GDK_KEY_0, 0 },
    { GDK_KEY_KP_0, 0 },
    { GDK_KEY_Home, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding (klass, arrows[i].keys[j], 0, go, "(ii)", arrows[i].dx, arrows[i].dy);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (klass, zooms[i].key, 0, zoom, "d", zooms[i].factor);

  gtk_widget_class_add_binding (klass, GDK_KEY_n, 0, walk, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_p, 0, walk, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, choose, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, choose, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, choose, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_f, 0, focus, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, open_menu, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, open_menu, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, clear, NULL);
}

void
_sb_graph_view_add_gestures (SbGraphView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
