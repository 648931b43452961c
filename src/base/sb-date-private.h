/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"

G_BEGIN_DECLS

/* One end of an interval, or the whole of a date that is not one. */
typedef struct
{
  gboolean is_known; /* FALSE for "..", and for an end left out */
  gboolean is_open; /* TRUE for ".." */
  int first; /* day; SB_DATE_DAY_MIN unless known */
  int last; /* day; SB_DATE_DAY_MAX unless known */
  SbDatePrecision precision;
  SbDateQualifier qualifier;
} SbDatePoint;

/* The ends of an interval; both are the date itself for any other. */
const SbDatePoint *_sb_date_get_start (const SbDate *self);
const SbDatePoint *_sb_date_get_end (const SbDate *self);

G_END_DECLS
