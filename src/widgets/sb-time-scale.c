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

/* The steps between ticks, in months, that a reader can follow. */
static const int steps[] = { 1, 3, 6, 12, 24, 60, 120 };

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

GArray *
sb_time_scale_get_ticks (const SbTimeScale *self,
                         double spacing)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (int));
  double per_month = self->length / (self->last_day - self->first_day + 1) * 30.4;
  guint chosen = 0;

  while (chosen + 1 < G_N_ELEMENTS (steps) && steps[chosen] * per_month < spacing)
    chosen++;

  for (int tick = get_first_tick (self, steps[chosen]); tick <= self->last_day; tick = sb_day_add_months (tick, steps[chosen]))
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
