/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-overlay.h"

G_BEGIN_DECLS

/* What is laid over a map is told apart by one colour and one pattern of dashes each:
 * two of one colour would not be told apart on paper. A tone is taken modulo
 * SB_N_OVERLAY_TONES. */

void _sb_tone_set_colour (cairo_t *cr,
                          SbBasemapStyle style,
                          guint tone,
                          double opacity);

/* @unit: user units in a logical pixel. */
void _sb_tone_set_dashes (cairo_t *cr,
                          guint tone,
                          double unit);

G_END_DECLS
