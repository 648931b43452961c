/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-conditions.h"
#include "sb-road-way.h"

G_BEGIN_DECLS

/**
 * SbRoadApproach:
 *
 * A road that leads to a place: from its far end, along all of it. Asked for a
 * capital, they are the roads to it, of which one asks which are open.
 */
typedef struct
{
  const SbRoad *road;
  SbRoadWay *way; /* (owned): from the end of the road to the place */
  SbRoadState states[SB_N_ROAD_READINGS]; /* the worst of its legs, by reading */
  GPtrArray *restrictions; /* (owned) (element-type SbRoadRestriction): all that lie on
                              it, what weighs the most first */
} SbRoadApproach;

/* The roads to @place (element-type SbRoadApproach): a road that goes through it is
 * one from either end; of two of one number and country of which one is a part of
 * the other, it is the longer. Those with a number come first, by number; then by
 * how long they are, the shortest first. Borrows from @conditions. */
GPtrArray *sb_road_list_approaches (const SbRoadConditions *conditions,
                                    guint place) G_GNUC_WARN_UNUSED_RESULT;

/* All that lies on any of @approaches (element-type SbRoadRestriction), each once,
 * in their order. */
GPtrArray *sb_road_list_approach_restrictions (const GPtrArray *approaches) G_GNUC_WARN_UNUSED_RESULT;

/* "cut; leaving out what is denied: limited": what each reading comes to, where it is
 * not what the one before it does. To be freed. */
char *sb_road_approach_describe (const SbRoadApproach *self,
                                 SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
