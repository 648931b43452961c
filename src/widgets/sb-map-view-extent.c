/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-view-private.h"

#include "sb-mercator.h"

#include <math.h>

/* Where the map is when there is nothing to show: the middle of Mali. */
#define START_LATITUDE  15.0
#define START_LONGITUDE -4.0
#define START_ZOOM      4.0

/* How far in the map goes to show a single place. */
#define CLOSEST_FIT 7.0

/* The last zoom that the base map is painted for. */
#define CLOSEST 12.0

/* How much further in than asked for a whole zoom may be: less than what is shown around. */
#define MARGIN 0.3

static void
move_to (SbMapView *self,
         const SbBounds *bounds,
         double closest)
{
  ShumateMapSource *source;
  SbBounds grown;
  SbPoint north_west;
  SbPoint south_east;
  SbPosition centre;
  double tile_size;
  double zoom;

  source = shumate_viewport_get_reference_map_source (shumate_map_get_viewport (self->map));
  if (source == NULL)
    return;

  /* Who asks for something does not want the first events as well. */
  self->was_fitted = TRUE;
  g_clear_handle_id (&self->fit_source, g_source_remove);
  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    {
      self->awaited = *bounds;
      self->awaited_closest = closest;
      self->is_awaiting = TRUE;
      return;
    }

  self->is_awaiting = FALSE;
  grown = sb_bounds_grow (bounds, 0.15);
  centre = sb_bounds_get_centre (&grown);
  north_west = sb_mercator_project ((SbPosition) { grown.west, grown.north });
  south_east = sb_mercator_project ((SbPosition) { grown.east, grown.south });

  tile_size = shumate_map_source_get_tile_size (source);
  zoom = log2 (MIN (gtk_widget_get_width (GTK_WIDGET (self)) / MAX (south_east.x - north_west.x, 1e-9),
                    gtk_widget_get_height (GTK_WIDGET (self)) / MAX (south_east.y - north_west.y, 1e-9)) /
               tile_size);

  shumate_map_stop_go_to (self->map);
  /* Tiles are made for whole zooms: between two they are drawn larger, and blurred. */
  zoom = floor (zoom + MARGIN);
  shumate_viewport_set_zoom_level (shumate_map_get_viewport (self->map), CLAMP (zoom, 2.0, closest));
  shumate_map_center_on (self->map, centre.latitude, centre.longitude);
}

/* A speech in New York must not shrink the Sahel to a dot. */
static void
fit_events (SbMapView *self)
{
  const SbBounds region = SB_BOUNDS_SAHEL;
  SbEventIndex *index = self->events != NULL ? sb_event_model_get_index (self->events) : NULL;
  SbBounds bounds = index != NULL ? sb_event_index_get_bounds (index, sb_event_model_get_filter (self->events), &region)
                                  : sb_bounds_empty ();

  if (!sb_bounds_is_empty (&bounds))
    sb_map_view_show_bounds (self, &bounds);
}

static gboolean
fit_in_idle (gpointer data)
{
  SbMapView *self = data;

  self->fit_source = 0;
  if (self->is_awaiting)
    move_to (self, &self->awaited, self->awaited_closest);
  else
    fit_events (self);
  return G_SOURCE_REMOVE;
}

/* The first events that there are, once there is room for them, are shown, or what was
 * asked for before there was. Not at once: it may be called while sizes are given out,
 * when the map must not be moved. */
void
_sb_map_view_show_first_events (SbMapView *self)
{
  SbEventIndex *index = self->events != NULL ? sb_event_model_get_index (self->events) : NULL;

  if (self->is_awaiting && self->fit_source == 0 && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    self->fit_source = g_idle_add (fit_in_idle, self);
  if (self->was_fitted || index == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0 ||
      sb_event_index_count (index, sb_event_model_get_filter (self->events)) == 0)
    return;

  self->was_fitted = TRUE;
  self->fit_source = g_idle_add (fit_in_idle, self);
}

/* One whole zoom in or out, where tiles are drawn as they were made; what is at that point
 * of the map stays there. */
static void
zoom_at (SbMapView *self,
         gboolean is_in,
         double x,
         double y)
{
  GtkWidget *map = GTK_WIDGET (self->map);
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  double wanted = is_in ? floor (zoom) + 1 : ceil (zoom) - 1;
  double latitude, longitude, moved_x, moved_y;

  wanted = CLAMP (wanted, shumate_viewport_get_min_zoom_level (viewport), shumate_viewport_get_max_zoom_level (viewport));
  shumate_map_stop_go_to (self->map);
  shumate_viewport_widget_coords_to_location (viewport, map, x, y, &latitude, &longitude);
  shumate_viewport_set_zoom_level (viewport, wanted);
  shumate_viewport_location_to_widget_coords (viewport, map, latitude, longitude, &moved_x, &moved_y);
  shumate_viewport_widget_coords_to_location (viewport, map, gtk_widget_get_width (map) / 2.0 + moved_x - x,
                                              gtk_widget_get_height (map) / 2.0 + moved_y - y, &latitude, &longitude);
  shumate_map_center_on (self->map, latitude, longitude);
}

static void
zoom_at_centre (SbMapView *self,
                gboolean is_in)
{
  zoom_at (self, is_in, gtk_widget_get_width (GTK_WIDGET (self->map)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self->map)) / 2.0);
}

static gboolean
scrolled_cb (SbMapView *self,
             double dx,
             double dy,
             GtkEventController *controller)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double x, y, shift_x, shift_y;

  if (dy < 0 || dy > 0)
    {
      if (event == NULL || !gdk_event_get_position (event, &x, &y))
        {
          zoom_at_centre (self, dy < 0);
          return TRUE;
        }

      gtk_native_get_surface_transform (GTK_NATIVE (root), &shift_x, &shift_y);
      gtk_widget_translate_coordinates (root, GTK_WIDGET (self->map), x - shift_x, y - shift_y, &x, &y);
      zoom_at (self, dy < 0, x, y);
    }

  return TRUE;
}

/* Instead of the fifths of a zoom by which libshumate goes. */
void
_sb_map_view_accept_scrolling (SbMapView *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), scroll);
}

static void
zoom_in_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  zoom_at_centre (SB_MAP_VIEW (widget), TRUE);
}

static void
zoom_out_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  zoom_at_centre (SB_MAP_VIEW (widget), FALSE);
}

static void
zoom_fit_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  fit_events (SB_MAP_VIEW (widget));
}

void
_sb_map_view_class_install_zoom (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "map.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, 0, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_minus, 0, "map.zoom-out", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, 0, "map.zoom-fit", NULL);
}

void
_sb_map_view_show_start (SbMapView *self)
{
  shumate_viewport_set_zoom_level (shumate_map_get_viewport (self->map), START_ZOOM);
  shumate_map_center_on (self->map, START_LATITUDE, START_LONGITUDE);
}

void
sb_map_view_get_position (SbMapView *self,
                          double x,
                          double y,
                          SbPosition *position)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (position != NULL);

  shumate_viewport_widget_coords_to_location (shumate_map_get_viewport (self->map), GTK_WIDGET (self->way), x, y,
                                              &position->latitude, &position->longitude);
}

SbBounds
sb_map_view_get_bounds (SbMapView *self)
{
  ShumateViewport *viewport;
  double width, height;
  SbBounds bounds = sb_bounds_empty ();

  g_return_val_if_fail (SB_IS_MAP_VIEW (self), bounds);

  viewport = shumate_map_get_viewport (self->map);
  width = gtk_widget_get_width (GTK_WIDGET (self->map));
  height = gtk_widget_get_height (GTK_WIDGET (self->map));
  for (guint i = 0; i < 4; i++)
    {
      SbPosition corner;

      shumate_viewport_widget_coords_to_location (viewport, GTK_WIDGET (self->map), i % 2 * width, i / 2 * height,
                                                  &corner.latitude, &corner.longitude);
      bounds = sb_bounds_extend (&bounds, corner);
    }

  return bounds;
}

void
sb_map_view_show_bounds (SbMapView *self,
                         const SbBounds *bounds)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (bounds != NULL);

  move_to (self, bounds, CLOSEST_FIT);
}

void
sb_map_view_go_to_bounds (SbMapView *self,
                          const SbBounds *bounds)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (bounds != NULL);

  move_to (self, bounds, CLOSEST);
}
