/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-overlay.h"

G_BEGIN_DECLS

/* Private to this layer: one reader for each kind of text. */

#define SB_OVERLAY_MAX_POINTS 1000000

/* Adds a position to @self if it is on this world; FALSE when there are too many. */
gboolean _sb_overlay_take (SbOverlay *self,
                           double longitude,
                           double latitude);

/* Add all that @text draws; fail with SB_TABLE_ERROR. */
gboolean _sb_overlay_read_json (SbOverlay *self,
                                const char *text,
                                gsize length,
                                GError **error);
gboolean _sb_overlay_read_xml (SbOverlay *self,
                               const char *text,
                               gsize length,
                               GError **error);

/* Says that there are too many points; FALSE. */
gboolean _sb_overlay_set_too_large (GError **error);

G_END_DECLS
