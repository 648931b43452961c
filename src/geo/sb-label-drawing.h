/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-basemap-scene.h"
#include "sb-label-layout.h"

G_BEGIN_DECLS

/* Draws the names of @layout that the view meets; its zoom must be that of the
 * layout. */
void _sb_label_layout_draw (const SbLabelLayout *layout,
                            cairo_t *cr,
                            const SbBasemapView *view,
                            const SbBasemapPalette *palette);

G_END_DECLS
