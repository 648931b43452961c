/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-view.h"

G_BEGIN_DECLS

/* Lets files be dropped on @view, which has its menu (sb-map-menu.h) and is in a window
 * of ours. What can be shown on a map is: tiles (MBTiles) become its base map, and of
 * drawings (GeoJSON, KML, KMZ, GPX) the user is asked whether they go over the map or
 * into the catalogue, as data. All else is imported, as it is anywhere on the window. */
void sb_map_drop_attach (SbMapView *view);

/* Takes @files (element-type GFile) as if they had been dropped; FALSE for none. */
gboolean sb_map_drop_take (SbMapView *view,
                           GSList *files);

G_END_DECLS
