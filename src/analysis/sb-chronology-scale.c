/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-chronology-scale.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sb-date.h"
#include "sb-translate.h"

/* Years beyond these are not drawn: a calendar has no others. */
#define FIRST_YEAR 1
#define LAST_YEAR  9999

typedef enum
{
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_WEEK, /* begins on a Monday */
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

/* The steps that a reader can follow, and the fewest days that each takes. */
static const struct
{
  Unit unit;
  int n;
  double days;
} steps[] = {
  { UNIT_HOUR, 1, 1 / 24.0 },
  { UNIT_HOUR, 3, 3 / 24.0 },
  { UNIT_HOUR, 6, 6 / 24.0 },
  { UNIT_HOUR, 12, 12 / 24.0 },
  { UNIT_DAY, 1, 1 },
  { UNIT_DAY, 2, 2 },
  { UNIT_WEEK, 1, 7 },
  { UNIT_MONTH, 1, 28 },
  { UNIT_MONTH, 3, 90 },
  { UNIT_MONTH, 6, 181 },
  { UNIT_YEAR, 1, 365 },
  { UNIT_YEAR, 2, 730 },
  { UNIT_YEAR, 5, 1826 },
  { UNIT_YEAR, 10, 3652 },
  { UNIT_YEAR, 50, 18262 },
  { UNIT_YEAR, 100, 36524 },
  { UNIT_YEAR, 1000, 365242 },
};

static const char *const month_names[] = {
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

double
sb_chronology_scale_get_position (const SbChronologyScale *self,
                                  double time)
{
  return (time - self->first) * self->per_day;
}

double
sb_chronology_scale_get_time (const SbChronologyScale *self,
                              double position)
{
  return self->first + position / self->per_day;
}

SbChronologyScale
sb_chronology_scale_fit (int first,
                         int last,
                         double length,
                         double margin)
{
  double n_days = MAX ((double) last - first + 1, 1);
  double inner = MAX (length - 2 * margin, 1);
  double per_day = CLAMP (inner / n_days, SB_CHRONOLOGY_LEAST_PER_DAY, SB_CHRONOLOGY_MOST_PER_DAY);

  /* Where the scale cannot show so few or so many days, their middle is in the middle. */
  return (SbChronologyScale) { first + n_days / 2 - length / 2 / per_day, per_day };
}

SbChronologyScale
sb_chronology_scale_zoom (const SbChronologyScale *self,
                          double factor,
                          double position)
{
  double time = sb_chronology_scale_get_time (self, position);
  double per_day = CLAMP (self->per_day * factor, SB_CHRONOLOGY_LEAST_PER_DAY, SB_CHRONOLOGY_MOST_PER_DAY);

  return (SbChronologyScale) { time - position / per_day, per_day };
}

static void
clear_tick (gpointer data)
{
  g_free (((SbChronologyTick *) data)->label);
}

static const char *
get_month (SbLanguage language,
           int month)
{
  return sb_translate_context (language, "month", month_names[month - 1]);
}

/* Takes @label over. */
static void
add_tick (GArray *ticks,
          double at,
          gboolean is_major,
          char *label)
{
  const SbChronologyTick tick = { at, is_major, label };

  g_array_append_val (ticks, tick);
}

/* A day whole, where larger units begin or nothing else stands: "12 Apr 2026". */
static char *
format_day (int day,
            gboolean with_year,
            SbLanguage language)
{
  int year;
  int month;
  int day_of_month;

  sb_day_to_ymd (day, &year, &month, &day_of_month);
  if (with_year)
    /* Translators: a day of a time line: the day of the month, the short month, the year. */
    return g_strdup_printf (sb_translate_context (language, "time line", "%d %s %d"), day_of_month, get_month (language, month), year);

  /* Translators: a day of a time line: the day of the month, the short month. */
  return g_strdup_printf (sb_translate_context (language, "time line", "%d %s"), day_of_month, get_month (language, month));
}

static void
add_hours (GArray *ticks,
           double from,
           double to,
           int step,
           SbLanguage language)
{
  for (gint64 hour = (gint64) ceil (from * 24 / step) * step; hour <= (gint64) floor (to * 24); hour += step)
    {
      int day = (int) floor ((double) hour / 24);
      int of_day = (int) (hour - (gint64) day * 24);

      if (of_day == 0)
        add_tick (ticks, day, TRUE, format_day (day, TRUE, language));
      else
        /* Translators: an hour of a time line, from 1 to 23. */
        add_tick (ticks, (double) hour / 24, FALSE, g_strdup_printf (sb_translate_context (language, "time line", "%d:00"), of_day));
    }
}

static void
add_days (GArray *ticks,
          double from,
          double to,
          int step,
          int phase,
          SbLanguage language)
{
  int first = (int) ceil (from);
  int offset = (first - phase) % step;

  first += offset == 0 ? 0 : offset > 0 ? step - offset
                                        : -offset;
  for (int day = first; day <= to; day += step)
    {
      int year;
      int month;
      int day_of_month;

      sb_day_to_ymd (day, &year, &month, &day_of_month);
      add_tick (ticks, day, day_of_month <= step, format_day (day, day_of_month <= step && month == 1, language));
    }
}

static void
add_months (GArray *ticks,
            double from,
            double to,
            int step,
            SbLanguage language)
{
  int year;
  int month;
  int day;

  sb_day_to_ymd ((int) floor (from), &year, &month, &day);
  for (int total = (year * 12 + month - 1) / step * step;; total += step)
    {
      int at = sb_day_from_ymd (total / 12, total % 12 + 1, 1);

      if (at > to)
        return;
      if (at < from)
        continue;
      if (total % 12 == 0)
        add_tick (ticks, at, TRUE, g_strdup_printf ("%d", total / 12));
      else
        add_tick (ticks, at, FALSE, g_strdup (get_month (language, total % 12 + 1)));
    }
}

static void
add_years (GArray *ticks,
           double from,
           double to,
           int step)
{
  int year;
  int month;
  int day;

  sb_day_to_ymd ((int) floor (from), &year, &month, &day);
  for (year = MAX (year / step * step, FIRST_YEAR); year <= LAST_YEAR; year += step)
    {
      int at = sb_day_from_ymd (year, 1, 1);

      if (at > to)
        return;
      if (at >= from)
        add_tick (ticks, at, year % (step * 10) == 0, g_strdup_printf ("%d", year));
    }
}

GArray *
sb_chronology_scale_get_ticks (const SbChronologyScale *self,
                               double length,
                               double spacing,
                               SbLanguage language)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (SbChronologyTick));
  double from = MAX (self->first, sb_day_from_ymd (FIRST_YEAR, 1, 1));
  double to = MIN (sb_chronology_scale_get_time (self, length), sb_day_from_ymd (LAST_YEAR, 12, 31));
  guint i = 0;

  g_array_set_clear_func (ticks, clear_tick);
  while (i + 1 < G_N_ELEMENTS (steps) && steps[i].days * self->per_day < spacing)
    i++;
  if (from >= to)
    return ticks;

  switch (steps[i].unit)
    {
    case UNIT_HOUR:
      add_hours (ticks, from, to, steps[i].n, language);
      break;

    case UNIT_DAY:
      add_days (ticks, from, to, steps[i].n, 0, language);
      break;

    case UNIT_WEEK:
      /* Day 0 was a Thursday; the Monday before it was day -3. */
      add_days (ticks, from, to, 7, -3, language);
      break;

    case UNIT_MONTH:
      add_months (ticks, from, to, steps[i].n, language);
      break;

    case UNIT_YEAR:
    default:
      add_years (ticks, from, to, steps[i].n);
      break;
    }

  return ticks;
}
