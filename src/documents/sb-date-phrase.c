/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-date-phrase.h"

#include "sb-date-point.h"
#include "sb-date-vocabulary.h"

#include <string.h>

/* Articles and the like between the parts of a date. */
#define ARTICLES " le la les l the "

/* Behind these, a month or year of several meanings is one. */
#define MONTH_CUES                                                                                                   \
  " en de d des depuis du mois au in of since by until till last next this during early late mid before after from " \
  "through between and et "
#define YEAR_CUES                                                                                                     \
  " en de depuis des du avant apres vers jusqu l annee an in since by of from until till before after during around " \
  "year circa late early debut fin mi courant entre between "

/* What is counted: a number before one of these is no year. */
#define COUNTED                                                                                                         \
  " hommes soldats morts personnes combattants habitants euros dollars francs fcfa km kilometres metres tonnes ecoles " \
  "familles menages deplaces refugies civils victimes milliards millions men soldiers people troops dead fighters "     \
  "civilians tons tonnes kilometers kilometres metres meters houses families schools refugees displaced "

static gboolean
is_empty (const SbDateWords *words)
{
  return words->year == 0 && words->month == 0 && words->day == 0 && words->season == 0 && words->decade == 0;
}

static guint
skip_articles (const SbTokens *tokens,
               guint index)
{
  return _sb_tokens_is_any (tokens, index, ARTICLES) ? index + 1 : index;
}

/* "29.04.2026", "18/11/2025", "2026-04-29". */
static gboolean
read_numeric (const SbTokens *tokens,
              guint index,
              SbDatePhrase *phrase)
{
  int first = _sb_tokens_get_number (tokens, index, 4), second = _sb_tokens_get_number (tokens, index + 1, 2), third;
  guint gap;

  if (first < 0 || second < 1 || index + 2 >= tokens->n_tokens)
    return FALSE;

  gap = tokens->tokens[index + 1].gap;
  third = _sb_tokens_get_number (tokens, index + 2, 4);
  if (third < 1 || tokens->tokens[index + 2].gap != gap ||
      (gap != SB_GAP_DOT && gap != SB_GAP_SLASH && gap != SB_GAP_HYPHEN))
    return FALSE;

  if (_sb_date_read_year (tokens, index) != 0)
    phrase->from = (SbDateWords) { .year = first, .month = second, .day = third };
  else if (_sb_date_read_year (tokens, index + 2) != 0)
    phrase->from = second <= 12 ? (SbDateWords) { .year = third, .month = second, .day = first }
                                : (SbDateWords) { .year = third, .month = first, .day = second };
  else
    return FALSE;

  phrase->end = index + 3;
  return phrase->from.month <= 12 && phrase->from.day >= 1 && phrase->from.day <= 31;
}

/* Whether the two ends can be joined so: what opens a range goes with what is
 * between its ends. */
static gboolean
fits_range (const char *opener,
            const char *separator,
            const SbDateWords *from,
            const SbDateWords *to)
{
  gboolean has_bare_day = from->day != 0 && from->month == 0;

  if ((to->month == 0 && to->year == 0) || to->decade != 0 || (has_bare_day && to->day == 0))
    return FALSE;
  if (from->month == 0 && from->day == 0 && (to->month != 0 || to->year < from->year))
    return FALSE;
  /* "mai et 2026" */
  if (from->month != 0 && to->month == 0)
    return FALSE;
  if (*separator == '-')
    return opener == NULL;
  if (opener == NULL)
    return has_bare_day || (from->day != 0 && from->month == to->month && from->day < to->day && from->year == 0);
  if (strcmp (opener, "entre") == 0)
    return strcmp (separator, "et") == 0;
  if (strcmp (opener, "between") == 0)
    return strcmp (separator, "and") == 0;

  return strcmp (separator, "et") != 0 && strcmp (separator, "and") != 0;
}

/* One end of a range. */
static guint
read_end (const SbTokens *tokens,
          guint index,
          SbDateLanguages languages,
          SbDateWords *words)
{
  SbMonthLook look;
  guint n = _sb_date_read_point (tokens, index, languages, words, &look);

  if (n > 0 && !is_empty (words))
    return look == SB_MONTH_SHORT && words->day == 0 ? 0 : n;
  /* "du mardi 9 au mercredi 10 novembre" */
  if (n == 1 && _sb_tokens_is_joined (tokens, index + 1, 0) && _sb_date_read_day (tokens, index + 1) != 0)
    {
      words->day = _sb_date_read_day (tokens, index + 1);
      return 2;
    }

  memset (words, 0, sizeof *words);
  words->year = _sb_date_read_year (tokens, index);
  if (words->year != 0)
    return 1;
  words->day = _sb_date_read_day (tokens, index);
  return words->day != 0 ? 1 : 0;
}

/* The last but one of the days of a list, "9, 10 et 11 septembre"; @index where it is
 * none. */
static guint
skip_listed_days (const SbTokens *tokens,
                  guint index)
{
  while (_sb_date_read_day (tokens, index) != 0 && index + 1 < tokens->n_tokens &&
         _sb_date_read_day (tokens, index + 1) > _sb_date_read_day (tokens, index) &&
         (tokens->tokens[index + 1].gap & ~SB_GAP_SPACE) == SB_GAP_COMMA)
    index++;

  return index;
}

/* "entre 2021 et 2024", "du 5 au 6 septembre", "juillet-août 2025", "May 3–5", "9, 10
 * et 11 septembre". */
static gboolean
read_range (const SbTokens *tokens,
            guint index,
            SbDateLanguages languages,
            SbDatePhrase *phrase)
{
  const char *opener = NULL, *separator = "-";
  SbDateWords from, to;
  guint next = index, listed, n;

  if (_sb_tokens_is_any (tokens, next, " du de entre from between "))
    opener = tokens->tokens[next++].word;
  next = skip_articles (tokens, next);
  listed = opener == NULL ? skip_listed_days (tokens, next) : next;
  n = read_end (tokens, listed, languages, &from);
  if (n == 0 || (listed > next && (from.month != 0 || from.day == 0)))
    return FALSE;

  if (listed > next)
    from.day = _sb_date_read_day (tokens, next);
  next = listed + n;
  if (_sb_tokens_is_any (tokens, next, " au a et to and until ") && _sb_tokens_is_joined (tokens, next, 0))
    separator = tokens->tokens[next++].word;
  else if (next >= tokens->n_tokens || (tokens->tokens[next].gap & (SB_GAP_HYPHEN | SB_GAP_DASH)) == 0 ||
           !_sb_tokens_is_joined (tokens, next, SB_GAP_HYPHEN | SB_GAP_DASH))
    return FALSE;

  next = skip_articles (tokens, next);
  n = read_end (tokens, next, languages, &to);
  /* "May 3–5", "May 3 and 4": the month is that of the first. */
  if (n == 1 && to.day > from.day && to.month == 0 && from.day != 0 && from.month != 0 && from.year == 0)
    {
      to.month = from.month;
      n += _sb_date_read_year_behind (tokens, next + n, &to);
    }
  if (n == 0 || !fits_range (opener, separator, &from, &to))
    return FALSE;

  if (from.month == 0 && from.day != 0)
    from.month = to.month;
  if (from.year == 0)
    from.year = to.year;
  else if (to.year == 0)
    to.year = from.year;
  phrase->from = from;
  phrase->to = to;
  phrase->end = next + n;
  return TRUE;
}

/* "nuit du 5 au 6 septembre", "the night of 5 September". */
static gboolean
read_night (const SbTokens *tokens,
            guint index,
            SbDateLanguages languages,
            SbDatePhrase *phrase)
{
  guint next;
  SbMonthLook look;

  if (_sb_tokens_is (tokens, index, "nuit") && _sb_tokens_is_any (tokens, index + 1, " du de "))
    {
      if (read_range (tokens, index + 1, languages, phrase))
        return TRUE;
    }
  else if (!_sb_tokens_is (tokens, index, "night") || !_sb_tokens_is (tokens, index + 1, "of"))
    return FALSE;

  next = skip_articles (tokens, index + 2);
  /* "la nuit de mercredi à jeudi" */
  phrase->from.weekday = _sb_date_read_weekday (tokens, next, languages);
  if (phrase->from.weekday != 0 && _sb_tokens_is_any (tokens, next + 1, " a au to ") &&
      _sb_date_read_weekday (tokens, next + 2, languages) != 0 && _sb_date_read_day (tokens, next + 3) == 0)
    {
      phrase->to.weekday = _sb_date_read_weekday (tokens, next + 2, languages);
      phrase->end = next + 3;
      return TRUE;
    }
  if (read_range (tokens, next, languages, phrase))
    return TRUE;

  phrase->end = next + _sb_date_read_point (tokens, next, languages, &phrase->from, &look);
  return phrase->from.day != 0 || phrase->from.weekday != 0;
}

/* -1 for "dernier", 1 for "prochain"; 0 for another word. */
static int
read_turn_behind (const SbTokens *tokens,
                  guint index)
{
  if (!_sb_tokens_is_joined (tokens, index, 0))
    return 0;
  if (_sb_tokens_is_any (tokens, index, " dernier derniere passe passee ecoule ecoulee "))
    return -1;
  return _sb_tokens_is_any (tokens, index, " prochain prochaine ");
}

/* "années 1990", "the 1990s", "premier semestre 2025", "first half of 2025", "au
 * second semestre". */
static gboolean
read_span_of_years (const SbTokens *tokens,
                    guint index,
                    SbDatePhrase *phrase)
{
  int ordinal = _sb_date_read_ordinal (tokens, index), number;
  guint next = index + 2;

  if (_sb_tokens_is_any (tokens, index, " annees decennie "))
    {
      number = _sb_tokens_get_number (tokens, index + 1, 4);
      if (number >= 20 && number < 100)
        number += 1900;
      phrase->from.decade = number;
      phrase->end = index + 2;
      return number >= 1900 && number < 2100 && number % 10 == 0;
    }
  if (index < tokens->n_tokens && tokens->tokens[index].length == 5 && tokens->tokens[index].word[4] == 's')
    {
      phrase->from.decade = (int) g_ascii_strtoll (tokens->tokens[index].word, NULL, 10);
      phrase->end = index + 1;
      return phrase->from.decade >= 1800 && phrase->from.decade < 2100;
    }
  if (ordinal == 0)
    return FALSE;

  if (_sb_tokens_is_any (tokens, index + 1, " semestre half "))
    phrase->from.half = MIN (ordinal, 2);
  else if (_sb_tokens_is_any (tokens, index + 1, " trimestre quarter "))
    phrase->from.quarter = ordinal;
  else
    return FALSE;
  for (guint i = 0; i < 3 && _sb_tokens_is_any (tokens, next, " de l annee of the year "); i++)
    next++;
  phrase->from.year = _sb_date_read_year (tokens, next);
  phrase->end = next + 1;
  if (phrase->from.year != 0)
    return TRUE;

  /* English has halves and quarters of everything. */
  phrase->end = index + 2;
  return _sb_tokens_is_any (tokens, index + 1, " semestre trimestre ") && index > 0 &&
         _sb_tokens_is_any (tokens, index - 1, " au le du ");
}

/* "début mai", "fin 2025", "mi-avril", "late 2025", "the end of September". */
static gboolean
read_part (const SbTokens *tokens,
           guint index,
           SbDateLanguages languages,
           SbDatePhrase *phrase)
{
  guint next = index + 1, n;
  SbMonthLook look;

  if (_sb_tokens_is_any (tokens, index, " debut early "))
    phrase->part = SB_DATE_PART_EARLY;
  else if (_sb_tokens_is_any (tokens, index, " fin late "))
    phrase->part = SB_DATE_PART_LATE;
  else if (_sb_tokens_is_any (tokens, index, " mi milieu mid "))
    phrase->part = SB_DATE_PART_MIDDLE;
  else if (_sb_tokens_is_any (tokens, index, " courant ") ||
           (_sb_tokens_is_any (tokens, index, " end beginning start middle ") && _sb_tokens_is (tokens, next, "of")))
    phrase->part = _sb_tokens_is (tokens, index, "end")                     ? SB_DATE_PART_LATE
                   : _sb_tokens_is_any (tokens, index, " beginning start ") ? SB_DATE_PART_EARLY
                   : _sb_tokens_is (tokens, index, "middle")                ? SB_DATE_PART_MIDDLE
                                                                            : SB_DATE_PART_ALL;
  else
    return FALSE;

  for (guint i = 0; i < 5 && _sb_tokens_is_any (tokens, next, " du de d l la le mois annee the of in month year "); i++)
    next++;
  if (!_sb_tokens_is_joined (tokens, next, SB_GAP_HYPHEN | SB_GAP_APOSTROPHE))
    return FALSE;

  n = _sb_date_read_point (tokens, next, languages, &phrase->from, &look);
  if (n > 0 && phrase->from.month != 0 && phrase->from.day == 0 && look != SB_MONTH_SHORT)
    {
      phrase->turn = read_turn_behind (tokens, next + n);
      phrase->end = next + n + (phrase->turn != 0 ? 1 : 0);
      return TRUE;
    }

  memset (&phrase->from, 0, sizeof phrase->from);
  /* "la fin du premier semestre 2026": that half, for want of an expression. */
  if (_sb_date_read_ordinal (tokens, next) != 0 && read_span_of_years (tokens, next, phrase))
    {
      phrase->part = SB_DATE_PART_ALL;
      return TRUE;
    }
  phrase->from.year = _sb_date_read_year (tokens, next);
  phrase->end = next + 1;
  return phrase->from.year != 0;
}

/* "été 2022", "l'été dernier", "last summer", "spring of 2025". */
static gboolean
read_season (const SbTokens *tokens,
             guint index,
             SbDatePhrase *phrase)
{
  guint next = index + 1;

  phrase->from.season = _sb_date_read_season (tokens, index);
  if (phrase->from.season == 0)
    return FALSE;
  if (_sb_tokens_is_any (tokens, next, " de of "))
    next++;
  phrase->from.year = _sb_date_read_year (tokens, next);
  phrase->end = next + 1;
  if (phrase->from.year != 0)
    return _sb_tokens_is_joined (tokens, next, 0);

  phrase->turn = _sb_tokens_is (tokens, index + 1, "dernier") ? -1 : _sb_tokens_is (tokens, index + 1, "prochain");
  phrase->end = index + 2;
  return phrase->turn != 0;
}

/* "last Tuesday", "next month", "this week". */
static gboolean
read_turned (const SbTokens *tokens,
             guint index,
             SbDatePhrase *phrase)
{
  SbMonthLook look;
  guint n;

  if (_sb_tokens_is_any (tokens, index, " last past "))
    phrase->turn = -1;
  else if (_sb_tokens_is (tokens, index, "next"))
    phrase->turn = 1;
  else if (!_sb_tokens_is (tokens, index, "this"))
    return FALSE;

  phrase->unit = _sb_date_read_unit (tokens, index + 1);
  if (phrase->unit > SB_DATE_UNIT_DAY && !_sb_tokens_is_any (tokens, index + 1, " weeks months years "))
    {
      phrase->n_units = phrase->turn;
      phrase->end = index + 2;
      return TRUE;
    }
  phrase->unit = SB_DATE_UNIT_NONE;

  phrase->from.season = _sb_date_read_season (tokens, index + 1);
  if (phrase->from.season != 0)
    {
      phrase->end = index + 2;
      return TRUE;
    }

  n = _sb_date_read_point (tokens, index + 1, SB_DATE_LANGUAGE_EN, &phrase->from, &look);
  phrase->end = index + 1 + n;
  return n > 0 && phrase->from.day == 0 && phrase->from.year == 0;
}

/* "la semaine dernière", "cette année", of which the article is left out. */
static gboolean
read_french_unit (const SbTokens *tokens,
                  guint index,
                  SbDatePhrase *phrase)
{
  guint unit = index;
  int turn;

  if (_sb_tokens_is_any (tokens, index, " ce cet cette "))
    unit++;
  if (!_sb_tokens_is_any (tokens, unit, " semaine mois an annee "))
    return FALSE;

  phrase->unit = _sb_date_read_unit (tokens, unit);
  turn = read_turn_behind (tokens, unit + 1);
  if (unit > index && turn == 0)
    {
      phrase->end = unit + 1;
      /* "cette année-là" is another one. */
      return phrase->unit >= SB_DATE_UNIT_WEEK &&
             !(_sb_tokens_is (tokens, unit + 1, "la") && tokens->tokens[unit + 1].gap == SB_GAP_HYPHEN);
    }
  phrase->n_units = turn;
  phrase->end = unit + 2;
  return turn != 0;
}

/* "il y a deux jours", "three weeks ago", "deux jours plus tard". */
static gboolean
read_distance (const SbTokens *tokens,
               guint index,
               SbDatePhrase *phrase)
{
  gboolean is_ago = _sb_tokens_end_with (tokens, index + 2, "il y a");
  guint next = is_ago ? index + 3 : index;
  int count = _sb_date_read_count (tokens, next);

  phrase->unit = _sb_date_read_unit (tokens, next + 1);
  if (count == 0 || phrase->unit == SB_DATE_UNIT_NONE || !_sb_tokens_is_joined (tokens, next + 1, 0))
    return FALSE;

  phrase->n_units = -count;
  phrase->end = next + 2;
  if (is_ago)
    return TRUE;

  next += 2;
  phrase->end = next + 1;
  if (_sb_tokens_is (tokens, next, "ago"))
    return TRUE;
  phrase->from_last = TRUE;
  if (_sb_tokens_is_any (tokens, next, " earlier auparavant "))
    return TRUE;
  if (_sb_tokens_is (tokens, next, "plus") && _sb_tokens_is_any (tokens, next + 1, " tard tot "))
    {
      phrase->n_units = _sb_tokens_is (tokens, next + 1, "tard") ? count : -count;
      phrase->end = next + 2;
      return TRUE;
    }
  phrase->n_units = count;
  return _sb_tokens_is (tokens, next, "later");
}

/* "hier", "yesterday", "le lendemain", "la veille", "the next day". */
static gboolean
read_near_day (const SbTokens *tokens,
               guint index,
               SbDatePhrase *phrase)
{
  gboolean has_article = index > 0 && _sb_tokens_is_any (tokens, index - 1, " le la the ");

  phrase->unit = SB_DATE_UNIT_DAY;
  phrase->end = index + 1;
  if (_sb_tokens_is (tokens, index, "avant") && _sb_tokens_is (tokens, index + 1, "hier"))
    {
      phrase->n_units = -2;
      phrase->end = index + 2;
      return TRUE;
    }
  if (_sb_tokens_is_any (tokens, index, " hier yesterday "))
    {
      phrase->n_units = -1;
      return TRUE;
    }

  phrase->from_last = TRUE;
  phrase->n_units = 1;
  if (_sb_tokens_is_any (tokens, index, " next following ") && _sb_tokens_is (tokens, index + 1, "day"))
    {
      phrase->end = index + 2;
      return has_article;
    }
  if (_sb_tokens_is (tokens, index, "veille"))
    phrase->n_units = -1;
  /* "la veille de l'attaque" is told by what follows, which is no date. */
  return has_article && _sb_tokens_is_any (tokens, index, " lendemain veille ") &&
         !_sb_tokens_is_any (tokens, index + 1, " de du des d ");
}

/* "mardi 18 novembre", "6 mai dernier", "juin", "aujourd'hui, mardi 18 novembre". */
static gboolean
read_plain (const SbTokens *tokens,
            guint index,
            SbDateLanguages languages,
            SbDatePhrase *phrase)
{
  guint next = index, n;
  SbMonthLook look;
  int turn;

  /* "le 13-Novembre" is what happened then; "a Sunday" may be any. */
  if (tokens->tokens[index].gap == SB_GAP_HYPHEN ||
      (index > 0 && _sb_tokens_is_any (tokens, index - 1, " a un ") && _sb_date_read_weekday (tokens, index, languages) != 0 &&
       _sb_date_read_day (tokens, index + 1) == 0))
    return FALSE;
  if (_sb_tokens_is (tokens, next, "aujourd") && _sb_tokens_is (tokens, next + 1, "hui"))
    next += 2;
  else if (_sb_tokens_is (tokens, next, "today"))
    next++;
  n = _sb_date_read_point (tokens, next, languages, &phrase->from, &look);
  if (n == 0 || (next > index && (phrase->from.day == 0 || !_sb_tokens_is_joined (tokens, next, SB_GAP_COMMA))))
    return FALSE;

  turn = read_turn_behind (tokens, next + n);
  phrase->turn = turn;
  phrase->end = next + n + (turn != 0 ? 1 : 0);
  if (phrase->from.month == 0 || phrase->from.day != 0 || phrase->from.year != 0 || turn != 0)
    return phrase->from.weekday == 0 || phrase->from.day != 0 || turn != 0 ||
           (tokens->tokens[next].flags & SB_TOKEN_CAPITAL) != 0 ||
           _sb_date_read_weekday (tokens, next, SB_DATE_LANGUAGE_FR) != 0;

  return look == SB_MONTH_SURE || (look == SB_MONTH_AMBIGUOUS && index > 0 &&
                                   _sb_tokens_is_any (tokens, index - 1, MONTH_CUES) &&
                                   _sb_tokens_is_joined (tokens, index, SB_GAP_APOSTROPHE));
}

/* A year that stands alone. */
static gboolean
read_year (const SbTokens *tokens,
           guint index,
           SbDatePhrase *phrase)
{
  int year = _sb_date_read_year (tokens, index);
  const SbToken *next = index + 1 < tokens->n_tokens ? &tokens->tokens[index + 1] : NULL;
  const SbToken *token;

  if (year == 0)
    return FALSE;

  token = &tokens->tokens[index];
  phrase->from.year = year;
  phrase->end = index + 1;
  if ((token->gap & (SB_GAP_DEGREE | SB_GAP_SLASH)) != 0 || token->gap == SB_GAP_DOT || token->gap == SB_GAP_COMMA ||
      (token->gap == SB_GAP_HYPHEN && (token[-1].flags & SB_TOKEN_HAS_DIGIT) != 0))
    return FALSE;
  if (next != NULL && (next->flags & SB_TOKEN_HAS_DIGIT) != 0 && (next->gap & ~(SB_GAP_SPACE | SB_GAP_DOT)) == 0 &&
      next->gap != (SB_GAP_SPACE | SB_GAP_DOT))
    return FALSE;
  if (_sb_tokens_is_any (tokens, index + 1, COUNTED))
    return FALSE;
  if (year % 100 != 0 && year >= 1940 && year <= 2045)
    return TRUE;

  return index > 0 && _sb_tokens_is_any (tokens, index - 1, YEAR_CUES);
}

/* "depuis le 3 septembre", "since May". */
static gboolean
follows_since (const SbTokens *tokens,
               guint index)
{
  if (index > 1 && _sb_tokens_is_any (tokens, index - 1, ARTICLES))
    index--;

  return index > 0 && _sb_tokens_is_any (tokens, index - 1, " depuis since ");
}

gboolean
_sb_date_phrase_read (const SbTokens *tokens,
                      guint index,
                      SbDateLanguages languages,
                      SbDatePhrase *phrase)
{
#define TRY(call) (memset (phrase, 0, sizeof *phrase), phrase->first = index, call)

  gboolean is_found = TRY (read_numeric (tokens, index, phrase)) ||
                      TRY (read_night (tokens, index, languages, phrase)) ||
                      TRY (read_range (tokens, index, languages, phrase)) ||
                      TRY (read_part (tokens, index, languages, phrase)) ||
                      TRY (read_span_of_years (tokens, index, phrase)) || TRY (read_season (tokens, index, phrase)) ||
                      TRY (read_turned (tokens, index, phrase)) || TRY (read_french_unit (tokens, index, phrase)) ||
                      TRY (read_distance (tokens, index, phrase)) || TRY (read_near_day (tokens, index, phrase)) ||
                      TRY (read_plain (tokens, index, languages, phrase)) || TRY (read_year (tokens, index, phrase));

#undef TRY
  if (is_found && is_empty (&phrase->to))
    phrase->is_open = follows_since (tokens, index);
  return is_found;
}
