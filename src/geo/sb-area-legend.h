/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-language.h"
#include "sb-map-area.h"

G_BEGIN_DECLS

/* One row of a legend: what a sample is drawn of (sb_area_painter_draw_sample())
 * and what it stands for. */
typedef struct
{
  SbArea area;
  char *text; /* (owned) */
} SbAreaEntry;

/* What there is to explain of @areas (element-type SbMapArea), each thing once:
 * who controls, contests, has influence, by family; that versions disagree; the
 * zones, strongest first. The same for screen and paper. (element-type SbAreaEntry) */
GArray *sb_area_legend_new (GPtrArray *areas,
                            SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
