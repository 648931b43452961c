/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-overlay.h"
#include "sb-painted-layer.h"

G_BEGIN_DECLS

/* Makes @layer show @overlays (nullable) (element-type SbOverlay, NULL for one that
 * is not to be seen), the first at the bottom; each has the tone of its place. The
 * array may not be changed any more. */
void sb_overlay_layer_show (SbPaintedLayer *layer,
                            GPtrArray *overlays,
                            SbBasemapStyle style);

G_END_DECLS
