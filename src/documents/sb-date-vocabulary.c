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

/* All that a word is in dates, as bits of one number: each list has its values, with
 * the languages behind where they matter, at a place of its own. */
#define LANGUAGE_BITS 2
#define MONTH_SHIFT   0
#define MONTH_BITS    4
#define LOOK_SHIFT    (MONTH_SHIFT + MONTH_BITS + LANGUAGE_BITS)
#define LOOK_BITS     2
#define WEEKDAY_SHIFT (LOOK_SHIFT + LOOK_BITS)
#define WEEKDAY_BITS  3
#define SEASON_SHIFT  (WEEKDAY_SHIFT + WEEKDAY_BITS + LANGUAGE_BITS)
#define SEASON_BITS   3
#define COUNT_SHIFT   (SEASON_SHIFT + SEASON_BITS)
#define COUNT_BITS    5
#define UNIT_SHIFT    (COUNT_SHIFT + COUNT_BITS)
#define UNIT_BITS     3
#define ORDINAL_SHIFT (UNIT_SHIFT + UNIT_BITS)
#define ORDINAL_BITS  3

/* EDTF numbers seasons from the next number on. */
#define BEFORE_SEASONS 20

G_STATIC_ASSERT (ORDINAL_SHIFT + ORDINAL_BITS <= 32);
G_STATIC_ASSERT ((FR | EN) < 1 << LANGUAGE_BITS);

static void
add_words (SbWordBits *bits,
           const Word *words,
           guint n_words,
           guint shift,
           int before)
{
  for (guint i = 0; i < n_words; i++)
    _sb_word_bits_add (bits, words[i].word, (guint) (words[i].value - before) << shift);
}

static SbWordBits *
make_vocabulary (void)
{
  SbWordBits *bits = _sb_word_bits_new ();

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    _sb_word_bits_add (bits, months[i].word,
                       (guint) months[i].month << MONTH_SHIFT | months[i].languages << (MONTH_SHIFT + MONTH_BITS) |
                         (guint) months[i].look << LOOK_SHIFT);
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    _sb_word_bits_add (bits, weekdays[i].word, weekdays[i].languages << (WEEKDAY_SHIFT + WEEKDAY_BITS));
  add_words (bits, weekdays, G_N_ELEMENTS (weekdays), WEEKDAY_SHIFT, 0);
  add_words (bits, seasons, G_N_ELEMENTS (seasons), SEASON_SHIFT, BEFORE_SEASONS);
  add_words (bits, counts, G_N_ELEMENTS (counts), COUNT_SHIFT, 0);
  add_words (bits, units, G_N_ELEMENTS (units), UNIT_SHIFT, 0);
  add_words (bits, ordinals, G_N_ELEMENTS (ordinals), ORDINAL_SHIFT, 0);
  return bits;
}

/* What the word at @index is; 0 for most. */
static guint
look_up (const SbTokens *tokens,
         guint index)
{
  static SbWordBits *vocabulary; /* (owned): for as long as the program runs */
  static gsize ready;

  if (index >= tokens->n_tokens)
    return 0;
  if (g_once_init_enter (&ready))
    {
      vocabulary = make_vocabulary ();
      g_once_init_leave (&ready, 1);
    }

  return _sb_word_bits_get (vocabulary, tokens->tokens[index].hash);
}

static inline guint
get_part (guint word,
          guint shift,
          guint n_bits)
{
  return word >> shift & ((1u << n_bits) - 1);
}

int
_sb_date_read_month (const SbTokens *tokens,
                     guint index,
                     SbDateLanguages languages,
                     SbMonthLook *look)
{
  guint word = look_up (tokens, index);
  guint of = get_part (word, MONTH_SHIFT + MONTH_BITS, LANGUAGE_BITS);

  *look = SB_MONTH_NONE;
  if ((of & languages) == 0)
    return 0;
  /* English writes its months with a capital. */
  if (of == EN && (tokens->tokens[index].flags & SB_TOKEN_CAPITAL) == 0)
    return 0;

  *look = (SbMonthLook) get_part (word, LOOK_SHIFT, LOOK_BITS);
  return (int) get_part (word, MONTH_SHIFT, MONTH_BITS);
}

int
_sb_date_read_weekday (const SbTokens *tokens,
                       guint index,
                       SbDateLanguages languages)
{
  guint word = look_up (tokens, index);

  return (get_part (word, WEEKDAY_SHIFT + WEEKDAY_BITS, LANGUAGE_BITS) & languages) != 0
           ? (int) get_part (word, WEEKDAY_SHIFT, WEEKDAY_BITS)
           : 0;
}

int
_sb_date_read_season (const SbTokens *tokens,
                      guint index)
{
  guint season = get_part (look_up (tokens, index), SEASON_SHIFT, SEASON_BITS);

  return season != 0 ? BEFORE_SEASONS + (int) season : 0;
}

int
_sb_date_read_day (const SbTokens *tokens,
                   guint index)
{
  const SbToken *token;
  int day = 0;
  guint n = 0;

  if (index >= tokens->n_tokens || (tokens->tokens[index].flags & SB_TOKEN_HAS_DIGIT) == 0)
    return 0;

  token = &tokens->tokens[index];
  for (; n < token->length && n < 3 && g_ascii_isdigit (token->word[n]); n++)
    day = day * 10 + g_ascii_digit_value (token->word[n]);
  if (n == 0 || n > 2 || day < 1 || day > 31)
    return 0;

  return n == token->length || strcmp (token->word + n, "er") == 0 || strcmp (token->word + n, "st") == 0 ||
             strcmp (token->word + n, "nd") == 0 || strcmp (token->word + n, "rd") == 0 ||
             strcmp (token->word + n, "th") == 0
           ? day
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

  return count > 0 ? count : (int) get_part (look_up (tokens, index), COUNT_SHIFT, COUNT_BITS);
}

SbDateUnit
_sb_date_read_unit (const SbTokens *tokens,
                    guint index)
{
  return (SbDateUnit) get_part (look_up (tokens, index), UNIT_SHIFT, UNIT_BITS);
}

int
_sb_date_read_ordinal (const SbTokens *tokens,
                       guint index)
{
  return (int) get_part (look_up (tokens, index), ORDINAL_SHIFT, ORDINAL_BITS);
}
