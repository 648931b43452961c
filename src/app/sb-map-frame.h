/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-export.h"
#include "sb-map-view.h"

G_BEGIN_DECLS

/* What a map of the window shows, as paper shows it. Main thread. */

/* What is in view: the layers that its panel has on and how strongly, what was laid over
 * them and the way that was found. What it points to belongs to the view. */
SbMapInView sb_map_frame_get_view (SbMapView *view);

/* The value of the key @name of a block of a map that is to show what the view shows now:
 * "Extent", "Layers", "Ways", "Period" or "AsOf"; NULL for another one, and where there is
 * nothing in view. */
char *sb_map_frame_dup_key (SbMapView *view,
                            const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The map at or below @widget that was looked at last; NULL for none. */
SbMapView *sb_map_frame_find_view (GtkWidget *widget);

G_END_DECLS
