/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-map-way.h"
#include "sb-road-route.h"

G_BEGIN_DECLS

/**
 * SbWayLayer:
 *
 * A way drawn along the roads, with its two ends, and the places that are cut
 * off. It draws and does nothing else.
 */
#define SB_TYPE_WAY_LAYER (sb_way_layer_get_type ())

G_DECLARE_FINAL_TYPE (SbWayLayer, sb_way_layer, SB, WAY_LAYER, ShumateLayer)

SbWayLayer *sb_way_layer_new (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

/* @way: (nullable); @flags: how sure it is (sb_road_route_get_drawn_flags()). */
void sb_way_layer_set_way (SbWayLayer *self,
                           const SbRoadNetwork *network,
                           const SbRoadWay *way,
                           SbMapWayFlags flags);
/* Between which places of the gazetteer the way is, "ml-gao>ml-kidal"; NULL where there is
 * none, or an end that has no key. */
char *sb_way_layer_dup_keys (SbWayLayer *self) G_GNUC_WARN_UNUSED_RESULT;
/* What is said of the way in a line, by language (nullable), for its paper. It goes with
 * the next way that is set. */
void sb_way_layer_set_summary (SbWayLayer *self,
                               const char *const *summary);
/* One end of a way or both, before there is one; NULL for none. */
void sb_way_layer_set_ends (SbWayLayer *self,
                            const SbPosition *from,
                            const SbPosition *to);
/* @places: (nullable) (element-type SbPosition) */
void sb_way_layer_set_cut_off (SbWayLayer *self,
                               GArray *places);
void sb_way_layer_set_map_style (SbWayLayer *self,
                                 SbBasemapStyle style);

/* All that is drawn, as it is painted on paper as well. Borrowed. */
SbMapWay *sb_way_layer_get_way (SbWayLayer *self);
/* What of it is in view. */
SbMapWayParts sb_way_layer_list_parts (SbWayLayer *self);

G_END_DECLS
