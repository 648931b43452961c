/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-view.h"

#include "sb-area-layer.h"
#include "sb-date-format.h"
#include "sb-drawing-layer.h"
#include "sb-event-layer.h"
#include "sb-event-tools.h"
#include "sb-map-layer-panel.h"
#include "sb-map-layer.h"
#include "sb-map-legend.h"
#include "sb-map-tiles.h"
#include "sb-mercator.h"
#include "sb-overlay-layer.h"
#include "sb-road-layer.h"
#include "sb-way-layer.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Where the map is when there is nothing to show: the middle of Mali. */
#define START_LATITUDE  15.0
#define START_LONGITUDE -4.0
#define START_ZOOM      4.5

/* How far in the map goes to show a single place. */
#define CLOSEST_FIT 7.0

struct _SbMapView
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  SbEventModel *events; /* (owned) (nullable) */
  SbMapTiles *tiles; /* (owned) */
  GPtrArray *overlays; /* (owned) (nullable) (element-type SbOverlay) */

  ShumateMap *map;
  SbPaintedLayer *overlay_layer; /* of map */
  SbAreaLayer *control; /* of map */
  SbAreaLayer *zones; /* of map */
  SbAreaLayer *signs; /* of map: tells what the signs of the roads stand for */
  SbRoadLayer *roads; /* of map */
  SbWayLayer *way; /* of map */
  SbEventLayer *layer; /* of map */
  GListStore *layers; /* (owned) (element-type SbMapLayer) */
  SbMapLayerPanel *layer_panel;
  SbDrawingLayer *drawings; /* of map */
  GtkWidget *overlay;
  GtkOverlay *canvas; /* the map, and what lies over it */
  GtkBox *buttons;
  GtkLabel *stamp;
  GtkLabel *attribution;
  GtkLabel *notice;
  GtkMenuButton *ground_button;
  SbMapLegend *legend;
  ShumateScale *scale;
  SbEventTools *tools;
  GtkRevealer *panel; /* beside the map */
  SbEventList *event_list; /* in it */

  gboolean show_legend;
  gboolean was_fitted; /* the map was moved to its events once */
  guint fit_source;
};

G_DEFINE_FINAL_TYPE (SbMapView, sb_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ROADS,
  PROP_RESTRICTIONS,
  PROP_HELD_AREAS,
  PROP_TRAVEL_ZONES,
  PROP_SHOW_LEGEND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SbBasemapStyle
get_style (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? SB_BASEMAP_STYLE_DARK : SB_BASEMAP_STYLE_LIGHT;
}

static void
update_tiles (SbMapView *self)
{
  sb_map_tiles_set_style (self->tiles, get_style (), gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static gboolean
is_shown (gpointer layer)
{
  return gtk_widget_get_visible (GTK_WIDGET (layer));
}

static void
update_legend (SbMapView *self)
{
  SbMapContents contents = {
    .event_types = is_shown (self->layer) ? sb_event_layer_get_visible_types (self->layer) : 0,
    .road_states = is_shown (self->roads) ? sb_road_layer_get_states (self->roads) : 0,
    .has_restrictions = is_shown (self->roads) && sb_road_layer_has_signs (self->roads),
  };

  sb_area_layer_add_contents (self->control, &contents.areas);
  sb_area_layer_add_contents (self->zones, &contents.areas);

  if (!self->show_legend)
    contents = (SbMapContents) { 0 };

  sb_map_legend_show (self->legend, &contents, get_style (), sb_language_get_interface ());
}

static gboolean
update_legend_in_idle (gpointer data)
{
  update_legend (data);
  return G_SOURCE_REMOVE;
}

static void
drawn_cb (SbMapView *self)
{
  /* It tells while it draws, when no widget may change. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, update_legend_in_idle, g_object_ref (self), g_object_unref);
}

static void
show_overlays (SbMapView *self)
{
  sb_overlay_layer_show (self->overlay_layer, self->overlays, get_style ());
}

static void
style_changed_cb (SbMapView *self)
{
  show_overlays (self);
  sb_event_layer_set_map_style (self->layer, get_style ());
  sb_area_layer_set_map_style (self->control, get_style ());
  sb_area_layer_set_map_style (self->zones, get_style ());
  sb_road_layer_set_map_style (self->roads, get_style ());
  sb_way_layer_set_map_style (self->way, get_style ());
  sb_drawing_layer_set_map_style (self->drawings, get_style ());
  update_tiles (self);
  update_legend (self);
}

static void
update_stamp (SbMapView *self)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;

  day = sb_day_format (sb_session_get_as_of (self->session), sb_session_get_language (self->session),
                       SB_DATE_STYLE_LONG);
  /* Translators: the day as of which a map shows the situation. */
  text = g_strdup_printf (_ ("As of %s"), day);
  gtk_label_set_label (self->stamp, text);
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
  fit_events (self);
  return G_SOURCE_REMOVE;
}

/* The first events that there are, once there is room for them, are shown. Not
 * at once: it may be called while sizes are given out, when the map must not be
 * moved. */
static void
events_changed_cb (SbMapView *self)
{
  SbEventIndex *index = self->events != NULL ? sb_event_model_get_index (self->events) : NULL;

  if (self->was_fitted || index == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0 ||
      sb_event_index_count (index, sb_event_model_get_filter (self->events)) == 0)
    return;

  self->was_fitted = TRUE;
  self->fit_source = g_idle_add (fit_in_idle, self);
}

static void
zoom_in_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  shumate_map_zoom_in (SB_MAP_VIEW (widget)->map);
}

static void
zoom_out_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  shumate_map_zoom_out (SB_MAP_VIEW (widget)->map);
}

static void
zoom_fit_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  fit_events (SB_MAP_VIEW (widget));
}

static void
sb_map_view_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  SbMapView *self = SB_MAP_VIEW (widget);

  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  events_changed_cb (self);
}

static void
sb_map_view_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (SB_MAP_VIEW (widget)->overlay, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
sb_map_view_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  SbMapView *self = SB_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_SHOW_LEGEND:
      g_value_set_boolean (value, self->show_legend);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_map_view_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  SbMapView *self = SB_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      sb_map_view_set_session (self, g_value_get_object (value));
      break;

    case PROP_ROADS:
      sb_map_view_set_roads (self, g_value_get_boxed (value));
      break;

    case PROP_RESTRICTIONS:
      sb_map_view_set_restrictions (self, g_value_get_object (value));
      break;

    case PROP_HELD_AREAS:
      sb_area_layer_set_areas (self->control, g_value_get_object (value));
      break;

    case PROP_TRAVEL_ZONES:
      sb_area_layer_set_areas (self->zones, g_value_get_object (value));
      break;

    case PROP_SHOW_LEGEND:
      self->show_legend = g_value_get_boolean (value);
      update_legend (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_map_view_dispose (GObject *object)
{
  SbMapView *self = SB_MAP_VIEW (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->events);
  g_clear_object (&self->tiles);
  g_clear_pointer (&self->overlays, g_ptr_array_unref);
  g_clear_object (&self->layers);

  G_OBJECT_CLASS (sb_map_view_parent_class)->dispose (object);
}

static void
sb_map_view_class_init (SbMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_map_view_get_property;
  object_class->set_property = sb_map_view_set_property;
  object_class->dispose = sb_map_view_dispose;
  widget_class->size_allocate = sb_map_view_size_allocate;
  widget_class->measure = sb_map_view_measure;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SB_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROADS] =
    g_param_spec_boxed ("roads", NULL, NULL, SB_TYPE_ROAD_CONDITIONS, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RESTRICTIONS] =
    g_param_spec_object ("restrictions", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HELD_AREAS] =
    g_param_spec_object ("held-areas", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TRAVEL_ZONES] =
    g_param_spec_object ("travel-zones", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_LEGEND] =
    g_param_spec_boolean ("show-legend", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (SHUMATE_TYPE_SCALE);
  g_type_ensure (SB_TYPE_MAP_LEGEND);
  g_type_ensure (SB_TYPE_EVENT_LIST);
  g_type_ensure (SB_TYPE_EVENT_TOOLS);
  g_type_ensure (SB_TYPE_MAP_LAYER_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SbMapView, map);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, layer_panel);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, canvas);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, buttons);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, stamp);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, attribution);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, notice);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, ground_button);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, legend);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, scale);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, tools);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, panel);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, event_list);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_property_action (widget_class, "map.show-legend", "show-legend");
  gtk_widget_class_install_action (widget_class, "map.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "map.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "map.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "map.zoom-fit", NULL);
}

static void
update_attribution (SbMapView *self)
{
  g_autofree char *text = sb_map_tiles_dup_attribution (self->tiles);

  gtk_label_set_label (self->attribution, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->attribution), text);
}

/* Drawings lie over the ground and below the events; what has the pointer while one
 * draws lies over all. */
static void
add_drawings (SbMapView *self,
              ShumateViewport *viewport)
{
  SbPaintedLayer *painted = sb_painted_layer_new (viewport);

  self->drawings = sb_drawing_layer_new (viewport, painted);
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (painted), SHUMATE_LAYER (self->layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->drawings));
}

static void
add_layer (SbMapView *self,
           const char *id,
           const char *name,
           gboolean visible,
           gpointer widget)
{
  g_autoptr (SbMapLayer) layer = sb_map_layer_new (id, name, visible);

  g_list_store_append (self->layers, layer);
  sb_map_layer_tie (layer, GTK_WIDGET (widget));
  g_signal_connect_object (layer, "notify::visible", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
}

/* The entries of the panel, the topmost first. */
static void
list_layers (SbMapView *self)
{
  self->layers = g_list_store_new (SB_TYPE_MAP_LAYER);
  add_layer (self, "events", _ ("Events"), TRUE, self->layer);
  add_layer (self, "roads", _ ("Roads and restrictions"), TRUE, self->roads);
  g_object_bind_property (self->roads, "visible", self->signs, "visible", G_BINDING_SYNC_CREATE);
  add_layer (self, "zones", _ ("Travel zones"), FALSE, self->zones);
  add_layer (self, "control", _ ("Control"), TRUE, self->control);
  sb_map_layer_panel_set_layers (self->layer_panel, G_LIST_MODEL (self->layers));
}

static void
sb_map_view_init (SbMapView *self)
{
  ShumateViewport *viewport;

  self->show_legend = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  viewport = shumate_map_get_viewport (self->map);
  shumate_scale_set_viewport (self->scale, viewport);

  self->overlay_layer = sb_painted_layer_new (viewport);
  self->control = sb_area_layer_new (viewport, _ ("Who holds what"));
  self->zones = sb_area_layer_new (viewport, _ ("Travel zones"));
  self->signs = sb_area_layer_new (viewport, _ ("Blockades and other restrictions"));
  self->roads = sb_road_layer_new (viewport);
  self->way = sb_way_layer_new (viewport);
  self->layer = sb_event_layer_new (self->map);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->control));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->zones));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->overlay_layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->signs));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->roads));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->way));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  add_drawings (self, viewport);
  sb_event_tools_set_layer (self->tools, self->layer, self->panel, self->event_list);
  g_signal_connect_object (self->layer, "drawn", G_CALLBACK (drawn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roads, "changed", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "changed", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zones, "changed", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  list_layers (self);

  self->tiles = sb_map_tiles_new (self->map, SHUMATE_LAYER (self->overlay_layer));
  update_attribution (self);
  style_changed_cb (self);
  shumate_viewport_set_zoom_level (viewport, START_ZOOM);
  shumate_map_center_on (self->map, START_LATITUDE, START_LONGITUDE);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_tiles), NULL);
}

GtkWidget *
sb_map_view_new (void)
{
  return g_object_new (SB_TYPE_MAP_VIEW, NULL);
}

void
sb_map_view_set_session (SbMapView *self,
                         SbSession *session)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  if (!g_set_object (&self->session, session))
    return;

  sb_area_layer_set_session (self->control, session);
  sb_area_layer_set_session (self->zones, session);
  sb_area_layer_set_session (self->signs, session);
  sb_drawing_layer_set_session (self->drawings, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::as-of", G_CALLBACK (update_stamp), self, G_CONNECT_SWAPPED);

  update_stamp (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

SbSession *
sb_map_view_get_session (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->session;
}

void
sb_map_view_set_events (SbMapView *self,
                        SbEventModel *events,
                        GListModel *actors)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  if (self->events == events)
    return;

  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, events_changed_cb, self);

  g_set_object (&self->events, events);
  sb_event_layer_set_model (self->layer, events);
  sb_event_tools_set_model (self->tools, events, actors);
  if (events != NULL)
    g_signal_connect_object (events, "changed", G_CALLBACK (events_changed_cb), self, G_CONNECT_SWAPPED);

  events_changed_cb (self);
}

void
sb_map_view_set_roads (SbMapView *self,
                       SbRoadConditions *roads)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  sb_road_layer_set_conditions (self->roads, roads);
}

SbWayLayer *
sb_map_view_get_way_layer (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->way;
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

void
sb_map_view_set_restrictions (SbMapView *self,
                              GListModel *restrictions)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  sb_road_layer_set_restrictions (self->roads, restrictions);
}

void
sb_map_view_set_held_areas (SbMapView *self,
                            GListModel *areas)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  sb_area_layer_set_areas (self->control, areas);
}

void
sb_map_view_set_travel_zones (SbMapView *self,
                              GListModel *zones)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  sb_area_layer_set_areas (self->zones, zones);
}

void
sb_map_view_set_restricted_areas (SbMapView *self,
                                  GListModel *areas)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  sb_area_layer_set_areas (self->signs, areas);
}

GListStore *
sb_map_view_get_layers (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->layers;
}

void
sb_map_view_set_background (SbMapView *self,
                            ShumateMapSource *source,
                            const char *attribution)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  sb_map_tiles_set_background (self->tiles, source, attribution);
  update_attribution (self);
}

void
sb_map_view_set_overlays (SbMapView *self,
                          GPtrArray *overlays)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  g_clear_pointer (&self->overlays, g_ptr_array_unref);
  self->overlays = overlays != NULL ? g_ptr_array_ref (overlays) : NULL;
  show_overlays (self);
}

void
sb_map_view_set_ground_menu (SbMapView *self,
                             GMenuModel *menu)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  gtk_menu_button_set_menu_model (self->ground_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->ground_button), menu != NULL);
}

void
sb_map_view_set_notice (SbMapView *self,
                        const char *text)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  gtk_label_set_label (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
}

ShumateMap *
sb_map_view_get_map (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->map;
}

SbDrawingLayer *
sb_map_view_get_drawings (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->drawings;
}

void
sb_map_view_add_card (SbMapView *self,
                      GtkWidget *card)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (card));

  gtk_overlay_add_overlay (self->canvas, card);
}

void
sb_map_view_add_button (SbMapView *self,
                        GtkWidget *button)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (button));

  gtk_widget_add_css_class (button, "map-button");
  gtk_box_append (self->buttons, button);
}

void
sb_map_view_focus_events (SbMapView *self)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
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
  ShumateMapSource *source;
  SbBounds grown;
  SbPoint north_west;
  SbPoint south_east;
  SbPosition centre;
  double tile_size;
  double zoom;

  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (bounds != NULL);

  source = shumate_viewport_get_reference_map_source (shumate_map_get_viewport (self->map));
  if (source == NULL)
    return;

  grown = sb_bounds_grow (bounds, 0.15);
  centre = sb_bounds_get_centre (&grown);
  north_west = sb_mercator_project ((SbPosition) { grown.west, grown.north });
  south_east = sb_mercator_project ((SbPosition) { grown.east, grown.south });

  tile_size = shumate_map_source_get_tile_size (source);
  zoom = log2 (MIN (gtk_widget_get_width (GTK_WIDGET (self)) / MAX (south_east.x - north_west.x, 1e-9),
                    gtk_widget_get_height (GTK_WIDGET (self)) / MAX (south_east.y - north_west.y, 1e-9)) /
               tile_size);

  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (shumate_map_get_viewport (self->map), CLAMP (zoom, 2.0, CLOSEST_FIT));
  shumate_map_center_on (self->map, centre.latitude, centre.longitude);
}
