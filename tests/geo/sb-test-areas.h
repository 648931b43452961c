/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-area.h"

G_BEGIN_DECLS

/* The region or country @key of which all of @holds is said, or a zone. */
SbMapArea *sb_test_area_new (SbRegionShapes *shapes,
                             const char *key,
                             const SbAreaHold *holds,
                             guint n_holds,
                             gboolean is_disputed,
                             SbAreaZone zone) G_GNUC_WARN_UNUSED_RESULT;

/* The same of a town. */
SbMapArea *sb_test_area_new_town (SbPosition position,
                                  const SbAreaHold *holds,
                                  guint n_holds,
                                  gboolean is_disputed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
