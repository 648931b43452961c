/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-date-phrase.h"

#include <limits.h>
#include <stdlib.h>

/* A text tells of what is to come as well, but not of much: a day without a year
 * that would be more than this far ahead is one of the year before. */
#define MOST_AHEAD 75

static gboolean
is_empty (const SbDateWords *words)
{
  return words->year == 0 && words->month == 0 && words->day == 0 && words->season == 0 && words->decade == 0;
}

static int
count_days_of_month (int year,
                     int month)
{
  return month == 12 ? 31 : sb_day_from_ymd (year, month + 1, 1) - sb_day_from_ymd (year, month, 1);
}

/* 1 Monday to 7 Sunday; day 0 was a Thursday. */
static int
get_weekday (int day)
{
  return (((day + 3) % 7) + 7) % 7 + 1;
}

/* The day of which @words is in @year: its first. -1 << 30 for none (30 February). */
static gboolean
get_day (const SbDateWords *words,
         int year,
         int *day)
{
  int month = words->season != 0 ? (words->season - 21) * 3 + 3 : MAX (words->month, 1);

  if (words->day > count_days_of_month (year, month))
    return FALSE;

  *day = sb_day_from_ymd (year, month, MAX (words->day, 1));
  return TRUE;
}

/* The year of what is said without one. */
static int
find_year_with_weekday (const SbDateWords *words,
                        int weekday,
                        int turn,
                        const SbDateContext *context)
{
  int reference_year, month, day_of_month, best = 0, best_distance = INT_MAX;

  if (!context->is_known)
    return 0;

  sb_day_to_ymd (context->reference, &reference_year, &month, &day_of_month);
  for (int year = reference_year - 2; year <= reference_year + (context->is_guessed ? 5 : 1); year++)
    {
      int day, ahead, distance;

      if (!get_day (words, year, &day) || (weekday != 0 && get_weekday (day) != weekday))
        continue;
      ahead = day - context->reference;
      if ((turn < 0 && ahead > 0) || (turn > 0 && ahead < 0))
        continue;
      /* Of a text that was written at that time or later, what is nearest. */
      if (turn == 0 && !context->is_guessed && ahead > MOST_AHEAD)
        continue;
      distance = abs (ahead);
      if (distance < best_distance)
        {
          best = year;
          best_distance = distance;
        }
    }

  return best;
}

static int
find_year (const SbDateWords *words,
           int turn,
           const SbDateContext *context)
{
  int year = 0;

  /* "jeudi 13 novembre" is of a year in which that was a Thursday. */
  if (words->weekday != 0 && words->day != 0)
    year = find_year_with_weekday (words, words->weekday, turn, context);

  return year != 0 ? year : find_year_with_weekday (words, 0, turn, context);
}

/* Writes @value in so many digits. Returns where the next one goes. */
static char *
write_digits (char *place,
              int value,
              guint n_digits)
{
  for (guint i = n_digits; i > 0; i--, value /= 10)
    place[i - 1] = (char) ('0' + value % 10);

  return place + n_digits;
}

static char *
format_words (const SbDateWords *words)
{
  char text[sizeof "2026-05-15"], *end = text;
  int month = words->season != 0 ? words->season : words->month;

  if (words->decade != 0)
    return g_strdup_printf ("%03dX", words->decade / 10);
  if (words->half != 0)
    return g_strdup_printf ("%04d-%02d/%04d-%02d", words->year, words->half * 6 - 5, words->year, words->half * 6);
  if (words->quarter != 0)
    return g_strdup_printf ("%04d-%02d/%04d-%02d", words->year, words->quarter * 3 - 2, words->year, words->quarter * 3);

  end = write_digits (end, words->year, 4);
  if (month != 0)
    {
      *end++ = '-';
      end = write_digits (end, month, 2);
    }
  if (words->day != 0 && words->season == 0)
    {
      *end++ = '-';
      end = write_digits (end, words->day, 2);
    }
  return g_strndup (text, (gsize) (end - text));
}

/* The beginning, the middle and the end of a year are its thirds; those of a month
 * are the month. */
static char *
format_part (const SbDateWords *words,
             SbDatePart part)
{
  int first = part == SB_DATE_PART_EARLY ? 1 : part == SB_DATE_PART_MIDDLE ? 5
                                                                           : 9;

  if (part == SB_DATE_PART_ALL || words->month != 0 || words->year == 0)
    return format_words (words);
  return g_strdup_printf ("%04d-%02d/%04d-%02d", words->year, first, words->year, first + 3);
}

/* The day, month or year that is so many units from @day. */
static char *
format_distance (int day,
                 SbDateUnit unit,
                 int n_units)
{
  int year, month, day_of_month, months;

  switch (unit)
    {
    case SB_DATE_UNIT_DAY:
      return sb_day_to_string (day + n_units);

    case SB_DATE_UNIT_WEEK:
      {
        int monday = day - (get_weekday (day) - 1) + 7 * n_units;
        g_autofree char *first = sb_day_to_string (monday);
        g_autofree char *last = sb_day_to_string (monday + 6);

        return g_strdup_printf ("%s/%s", first, last);
      }

    case SB_DATE_UNIT_MONTH:
      sb_day_to_ymd (day, &year, &month, &day_of_month);
      months = year * 12 + month - 1 + n_units;
      return g_strdup_printf ("%04d-%02d", months / 12, months % 12 + 1);

    case SB_DATE_UNIT_YEAR:
    case SB_DATE_UNIT_NONE:
    default:
      sb_day_to_ymd (day, &year, &month, &day_of_month);
      return g_strdup_printf ("%04d", year + n_units);
    }
}

static char *
resolve_distance (const SbDatePhrase *phrase,
                  const SbDateContext *context)
{
  if (phrase->from_last)
    return context->last != INT_MIN ? format_distance (context->last, phrase->unit, phrase->n_units) : NULL;

  return context->is_known ? format_distance (context->reference, phrase->unit, phrase->n_units) : NULL;
}

/* The day of the week nearest to that of the document, before it unless said. */
static char *
resolve_weekday (const SbDatePhrase *phrase,
                 const SbDateContext *context)
{
  int weekday, back;

  /* Of a text whose day is a guess, the weekday says nothing. */
  if (!context->is_known || context->is_guessed)
    return NULL;

  weekday = get_weekday (context->reference);
  back = (weekday - phrase->from.weekday + 7) % 7;
  if (phrase->turn > 0)
    return sb_day_to_string (context->reference + (back == 0 ? 7 : 7 - back));
  return sb_day_to_string (context->reference - (phrase->turn < 0 && back == 0 ? 7 : back));
}

/* "la nuit de samedi à dimanche" */
static char *
resolve_night (const SbDatePhrase *phrase,
               const SbDateContext *context)
{
  g_autofree char *first = resolve_weekday (phrase, context), *last = NULL;
  int day;

  if (first == NULL || !sb_day_parse (first, &day))
    return NULL;

  last = sb_day_to_string (day + 1);
  return g_strdup_printf ("%s/%s", first, last);
}

/* The year of a half or quarter that is said without one: of the last one that had
 * begun. */
static int
find_year_of_span (const SbDateWords *words,
                   const SbDateContext *context)
{
  int month = words->half != 0 ? words->half * 6 - 5 : words->quarter * 3 - 2, year, today, day;

  if (!context->is_known || context->is_guessed)
    return 0;

  sb_day_to_ymd (context->reference, &year, &today, &day);
  return today < month ? year - 1 : year;
}

static char *
resolve_range (const SbDatePhrase *phrase,
               const SbDateContext *context)
{
  SbDateWords from = phrase->from, to = phrase->to;
  g_autofree char *first = NULL, *last = NULL;

  if (to.year == 0)
    to.year = find_year (&to, phrase->turn, context);
  if (to.year == 0)
    return NULL;
  if (from.year == 0)
    from.year = from.month > to.month ? to.year - 1 : to.year;

  first = format_words (&from);
  last = format_words (&to);
  return g_strdup_printf ("%s/%s", first, last);
}

static char *
resolve (const SbDatePhrase *phrase,
         const SbDateContext *context)
{
  SbDateWords words = phrase->from;
  g_autofree char *text = NULL;

  if (phrase->unit != SB_DATE_UNIT_NONE)
    return resolve_distance (phrase, context);
  if (!is_empty (&phrase->to))
    return resolve_range (phrase, context);
  if (is_empty (&words))
    {
      if (words.half == 0 && words.quarter == 0)
        {
          if (phrase->to.weekday != 0)
            return resolve_night (phrase, context);
          text = words.weekday != 0 ? resolve_weekday (phrase, context) : NULL;
          return text != NULL && phrase->is_open ? g_strdup_printf ("%s/..", text) : g_steal_pointer (&text);
        }
      words.year = find_year_of_span (&words, context);
      return words.year != 0 ? format_words (&words) : NULL;
    }

  if (words.year == 0 && words.decade == 0)
    words.year = find_year (&words, phrase->turn, context);
  if (words.year == 0 && words.decade == 0)
    return NULL;

  text = format_part (&words, phrase->part);
  if (phrase->is_open && g_utf8_strchr (text, -1, '/') == NULL)
    return g_strdup_printf ("%s/..", text);
  return g_steal_pointer (&text);
}

char *
_sb_date_phrase_resolve (const SbDatePhrase *phrase,
                         SbDateContext *context)
{
  g_autofree char *text = resolve (phrase, context);
  g_autoptr (SbDate) date = text != NULL ? sb_date_new (text, NULL) : NULL;

  /* 30 February and the like are no dates. */
  if (date == NULL)
    {
      /* What comes next is counted from a day that is not known. */
      if (phrase->from.weekday != 0 || phrase->from.day != 0)
        context->last = INT_MIN;
      return NULL;
    }

  if (sb_date_get_precision (date) == SB_DATE_PRECISION_DAY ||
      sb_date_get_precision (date) == SB_DATE_PRECISION_INTERVAL)
    context->last = sb_date_get_first_day (date);
  /* A week after a month is no week. */
  else if (phrase->unit == SB_DATE_UNIT_NONE)
    context->last = INT_MIN;
  return g_steal_pointer (&text);
}
