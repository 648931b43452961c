/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-conditions.h"
#include "sb-road-way.h"

G_BEGIN_DECLS

/**
 * SbRoadRoute:
 *
 * Whether one gets from one place to another on a day, by which roads, how far it
 * is, and what stands in the way. A leg that is limited or threatened is passed;
 * one that is cut is not. Where sources disagree or dates are uncertain there are
 * several verdicts, each with what it rests on; the strictest comes first.
 */

/* How many ways are looked for beside the shortest. */
#define SB_ROAD_OTHER_WAYS 2

typedef struct
{
  guint readings; /* bits 1 << SbRoadReading: the readings that come to this */
  SbRoadReading reading; /* the first of them */
  SbRoadWay *way; /* (owned) (nullable): the shortest; NULL when none is left */
  GPtrArray *others; /* (owned) (element-type SbRoadWay): the next shortest */
  SbRoadWay *open; /* (owned) (nullable): the shortest on which nothing lies, where
                      that is not the way itself */
  GArray *cut; /* (owned) (element-type guint): the legs that stand in the way: those of
                  the undisturbed way that are cut, and when there is no way, all at
                  which the places that can be reached end */
  GPtrArray *restrictions; /* (owned) (element-type SbRoadRestriction): what it rests
                              on: all that lies on the way or cuts those legs */
} SbRoadVerdict;

typedef struct
{
  SbRoadConditions *conditions; /* (owned) */
  guint from;
  guint to;
  SbRoadWay *usual; /* (owned) (nullable): with no restriction at all */
  GPtrArray *verdicts; /* (owned) (element-type SbRoadVerdict) */
} SbRoadRoute;

SbRoadRoute *sb_road_route_new (SbRoadConditions *conditions,
                                guint from,
                                guint to) G_GNUC_WARN_UNUSED_RESULT;
void sb_road_route_free (SbRoadRoute *self);

/* How much longer than the undisturbed way, in kilometres and as a multiple of
 * it; 0 and 1 when there is no way or no detour. */
double sb_road_route_get_detour_km (const SbRoadRoute *self,
                                    const SbRoadVerdict *verdict);
double sb_road_route_get_detour_ratio (const SbRoadRoute *self,
                                       const SbRoadVerdict *verdict);

/* The worst state on the way of a verdict; SB_ROAD_CUT when there is none. */
SbRoadState sb_road_verdict_get_state (const SbRoadVerdict *self,
                                       const SbRoadConditions *conditions);

/* What makes that state (element-type SbRoadRestriction): of what lies on the way only
 * what is as bad as its worst leg; where there is no way, what cuts, that on the
 * undisturbed way first. A limit on a way that somebody else threatens is no ground of
 * the threat. */
GPtrArray *sb_road_verdict_list_grounds (const SbRoadVerdict *self,
                                         const SbRoadConditions *conditions) G_GNUC_WARN_UNUSED_RESULT;

/* What cuts the undisturbed way where another is taken for it (element-type
 * SbRoadRestriction): the grounds of a detour. */
GPtrArray *sb_road_verdict_list_closures (const SbRoadVerdict *self,
                                          const SbRoadConditions *conditions) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRoadRoute, sb_road_route_free)

/* A part of a way that is one road, in one state, under the same restrictions. */
typedef struct
{
  const SbRoad *road; /* (nullable) */
  guint first; /* of the places of the way */
  guint last;
  double km;
  gboolean is_estimated;
  SbRoadState state;
  GPtrArray *restrictions; /* (owned) (element-type SbRoadRestriction), the worst first */
} SbRoadSection;

/* The sections of @way as @reading has it (element-type SbRoadSection). */
GPtrArray *sb_road_list_sections (const SbRoadConditions *conditions,
                                  const SbRoadWay *way,
                                  SbRoadReading reading) G_GNUC_WARN_UNUSED_RESULT;

/* The legs that stand in the way, as ways: those of one road that follow each
 * other are one (element-type SbRoadWay). */
GPtrArray *sb_road_list_cuts (const SbRoadRoute *self,
                              const SbRoadVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SbRoadCutOff:
 *
 * A place that cannot be reached from where it is asked from, and could be if no
 * restriction were in force.
 */
typedef struct
{
  guint place;
  guint readings; /* bits 1 << SbRoadReading in which it is cut off */
  GPtrArray *restrictions; /* (owned) (element-type SbRoadRestriction): that cut the legs
                              around it and what it can still reach */
} SbRoadCutOff;

/* The places of @country (NULL for all) that are cut off from every one of
 * @sources: first those that are so whatever is denied, the largest of them first
 * (element-type SbRoadCutOff). */
GPtrArray *sb_road_list_cut_off (SbRoadConditions *conditions,
                                 const guint *sources,
                                 guint n_sources,
                                 const char *country) G_GNUC_WARN_UNUSED_RESULT;

/* Those of every country that are cut off from its capital; those of all
 * countries that are cut off from every port. */
GPtrArray *sb_road_list_cut_off_from_capitals (SbRoadConditions *conditions) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sb_road_list_cut_off_from_ports (SbRoadConditions *conditions) G_GNUC_WARN_UNUSED_RESULT;

/* The ways from the ports that are said to serve a landlocked capital to it, the
 * nearest port of the undisturbed network first (element-type SbRoadRoute). */
GPtrArray *sb_road_list_ports (SbRoadConditions *conditions,
                               guint capital) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SbRoadShare:
 *
 * A figure that is said of a corridor on which restrictions lie. It is touched,
 * which does not say that it is lost: nobody knows what still passes.
 */
typedef struct
{
  SbRecord *figure; /* (owned) */
  const SbRoad *road;
  SbRoadState state; /* the worst on the road */
  double km; /* of the road */
  double touched_km; /* of the legs on which something lies */
  double cut_km;
} SbRoadShare;

/* (element-type SbRoadShare) */
GPtrArray *sb_road_list_shares (SbRoadConditions *conditions) G_GNUC_WARN_UNUSED_RESULT;

/* Those of the roads that make up a part of the undisturbed way that is worth naming: the
 * last miles into a town are common to many ways (element-type SbRoadShare). */
GPtrArray *sb_road_route_list_shares (const SbRoadRoute *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
