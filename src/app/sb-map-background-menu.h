/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-backgrounds.h"

G_BEGIN_DECLS

/* From now on @view shows the background that is chosen, and a menu to choose from, to
 * add to and to remove from. Main thread. */
void sb_map_background_menu_attach (SbMapBackgrounds *backgrounds,
                                    SbMapView *view);

G_END_DECLS
