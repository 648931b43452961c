/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-overlay.h"

G_BEGIN_DECLS

/* Reads what a file draws: GeoJSON, KML, KMZ or GPX, told by what it holds. All
 * geometries are taken: of GPX way-points, routes and tracks. Points outside of the
 * world are left out. Fails with SB_TABLE_ERROR: as sb_table_new() for what cannot be
 * read, SB_TABLE_ERROR_UNKNOWN for what draws nothing, SB_TABLE_ERROR_TOO_LARGE for
 * more than a million points. Any thread; blocks for as long as parsing takes. */
SbOverlay *sb_overlay_read (GBytes *bytes,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
