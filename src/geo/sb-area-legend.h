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

/* What areas have in common: of each thing, the first that there is, borrowed of the
 * areas. All zero: nothing. A plain value. */
typedef struct
{
  guint families; /* bits 1 << SbActorFamily */
  guint zones; /* bits 1 << SbAreaZone */
  const SbArea *contested; /* (nullable) */
  const SbArea *disputed; /* (nullable) */
  const SbAreaHold *influence; /* (nullable) */
  gboolean is_restricted; /* a restriction lies on one of them */
} SbAreaContents;

void sb_area_contents_add (SbAreaContents *self,
                           const SbArea *area);
void sb_area_contents_join (SbAreaContents *self,
                            const SbAreaContents *other);

/* What there is to explain, each thing once: the families that have ground; how what
 * is contested, influence and versions that disagree are drawn, where there are any;
 * the zones, strongest first. The same for screen and paper.
 * (element-type SbAreaEntry) */
GArray *sb_area_legend_new (const SbAreaContents *contents,
                            SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
