/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-road-conditions.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbRoadFinder:
 *
 * The roads on the as-of day of a session, read in the background: they follow
 * the session and the catalogue, a little behind. Main thread.
 *
 * Signal "changed": there are other conditions, or why there are none.
 */
#define SB_TYPE_ROAD_FINDER (sb_road_finder_get_type ())

G_DECLARE_FINAL_TYPE (SbRoadFinder, sb_road_finder, SB, ROAD_FINDER, GObject)

SbRoadFinder *sb_road_finder_new (SbCatalogue *catalogue,
                                  SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Reads for the first time; to be called when the catalogue is open. Again, it
 * does nothing. */
void sb_road_finder_start (SbRoadFinder *self);

SbRoadConditions *sb_road_finder_get_conditions (SbRoadFinder *self); /* (nullable) */
/* Of the last reading; what was read before stays. */
const GError *sb_road_finder_get_error (SbRoadFinder *self); /* (nullable) */

G_END_DECLS
