/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-map-contents.h"

G_BEGIN_DECLS

/**
 * SbMapLegend:
 *
 * The legend of a map: a row for each thing that is drawn.
 */
#define SB_TYPE_MAP_LEGEND (sb_map_legend_get_type ())

G_DECLARE_FINAL_TYPE (SbMapLegend, sb_map_legend, SB, MAP_LEGEND, GtkWidget)

/* How wide it is when its lines are as long as they may be, whatever they are now, in
 * logical pixels. */
int sb_map_legend_get_full_width (SbMapLegend *self);

/* What is longer is scrolled. */
void sb_map_legend_set_max_height (SbMapLegend *self,
                                   int max_height);

/* What is on the map in view; what @contents borrows must live as long as it is shown. */
void sb_map_legend_show (SbMapLegend *self,
                         const SbMapContents *contents,
                         SbBasemapStyle style,
                         SbLanguage language);

G_END_DECLS
