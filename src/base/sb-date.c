/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-date.h"

#include <string.h>

#include "sb-date-private.h"

#define SECONDS_PER_DAY 86400
#define DAYS_PER_ERA    146097 /* of 400 years, in the Gregorian calendar */

/* The sub-year groupings of ISO 8601-2 for the seasons of the north. */
#define SEASON_FIRST      21
#define SEASON_LAST       24
#define MONTHS_PER_SEASON 3

struct _SbDate
{
  char *edtf; /* (owned) */
  char *wording; /* (owned) (nullable) */
  gboolean is_interval;
  SbDatePoint start;
  SbDatePoint end; /* as start unless is_interval */
};

/* What is left of an expression to read. */
typedef struct
{
  const char *at;
  const char *end;
} Scanner;

G_DEFINE_BOXED_TYPE (SbDate, sb_date, sb_date_ref, sb_date_unref)

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year,
               int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

static int
last_day_of_month (int year,
                   int month)
{
  return sb_day_from_ymd (year, month, days_in_month (year, month));
}

static gboolean
scan_char (Scanner *scanner,
           char c)
{
  if (scanner->at == scanner->end || *scanner->at != c)
    return FALSE;

  scanner->at++;

  return TRUE;
}

static gboolean
scan_text (Scanner *scanner,
           const char *text)
{
  gsize length = strlen (text);

  if ((gsize) (scanner->end - scanner->at) < length ||
      strncmp (scanner->at, text, length) != 0)
    return FALSE;

  scanner->at += length;

  return TRUE;
}

static gboolean
scan_digits (Scanner *scanner,
             guint n,
             int *value)
{
  int sum = 0;

  if (scanner->end - scanner->at < n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (scanner->at[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value (scanner->at[i]);
    }

  scanner->at += n;
  *value = sum;

  return TRUE;
}

static void
point_set (SbDatePoint *point,
           int first,
           int last,
           SbDatePrecision precision)
{
  point->is_known = TRUE;
  point->is_open = FALSE;
  point->first = first;
  point->last = last;
  point->precision = precision;
}

static void
point_set_unknown (SbDatePoint *point,
                   gboolean is_open)
{
  point->is_known = FALSE;
  point->is_open = is_open;
  point->first = SB_DATE_DAY_MIN;
  point->last = SB_DATE_DAY_MAX;
  point->precision = SB_DATE_PRECISION_INTERVAL;
  point->qualifier = SB_DATE_CERTAIN;
}

static void
point_set_season (SbDatePoint *point,
                  int year,
                  int season)
{
  int first_month = MONTHS_PER_SEASON * (season - SEASON_FIRST + 1);
  int last_month = first_month + MONTHS_PER_SEASON - 1;
  int last_year = year;

  if (last_month > 12)
    {
      last_month -= 12;
      last_year++;
    }

  point_set (point,
             sb_day_from_ymd (year, first_month, 1),
             last_day_of_month (last_year, last_month),
             SB_DATE_PRECISION_SEASON);
}

/* What follows the hyphen after a month: a day, or XX. */
static gboolean
scan_day (Scanner *scanner,
          int year,
          int month,
          SbDatePoint *point)
{
  int day;

  if (scan_text (scanner, "XX"))
    return TRUE;

  if (!scan_digits (scanner, 2, &day) || day < 1 || day > days_in_month (year, month))
    return FALSE;

  day = sb_day_from_ymd (year, month, day);
  point_set (point, day, day, SB_DATE_PRECISION_DAY);

  return TRUE;
}

/* What follows the hyphen after a year: a month and perhaps a day, a season,
 * or XX. */
static gboolean
scan_month (Scanner *scanner,
            int year,
            SbDatePoint *point)
{
  int month;

  if (scan_text (scanner, "XX"))
    {
      scan_text (scanner, "-XX");
      return TRUE;
    }

  if (!scan_digits (scanner, 2, &month))
    return FALSE;

  if (month >= SEASON_FIRST && month <= SEASON_LAST)
    {
      point_set_season (point, year, month);
      return TRUE;
    }

  if (month < 1 || month > 12)
    return FALSE;

  point_set (point,
             sb_day_from_ymd (year, month, 1),
             last_day_of_month (year, month),
             SB_DATE_PRECISION_MONTH);

  return !scan_char (scanner, '-') || scan_day (scanner, year, month, point);
}

static gboolean
scan_century (Scanner *scanner,
              SbDatePoint *point)
{
  int century;

  if (!scan_digits (scanner, 2, &century) || !scan_text (scanner, "XX"))
    return FALSE;

  point_set (point,
             sb_day_from_ymd (century * 100, 1, 1),
             sb_day_from_ymd (century * 100 + 99, 12, 31),
             SB_DATE_PRECISION_CENTURY);

  return TRUE;
}

static gboolean
scan_date (Scanner *scanner,
           SbDatePoint *point)
{
  int tens, units, year;

  if (!scan_digits (scanner, 3, &tens))
    return scan_century (scanner, point);

  if (scan_char (scanner, 'X'))
    {
      point_set (point,
                 sb_day_from_ymd (tens * 10, 1, 1),
                 sb_day_from_ymd (tens * 10 + 9, 12, 31),
                 SB_DATE_PRECISION_DECADE);
      return TRUE;
    }

  if (!scan_digits (scanner, 1, &units))
    return FALSE;

  year = tens * 10 + units;
  point_set (point,
             sb_day_from_ymd (year, 1, 1),
             sb_day_from_ymd (year, 12, 31),
             SB_DATE_PRECISION_YEAR);

  return !scan_char (scanner, '-') || scan_month (scanner, year, point);
}

static SbDateQualifier
scan_qualifier (Scanner *scanner)
{
  if (scan_char (scanner, '?'))
    return SB_DATE_UNCERTAIN;
  if (scan_char (scanner, '~'))
    return SB_DATE_APPROXIMATE;
  if (scan_char (scanner, '%'))
    return SB_DATE_UNCERTAIN | SB_DATE_APPROXIMATE;

  return SB_DATE_CERTAIN;
}

/* Reads the whole of @text up to @end as a date with its qualifier. */
static gboolean
parse_point (const char *text,
             const char *end,
             SbDatePoint *point)
{
  Scanner scanner = { text, end };

  if (!scan_date (&scanner, point))
    return FALSE;

  point->qualifier = scan_qualifier (&scanner);

  return scanner.at == end;
}

/* Reads an end of an interval, which may be open ("..") or unknown (""). */
static gboolean
parse_interval_end (const char *text,
                    const char *end,
                    SbDatePoint *point)
{
  gboolean is_open = end - text == 2 && strncmp (text, "..", 2) == 0;

  if (text == end || is_open)
    {
      point_set_unknown (point, is_open);
      return TRUE;
    }

  return parse_point (text, end, point);
}

static gboolean
parse_edtf (SbDate *self,
            const char *edtf)
{
  const char *slash = strchr (edtf, '/');
  const char *end = edtf + strlen (edtf);

  self->is_interval = slash != NULL;

  if (!self->is_interval)
    {
      if (!parse_point (edtf, end, &self->start))
        return FALSE;

      self->end = self->start;
      return TRUE;
    }

  return parse_interval_end (edtf, slash, &self->start) &&
         parse_interval_end (slash + 1, end, &self->end) &&
         (self->start.is_known || self->end.is_known) &&
         self->start.first <= self->end.last;
}

static void
sb_date_clear (gpointer data)
{
  SbDate *self = data;

  g_free (self->edtf);
  g_free (self->wording);
}

SbDate *
sb_date_new (const char *edtf,
             const char *wording)
{
  g_autoptr (SbDate) self = NULL;

  g_return_val_if_fail (edtf != NULL, NULL);

  self = g_atomic_rc_box_new0 (SbDate);
  if (!parse_edtf (self, edtf))
    return NULL;

  self->edtf = g_strdup (edtf);
  if (wording != NULL && *wording != '\0')
    self->wording = g_strdup (wording);

  return g_steal_pointer (&self);
}

SbDate *
sb_date_new_for_day (int day)
{
  SbDate *self = g_atomic_rc_box_new0 (SbDate);

  self->edtf = sb_day_to_string (day);
  point_set (&self->start, day, day, SB_DATE_PRECISION_DAY);
  self->end = self->start;

  return self;
}

SbDate *
sb_date_ref (SbDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
sb_date_unref (SbDate *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, sb_date_clear);
}

const char *
sb_date_get_edtf (const SbDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->edtf;
}

const char *
sb_date_get_wording (const SbDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->wording;
}

int
sb_date_get_first_day (const SbDate *self)
{
  g_return_val_if_fail (self != NULL, SB_DATE_DAY_MIN);

  return self->start.first;
}

int
sb_date_get_last_day (const SbDate *self)
{
  g_return_val_if_fail (self != NULL, SB_DATE_DAY_MAX);

  return self->end.last;
}

SbDatePrecision
sb_date_get_precision (const SbDate *self)
{
  g_return_val_if_fail (self != NULL, SB_DATE_PRECISION_INTERVAL);

  return self->is_interval ? SB_DATE_PRECISION_INTERVAL : self->start.precision;
}

SbDateQualifier
sb_date_get_qualifier (const SbDate *self)
{
  g_return_val_if_fail (self != NULL, SB_DATE_CERTAIN);

  return self->start.qualifier | self->end.qualifier;
}

gboolean
sb_date_is_open (const SbDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->end.is_open;
}

int
sb_date_compare (const SbDate *a,
                 const SbDate *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  if (a->start.first != b->start.first)
    return a->start.first < b->start.first ? -1 : 1;
  if (a->end.last != b->end.last)
    return a->end.last < b->end.last ? -1 : 1;
  if (sb_date_get_qualifier (a) != sb_date_get_qualifier (b))
    return sb_date_get_qualifier (a) < sb_date_get_qualifier (b) ? -1 : 1;
  if (sb_date_get_precision (a) != sb_date_get_precision (b))
    return sb_date_get_precision (a) < sb_date_get_precision (b) ? -1 : 1;

  return strcmp (a->edtf, b->edtf);
}

gboolean
sb_date_equal (const SbDate *a,
               const SbDate *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return strcmp (a->edtf, b->edtf) == 0 && g_strcmp0 (a->wording, b->wording) == 0;
}

gboolean
sb_date_overlaps (const SbDate *self,
                  int first,
                  int last)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->start.first <= last && self->end.last >= first;
}

const SbDatePoint *
_sb_date_get_start (const SbDate *self)
{
  return &self->start;
}

const SbDatePoint *
_sb_date_get_end (const SbDate *self)
{
  return &self->end;
}

/* Days are counted in years that begin in March, so that the leap day is the
 * last one, and from 0000-03-01, the first day of an era of 400 years. */
#define DAYS_TO_EPOCH    719468
#define DAYS_PER_YEAR    365
#define DAYS_PER_4_YEARS 1461
#define DAYS_PER_CENTURY 36524

int
sb_day_from_ymd (int year,
                 int month,
                 int day)
{
  int era, year_of_era, day_of_year;

  if (month <= 2)
    year--;

  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  /* The months from March on are 31, 30, 31, 30, 31 days long, and again. */
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * DAYS_PER_ERA + year_of_era * DAYS_PER_YEAR + year_of_era / 4 -
         year_of_era / 100 + day_of_year - DAYS_TO_EPOCH;
}

void
sb_day_to_ymd (int days,
               int *year,
               int *month,
               int *day)
{
  int shifted = days + DAYS_TO_EPOCH;
  int era = (shifted >= 0 ? shifted : shifted - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
  int day_of_era = shifted - era * DAYS_PER_ERA;
  int year_of_era, day_of_year, month_from_march;

  year_of_era = (day_of_era - day_of_era / (DAYS_PER_4_YEARS - 1) +
                 day_of_era / DAYS_PER_CENTURY - day_of_era / (DAYS_PER_ERA - 1)) /
                DAYS_PER_YEAR;
  day_of_year = day_of_era - (DAYS_PER_YEAR * year_of_era + year_of_era / 4 -
                              year_of_era / 100);
  month_from_march = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  *year = era * 400 + year_of_era + (*month <= 2);
}

gboolean
sb_day_parse (const char *text,
              int *day)
{
  SbDatePoint point = { FALSE };

  g_return_val_if_fail (day != NULL, FALSE);

  if (text == NULL ||
      !parse_point (text, text + strlen (text), &point) ||
      point.precision != SB_DATE_PRECISION_DAY ||
      point.qualifier != SB_DATE_CERTAIN)
    return FALSE;

  *day = point.first;

  return TRUE;
}

char *
sb_day_to_string (int day)
{
  int year, month, day_of_month;

  sb_day_to_ymd (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

int
sb_day_from_time (gint64 seconds)
{
  gint64 days = seconds / SECONDS_PER_DAY;

  if (seconds % SECONDS_PER_DAY < 0)
    days--;

  return CLAMP (days, SB_DATE_DAY_MIN, SB_DATE_DAY_MAX);
}
