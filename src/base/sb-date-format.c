/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-date-format.h"

#include "sb-date-private.h"

#define NBSP    "\u00A0"
#define NNBSP   "\u202F"
#define EN_DASH "\u2013"

#define MONTHS_PER_YEAR    12
#define MONTHS_PER_SEASON  3
#define FIRST_SEASON_MONTH 3 /* of spring */
#define WINTER             3

/* What a date does in its sentence. */
typedef enum
{
  ROLE_AROUND,
  ROLE_SINCE,
  ROLE_UNTIL,
  ROLE_BEFORE, /* a day */
  ROLE_BY, /* anything longer, which it can still be in */
  ROLE_ONWARDS,
  ROLE_IN,
  ROLE_NAMED, /* with its article */
  ROLE_FROM,
  ROLE_TO,
  N_ROLES
} Role;

/* How a date takes its preposition. */
typedef enum
{
  NOUN_BARE, /* mai 2025, 2025 */
  NOUN_VOWEL, /* avril 2025 */
  NOUN_MASCULINE, /* le 3 mai, le printemps */
  NOUN_ELIDED, /* l’été */
  NOUN_PLURAL, /* les années 1990 */
  NOUN_CENTURY, /* le XXe siècle, which takes its article in English as well */
  N_NOUNS
} Noun;

/* What is left out of the start of an interval, because its end says it. */
typedef enum
{
  OMIT_NOTHING,
  OMIT_YEAR,
  OMIT_MONTH, /* and the year */
} Omission;

static const char *const prefixes[SB_N_LANGUAGES][N_ROLES][N_NOUNS] = {
  [SB_LANGUAGE_FR] = {
    [ROLE_AROUND] = { "vers ", "vers ", "vers le ", "vers l’", "vers les ", "vers le " },
    [ROLE_SINCE] = { "depuis ", "depuis ", "depuis le ", "depuis l’", "depuis les ", "depuis le " },
    [ROLE_UNTIL] = { "jusqu’en ", "jusqu’en ", "jusqu’au ", "jusqu’à l’", "jusqu’aux ", "jusqu’au " },
    [ROLE_BEFORE] = { "avant ", "avant ", "avant le ", "avant l’", "avant les ", "avant le " },
    [ROLE_BY] = { "au plus tard en ", "au plus tard en ", "au plus tard au ", "au plus tard à l’", "au plus tard dans les ", "au plus tard au " },
    [ROLE_ONWARDS] = { "à partir de ", "à partir d’", "à partir du ", "à partir de l’", "à partir des ", "à partir du " },
    [ROLE_IN] = { "en ", "en ", "au ", "à l’", "dans les ", "au " },
    [ROLE_NAMED] = { "", "", "le ", "l’", "les ", "le " },
    [ROLE_FROM] = { "de ", "d’", "du ", "de l’", "des ", "du " },
    [ROLE_TO] = { "à ", "à ", "au ", "à l’", "aux ", "au " },
  },
  [SB_LANGUAGE_EN] = {
    [ROLE_AROUND] = { "around ", "around ", "around ", "around ", "around the ", "around the " },
    [ROLE_SINCE] = { "since ", "since ", "since ", "since ", "since the ", "since the " },
    [ROLE_UNTIL] = { "until ", "until ", "until ", "until ", "until the ", "until the " },
    [ROLE_BEFORE] = { "before ", "before ", "before ", "before ", "before the ", "before the " },
    [ROLE_BY] = { "by ", "by ", "by ", "by ", "by the ", "by the " },
    [ROLE_ONWARDS] = { "from ", "from ", "from ", "from ", "from the ", "from the " },
    [ROLE_IN] = { "", "", "", "", "the ", "the " },
    [ROLE_NAMED] = { "", "", "", "", "the ", "the " },
    [ROLE_FROM] = { "", "", "", "", "", "" },
    [ROLE_TO] = { "", "", "", "", "", "" },
  },
};

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
              Omission omission)
{
  const char *name = (style == SB_DATE_STYLE_LONG ? months : short_months)[language][month - 1];

  if (style == SB_DATE_STYLE_NUMERIC)
    return format_numeric_month (year, month, language);
  if (omission != OMIT_NOTHING)
    return g_strdup (name);

  return g_strdup_printf ("%s" NBSP "%d", name, year);
}

static char *
format_civil_day (int year,
                  int month,
                  int day,
                  SbLanguage language,
                  SbDateStyle style,
                  Omission omission)
{
  g_autofree char *number = format_day_number (day, language);
  g_autofree char *rest = NULL;

  if (style == SB_DATE_STYLE_NUMERIC)
    return format_numeric_day (year, month, day, language);
  if (omission == OMIT_MONTH)
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

/* The date itself, with neither its preposition nor its qualifier. */
static char *
format_bare (const SbDatePoint *point,
             SbLanguage language,
             SbDateStyle style,
             Omission omission)
{
  int year, month, day;

  sb_day_to_ymd (point->first, &year, &month, &day);

  switch (point->precision)
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

static Noun
get_noun (const SbDatePoint *point,
          SbDateStyle style)
{
  int year, month, day;

  sb_day_to_ymd (point->first, &year, &month, &day);

  switch (point->precision)
    {
    case SB_DATE_PRECISION_DAY:
      return NOUN_MASCULINE;

    case SB_DATE_PRECISION_MONTH:
      return style != SB_DATE_STYLE_NUMERIC && starts_with_vowel (month) ? NOUN_VOWEL : NOUN_BARE;

    case SB_DATE_PRECISION_SEASON:
      return month == FIRST_SEASON_MONTH ? NOUN_MASCULINE : NOUN_ELIDED;

    case SB_DATE_PRECISION_DECADE:
      return NOUN_PLURAL;

    case SB_DATE_PRECISION_CENTURY:
      return NOUN_CENTURY;

    case SB_DATE_PRECISION_YEAR:
    case SB_DATE_PRECISION_INTERVAL:
    default:
      return NOUN_BARE;
    }
}

/* A date that is not an interval. */
static char *
format_single (const SbDatePoint *point,
               SbLanguage language,
               SbDateStyle style)
{
  gboolean is_approximate = (point->qualifier & SB_DATE_APPROXIMATE) != 0;
  gboolean is_uncertain = (point->qualifier & SB_DATE_UNCERTAIN) != 0;
  g_autofree char *bare = format_bare (point, language, style, OMIT_NOTHING);

  return g_strconcat (is_approximate ? prefixes[language][ROLE_AROUND][get_noun (point, style)] : "",
                      bare,
                      is_uncertain ? NBSP "(?)" : "",
                      NULL);
}

/* An end of an interval. French says "environ" after a date that has another
 * preposition already, English "around" before it. */
static char *
format_end (const SbDatePoint *point,
            Role role,
            SbLanguage language,
            SbDateStyle style,
            Omission omission)
{
  gboolean is_approximate = (point->qualifier & SB_DATE_APPROXIMATE) != 0;
  gboolean is_uncertain = (point->qualifier & SB_DATE_UNCERTAIN) != 0;
  g_autofree char *bare = format_bare (point, language, style, omission);
  Noun noun = get_noun (point, style);
  const char *preposition, *before = "", *after = "";

  if (is_approximate && language == SB_LANGUAGE_EN)
    {
      preposition = prefixes[language][role][NOUN_BARE];
      before = prefixes[language][ROLE_AROUND][noun];
    }
  else
    {
      preposition = prefixes[language][role][noun];
      after = is_approximate ? NBSP "environ" : "";
    }

  return g_strconcat (preposition, before, bare, after, is_uncertain ? NBSP "(?)" : "", NULL);
}

static gboolean
is_day_or_month (const SbDatePoint *point)
{
  return point->precision == SB_DATE_PRECISION_DAY || point->precision == SB_DATE_PRECISION_MONTH;
}

static Omission
get_omission (const SbDatePoint *start,
              const SbDatePoint *end,
              SbDateStyle style)
{
  int start_year, start_month, end_year, end_month, day;

  if (style == SB_DATE_STYLE_NUMERIC || start->qualifier != SB_DATE_CERTAIN ||
      !is_day_or_month (start) || !is_day_or_month (end))
    return OMIT_NOTHING;

  sb_day_to_ymd (start->first, &start_year, &start_month, &day);
  sb_day_to_ymd (end->first, &end_year, &end_month, &day);

  if (start_year != end_year)
    return OMIT_NOTHING;
  if (start_month != end_month || start->precision != end->precision)
    return OMIT_YEAR;

  return OMIT_MONTH;
}

/* English sets the dash close between single words: 5–6 May, July–August 2025,
 * 2022–2025. */
static gboolean
takes_close_dash (const SbDatePoint *start,
                  const SbDatePoint *end,
                  Omission omission)
{
  if (start->precision != end->precision || start->qualifier != SB_DATE_CERTAIN)
    return FALSE;

  switch (start->precision)
    {
    case SB_DATE_PRECISION_DAY:
      return omission == OMIT_MONTH;

    case SB_DATE_PRECISION_MONTH:
      return omission == OMIT_YEAR;

    case SB_DATE_PRECISION_YEAR:
    case SB_DATE_PRECISION_DECADE:
      return end->qualifier == SB_DATE_CERTAIN;

    case SB_DATE_PRECISION_SEASON:
    case SB_DATE_PRECISION_CENTURY:
    case SB_DATE_PRECISION_INTERVAL:
    default:
      return FALSE;
    }
}

static char *
format_interval (const SbDatePoint *start,
                 const SbDatePoint *end,
                 SbLanguage language,
                 SbDateStyle style)
{
  Omission omission = get_omission (start, end, style);
  g_autofree char *from = format_end (start, ROLE_FROM, language, style, omission);
  g_autofree char *to = format_end (end, ROLE_TO, language, style, OMIT_NOTHING);
  const char *joint = " ";

  if (language == SB_LANGUAGE_EN)
    joint = takes_close_dash (start, end, omission) ? EN_DASH : NBSP EN_DASH " ";

  return g_strconcat (from, joint, to, NULL);
}

static char *
format_ending_unknown (const SbDatePoint *start,
                       SbLanguage language,
                       SbDateStyle style)
{
  g_autofree char *from = format_end (start, ROLE_ONWARDS, language, style, OMIT_NOTHING);

  return g_strconcat (from, language == SB_LANGUAGE_FR ? ", fin inconnue" : ", end unknown", NULL);
}

static gboolean
is_same (const SbDatePoint *a,
         const SbDatePoint *b)
{
  return a->first == b->first && a->last == b->last && a->qualifier == b->qualifier;
}

/* @before: what an interval without a beginning says of its end. */
static char *
format_points (const SbDatePoint *start,
               const SbDatePoint *end,
               Role before,
               SbLanguage language,
               SbDateStyle style)
{
  if (!end->is_known && !end->is_open)
    return format_ending_unknown (start, language, style);
  if (!end->is_known)
    return format_end (start, ROLE_SINCE, language, style, OMIT_NOTHING);
  if (!start->is_known)
    return format_end (end, before, language, style, OMIT_NOTHING);
  if (is_same (start, end))
    return format_single (start, language, style);

  return format_interval (start, end, language, style);
}

char *
sb_date_format (const SbDate *date,
                SbLanguage language,
                SbDateStyle style)
{
  const SbDatePoint *end;

  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  if (date == NULL)
    return g_strdup ("");

  end = _sb_date_get_end (date);
  return format_points (_sb_date_get_start (date), end,
                        end->precision == SB_DATE_PRECISION_DAY ? ROLE_BEFORE : ROLE_BY,
                        language, style);
}

/* What bounds a moment that is not known: "au plus tôt en 2007", "2007 at the
 * earliest". */
static char *
format_bound (const SbDatePoint *point,
              gboolean is_earliest,
              SbLanguage language,
              SbDateStyle style)
{
  /* "en mai", "au printemps", but "le 3 mai". */
  gboolean is_day = point->precision == SB_DATE_PRECISION_DAY;
  g_autofree char *in = format_end (point, is_day ? ROLE_NAMED : ROLE_IN, language, style, OMIT_NOTHING);

  if (language == SB_LANGUAGE_EN)
    return g_strconcat (in, is_earliest ? " at the earliest" : " at the latest", NULL);

  return g_strconcat (is_earliest ? "au plus tôt " : "au plus tard ", in, NULL);
}

static char *
format_between (const SbDatePoint *start,
                const SbDatePoint *end,
                SbLanguage language,
                SbDateStyle style)
{
  g_autofree char *first = format_end (start, ROLE_NAMED, language, style, get_omission (start, end, style));
  g_autofree char *last = format_end (end, ROLE_NAMED, language, style, OMIT_NOTHING);

  if (language == SB_LANGUAGE_EN)
    return g_strconcat ("between ", first, " and ", last, NULL);

  return g_strconcat ("entre ", first, " et ", last, NULL);
}

/* Between which days a moment was that is known to be in an interval. */
static char *
format_bounds (const SbDate *date,
               SbLanguage language,
               SbDateStyle style)
{
  const SbDatePoint *start = _sb_date_get_start (date);
  const SbDatePoint *end = _sb_date_get_end (date);

  if (!end->is_known)
    return format_bound (start, TRUE, language, style);
  if (!start->is_known)
    return format_bound (end, FALSE, language, style);

  return format_between (start, end, language, style);
}

/* Whether @date is written by one point: it is no interval, or one of which that
 * point is meant. */
static gboolean
is_plain (const SbDate *date)
{
  return sb_date_is_open (date) || is_same (_sb_date_get_start (date), _sb_date_get_end (date));
}

char *
sb_date_format_beginning (const SbDate *since,
                          SbLanguage language,
                          SbDateStyle style)
{
  g_autofree char *bounds = NULL;

  if (since == NULL)
    return g_strdup ("");
  if (is_plain (since))
    return format_single (_sb_date_get_start (since), language, style);
  if (!_sb_date_get_start (since)->is_known)
    return sb_date_format (since, language, style);

  bounds = format_bounds (since, language, style);
  if (_sb_date_get_end (since)->is_known)
    return g_steal_pointer (&bounds);

  return g_strconcat (language == SB_LANGUAGE_FR ? "date inconnue, " : "an unknown date, ", bounds, NULL);
}

char *
sb_date_format_ending (const SbDate *until,
                       SbLanguage language,
                       SbDateStyle style)
{
  if (until != NULL && sb_date_is_open (until))
    return g_strdup (language == SB_LANGUAGE_FR ? "toujours en cours" : "still going on");

  return sb_date_format_beginning (until, language, style);
}

/* "depuis mai 2025", "until an unknown date, 2007 at the earliest". */
static char *
format_side (const SbDate *date,
             Role role,
             SbLanguage language,
             SbDateStyle style)
{
  static const char *const unknown[SB_N_LANGUAGES][2] = {
    [SB_LANGUAGE_FR] = { "depuis une date inconnue, ", "jusqu’à une date inconnue, " },
    [SB_LANGUAGE_EN] = { "since an unknown date, ", "until an unknown date, " },
  };
  g_autofree char *bounds = NULL;

  if (is_plain (date))
    return format_end (_sb_date_get_start (date), role, language, style, OMIT_NOTHING);

  bounds = format_bounds (date, language, style);
  return g_strconcat (unknown[language][role == ROLE_UNTIL], bounds, NULL);
}

char *
sb_date_format_lasting (const SbDate *since,
                        const SbDate *until,
                        SbLanguage language,
                        SbDateStyle style)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *joint;

  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  if (until != NULL && sb_date_is_open (until))
    until = NULL;
  if (since == NULL && until == NULL)
    return g_strdup ("");
  if (until == NULL)
    return format_side (since, ROLE_SINCE, language, style);
  if (since == NULL)
    return format_side (until, ROLE_UNTIL, language, style);
  if (is_plain (since) && is_plain (until))
    return format_points (_sb_date_get_start (since), _sb_date_get_start (until), ROLE_UNTIL, language, style);

  from = format_side (since, ROLE_SINCE, language, style);
  to = format_side (until, ROLE_UNTIL, language, style);
  joint = is_plain (since) ? ", " : language == SB_LANGUAGE_FR ? NNBSP "; "
                                                               : "; ";
  return g_strconcat (from, joint, to, NULL);
}

char *
sb_day_format (int day,
               SbLanguage language,
               SbDateStyle style)
{
  SbDatePoint point = { TRUE, FALSE, day, day, SB_DATE_PRECISION_DAY, SB_DATE_CERTAIN };

  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  return format_single (&point, language, style);
}

char *
sb_period_format (int first,
                  int last,
                  SbLanguage language)
{
  SbDatePoint start = { first > SB_DATE_DAY_MIN, TRUE, first, first, SB_DATE_PRECISION_DAY, SB_DATE_CERTAIN };
  SbDatePoint end = { last < SB_DATE_DAY_MAX, TRUE, last, last, SB_DATE_PRECISION_DAY, SB_DATE_CERTAIN };

  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  if (!start.is_known && !end.is_known)
    return g_strdup ("");

  return format_points (&start, &end, ROLE_UNTIL, language, SB_DATE_STYLE_LONG);
}
