/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbChronologyScale:
 *
 * Time laid out along a line, from decades to hours. A plain value. Times are days
 * as in sb-date.h with their parts: 20000.25 is six in the morning of day 20000.
 */
typedef struct
{
  double first; /* the time at the beginning of the line */
  double per_day; /* how long a day is, in pixels or points; more than 0 */
} SbChronologyScale;

/* A century in a pixel, and an hour in a hundred of them. */
#define SB_CHRONOLOGY_LEAST_PER_DAY 0.01
#define SB_CHRONOLOGY_MOST_PER_DAY  2400.0

/* One place on the line that is named. */
typedef struct
{
  double at; /* a time */
  gboolean is_major; /* it begins a larger unit than those beside it: a year, a month, a day */
  char *label; /* (owned) */
} SbChronologyTick;

double sb_chronology_scale_get_position (const SbChronologyScale *self,
                                         double time);
double sb_chronology_scale_get_time (const SbChronologyScale *self,
                                     double position);

/* The scale on which the days from @first to @last, both included, take @length, of
 * which @margin at each end is left free. */
SbChronologyScale sb_chronology_scale_fit (int first,
                                           int last,
                                           double length,
                                           double margin);

/* The same time stays at @position while a day becomes @factor times as long, as far
 * as the scale goes. */
SbChronologyScale sb_chronology_scale_zoom (const SbChronologyScale *self,
                                            double factor,
                                            double position);

/* The ticks of the line from 0 to @length, none closer than @spacing to the next:
 * hours, days, weeks, months or years, as they fit. Labels are for reading in
 * @language. (element-type SbChronologyTick) */
GArray *sb_chronology_scale_get_ticks (const SbChronologyScale *self,
                                       double length,
                                       double spacing,
                                       SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
