/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-date-format.h"

#include "sb-date-point-format-private.h"

#define NBSP    "\u00A0"
#define NNBSP   "\u202F"
#define EN_DASH "\u2013"

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

static const char *const prefixes[SB_N_LANGUAGES][N_ROLES][SB_DATE_N_NOUNS] = {
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

/* A date that is not an interval. */
static char *
format_single (const SbDatePoint *point,
               SbLanguage language,
               SbDateStyle style)
{
  gboolean is_approximate = (point->qualifier & SB_DATE_APPROXIMATE) != 0;
  gboolean is_uncertain = (point->qualifier & SB_DATE_UNCERTAIN) != 0;
  g_autofree char *bare = _sb_date_point_format (point, language, style, SB_DATE_OMIT_NOTHING);

  return g_strconcat (is_approximate ? prefixes[language][ROLE_AROUND][_sb_date_point_get_noun (point, style)] : "",
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
            SbDateOmission omission)
{
  gboolean is_approximate = (point->qualifier & SB_DATE_APPROXIMATE) != 0;
  gboolean is_uncertain = (point->qualifier & SB_DATE_UNCERTAIN) != 0;
  g_autofree char *bare = _sb_date_point_format (point, language, style, omission);
  SbDateNoun noun = _sb_date_point_get_noun (point, style);
  const char *preposition, *before = "", *after = "";

  if (is_approximate && language == SB_LANGUAGE_EN)
    {
      preposition = prefixes[language][role][SB_DATE_NOUN_BARE];
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

static SbDateOmission
get_omission (const SbDatePoint *start,
              const SbDatePoint *end,
              SbDateStyle style)
{
  int start_year, start_month, end_year, end_month, day;

  if (style == SB_DATE_STYLE_NUMERIC || start->qualifier != SB_DATE_CERTAIN ||
      !is_day_or_month (start) || !is_day_or_month (end))
    return SB_DATE_OMIT_NOTHING;

  sb_day_to_ymd (start->first, &start_year, &start_month, &day);
  sb_day_to_ymd (end->first, &end_year, &end_month, &day);

  if (start_year != end_year)
    return SB_DATE_OMIT_NOTHING;
  if (start_month != end_month || start->precision != end->precision)
    return SB_DATE_OMIT_YEAR;

  return SB_DATE_OMIT_MONTH;
}

/* English sets the dash close between single words: 5–6 May, July–August 2025,
 * 2022–2025. */
static gboolean
takes_close_dash (const SbDatePoint *start,
                  const SbDatePoint *end,
                  SbDateOmission omission)
{
  if (start->precision != end->precision || start->qualifier != SB_DATE_CERTAIN)
    return FALSE;

  switch (start->precision)
    {
    case SB_DATE_PRECISION_DAY:
      return omission == SB_DATE_OMIT_MONTH;

    case SB_DATE_PRECISION_MONTH:
      return omission == SB_DATE_OMIT_YEAR;

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
format_ends (const SbDatePoint *start,
             const SbDatePoint *end,
             SbLanguage language,
             SbDateStyle style)
{
  SbDateOmission omission = get_omission (start, end, style);
  g_autofree char *from = format_end (start, ROLE_FROM, language, style, omission);
  g_autofree char *to = format_end (end, ROLE_TO, language, style, SB_DATE_OMIT_NOTHING);
  const char *joint = " ";

  if (language == SB_LANGUAGE_EN)
    joint = takes_close_dash (start, end, omission) ? EN_DASH : NBSP EN_DASH " ";

  return g_strconcat (from, joint, to, NULL);
}

/* What is approximate at both ends is said to be so once: "d’avril à mai 2026
 * environ", "around April–May 2026". */
static char *
format_interval (const SbDatePoint *start,
                 const SbDatePoint *end,
                 SbLanguage language,
                 SbDateStyle style)
{
  SbDatePoint bare_start = *start;
  SbDatePoint bare_end = *end;
  g_autofree char *ends = NULL;

  if (start->qualifier != SB_DATE_APPROXIMATE || end->qualifier != SB_DATE_APPROXIMATE)
    return format_ends (start, end, language, style);

  bare_start.qualifier = SB_DATE_CERTAIN;
  bare_end.qualifier = SB_DATE_CERTAIN;
  ends = format_ends (&bare_start, &bare_end, language, style);
  if (language == SB_LANGUAGE_EN)
    return g_strconcat (prefixes[language][ROLE_AROUND][_sb_date_point_get_noun (&bare_start, style)], ends, NULL);

  return g_strconcat (ends, NBSP "environ", NULL);
}

static char *
format_ending_unknown (const SbDatePoint *start,
                       SbLanguage language,
                       SbDateStyle style)
{
  g_autofree char *from = format_end (start, ROLE_ONWARDS, language, style, SB_DATE_OMIT_NOTHING);

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
    return format_end (start, ROLE_SINCE, language, style, SB_DATE_OMIT_NOTHING);
  if (!start->is_known)
    return format_end (end, before, language, style, SB_DATE_OMIT_NOTHING);
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
  g_autofree char *in = format_end (point, is_day ? ROLE_NAMED : ROLE_IN, language, style, SB_DATE_OMIT_NOTHING);

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
  g_autofree char *last = format_end (end, ROLE_NAMED, language, style, SB_DATE_OMIT_NOTHING);

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
    return format_end (_sb_date_get_start (date), role, language, style, SB_DATE_OMIT_NOTHING);

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
