/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-number-phrase.h"

#include "sb-fact-private.h"

#include <string.h>

/* More digits than these are an identifier. */
#define MAX_DIGITS 12

typedef struct
{
  const char *word;
  double value;
} NumberWord;

/* As sb_fold() makes them. "un" and "a" are articles more often than numbers, which
 * is for who asks to judge. */
static const NumberWord units[] = {
  { "un", 1 },
  { "une", 1 },
  { "deux", 2 },
  { "trois", 3 },
  { "quatre", 4 },
  { "cinq", 5 },
  { "six", 6 },
  { "sept", 7 },
  { "huit", 8 },
  { "neuf", 9 },
  { "dix", 10 },
  { "onze", 11 },
  { "douze", 12 },
  { "treize", 13 },
  { "quatorze", 14 },
  { "quinze", 15 },
  { "seize", 16 },
  { "vingt", 20 },
  { "trente", 30 },
  { "quarante", 40 },
  { "cinquante", 50 },
  { "soixante", 60 },
  { "cent", 100 },
  { "cents", 100 },
  { "mille", 1000 },
  { "one", 1 },
  { "two", 2 },
  { "three", 3 },
  { "four", 4 },
  { "five", 5 },
  { "seven", 7 },
  { "eight", 8 },
  { "nine", 9 },
  { "ten", 10 },
  { "eleven", 11 },
  { "twelve", 12 },
  { "thirteen", 13 },
  { "fourteen", 14 },
  { "fifteen", 15 },
  { "sixteen", 16 },
  { "seventeen", 17 },
  { "eighteen", 18 },
  { "nineteen", 19 },
  { "twenty", 20 },
  { "thirty", 30 },
  { "forty", 40 },
  { "fifty", 50 },
  { "sixty", 60 },
  { "seventy", 70 },
  { "eighty", 80 },
  { "ninety", 90 },
  { "hundred", 100 },
  { "thousand", 1000 },
  { "a", 1 },
  { "an", 1 },
};

/* Numbers that are about so many: “une vingtaine”, “dozens”. */
static const NumberWord rounds[] = {
  { "dizaine", 10 },
  { "douzaine", 12 },
  { "quinzaine", 15 },
  { "vingtaine", 20 },
  { "trentaine", 30 },
  { "quarantaine", 40 },
  { "cinquantaine", 50 },
  { "soixantaine", 60 },
  { "centaine", 100 },
  { "millier", 1000 },
  { "dozen", 12 },
  { "score", 20 },
};

static const NumberWord scales[] = {
  { "mille", 1e3 },
  { "thousand", 1e3 },
  { "million", 1e6 },
  { "millions", 1e6 },
  { "milliard", 1e9 },
  { "milliards", 1e9 },
  { "billion", 1e9 },
  { "billions", 1e9 },
  { "cents", 100 },
  { "hundred", 100 },
  { "cent", 100 },
};

static double
look_up (const SbTokens *tokens,
         guint index,
         const NumberWord *words,
         guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (_sb_tokens_is (tokens, index, words[i].word))
      return words[i].value;

  return -1;
}

/* What stands between the end of one token and the start of the next. */
static gboolean
is_between (const SbTokens *tokens,
            guint index,
            const char *mark)
{
  const SbToken *before = &tokens->tokens[index - 1];
  gsize length = tokens->tokens[index].start - before->end;

  return length == strlen (mark) && memcmp (tokens->text + before->end, mark, length) == 0;
}

static gboolean
is_thousands_mark (const SbTokens *tokens,
                   guint index,
                   SbLanguage language)
{
  return is_between (tokens, index, " ") || is_between (tokens, index, "\u00a0") || is_between (tokens, index, "\u202f") ||
         is_between (tokens, index, language == SB_LANGUAGE_EN ? "," : ".");
}

static gboolean
is_number (const SbTokens *tokens,
           guint index,
           guint max_digits)
{
  return index < tokens->n_tokens && (tokens->tokens[index].flags & SB_TOKEN_NUMBER) != 0 &&
         tokens->tokens[index].length <= max_digits;
}

/* "10 000", "10,000", "1,5", "2.7". */
static guint
read_digits (const SbTokens *tokens,
             guint index,
             SbLanguage language,
             double *value)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint end = index + 1;

  g_string_append_len (digits, tokens->tokens[index].word, tokens->tokens[index].length);
  while (digits->len <= 3 + 3 * (end - index - 1) && is_number (tokens, end, 3) && tokens->tokens[end].length == 3 &&
         is_thousands_mark (tokens, end, language))
    {
      g_string_append_len (digits, tokens->tokens[end].word, 3);
      end++;
    }

  if (is_number (tokens, end, 3) && is_between (tokens, end, language == SB_LANGUAGE_FR ? "," : "."))
    {
      g_string_append_c (digits, '.');
      g_string_append_len (digits, tokens->tokens[end].word, tokens->tokens[end].length);
      end++;
    }

  *value = g_ascii_strtod (digits->str, NULL);
  return end - index;
}

/* "vingt-cinq", "trois cents", "two hundred and ten", "une dizaine". */
static guint
read_letters (const SbTokens *tokens,
              guint index,
              SbNumberPhrase *phrase)
{
  double sum = 0;
  double part = 0;
  guint end = index;
  double about;

  while (end < tokens->n_tokens)
    {
      double value = look_up (tokens, end, units, G_N_ELEMENTS (units));

      if (value < 0 && end > index && (_sb_tokens_is (tokens, end, "et") || _sb_tokens_is (tokens, end, "and")) &&
          look_up (tokens, end + 1, units, G_N_ELEMENTS (units)) > 0 && part >= 20)
        {
          end++;
          continue;
        }
      if (value < 0 || (end > index && !_sb_tokens_is_joined (tokens, end, SB_GAP_HYPHEN)))
        break;

      if (value >= 1000)
        {
          sum += MAX (part, 1) * value;
          part = 0;
        }
      /* “quatre-vingts”, “trois cents”. */
      else if (value >= 100 || (value == 20 && part == 4))
        part = MAX (part, 1) * value;
      else
        part += value;
      end++;
    }

  about = look_up (tokens, end, rounds, G_N_ELEMENTS (rounds));
  if (about > 0 && end == index + 1 && sum + part <= 2)
    {
      phrase->bound = SB_NUMBER_ABOUT;
      sum = 0;
      part = about * (sum + part > 1 ? 2 : 1);
      end++;
    }

  phrase->low = sum + part;
  return end - index;
}

static gboolean
read_value (const SbTokens *tokens,
            guint index,
            SbLanguage language,
            SbNumberPhrase *phrase)
{
  guint length;
  double scale;

  if (is_number (tokens, index, MAX_DIGITS))
    length = read_digits (tokens, index, language, &phrase->low);
  else
    {
      length = read_letters (tokens, index, phrase);
      phrase->is_worded = TRUE;
      phrase->is_article = length == 1 && phrase->low <= 1;
    }
  if (length == 0)
    return FALSE;

  phrase->end = index + length;
  scale = look_up (tokens, phrase->end, scales, G_N_ELEMENTS (scales));
  if (scale > 0 && _sb_tokens_is_joined (tokens, phrase->end, 0) && !(_sb_tokens_is (tokens, phrase->end, "cent") && !phrase->is_worded))
    {
      phrase->low *= scale;
      phrase->end++;
    }

  phrase->high = phrase->low;
  return phrase->low > 0 || !phrase->is_worded;
}

/* What stands before a number and says how near it is. */
static const struct
{
  const char *words;
  SbNumberBound bound;
} qualifiers[] = {
  { "au moins", SB_NUMBER_AT_LEAST },
  { "plus de", SB_NUMBER_AT_LEAST },
  { "plus d", SB_NUMBER_AT_LEAST },
  { "at least", SB_NUMBER_AT_LEAST },
  { "more than", SB_NUMBER_AT_LEAST },
  { "no fewer than", SB_NUMBER_AT_LEAST },
  { "over", SB_NUMBER_AT_LEAST },
  { "jusqu a", SB_NUMBER_AT_MOST },
  { "au plus", SB_NUMBER_AT_MOST },
  { "moins de", SB_NUMBER_AT_MOST },
  { "up to", SB_NUMBER_AT_MOST },
  { "at most", SB_NUMBER_AT_MOST },
  { "fewer than", SB_NUMBER_AT_MOST },
  { "less than", SB_NUMBER_AT_MOST },
  { "environ", SB_NUMBER_ABOUT },
  { "quelque", SB_NUMBER_ABOUT },
  { "pres de", SB_NUMBER_ABOUT },
  { "pres d", SB_NUMBER_ABOUT },
  { "autour de", SB_NUMBER_ABOUT },
  { "about", SB_NUMBER_ABOUT },
  { "around", SB_NUMBER_ABOUT },
  { "some", SB_NUMBER_ABOUT },
  { "nearly", SB_NUMBER_ABOUT },
  { "almost", SB_NUMBER_ABOUT },
  { "approximately", SB_NUMBER_ABOUT },
  { "roughly", SB_NUMBER_ABOUT },
};

static void
read_qualifier (const SbTokens *tokens,
                SbNumberPhrase *phrase)
{
  phrase->qualifier = phrase->first;
  if (phrase->first == 0 || !_sb_tokens_is_joined (tokens, phrase->first, SB_GAP_APOSTROPHE))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (_sb_tokens_end_with (tokens, phrase->first - 1, qualifiers[i].words))
      {
        phrase->bound = qualifiers[i].bound;
        phrase->qualifier = phrase->first - 1;
        for (const char *at = qualifiers[i].words; (at = strchr (at, ' ')) != NULL; at++)
          phrase->qualifier--;
        return;
      }
}

/* "10 à 15", "between 10 and 15". */
static void
read_range (const SbTokens *tokens,
            SbLanguage language,
            SbNumberPhrase *phrase)
{
  SbNumberPhrase other = { 0 };
  gboolean is_between_two = phrase->first > 0 && (_sb_tokens_is (tokens, phrase->first - 1, "entre") ||
                                                  _sb_tokens_is (tokens, phrase->first - 1, "between"));
  guint next = phrase->end;

  if (is_between_two ? !(_sb_tokens_is (tokens, next, "et") || _sb_tokens_is (tokens, next, "and"))
                     : !(_sb_tokens_is (tokens, next, "a") || _sb_tokens_is (tokens, next, "to")))
    return;
  if (phrase->is_article || !read_value (tokens, next + 1, language, &other) || other.is_article || other.low <= phrase->low)
    return;

  phrase->high = other.low;
  phrase->end = other.end;
  phrase->bound = SB_NUMBER_EXACT;
  phrase->qualifier = is_between_two ? phrase->first - 1 : phrase->first;
}

gboolean
_sb_number_phrase_read (const SbTokens *tokens,
                        guint index,
                        SbLanguage language,
                        SbNumberPhrase *phrase)
{
  *phrase = (SbNumberPhrase) { .first = index };
  if (index >= tokens->n_tokens || !read_value (tokens, index, language, phrase))
    return FALSE;

  read_qualifier (tokens, phrase);
  read_range (tokens, language, phrase);
  return TRUE;
}
