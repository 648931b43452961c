/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-geometry.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbMapView:
 *
 * The map: base map, roads with their restrictions, events; legend, scale,
 * as-of stamp, attribution. It follows the session and shows the models it is
 * given, computing nothing itself.
 *
 * Properties: "session", "events", "corridors", "restrictions" (GListModel of
 * SbRecord), "show-legend" (boolean; a small map has no room for it).
 */
#define SB_TYPE_MAP_VIEW (sb_map_view_get_type ())

G_DECLARE_FINAL_TYPE (SbMapView, sb_map_view, SB, MAP_VIEW, GtkWidget)

GtkWidget *sb_map_view_new (void);

void sb_map_view_set_session (SbMapView *self,
                              SbSession *session);
void sb_map_view_set_events (SbMapView *self,
                             GListModel *events);
void sb_map_view_set_corridors (SbMapView *self,
                                GListModel *corridors);
void sb_map_view_set_restrictions (SbMapView *self,
                                   GListModel *restrictions);

/* Gives the keyboard to the events on the map. */
void sb_map_view_focus_events (SbMapView *self);

/* Moves the map so that all of @bounds is in view. */
void sb_map_view_show_bounds (SbMapView *self,
                              const SbBounds *bounds);

G_END_DECLS
