/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-context.h"
#include "sb-map-view.h"

G_BEGIN_DECLS

/* From now on @view has a menu of the base map and the overlays of @context, shows those
 * that are chosen, and can be exported. Main thread. */
void sb_map_menu_attach (SbContext *context,
                         SbMapView *view);

/* Lays a file over a map that has its menu, and moves the map there; or makes it its base
 * map. What is wrong with it is said in the window. */
void sb_map_menu_add_overlay (SbMapView *view,
                              GFile *file);
void sb_map_menu_add_background (SbMapView *view,
                                 GFile *file);

G_END_DECLS
