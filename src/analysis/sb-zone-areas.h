/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-held-areas.h"

G_BEGIN_DECLS

/* Of @zones (element-type SbRecord, of %SB_KIND_ZONE, the newest first) those that could
 * stand on the day @as_of, without what their issuer replaced: the newest of one issuer
 * for one place. (element-type SbRecord) */
GPtrArray *sb_zones_list_standing (GPtrArray *zones,
                                   int as_of) G_GNUC_WARN_UNUSED_RESULT;

/* The zones of travel advice @zones (element-type SbRecord, of %SB_KIND_ZONE, the
 * newest first) that could stand on the day @as_of, as areas to be drawn: one for
 * each place that has a position or a shape. What an issuer said of a place before
 * is left out; of several issuers the strongest advice is drawn, and all of them are
 * among the lines. Choosing an area selects the zone, or the place when there are
 * several. @lookup finds places. (element-type SbMapArea) */
GPtrArray *sb_zone_areas_new (GPtrArray *zones,
                              int as_of,
                              SbRegionShapes *shapes,
                              SbRecordLookup lookup,
                              gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
