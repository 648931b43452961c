/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-page.h"

#include "sb-map-drawing.h"
#include "sb-map-drop.h"
#include "sb-map-go-to.h"
#include "sb-map-layer.h"
#include "sb-map-menu.h"
#include "sb-map-view.h"
#include "sb-map-zones.h"
#include "sb-road-map-way.h"
#include "sb-road-panel.h"
#include "sb-road-words.h"

#include <glib/gi18n.h>

/* How near to a place a click must be, in logical pixels. */
#define CLICK_RADIUS 60.0

struct _SbMapPage
{
  SbPage parent_instance;

  AdwFlap *flap;
  SbMapView *map;
  SbRoadPanel *panel;
  GtkWidget *roads_button;
  GtkPopover *menu;
  GdkRectangle clicked; /* of the map: where the menu was asked for */
  guint shown_ends[2]; /* of the way that the map was last moved to */
};

G_DEFINE_FINAL_TYPE (SbMapPage, sb_map_page, SB_TYPE_PAGE)

static void
sb_map_page_focus_content (SbPage *page)
{
  sb_map_view_focus_events (SB_MAP_PAGE (page)->map);
}

static void
show_way (SbMapPage *self)
{
  SbWayLayer *layer = sb_map_view_get_way_layer (self->map);
  const SbRoadRoute *route = sb_road_panel_get_route (self->panel);
  char *summary[SB_N_LANGUAGES] = { NULL };

  for (SbLanguage language = 0; route != NULL && language < SB_N_LANGUAGES; language++)
    summary[language] = sb_road_route_summarise (route, language);
  sb_way_layer_set_summary (layer, (const char *const *) summary);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    g_free (summary[language]);
  if (route != NULL)
    sb_way_layer_set_way (layer, sb_road_conditions_get_network (route->conditions), sb_road_route_get_drawn_way (route),
                          sb_road_route_get_drawn_flags (route));
  else
    sb_way_layer_set_way (layer, NULL, NULL, SB_MAP_WAY_DEFAULT);
}

/* Moves the map to another way, and leaves it where it is when the same one is
 * drawn for another day. */
static void
move_to_way (SbMapPage *self)
{
  const SbRoadRoute *route = sb_road_panel_get_route (self->panel);
  const SbRoadWay *way = route != NULL ? sb_road_route_get_drawn_way (route) : NULL;
  SbBounds bounds = sb_bounds_empty ();

  if (way == NULL || (route->from == self->shown_ends[0] && route->to == self->shown_ends[1]))
    return;

  sb_map_view_show_layer (self->map, "ways");
  self->shown_ends[0] = route->from;
  self->shown_ends[1] = route->to;
  for (guint i = 0; i <= way->n_legs; i++)
    bounds = sb_bounds_extend (&bounds, sb_road_network_get_place (sb_road_conditions_get_network (route->conditions), way->places[i])->position);
  sb_map_view_show_bounds (self->map, &bounds);
}

static void
show_cut_off (SbMapPage *self)
{
  const GPtrArray *cut_off = sb_road_panel_get_cut_off (self->panel);
  SbRoadConditions *conditions = sb_road_finder_get_conditions (sb_moment_get_roads (sb_page_get_moment (SB_PAGE (self))));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (SbPosition));

  for (guint i = 0; cut_off != NULL && conditions != NULL && i < cut_off->len; i++)
    {
      const SbRoadCutOff *one = g_ptr_array_index (cut_off, i);
      const SbRoadPlace *place = sb_road_network_get_place (sb_road_conditions_get_network (conditions), one->place);

      g_array_append_val (positions, place->position);
    }
  sb_way_layer_set_cut_off (sb_map_view_get_way_layer (self->map), positions);
}

/* The panel tells when something else is to be drawn; what it has been told to
 * forget is drawn no more. */
static void
answered_cb (SbMapPage *self)
{
  SbPosition from;
  SbPosition to;
  gboolean has_from = sb_road_panel_get_end (self->panel, SB_ROAD_END_FROM, &from);
  gboolean has_to = sb_road_panel_get_end (self->panel, SB_ROAD_END_TO, &to);

  if (sb_page_get_moment (SB_PAGE (self)) == NULL)
    return;

  sb_way_layer_set_ends (sb_map_view_get_way_layer (self->map), has_from ? &from : NULL, has_to ? &to : NULL);
  show_way (self);
  move_to_way (self);
  show_cut_off (self);
}

static void
roads_changed_cb (SbMapPage *self)
{
  SbRoadFinder *finder = sb_moment_get_roads (sb_page_get_moment (SB_PAGE (self)));

  if (sb_road_finder_get_error (finder) != NULL)
    {
      g_autoptr (GError) error = g_error_copy (sb_road_finder_get_error (finder));

      sb_page_show_error (SB_PAGE (self), error);
    }
  sb_map_view_set_roads (self->map, sb_road_finder_get_conditions (finder));
  sb_road_panel_set_conditions (self->panel, sb_road_finder_get_conditions (finder));
}

static void
area_requested_cb (SbMapPage *self,
                   const SbBounds *bounds)
{
  sb_map_view_show_bounds (self->map, bounds);
}

static void
sb_map_page_connect (SbPage *page)
{
  SbMapPage *self = SB_MAP_PAGE (page);
  SbMoment *moment = sb_page_get_moment (page);
  SbRoadFinder *finder = sb_moment_get_roads (moment);

  sb_map_view_set_session (self->map, sb_page_get_session (page));
  sb_map_view_set_restrictions (self->map, sb_moment_get_restrictions (moment));
  sb_map_view_set_events (self->map, sb_moment_get_event_model (moment), sb_moment_get_actors (moment));
  sb_map_view_set_held_areas (self->map, sb_moment_get_held_areas (moment));
  sb_map_view_set_travel_zones (self->map, sb_moment_get_travel_zones (moment));
  sb_map_view_set_restricted_areas (self->map, sb_moment_get_restricted_areas (moment));
  sb_map_view_list_ways (self->map);
  sb_map_layers_bind (G_LIST_MODEL (sb_map_view_get_layers (self->map)), sb_context_get_settings (sb_page_get_context (page)),
                      "map-layers");
  g_settings_bind (sb_context_get_settings (sb_page_get_context (page)), "map-legend", self->map, "wants-legend", G_SETTINGS_BIND_DEFAULT);
  sb_map_menu_attach (sb_page_get_context (page), self->map);
  sb_map_drop_attach (self->map);
  sb_map_go_to_attach (sb_page_get_session (page), moment, self->map);
  sb_map_zones_attach (moment, self->map);
  sb_map_drawing_attach (sb_page_get_catalogue (page), sb_page_get_session (page), moment, self->map);
  sb_road_panel_set_session (self->panel, sb_page_get_session (page));
  g_signal_connect_object (sb_page_get_session (page), "area-requested", G_CALLBACK (area_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "changed", G_CALLBACK (roads_changed_cb), self, G_CONNECT_SWAPPED);
  sb_road_finder_start (finder);
  roads_changed_cb (self);
}

/* The keyboard goes to what was opened. */
static void
revealed_cb (SbMapPage *self)
{
  if (adw_flap_get_reveal_flap (self->flap))
    sb_road_panel_focus (self->panel);
  else
    sb_map_view_focus_events (self->map);
}

static void
toggle_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbMapPage *self = SB_MAP_PAGE (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* How many kilometres CLICK_RADIUS is there. */
static double
measure_radius (SbMapPage *self,
                SbPosition position)
{
  SbPosition beside;

  sb_map_view_get_position (self->map, self->clicked.x + CLICK_RADIUS, self->clicked.y, &beside);

  return sb_position_get_distance_km (position, beside);
}

static void
set_end_here (SbMapPage *self,
              SbRoadEnd end)
{
  SbPosition position;

  sb_map_view_get_position (self->map, self->clicked.x, self->clicked.y, &position);
  if (!sb_road_panel_set_position (self->panel, end, position, measure_radius (self, position)))
    {
      sb_page_show_message (SB_PAGE (self), _ ("There is no place on a road near there."));
      return;
    }

  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
print_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (SB_MAP_PAGE (widget)->map), "ground.print", NULL);
}

static void
from_here_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  set_end_here (SB_MAP_PAGE (widget), SB_ROAD_END_FROM);
}

static void
to_here_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  set_end_here (SB_MAP_PAGE (widget), SB_ROAD_END_TO);
}

static void
cut_off_here_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  SbMapPage *self = SB_MAP_PAGE (widget);

  set_end_here (self, SB_ROAD_END_FROM);
  sb_road_panel_set_asks_cut_off (self->panel, TRUE);
}

static void
zone_here_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  SbMapPage *self = SB_MAP_PAGE (widget);
  SbPosition position;

  sb_map_view_get_position (self->map, self->clicked.x, self->clicked.y, &position);
  sb_map_zones_make (sb_page_get_catalogue (SB_PAGE (self)), self->map, position);
}

static void
menu_pressed_cb (SbMapPage *self,
                 int n_press,
                 double x,
                 double y,
                 GtkGesture *gesture)
{
  self->clicked = (GdkRectangle) { (int) x, (int) y, 1, 1 };
  gtk_popover_set_pointing_to (self->menu, &self->clicked);
  gtk_popover_popup (self->menu);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
add_menu_gesture (SbMapPage *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (gesture));
}

static void
sb_map_page_class_init (SbMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SB_PAGE_CLASS (klass)->connect = sb_map_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_map_page_focus_content;

  g_type_ensure (SB_TYPE_MAP_VIEW);
  g_type_ensure (SB_TYPE_ROAD_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbMapPage, flap);
  gtk_widget_class_bind_template_child (widget_class, SbMapPage, map);
  gtk_widget_class_bind_template_child (widget_class, SbMapPage, panel);
  gtk_widget_class_bind_template_child (widget_class, SbMapPage, roads_button);
  gtk_widget_class_bind_template_child (widget_class, SbMapPage, menu);
  gtk_widget_class_install_action (widget_class, "map-page.toggle-roads", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "map-page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "map-page.from-here", NULL, from_here_action);
  gtk_widget_class_install_action (widget_class, "map-page.to-here", NULL, to_here_action);
  gtk_widget_class_install_action (widget_class, "map-page.cut-off-here", NULL, cut_off_here_action);
  gtk_widget_class_install_action (widget_class, "map-page.zone-here", NULL, zone_here_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "map-page.toggle-roads", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "map-page.print", NULL);
}

static void
sb_map_page_init (SbMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_map_view_add_card (self->map, self->roads_button);
  add_menu_gesture (self);
  g_signal_connect_object (self->panel, "changed", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
}
