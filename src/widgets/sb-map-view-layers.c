/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-view-private.h"

#include "sb-map-layer.h"
#include "sb-overlay-layer.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* Of the ways in the panel: below the drawings, as they are on the map. */
#define WAYS_POSITION 2

static SbBasemapStyle
get_style (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? SB_BASEMAP_STYLE_DARK : SB_BASEMAP_STYLE_LIGHT;
}

static gboolean
is_shown (gpointer layer)
{
  return gtk_widget_get_visible (GTK_WIDGET (layer));
}

static void
add_overlays (SbMapView *self,
              SbMapContents *contents)
{
  SbMapFrame frame = sb_painted_layer_get_view (self->overlay_layer);

  if (is_shown (self->overlay_layer) && frame.scale > 0)
    sb_map_contents_add_overlays (contents, self->overlays, &frame);
}

/* Of what is drawn in view, and of nothing else. */
void
_sb_map_view_update_legend (SbMapView *self)
{
  SbMapContents contents;

  /* They are compared byte by byte. */
  memset (&contents, 0, sizeof contents);
  if (self->show_legend)
    {
      if (is_shown (self->layer))
        contents.events = sb_event_layer_get_contents (self->layer);
      if (is_shown (self->roads))
        contents.roads = sb_road_layer_get_contents (self->roads);
      if (is_shown (self->way))
        contents.way = sb_way_layer_list_parts (self->way);
      if (is_shown (self->painted_drawings))
        contents.drawings = sb_drawing_layer_get_contents (self->drawings);
      add_overlays (self, &contents);
      sb_area_layer_add_contents (self->control, &contents.areas);
      sb_area_layer_add_contents (self->zones, &contents.areas);
      sb_area_layer_add_contents (self->signs, &contents.areas);
    }

  sb_map_legend_show (self->legend, &contents, get_style (), sb_language_get_interface ());
}

static gboolean
update_legend_in_idle (gpointer data)
{
  SbMapView *self = data;

  self->legend_source = 0;
  _sb_map_view_update_legend (self);
  return G_SOURCE_REMOVE;
}

/* Layers tell while they draw, when no widget may change; and a map that is moved tells
 * many times. */
static void
update_legend_later (SbMapView *self)
{
  if (self->legend_source == 0)
    self->legend_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, update_legend_in_idle, self, NULL);
}

static void
show_overlays (SbMapView *self)
{
  sb_overlay_layer_show (self->overlay_layer, self->overlays, get_style ());
}

void
_sb_map_view_update_style (SbMapView *self)
{
  show_overlays (self);
  sb_event_layer_set_map_style (self->layer, get_style ());
  sb_area_layer_set_map_style (self->control, get_style ());
  sb_area_layer_set_map_style (self->zones, get_style ());
  sb_area_layer_set_map_style (self->signs, get_style ());
  sb_road_layer_set_map_style (self->roads, get_style ());
  sb_way_layer_set_map_style (self->way, get_style ());
  sb_drawing_layer_set_map_style (self->drawings, get_style ());
  sb_map_tiles_set_style (self->tiles, get_style (), gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  _sb_map_view_update_legend (self);
}

/* Whoever takes a tool wants to see what it does. */
static void
tool_changed_cb (SbMapView *self)
{
  if (sb_drawing_layer_get_tool (self->drawings) == SB_DRAWING_TOOL_NONE)
    return;

  sb_map_view_show_layer (self, "drawings");
  gtk_widget_grab_focus (GTK_WIDGET (self->drawings));
}

/* Drawings lie over the ground and below the events; what has the pointer while one
 * draws lies over all. */
static void
add_drawings (SbMapView *self,
              ShumateViewport *viewport)
{
  self->painted_drawings = sb_painted_layer_new (viewport);
  self->drawings = sb_drawing_layer_new (viewport, self->painted_drawings);
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->painted_drawings), SHUMATE_LAYER (self->layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->drawings));
  g_signal_connect_object (self->drawings, "notify::tool", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
insert_layer (SbMapView *self,
              guint position,
              SbMapLayer *layer,
              gpointer widget)
{
  g_list_store_insert (self->layers, position, layer);
  sb_map_layer_tie (layer, GTK_WIDGET (widget));
  g_signal_connect_object (layer, "notify::visible", G_CALLBACK (_sb_map_view_update_legend), self, G_CONNECT_SWAPPED);
}

static void
add_layer (SbMapView *self,
           const char *id,
           const char *name,
           gboolean visible,
           gpointer widget)
{
  g_autoptr (SbMapLayer) layer = sb_map_layer_new (id, name, visible);

  insert_layer (self, g_list_model_get_n_items (G_LIST_MODEL (self->layers)), layer, widget);
}

/* The entries of the panel, the topmost first. */
static void
list_layers (SbMapView *self)
{
  self->layers = g_list_store_new (SB_TYPE_MAP_LAYER);
  add_layer (self, "events", _ ("Events"), TRUE, self->layer);
  add_layer (self, "drawings", _ ("Drawings"), TRUE, self->painted_drawings);
  /* What is being drawn is seen as strongly as ever. */
  g_object_bind_property (self->painted_drawings, "visible", self->drawings, "visible", G_BINDING_SYNC_CREATE);
  add_layer (self, "roads", _ ("Roads and restrictions"), TRUE, self->roads);
  g_object_bind_property (self->roads, "visible", self->signs, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->roads, "opacity", self->signs, "opacity", G_BINDING_SYNC_CREATE);
  add_layer (self, "overlays", _ ("Overlays"), TRUE, self->overlay_layer);
  add_layer (self, "zones", _ ("Travel zones"), FALSE, self->zones);
  add_layer (self, "control", _ ("Control"), TRUE, self->control);
  sb_map_layer_panel_set_layers (self->layer_panel, G_LIST_MODEL (self->layers));
}

/* The lowest first. */
static void
stack_layers (SbMapView *self)
{
  ShumateLayer *stack[] = {
    SHUMATE_LAYER (self->control),
    SHUMATE_LAYER (self->zones),
    SHUMATE_LAYER (self->overlay_layer),
    SHUMATE_LAYER (self->signs),
    SHUMATE_LAYER (self->roads),
    SHUMATE_LAYER (self->way),
    SHUMATE_LAYER (self->layer),
  };

  for (guint i = 0; i < G_N_ELEMENTS (stack); i++)
    shumate_map_add_layer (self->map, stack[i]);
}

void
_sb_map_view_add_layers (SbMapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  self->overlay_layer = sb_painted_layer_new (viewport);
  self->control = sb_area_layer_new (viewport, _ ("Who holds what"));
  self->zones = sb_area_layer_new (viewport, _ ("Travel zones"));
  self->signs = sb_area_layer_new (viewport, _ ("Blockades and other restrictions"));
  self->roads = sb_road_layer_new (viewport);
  self->way = sb_way_layer_new (viewport);
  self->layer = sb_event_layer_new (self->map);
  stack_layers (self);
  add_drawings (self, viewport);
  g_signal_connect_object (self->layer, "drawn", G_CALLBACK (update_legend_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (update_legend_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->painted_drawings, "painted", G_CALLBACK (update_legend_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->way, "changed", G_CALLBACK (_sb_map_view_update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roads, "changed", G_CALLBACK (_sb_map_view_update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "changed", G_CALLBACK (_sb_map_view_update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zones, "changed", G_CALLBACK (_sb_map_view_update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->signs, "changed", G_CALLBACK (_sb_map_view_update_legend), self, G_CONNECT_SWAPPED);
  list_layers (self);
  self->tiles = sb_map_tiles_new (self->map, SHUMATE_LAYER (self->control));
}

void
_sb_map_view_set_session_of_layers (SbMapView *self,
                                    SbSession *session)
{
  sb_area_layer_set_session (self->control, session);
  sb_area_layer_set_session (self->zones, session);
  sb_area_layer_set_session (self->signs, session);
  sb_drawing_layer_set_session (self->drawings, session);
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

void
sb_map_view_list_ways (SbMapView *self)
{
  g_autoptr (SbMapLayer) layer = NULL;

  g_return_if_fail (SB_IS_MAP_VIEW (self));

  layer = sb_map_layer_new ("ways", _ ("Way between two places"), TRUE);
  insert_layer (self, WAYS_POSITION, layer, self->way);
}

void
sb_map_view_show_layer (SbMapView *self,
                        const char *id)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (id != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->layers)); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (G_LIST_MODEL (self->layers), i);

      if (g_str_equal (sb_map_layer_get_id (layer), id))
        sb_map_layer_set_visible (layer, TRUE);
    }
}

GListStore *
sb_map_view_get_layers (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->layers;
}

GPtrArray *
sb_map_view_get_overlays (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->overlays;
}

void
sb_map_view_set_overlays (SbMapView *self,
                          GPtrArray *overlays)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  g_clear_pointer (&self->overlays, g_ptr_array_unref);
  self->overlays = overlays != NULL ? g_ptr_array_ref (overlays) : NULL;
  show_overlays (self);
  _sb_map_view_update_legend (self);
}

SbDrawingLayer *
sb_map_view_get_drawings (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->drawings;
}
