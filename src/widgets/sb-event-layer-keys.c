/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer-private.h"

#include <math.h>

/* How far the map moves where there is nothing more in view, in widths and heights
 * of it. */
#define STRIDE 0.25

static gboolean
is_in_view (SbEventLayer *self,
            SbPoint at)
{
  return at.x >= 0 && at.y >= 0 && at.x <= gtk_widget_get_width (GTK_WIDGET (self)) &&
         at.y <= gtk_widget_get_height (GTK_WIDGET (self));
}

/* Where the arrows go from: the last symbol, or the middle of the map. */
static SbPoint
get_start (SbEventLayer *self,
           const SbLayerView *view)
{
  int cursor = self->has_cursor ? _sb_event_layer_find_row (self, self->cursor) : -1;
  guint n_clusters;
  SbPoint at;

  if (cursor >= 0)
    {
      at = _sb_event_layer_to_widget (view, _sb_event_layer_get_clusters (self, &n_clusters)[cursor].point);
      if (is_in_view (self, at))
        return at;
    }

  self->has_cursor = FALSE;
  return (SbPoint) { gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
}

/* The nearest cluster in view in the direction (@dx, @dy), what is aside counting as
 * farther away; without a direction, or at the start, the nearest of all. -1 for
 * none. */
static int
find_next (SbEventLayer *self,
           const SbLayerView *view,
           SbPoint start,
           int dx,
           int dy)
{
  guint n_clusters;
  const SbEventCluster *clusters = _sb_event_layer_get_clusters (self, &n_clusters);
  int cursor = self->has_cursor ? _sb_event_layer_find_row (self, self->cursor) : -1;
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < n_clusters; i++)
    {
      SbPoint at = _sb_event_layer_to_widget (view, clusters[i].point);
      double ahead = (at.x - start.x) * dx + (at.y - start.y) * dy;
      double aside = fabs ((at.x - start.x) * dy) + fabs ((at.y - start.y) * dx);
      double distance = ahead + 2 * aside;

      if (!is_in_view (self, at))
        continue;

      if (!self->has_cursor)
        distance = hypot (at.x - start.x, at.y - start.y);
      else if ((int) i == cursor || ahead <= 0 || aside > 2 * ahead)
        continue;

      if (distance >= best)
        continue;

      best = distance;
      found = (int) i;
    }

  return found;
}

static void
move_map (SbEventLayer *self,
          int dx,
          int dy)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double latitude;
  double longitude;

  shumate_viewport_widget_coords_to_location (viewport, GTK_WIDGET (self), width * (0.5 + STRIDE * dx),
                                              height * (0.5 + STRIDE * dy), &latitude, &longitude);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
}

static gboolean
go (GtkWidget *widget,
    GVariant *parameter,
    gpointer user_data)
{
  SbEventLayer *self = SB_EVENT_LAYER (widget);
  SbLayerView view = _sb_event_layer_get_view (self);
  SbPoint start = get_start (self, &view);
  guint n_clusters;
  int next;
  int dx;
  int dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  next = find_next (self, &view, start, dx, dy);
  if (next < 0)
    {
      move_map (self, dx, dy);
      return TRUE;
    }

  self->has_cursor = TRUE;
  self->cursor = _sb_event_layer_get_clusters (self, &n_clusters)[next].row;
  _sb_event_layer_look_at (self, (guint) next);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static int
get_cursor (SbEventLayer *self)
{
  return self->has_cursor ? _sb_event_layer_find_row (self, self->cursor) : -1;
}

static gboolean
choose (GtkWidget *widget,
        GVariant *parameter,
        gpointer user_data)
{
  int cursor = get_cursor (SB_EVENT_LAYER (widget));

  if (cursor < 0)
    return FALSE;

  _sb_event_layer_select (SB_EVENT_LAYER (widget), (guint) cursor);
  return TRUE;
}

static gboolean
list (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  int cursor = get_cursor (SB_EVENT_LAYER (widget));

  if (cursor < 0)
    return FALSE;

  _sb_event_layer_look_away (SB_EVENT_LAYER (widget));
  _sb_event_layer_open_list (SB_EVENT_LAYER (widget), (guint) cursor);
  return TRUE;
}

static gboolean
clear (GtkWidget *widget,
       GVariant *parameter,
       gpointer user_data)
{
  _sb_event_layer_look_away (SB_EVENT_LAYER (widget));
  _sb_event_layer_tell_cleared (SB_EVENT_LAYER (widget));
  return TRUE;
}

void
_sb_event_layer_class_install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    guint keypad;
    int dx;
    int dy;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (klass, arrows[i].key, 0, go, "(ii)", arrows[i].dx, arrows[i].dy);
      gtk_widget_class_add_binding (klass, arrows[i].keypad, 0, go, "(ii)", arrows[i].dx, arrows[i].dy);
    }

  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, choose, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, choose, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, list, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, clear, NULL);
}
