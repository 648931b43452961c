/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-road-lines.h"

G_BEGIN_DECLS

/**
 * SbRoadLayer:
 *
 * The roads as lines from place to place, with the legs that a restriction cuts
 * or threatens, and a sign at each place that one weighs on. Conditions and
 * restrictions are those of the day: whoever sets them chooses.
 *
 * Signal "changed": what the legend has to explain may have changed.
 */
#define SB_TYPE_ROAD_LAYER (sb_road_layer_get_type ())

G_DECLARE_FINAL_TYPE (SbRoadLayer, sb_road_layer, SB, ROAD_LAYER, ShumateLayer)

SbRoadLayer *sb_road_layer_new (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) */
void sb_road_layer_set_conditions (SbRoadLayer *self,
                                   SbRoadConditions *conditions);
/* (nullable) (element-type SbRecord): for the signs at places */
void sb_road_layer_set_restrictions (SbRoadLayer *self,
                                     GListModel *restrictions);
void sb_road_layer_set_map_style (SbRoadLayer *self,
                                  SbBasemapStyle style);

/* What of them is in view, for the legend. */
SbRoadContents sb_road_layer_get_contents (SbRoadLayer *self);

G_END_DECLS
