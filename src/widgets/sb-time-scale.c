/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-time-scale.h"

#include "sb-date.h"
#include "sb-translate.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *month_names[] = {
  NC_ ("month", "Jan"),
  NC_ ("month", "Feb"),
  NC_ ("month", "Mar"),
  NC_ ("month", "Apr"),
  NC_ ("month", "May"),
  NC_ ("month", "Jun"),
  NC_ ("month", "Jul"),
  NC_ ("month", "Aug"),
  NC_ ("month", "Sep"),
  NC_ ("month", "Oct"),
  NC_ ("month", "Nov"),
  NC_ ("month", "Dec"),
};

/* The steps between ticks that a reader can follow, and the fewest days that
 * each of them takes. */
static const struct
{
  int months;
  int days;
} steps[] = {
  { 1, 28 },
  { 3, 90 },
  { 6, 181 },
  { 12, 365 },
  { 24, 730 },
  { 60, 1826 },
  { 120, 3652 },
};

double
sb_time_scale_get_position (const SbTimeScale *self,
                            int day)
{
  double n_days = self->last_day - self->first_day + 1;

  return self->start + self->length * (day - self->first_day) / n_days;
}

int
sb_time_scale_get_day (const SbTimeScale *self,
                       double position)
{
  double n_days = self->last_day - self->first_day + 1;
  int day = self->first_day + (int) floor ((position - self->start) / self->length * n_days);

  return CLAMP (day, self->first_day, self->last_day);
}

static int
get_days_in_month (int year,
                   int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

int
sb_day_add_months (int day,
                   int months)
{
  int year;
  int month;
  int day_of_month;
  int total;

  sb_day_to_ymd (day, &year, &month, &day_of_month);
  total = year * 12 + month - 1 + months;
  year = total / 12;
  month = total % 12 + 1;
  return sb_day_from_ymd (year, month, MIN (day_of_month, get_days_in_month (year, month)));
}

/* The first beginning of a step on or after the first day. */
static int
get_first_tick (const SbTimeScale *self,
                int step)
{
  int year;
  int month;
  int day;
  int tick;

  sb_day_to_ymd (self->first_day, &year, &month, &day);
  if (step >= 12)
    tick = sb_day_from_ymd (year - year % (step / 12), 1, 1);
  else
    tick = sb_day_from_ymd (year, month - (month - 1) % step, 1);

  while (tick < self->first_day)
    tick = sb_day_add_months (tick, step);

  return tick;
}

/* The smallest step that keeps ticks @spacing apart; months. */
static int
choose_step (const SbTimeScale *self,
             double spacing)
{
  double per_day = self->length / (self->last_day - self->first_day + 1);
  guint last = G_N_ELEMENTS (steps) - 1;

  for (guint i = 0; i < last; i++)
    if (steps[i].days * per_day >= spacing)
      return steps[i].months;

  return steps[last].months * (int) ceil (spacing / (steps[last].days * per_day));
}

GArray *
sb_time_scale_get_ticks (const SbTimeScale *self,
                         double spacing)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (int));
  int step = choose_step (self, spacing);

  for (int tick = get_first_tick (self, step); tick <= self->last_day; tick = sb_day_add_months (tick, step))
    g_array_append_val (ticks, tick);

  return ticks;
}

char *
sb_time_scale_format_tick (int day,
                           SbLanguage language)
{
  int year;
  int month;
  int day_of_month;

  sb_day_to_ymd (day, &year, &month, &day_of_month);
  if (month == 1)
    return g_strdup_printf ("%d", year);

  return g_strdup (sb_translate_context (language, "month", month_names[month - 1]));
}
