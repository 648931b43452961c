/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-network.h"
#include "sb-road-state.h"

G_BEGIN_DECLS

/* Ways through a network. What is compared is a cost, which is the kilometres, and
 * half as much again on tracks (SB_ROAD_TRACK_COST); "shortest" means the least
 * cost. Exact, by Dijkstra's algorithm with a binary heap;
 * several of them by Yen's ("Finding the K shortest loopless paths in a network",
 * Management Science 17, 1971), whose searches are led by the distances to the
 * goal. Any thread. */

/* From places[0] by legs[0] to places[1] and so on. */
typedef struct
{
  guint *places; /* (owned): one more than legs */
  guint *legs; /* (owned) */
  guint n_legs;
  double km;
  double cost;
  gboolean is_estimated; /* a leg of it at least */
  double track_km; /* of the kilometres, those on tracks */
} SbRoadWay;

/* A part of a way that is one road. */
typedef struct
{
  const SbRoad *road; /* (nullable) */
  guint first; /* of the places of the way */
  guint last;
} SbRoadPart;

void sb_road_way_free (SbRoadWay *self);

/* The shortest way over legs whose state in @states (SbRoadState by leg; NULL for
 * all open) is no worse than @worst; NULL when there is none. To where one is
 * there is a way of no leg. */
SbRoadWay *sb_road_way_find (const SbRoadNetwork *network,
                             const guint8 *states,
                             SbRoadState worst,
                             guint from,
                             guint to) G_GNUC_WARN_UNUSED_RESULT;

/* The way from the place @from over @legs, each of which begins where the one
 * before ends. */
SbRoadWay *sb_road_way_new (const SbRoadNetwork *network,
                            const guint *legs,
                            guint n_legs,
                            guint from) G_GNUC_WARN_UNUSED_RESULT;

/* The @most shortest ways that go through no place twice, shortest first
 * (element-type SbRoadWay). */
GPtrArray *sb_road_way_find_several (const SbRoadNetwork *network,
                                     const guint8 *states,
                                     SbRoadState worst,
                                     guint from,
                                     guint to,
                                     guint most) G_GNUC_WARN_UNUSED_RESULT;

/* The cost from the nearest of @sources to each place, HUGE_VAL where no
 * way leads: one for each place of the network. */
double *sb_road_way_measure (const SbRoadNetwork *network,
                             const guint8 *states,
                             SbRoadState worst,
                             const guint *sources,
                             guint n_sources) G_GNUC_WARN_UNUSED_RESULT;

/* The roads of which @self is made: as few as one can name (element-type
 * SbRoadPart). */
GArray *sb_road_way_list_parts (const SbRoadWay *self,
                                const SbRoadNetwork *network) G_GNUC_WARN_UNUSED_RESULT;

gboolean sb_road_way_equal (const SbRoadWay *a,
                            const SbRoadWay *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRoadWay, sb_road_way_free)

G_END_DECLS
