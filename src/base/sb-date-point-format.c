/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-date-point-format-private.h"

#define NBSP    "\u00A0"
#define EN_DASH "\u2013"

#define MONTHS_PER_YEAR    12
#define MONTHS_PER_SEASON  3
#define FIRST_SEASON_MONTH 3 /* of spring */
#define WINTER             3

static const char *const months[SB_N_LANGUAGES][MONTHS_PER_YEAR] = {
  [SB_LANGUAGE_FR] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                       "septembre", "octobre", "novembre", "décembre" },
  [SB_LANGUAGE_EN] = { "January", "February", "March", "April", "May", "June", "July", "August",
                       "September", "October", "November", "December" },
};

static const char *const short_months[SB_N_LANGUAGES][MONTHS_PER_YEAR] = {
  [SB_LANGUAGE_FR] = { "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août",
                       "sept.", "oct.", "nov.", "déc." },
  [SB_LANGUAGE_EN] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
                       "Sep", "Oct", "Nov", "Dec" },
};

/* From spring to winter. */
static const char *const seasons[SB_N_LANGUAGES][4] = {
  [SB_LANGUAGE_FR] = { "printemps", "été", "automne", "hiver" },
  [SB_LANGUAGE_EN] = { "spring", "summer", "autumn", "winter" },
};

static int
get_season (int first_month)
{
  return (first_month - FIRST_SEASON_MONTH) / MONTHS_PER_SEASON;
}

static char *
format_day_number (int day,
                   SbLanguage language)
{
  if (day == 1 && language == SB_LANGUAGE_FR)
    return g_strdup ("1er");

  return g_strdup_printf ("%d", day);
}

static char *
format_numeric_day (int year,
                    int month,
                    int day,
                    SbLanguage language)
{
  if (language == SB_LANGUAGE_FR)
    return g_strdup_printf ("%02d.%02d.%04d", day, month, year);

  return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
}

static char *
format_numeric_month (int year,
                      int month,
                      SbLanguage language)
{
  if (language == SB_LANGUAGE_FR)
    return g_strdup_printf ("%02d.%04d", month, year);

  return g_strdup_printf ("%02d/%04d", month, year);
}

static char *
format_month (int year,
              int month,
              SbLanguage language,
              SbDateStyle style,
              SbDateOmission omission)
{
  const char *name = (style == SB_DATE_STYLE_LONG ? months : short_months)[language][month - 1];

  if (style == SB_DATE_STYLE_NUMERIC)
    return format_numeric_month (year, month, language);
  if (omission != SB_DATE_OMIT_NOTHING)
    return g_strdup (name);

  return g_strdup_printf ("%s" NBSP "%d", name, year);
}

static char *
format_civil_day (int year,
                  int month,
                  int day,
                  SbLanguage language,
                  SbDateStyle style,
                  SbDateOmission omission)
{
  g_autofree char *number = format_day_number (day, language);
  g_autofree char *rest = NULL;

  if (style == SB_DATE_STYLE_NUMERIC)
    return format_numeric_day (year, month, day, language);
  if (omission == SB_DATE_OMIT_MONTH)
    return g_steal_pointer (&number);

  rest = format_month (year, month, language, style, omission);

  return g_strconcat (number, NBSP, rest, NULL);
}

static char *
format_season (int year,
               int first_month,
               SbLanguage language)
{
  int season = get_season (first_month);
  const char *name = seasons[language][season];

  if (season != WINTER)
    return g_strdup_printf ("%s" NBSP "%d", name, year);

  return g_strdup_printf ("%s" NBSP "%d%s%d", name, year,
                          language == SB_LANGUAGE_FR ? "-" : EN_DASH, year + 1);
}

static char *
format_decade (int year,
               SbLanguage language)
{
  if (language == SB_LANGUAGE_FR)
    return g_strdup_printf ("années" NBSP "%d", year);

  return g_strdup_printf ("%ds", year);
}

/* 20XX begins with the year 2000, a year before the century of that name. */
static char *
format_century (int year,
                SbLanguage language)
{
  static const char *const tens[] = { "", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C" };
  static const char *const units[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
  static const char *const endings[] = { "th", "st", "nd", "rd" };
  int number = year / 100 + 1;
  gboolean is_regular = number % 10 > 3 || number / 10 % 10 == 1;

  if (language == SB_LANGUAGE_FR)
    return g_strdup_printf ("%s%s%s" NBSP "siècle", tens[number / 10], units[number % 10], number == 1 ? "er" : "e");

  return g_strdup_printf ("%d%s" NBSP "century", number, endings[is_regular ? 0 : number % 10]);
}

char *
_sb_date_point_format (const SbDatePoint *self,
                       SbLanguage language,
                       SbDateStyle style,
                       SbDateOmission omission)
{
  int year, month, day;

  sb_day_to_ymd (self->first, &year, &month, &day);

  switch (self->precision)
    {
    case SB_DATE_PRECISION_DAY:
      return format_civil_day (year, month, day, language, style, omission);

    case SB_DATE_PRECISION_MONTH:
      return format_month (year, month, language, style, omission);

    case SB_DATE_PRECISION_SEASON:
      return format_season (year, month, language);

    case SB_DATE_PRECISION_DECADE:
      return format_decade (year, language);

    case SB_DATE_PRECISION_CENTURY:
      return format_century (year, language);

    case SB_DATE_PRECISION_YEAR:
    case SB_DATE_PRECISION_INTERVAL:
    default:
      return g_strdup_printf ("%d", year);
    }
}

/* April, August and October: d’avril, d’août, d’octobre. */
static gboolean
starts_with_vowel (int month)
{
  return month == 4 || month == 8 || month == 10;
}

SbDateNoun
_sb_date_point_get_noun (const SbDatePoint *self,
                         SbDateStyle style)
{
  int year, month, day;

  sb_day_to_ymd (self->first, &year, &month, &day);

  switch (self->precision)
    {
    case SB_DATE_PRECISION_DAY:
      return SB_DATE_NOUN_MASCULINE;

    case SB_DATE_PRECISION_MONTH:
      return style != SB_DATE_STYLE_NUMERIC && starts_with_vowel (month) ? SB_DATE_NOUN_VOWEL : SB_DATE_NOUN_BARE;

    case SB_DATE_PRECISION_SEASON:
      return month == FIRST_SEASON_MONTH ? SB_DATE_NOUN_MASCULINE : SB_DATE_NOUN_ELIDED;

    case SB_DATE_PRECISION_DECADE:
      return SB_DATE_NOUN_PLURAL;

    case SB_DATE_PRECISION_CENTURY:
      return SB_DATE_NOUN_CENTURY;

    case SB_DATE_PRECISION_YEAR:
    case SB_DATE_PRECISION_INTERVAL:
    default:
      return SB_DATE_NOUN_BARE;
    }
}
