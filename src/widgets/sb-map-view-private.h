/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-view.h"

#include "sb-area-layer.h"
#include "sb-event-layer.h"
#include "sb-event-tools.h"
#include "sb-map-credit.h"
#include "sb-map-layer-panel.h"
#include "sb-map-legend.h"
#include "sb-map-tiles.h"
#include "sb-road-layer.h"

G_BEGIN_DECLS

/* What the files of the view share. */

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
  SbPaintedLayer *painted_drawings; /* of map */
  SbDrawingLayer *drawings; /* of map */
  GtkWidget *overlay;
  GtkOverlay *canvas; /* the map, and what lies over it */
  GtkBox *buttons;
  GtkLabel *stamp;
  SbMapCredit *attribution;
  GtkLabel *notice;
  GtkMenuButton *ground_button;
  SbMapLegend *legend;
  ShumateScale *scale;
  SbEventTools *tools;
  GtkRevealer *panel; /* beside the map */
  SbEventList *event_list; /* in it */

  gboolean show_legend; /* it is seen, if there is anything to explain */
  gboolean wants_legend; /* by the user, wherever there is room */
  gboolean asked_for_legend; /* by the user, although there is none */
  gboolean has_legend_room;
  guint legend_source; /* the legend is to be renewed soon */
  guint room_source; /* whether there is room for it is to be looked at soon */
  gint64 looked_at; /* monotonic time when it was seen last; 0 for never */
  gboolean was_fitted; /* the map was moved to its events once */
  guint fit_source;
  SbBounds awaited; /* what is to be shown once there is room */
  double awaited_closest;
  gboolean is_awaiting;
};

/* The layers and their entries in the panel; sb-map-view-layers.c. */
void _sb_map_view_add_layers (SbMapView *self);
/* All of them in the style that the window has. */
void _sb_map_view_update_style (SbMapView *self);
void _sb_map_view_update_legend (SbMapView *self);
void _sb_map_view_set_session_of_layers (SbMapView *self,
                                         SbSession *session);

/* Whether there is a legend; sb-map-view-legend.c. */
/* The map was given a size. */
void _sb_map_view_follow_size (SbMapView *self);
/* What is remembered: the user wants it wherever there is room. */
void _sb_map_view_want_legend (SbMapView *self,
                               gboolean is_wanted);
/* The user asks for it here and now, or puts it away. */
void _sb_map_view_ask_for_legend (SbMapView *self,
                                  gboolean is_asked);

/* Where the map is; sb-map-view-extent.c. */
void _sb_map_view_class_install_zoom (GtkWidgetClass *klass);
void _sb_map_view_accept_scrolling (SbMapView *self);
void _sb_map_view_show_start (SbMapView *self);
void _sb_map_view_show_first_events (SbMapView *self);

G_END_DECLS
