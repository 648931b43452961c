/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-date-vocabulary.h"

#include <string.h>

#define FR SB_DATE_LANGUAGE_FR
#define EN SB_DATE_LANGUAGE_EN

#define FIRST_YEAR 1900
#define LAST_YEAR  2099

typedef struct
{
  const char *word;
  int value;
  guint languages;
} Word;

static const struct
{
  const char *word;
  int month;
  guint languages;
  SbMonthLook look;
} months[] = {
  { "janvier", 1, FR, SB_MONTH_SURE },
  { "fevrier", 2, FR, SB_MONTH_SURE },
  { "mars", 3, FR, SB_MONTH_AMBIGUOUS },
  { "avril", 4, FR, SB_MONTH_SURE },
  { "mai", 5, FR, SB_MONTH_AMBIGUOUS },
  { "juin", 6, FR, SB_MONTH_SURE },
  { "juillet", 7, FR, SB_MONTH_SURE },
  { "aout", 8, FR, SB_MONTH_SURE },
  { "septembre", 9, FR, SB_MONTH_SURE },
  { "octobre", 10, FR, SB_MONTH_SURE },
  { "novembre", 11, FR, SB_MONTH_SURE },
  { "decembre", 12, FR, SB_MONTH_SURE },
  { "january", 1, EN, SB_MONTH_SURE },
  { "february", 2, EN, SB_MONTH_SURE },
  { "march", 3, EN, SB_MONTH_AMBIGUOUS },
  { "april", 4, EN, SB_MONTH_SURE },
  { "may", 5, EN, SB_MONTH_AMBIGUOUS },
  { "june", 6, EN, SB_MONTH_SURE },
  { "july", 7, EN, SB_MONTH_SURE },
  { "august", 8, EN, SB_MONTH_SURE },
  { "september", 9, EN, SB_MONTH_SURE },
  { "october", 10, EN, SB_MONTH_SURE },
  { "november", 11, EN, SB_MONTH_SURE },
  { "december", 12, EN, SB_MONTH_SURE },
  { "janv", 1, FR, SB_MONTH_SHORT },
  { "fevr", 2, FR, SB_MONTH_SHORT },
  { "fev", 2, FR, SB_MONTH_SHORT },
  { "avr", 4, FR, SB_MONTH_SHORT },
  { "juil", 7, FR, SB_MONTH_SHORT },
  { "sept", 9, FR | EN, SB_MONTH_SHORT },
  { "oct", 10, FR | EN, SB_MONTH_SHORT },
  { "nov", 11, FR | EN, SB_MONTH_SHORT },
  { "dec", 12, FR | EN, SB_MONTH_SHORT },
  { "jan", 1, EN, SB_MONTH_SHORT },
  { "feb", 2, EN, SB_MONTH_SHORT },
  { "mar", 3, EN, SB_MONTH_SHORT },
  { "apr", 4, EN, SB_MONTH_SHORT },
  { "jun", 6, EN, SB_MONTH_SHORT },
  { "jul", 7, EN, SB_MONTH_SHORT },
  { "aug", 8, EN, SB_MONTH_SHORT },
  { "sep", 9, EN, SB_MONTH_SHORT },
};

static const Word weekdays[] = {
  { "lundi", 1, FR },
  { "mardi", 2, FR },
  { "mercredi", 3, FR },
  { "jeudi", 4, FR },
  { "vendredi", 5, FR },
  { "samedi", 6, FR },
  { "dimanche", 7, FR },
  { "monday", 1, EN },
  { "tuesday", 2, EN },
  { "wednesday", 3, EN },
  { "thursday", 4, EN },
  { "friday", 5, EN },
  { "saturday", 6, EN },
  { "sunday", 7, EN },
};

/* EDTF numbers spring first. */
static const Word seasons[] = {
  { "printemps", 21, FR },
  { "ete", 22, FR },
  { "automne", 23, FR },
  { "hiver", 24, FR },
  { "spring", 21, EN },
  { "summer", 22, EN },
  { "autumn", 23, EN },
  { "fall", 23, EN },
  { "winter", 24, EN },
};

static const Word counts[] = {
  { "un", 1, FR },
  { "une", 1, FR },
  { "deux", 2, FR },
  { "trois", 3, FR },
  { "quatre", 4, FR },
  { "cinq", 5, FR },
  { "six", 6, FR },
  { "sept", 7, FR },
  { "huit", 8, FR },
  { "neuf", 9, FR },
  { "dix", 10, FR },
  { "onze", 11, FR },
  { "douze", 12, FR },
  { "quinze", 15, FR },
  { "vingt", 20, FR },
  { "trente", 30, FR },
  { "one", 1, EN },
  { "two", 2, EN },
  { "three", 3, EN },
  { "four", 4, EN },
  { "five", 5, EN },
  { "seven", 7, EN },
  { "eight", 8, EN },
  { "nine", 9, EN },
  { "ten", 10, EN },
  { "eleven", 11, EN },
  { "twelve", 12, EN },
  { "a", 1, EN },
};

static const Word units[] = {
  { "jour", SB_DATE_UNIT_DAY, FR },
  { "jours", SB_DATE_UNIT_DAY, FR },
  { "day", SB_DATE_UNIT_DAY, EN },
  { "days", SB_DATE_UNIT_DAY, EN },
  { "semaine", SB_DATE_UNIT_WEEK, FR },
  { "semaines", SB_DATE_UNIT_WEEK, FR },
  { "week", SB_DATE_UNIT_WEEK, EN },
  { "weeks", SB_DATE_UNIT_WEEK, EN },
  { "mois", SB_DATE_UNIT_MONTH, FR },
  { "month", SB_DATE_UNIT_MONTH, EN },
  { "months", SB_DATE_UNIT_MONTH, EN },
  { "an", SB_DATE_UNIT_YEAR, FR },
  { "ans", SB_DATE_UNIT_YEAR, FR },
  { "annee", SB_DATE_UNIT_YEAR, FR },
  { "annees", SB_DATE_UNIT_YEAR, FR },
  { "year", SB_DATE_UNIT_YEAR, EN },
  { "years", SB_DATE_UNIT_YEAR, EN },
};

static const Word ordinals[] = {
  { "premier", 1, FR },
  { "1er", 1, FR },
  { "second", 2, FR | EN },
  { "deuxieme", 2, FR },
  { "troisieme", 3, FR },
  { "quatrieme", 4, FR },
  { "first", 1, EN },
  { "third", 3, EN },
  { "fourth", 4, EN },
  { "dernier", 4, FR },
  { "last", 4, EN },
};

static int
find_word (const SbTokens *tokens,
           guint index,
           const Word *words,
           guint n_words,
           guint languages)
{
  for (guint i = 0; i < n_words && index < tokens->n_tokens; i++)
    if ((words[i].languages & languages) != 0 && strcmp (tokens->tokens[index].word, words[i].word) == 0)
      return words[i].value;

  return 0;
}

int
_sb_date_read_month (const SbTokens *tokens,
                     guint index,
                     SbDateLanguages languages,
                     SbMonthLook *look)
{
  const SbToken *token;

  *look = SB_MONTH_NONE;
  if (index >= tokens->n_tokens)
    return 0;

  token = &tokens->tokens[index];
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if ((months[i].languages & languages) == 0 || strcmp (token->word, months[i].word) != 0)
        continue;
      /* English writes its months with a capital. */
      if (months[i].languages == EN && (token->flags & SB_TOKEN_CAPITAL) == 0)
        continue;
      *look = months[i].look;
      return months[i].month;
    }

  return 0;
}

int
_sb_date_read_weekday (const SbTokens *tokens,
                       guint index,
                       SbDateLanguages languages)
{
  return find_word (tokens, index, weekdays, G_N_ELEMENTS (weekdays), languages);
}

int
_sb_date_read_season (const SbTokens *tokens,
                      guint index)
{
  return find_word (tokens, index, seasons, G_N_ELEMENTS (seasons), FR | EN);
}

int
_sb_date_read_day (const SbTokens *tokens,
                   guint index)
{
  const char *word;
  char *end;
  gint64 day;

  if (index >= tokens->n_tokens || (tokens->tokens[index].flags & SB_TOKEN_HAS_DIGIT) == 0)
    return 0;

  word = tokens->tokens[index].word;
  day = g_ascii_strtoll (word, &end, 10);
  if (end == word || end - word > 2 || day < 1 || day > 31)
    return 0;

  return *end == '\0' || strcmp (end, "er") == 0 || strcmp (end, "st") == 0 || strcmp (end, "nd") == 0 ||
             strcmp (end, "rd") == 0 || strcmp (end, "th") == 0
           ? (int) day
           : 0;
}

int
_sb_date_read_year (const SbTokens *tokens,
                    guint index)
{
  int year = _sb_tokens_get_number (tokens, index, 4);

  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

int
_sb_date_read_count (const SbTokens *tokens,
                     guint index)
{
  int count = _sb_tokens_get_number (tokens, index, 2);

  return count > 0 ? count : find_word (tokens, index, counts, G_N_ELEMENTS (counts), FR | EN);
}

SbDateUnit
_sb_date_read_unit (const SbTokens *tokens,
                    guint index)
{
  return (SbDateUnit) find_word (tokens, index, units, G_N_ELEMENTS (units), FR | EN);
}

int
_sb_date_read_ordinal (const SbTokens *tokens,
                       guint index)
{
  return find_word (tokens, index, ordinals, G_N_ELEMENTS (ordinals), FR | EN);
}
