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
