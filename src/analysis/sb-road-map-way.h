/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-way.h"
#include "sb-road-route.h"

G_BEGIN_DECLS

/* An answer as it lies on a map, on screen and on paper: the way of the first verdict
 * that has one, sure where it is that of all that could be in force; where none has, the
 * usual one, which is cut. Any thread. */

/* (nullable): of which the line is; NULL where no road leads there at all. */
const SbRoadWay *sb_road_route_get_drawn_way (const SbRoadRoute *self);
SbMapWayFlags sb_road_route_get_drawn_flags (const SbRoadRoute *self);

/* With both ends; never NULL. */
SbMapWay *sb_road_route_create_map_way (const SbRoadRoute *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
