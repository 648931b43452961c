/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-area-legend.h"
#include "sb-basemap-style.h"
#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbMapLegend:
 *
 * The legend of a map: a row for each thing that is drawn.
 */
#define SB_TYPE_MAP_LEGEND (sb_map_legend_get_type ())

G_DECLARE_FINAL_TYPE (SbMapLegend, sb_map_legend, SB, MAP_LEGEND, GtkWidget)

/* What there is to explain. */
typedef struct
{
  guint event_types; /* bits 1 << SbEventType */
  guint road_states; /* bits 1 << SbRoadState; open roads explain themselves */
  guint disputed_states; /* likewise, of roads whose state is denied or contradicted */
  gboolean has_restrictions;
  gboolean has_cut_off; /* places that cannot be reached */
  SbAreaContents areas;
} SbMapContents;

void sb_map_legend_show (SbMapLegend *self,
                         const SbMapContents *contents,
                         SbBasemapStyle style,
                         SbLanguage language);

G_END_DECLS
