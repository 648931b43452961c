/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-date-point.h"

#include <string.h>

guint
_sb_date_read_year_behind (const SbTokens *tokens,
                           guint index,
                           SbDateWords *words)
{
  guint skipped = _sb_tokens_is (tokens, index, "of") && _sb_tokens_is_joined (tokens, index, 0) ? 1 : 0;
  int year = _sb_date_read_year (tokens, index + skipped);

  if (year == 0 || !_sb_tokens_is_joined (tokens, index + skipped, SB_GAP_COMMA | (skipped == 0 ? SB_GAP_DOT : 0)))
    return 0;

  words->year = year;
  return skipped + 1;
}

/* "25 avril 2026", "1st of May". */
static guint
read_day_month (const SbTokens *tokens,
                guint index,
                SbDateLanguages languages,
                SbDateWords *words)
{
  int day = _sb_date_read_day (tokens, index);
  guint next = index + 1;
  SbMonthLook look;
  int month;

  if (day == 0)
    return 0;
  if (_sb_tokens_is (tokens, next, "of"))
    next++;

  month = _sb_date_read_month (tokens, next, languages, &look);
  if (month == 0 || !_sb_tokens_is_joined (tokens, next, 0))
    return 0;

  words->day = day;
  words->month = month;
  next++;
  return next - index + _sb_date_read_year_behind (tokens, next, words);
}

/* "April 25, 2026", "septembre 15, 2025", "mai 2026", "mai". */
static guint
read_month (const SbTokens *tokens,
            guint index,
            SbDateLanguages languages,
            SbDateWords *words,
            SbMonthLook *look)
{
  int month = _sb_date_read_month (tokens, index, languages, look);
  int day;
  guint n_year;

  if (month == 0)
    return 0;

  words->month = month;
  day = _sb_date_read_day (tokens, index + 1);
  if (day != 0 && _sb_tokens_is_joined (tokens, index + 1, *look == SB_MONTH_SHORT ? SB_GAP_DOT : 0))
    {
      SbMonthLook other;

      n_year = _sb_date_read_year_behind (tokens, index + 2, words);
      /* French writes the day first, but for a stamp with a year. */
      if ((n_year > 0 || _sb_date_read_month (tokens, index, SB_DATE_LANGUAGE_EN, &other) != 0) &&
          _sb_date_read_month (tokens, index + 2, languages, &other) == 0)
        {
          words->day = day;
          *look = SB_MONTH_SURE;
          return 2 + n_year;
        }
      words->year = 0;
    }

  n_year = _sb_date_read_year_behind (tokens, index + 1, words);
  if (n_year > 0)
    *look = SB_MONTH_SURE;
  return 1 + n_year;
}

guint
_sb_date_read_point (const SbTokens *tokens,
                     guint index,
                     SbDateLanguages languages,
                     SbDateWords *words,
                     SbMonthLook *look)
{
  guint n = 0, n_more;

  memset (words, 0, sizeof *words);
  *look = SB_MONTH_SURE;
  words->weekday = _sb_date_read_weekday (tokens, index, languages);
  if (words->weekday != 0)
    {
      n = 1;
      if (!_sb_tokens_is_joined (tokens, index + 1, SB_GAP_COMMA))
        return n;
    }

  n_more = read_day_month (tokens, index + n, languages, words);
  if (n_more == 0)
    n_more = read_month (tokens, index + n, languages, words, look);
  /* "mardi, mai" is nothing. */
  if (n > 0 && n_more > 0 && words->day == 0)
    {
      n_more = 0;
      words->month = words->year = 0;
      *look = SB_MONTH_SURE;
    }

  return n + n_more;
}
