/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the base map looks. LIGHT and DARK are for the window; PRINT is made for
 * a grey laser printer first, with a trace of colour for those that have it. */
typedef enum
{
  SB_BASEMAP_STYLE_LIGHT,
  SB_BASEMAP_STYLE_DARK,
  SB_BASEMAP_STYLE_PRINT,
} SbBasemapStyle;

#define SB_N_BASEMAP_STYLES 3

/* What of it is drawn. */
typedef enum
{
  SB_BASEMAP_GEOMETRY = 1 << 0, /* land, water, borders */
  SB_BASEMAP_LABELS = 1 << 1, /* names and the dots of towns */
  SB_BASEMAP_ALL = SB_BASEMAP_GEOMETRY | SB_BASEMAP_LABELS,
} SbBasemapParts;

G_END_DECLS
