/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbTimeScale:
 *
 * Days laid out along a line. A plain value.
 */
typedef struct
{
  int first_day;
  int last_day; /* included */
  double start; /* where the first day begins; logical pixels */
  double length; /* of all days; more than 0 */
} SbTimeScale;

/* Where a day begins; the day after the last one is the end of the line. */
double sb_time_scale_get_position (const SbTimeScale *self,
                                   int day);

/* The day at a position, kept within the line. */
int sb_time_scale_get_day (const SbTimeScale *self,
                           double position);

/* The ticks that fit: months, quarters or years, so that none is closer than
 * @spacing to the next. Days of beginnings, in order. (element-type int) */
GArray *sb_time_scale_get_ticks (const SbTimeScale *self,
                                 double spacing) G_GNUC_WARN_UNUSED_RESULT;

/* What stands at a tick: the year for a January, else the short month. */
char *sb_time_scale_format_tick (int day,
                                 SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* The same day @months later (or earlier), or the last one of that month. */
int sb_day_add_months (int day,
                       int months);

G_END_DECLS
