/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* How the legs of a road fare under restrictions. A leg is the piece of a
 * corridor between two neighbouring stops; leg i starts at stop i. */

typedef enum
{
  SB_ROAD_OPEN,
  SB_ROAD_LIMITED, /* open with limits: hours, exemptions */
  SB_ROAD_THREATENED, /* open, at the traveller's peril */
  SB_ROAD_CUT,
} SbRoadState;

#define SB_N_ROAD_STATES (SB_ROAD_CUT + 1)

/* The name of a state in files: "open", "limited", "threatened", "cut". */
const char *sb_road_state_get_name (SbRoadState self);

/* What @restriction does to a road that it lies on, and to the roads that meet in
 * a place that it lies on: as it says itself (SB_RESTRICTION_SEVERITY; cut when it
 * does not), but no more than its kind can do to all traffic.
 *
 * - Blockade, embargo, closure: all that they say, on a road and at a place.
 * - Fuel ban: some loads do not pass, others do; limited at most.
 * - Curfew: the road is open by day; limited at most.
 * - Suspension of a service, ban on a company, rule: those whom they concern do
 *   not travel; limited at most on a road that they name, and nothing at a place.
 */
SbRoadState sb_road_state_of_road (SbRecord *restriction);
SbRoadState sb_road_state_of_place (SbRecord *restriction);

/* The first and the last stop of @corridor between which a stretch of a
 * restriction (an item of its list) lies, in the order of the road. An end that
 * is not said, or is no stop of it, is the road's own. FALSE when the stretch is
 * of another road. */
gboolean sb_road_stretch_get_stops (SbRecord *stretch,
                                    SbRecord *corridor,
                                    guint *first,
                                    guint *last);

/* The state of each leg of @corridor under @restrictions (element-type
 * SbRecord), which the caller has chosen for the day: the worst of those that
 * lie on it. A restriction that does not say what it does to the road cuts it.
 * (element-type SbRoadState), one less than there are stops. */
GArray *sb_road_get_leg_states (SbRecord *corridor,
                                GPtrArray *restrictions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
