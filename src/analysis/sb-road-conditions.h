/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-certainty.h"
#include "sb-road-network.h"
#include "sb-road-state.h"
#include "sb-situation-input.h"

G_BEGIN_DECLS

/**
 * SbRoadConditions:
 *
 * How the roads of a network fare on a day: the state of each leg, and which
 * restrictions lie on it. Immutable and reference counted, safe to share between
 * threads; what it returns lives as long as it does.
 *
 * - A restriction lies on the legs between the two places that it names on a road,
 *   and on no other leg of it. An end that it does not name, or that is not on the
 *   road, is that of the corridor as the catalogue has it.
 * - It also lies on each leg that meets a place which it names, as far as its kind
 *   can (sb_road_state_of_place()); but not for a place on a road that it names:
 *   there the road is what it lies on, and the place what it aims at.
 * - A restriction at a part of a town (a district, a bridge) limits the roads to
 *   the town, however severe it is.
 * - What is named as an area, a region or a country lies on no leg: which roads
 *   are meant is not said.
 *
 * Sources disagree and dates are uncertain: there is one state of a leg for each
 * SbRoadReading.
 */
typedef struct _SbRoadConditions SbRoadConditions;

#define SB_TYPE_ROAD_CONDITIONS (sb_road_conditions_get_type ())

typedef enum
{
  SB_ROAD_READING_ALL, /* all that could be in force, whoever denies it */
  SB_ROAD_READING_UNDENIED, /* without what is denied or contradicted */
  SB_ROAD_READING_SURE, /* and without what need not be in force on that day */
} SbRoadReading;

#define SB_N_ROAD_READINGS (SB_ROAD_READING_SURE + 1)

/* A restriction that could be in force on the day. */
typedef struct
{
  SbRecord *record; /* (owned) */
  SbCertainty certainty; /* of being in force on the day */
  gboolean is_denied; /* somebody is named as denying it, on that day or before */
  gboolean is_contradicted; /* an extract of that day or before speaks against it */
} SbRoadRestriction;

/* What one of them does to one leg. */
typedef struct
{
  const SbRoadRestriction *restriction;
  SbRoadState state;
} SbRoadBurden;

GType sb_road_conditions_get_type (void);

/* Of @input the restrictions are read, with their evidence, the places (for what is
 * part of what), and the figures about corridors. Borrows nothing of it. */
SbRoadConditions *sb_road_conditions_new (SbRoadNetwork *network,
                                          SbSituationInput *input,
                                          int day) G_GNUC_WARN_UNUSED_RESULT;
SbRoadConditions *sb_road_conditions_ref (SbRoadConditions *self);
void sb_road_conditions_unref (SbRoadConditions *self);

SbRoadNetwork *sb_road_conditions_get_network (const SbRoadConditions *self);
int sb_road_conditions_get_day (const SbRoadConditions *self);

/* The states of all legs (SbRoadState), by leg. */
const guint8 *sb_road_conditions_get_states (const SbRoadConditions *self,
                                             SbRoadReading reading);
/* What lies on a leg (element-type SbRoadBurden), the worst first. */
const GArray *sb_road_conditions_get_burdens (const SbRoadConditions *self,
                                              guint leg);
/* All that could be in force on the day, whether it lies on a road or not
 * (element-type SbRoadRestriction). */
const GPtrArray *sb_road_conditions_get_restrictions (const SbRoadConditions *self);

/* What is said in figures of the roads (element-type SbRecord). */
const GPtrArray *sb_road_conditions_get_figures (const SbRoadConditions *self);

/* Whether it counts when the conditions are read so. */
gboolean sb_road_restriction_counts (const SbRoadRestriction *self,
                                     SbRoadReading reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRoadConditions, sb_road_conditions_unref)

G_END_DECLS
