/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-chronology.h"

G_BEGIN_DECLS

struct _SbChronology
{
  gatomicrefcount refs;
  SbChronologyOrder order;
  GPtrArray *lanes; /* (owned) (element-type SbChronologyLane) */
  guint n_events;
  gboolean has_days;
  int first_day;
  int last_day;
};

/* Fills the lanes (sb-chronology-lanes.c). */
void _sb_chronology_fill (SbChronology *self,
                          const SbChronologyInput *input);

void _sb_chronology_lane_free (SbChronologyLane *self);

G_END_DECLS
