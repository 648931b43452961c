/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"

G_BEGIN_DECLS

struct _SbBriefingInput
{
  gatomicrefcount ref_count;
  SbRecord *briefing; /* (owned) */
  GPtrArray *records[SB_N_KINDS]; /* (owned) (element-type SbRecord) */
  GHashTable *known; /* (owned) key → (not owned) SbRecord of records */
  GHashTable *evidence; /* (owned) key of the record → (owned) GPtrArray of SbRecord */
  SbBriefingInput *base; /* (owned) (nullable) what it is another state of */
  GHashTable *cited; /* (owned) UUID → (owned) Cited */
  SbRecord *newest; /* (owned) (nullable) */
  guint n_later; /* left out for the data cutoff */
  guint n_hindsight; /* told without one, of later documents */
  SbRecord *place; /* (owned) (nullable) */
  SbRecord *actor; /* (owned) (nullable) */
  SbSituationChanges *changes; /* (owned) (nullable) */
  SbCorrection *correction; /* (owned) (nullable) */
  char *words[SB_N_TEMPLATE_WORDS]; /* (owned) (nullable) */
  GHashTable *roads; /* (owned) day → (owned) SbRoadConditions */
  int first;
  int last;
  int as_of;
  int days[SB_BRIEFING_MAX_DAYS];
  guint n_days;
};

G_END_DECLS
