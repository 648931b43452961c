/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-basemap-style.h"
#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbMapLegend:
 *
 * The legend of a map: a row for each type of event that is drawn in view.
 */
#define SB_TYPE_MAP_LEGEND (sb_map_legend_get_type ())

G_DECLARE_FINAL_TYPE (SbMapLegend, sb_map_legend, SB, MAP_LEGEND, GtkWidget)

/* @types: bits 1 << SbEventType. */
void sb_map_legend_show_types (SbMapLegend *self,
                               guint types,
                               SbBasemapStyle style,
                               SbLanguage language);

G_END_DECLS
