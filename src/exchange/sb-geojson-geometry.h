/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-geometry.h"

G_BEGIN_DECLS

/* Where a feature is, as the JSON of RFC 7946, made of arrays of SbPosition. */

/* One point, or several; null for none, which is how a feature is written that has no
 * known position. */
char *_sb_geojson_make_points (GArray *points) G_GNUC_WARN_UNUSED_RESULT;

/* @lines: (element-type GArray) of two points or more. */
char *_sb_geojson_make_lines (GPtrArray *lines) G_GNUC_WARN_UNUSED_RESULT;

/* The area that three points or more go round, either way, its ring not closed. */
char *_sb_geojson_make_area (GArray *points) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
