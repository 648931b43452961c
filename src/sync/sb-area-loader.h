/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-area.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Who holds what on the day @as_of, as areas for a map (sb-held-areas.h): of all
 * controls in the catalogue, of one moment, with what they rest on. @shapes may be
 * NULL. (element-type SbMapArea) Blocks. */
GPtrArray *sb_area_loader_load_held (SbStore *store,
                                     int as_of,
                                     SbRegionShapes *shapes,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The zones of travel advice of that day (sb-zone-areas.h), likewise. */
GPtrArray *sb_area_loader_load_zones (SbStore *store,
                                      int as_of,
                                      SbRegionShapes *shapes,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What weighs on places on that day, for the signs of a map
 * (sb-restriction-areas.h), likewise. */
GPtrArray *sb_area_loader_load_restrictions (SbStore *store,
                                             int as_of,
                                             SbRegionShapes *shapes,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
