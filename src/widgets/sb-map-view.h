/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-drawing-layer.h"
#include "sb-event-model.h"
#include "sb-geometry.h"
#include "sb-road-conditions.h"
#include "sb-way-layer.h"

G_BEGIN_DECLS

/**
 * SbMapView:
 *
 * The map: base map, who holds what, zones of travel advice, roads with their
 * restrictions, events; legend, scale, as-of stamp, attribution, and a panel that
 * turns layers on and off. It follows the session and shows the models it is
 * given, computing nothing itself.
 *
 * Beside it, when asked for, stand the events in view or chosen as a list.
 *
 * Properties: "session", "restrictions" (GListModel of SbRecord), "roads"
 * (SbRoadConditions), "held-areas", "travel-zones" (GListModel of SbMapArea),
 * "show-legend" (boolean: it is seen, which on a small map it is not before it is asked
 * for), "wants-legend" (boolean, to be remembered: it is, wherever there is room).
 */
#define SB_TYPE_MAP_VIEW (sb_map_view_get_type ())

G_DECLARE_FINAL_TYPE (SbMapView, sb_map_view, SB, MAP_VIEW, GtkWidget)

GtkWidget *sb_map_view_new (void);

void sb_map_view_set_session (SbMapView *self,
                              SbSession *session);
SbSession *sb_map_view_get_session (SbMapView *self); /* (nullable) */

/* @actors: (nullable) (element-type SbRecord) that events can be restricted to. */
void sb_map_view_set_events (SbMapView *self,
                             SbEventModel *events,
                             GListModel *actors);
/* The roads of the day; (nullable). */
void sb_map_view_set_roads (SbMapView *self,
                            SbRoadConditions *roads);
void sb_map_view_set_restrictions (SbMapView *self,
                                   GListModel *restrictions);

/* Who holds what on the day, and the zones of travel advice.
 * (nullable) (element-type SbMapArea) */
void sb_map_view_set_held_areas (SbMapView *self,
                                 GListModel *areas);
void sb_map_view_set_travel_zones (SbMapView *self,
                                   GListModel *zones);

/* What the signs at places stand for. (nullable) (element-type SbMapArea) */
void sb_map_view_set_restricted_areas (SbMapView *self,
                                       GListModel *areas);

/* The layers as the panel lists them, the topmost first: whoever adds a layer to
 * the map adds its entry. (element-type SbMapLayer) Borrowed. */
GListStore *sb_map_view_get_layers (SbMapView *self);

/* Lists the way between two places among the layers: where it can be asked for. */
void sb_map_view_list_ways (SbMapView *self);

/* Turns the layer @id on, when the user has just asked for something on it. */
void sb_map_view_show_layer (SbMapView *self,
                             const char *id);

/* What lies over the base map: tiles of a server or a file, and whom to name for them;
 * NULL for the base map alone. */
void sb_map_view_set_background (SbMapView *self,
                                 ShumateMapSource *source,
                                 const char *attribution);

/* What is laid over all that is drawn on the ground: (nullable) (element-type
 * SbOverlay), NULL for one that is not to be seen. */
void sb_map_view_set_overlays (SbMapView *self,
                               GPtrArray *overlays);
GPtrArray *sb_map_view_get_overlays (SbMapView *self);

/* What the user chooses base map and overlays from; a button for it shows. */
void sb_map_view_set_ground_menu (SbMapView *self,
                                  GMenuModel *menu);

/* What is wrong with the map, over it; NULL when all is well. */
void sb_map_view_set_notice (SbMapView *self,
                             const char *text);

/* The layer that a way is drawn on; borrowed. */
SbWayLayer *sb_map_view_get_way_layer (SbMapView *self);
/* What is shown at a point of the widget. */
void sb_map_view_get_position (SbMapView *self,
                               double x,
                               double y,
                               SbPosition *position);

/* Borrowed: for who moves the map or lays something on it. */
ShumateMap *sb_map_view_get_map (SbMapView *self);
SbDrawingLayer *sb_map_view_get_drawings (SbMapView *self);

/* Adds a widget over the map, aligned as it says itself, and a button to the column of
 * those of the map. */
void sb_map_view_add_card (SbMapView *self,
                           GtkWidget *card);
void sb_map_view_add_button (SbMapView *self,
                             GtkWidget *button);

/* Gives the keyboard to the events on the map. */
void sb_map_view_focus_events (SbMapView *self);

/* When it was on the screen last, in monotonic time; 0 for never. */
gint64 sb_map_view_get_looked_at (SbMapView *self);

/* What is in view. */
SbBounds sb_map_view_get_bounds (SbMapView *self);

/* Moves the map so that all of @bounds is in view: no closer than where the roads
 * around a place are seen as well. */
void sb_map_view_show_bounds (SbMapView *self,
                              const SbBounds *bounds);
/* The same, as close as the map goes. */
void sb_map_view_go_to_bounds (SbMapView *self,
                               const SbBounds *bounds);

G_END_DECLS
