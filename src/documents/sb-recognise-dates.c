/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

#include <limits.h>

/* A date among the first words of a text, on a line of its own, is that of the
 * text. */
#define HEAD_TOKENS 120
/* How far behind the first word of a date its month or number may stand, at most:
 * "du lundi 5"; and behind some words: "début de l’année 2025". */
#define NEAR_TOKENS 2
#define FAR_TOKENS  5
#define FAR_WORDS \
  " debut fin mi milieu courant early late mid middle end beginning start nuit night il aujourd today "

#define DATELINE_TOKENS 14
#define DAYS_OF_MONTH   27

/* Whether a date may begin at @index, by the words there: most begin none, and
 * reading is dear. */
static gboolean
may_begin_date (const SbTokens *tokens,
                guint index)
{
  const SbToken *token = &tokens->tokens[index];
  guint last;

  if ((token->flags & SB_TOKEN_HAS_DIGIT) != 0 || (token->classes & SB_WORD_DATE) != 0)
    return TRUE;
  if ((token->classes & SB_WORD_BEFORE_DATE) == 0)
    return FALSE;

  last = index + (_sb_tokens_is_any (tokens, index, FAR_WORDS) ? FAR_TOKENS : NEAR_TOKENS);
  for (guint i = index + 1; i <= last && i < tokens->n_tokens; i++)
    if ((tokens->tokens[i].flags & SB_TOKEN_HAS_DIGIT) != 0 || (tokens->tokens[i].classes & SB_WORD_DATE) != 0)
      return TRUE;

  return FALSE;
}

void
_sb_recognise_dates (SbRecognition *self)
{
  guint index = 0;

  while (index < self->tokens->n_tokens)
    {
      SbDatePhrase phrase;

      if (!may_begin_date (self->tokens, index) ||
          !_sb_date_phrase_read (self->tokens, index, SB_DATE_LANGUAGE_FR | SB_DATE_LANGUAGE_EN, &phrase))
        {
          index++;
          continue;
        }
      g_array_append_val (self->phrases, phrase);
      _sb_recognition_add (self, phrase.first, phrase.end, SB_MENTION_DATE, SB_SPAN_RANK_KNOWN, SB_NAME_TARGET_NONE);
      index = MAX (phrase.end, index + 1);
    }
}

/* The last day of a date that is said whole; INT_MIN for any other. */
static int
get_said_day (const SbDatePhrase *phrase)
{
  if (phrase->from.year == 0 || phrase->from.month == 0 || phrase->to.month != 0 || phrase->to.year != 0 ||
      phrase->from.month > 12)
    return INT_MIN;

  return phrase->from.day != 0 ? sb_day_from_ymd (phrase->from.year, phrase->from.month, MIN (phrase->from.day, 28)) + MAX (phrase->from.day - 28, 0)
                               : sb_day_from_ymd (phrase->from.year, phrase->from.month, 1) + DAYS_OF_MONTH;
}

/* Whether the date stands on a short line, without a sentence around it. */
static gboolean
is_dateline (const SbTokens *tokens,
             const SbDatePhrase *phrase)
{
  guint first = phrase->first, end = phrase->end;

  while (first > 0 && (tokens->tokens[first].flags & SB_TOKEN_STARTS_LINE) == 0)
    first--;
  while (end < tokens->n_tokens && (tokens->tokens[end].flags & SB_TOKEN_STARTS_LINE) == 0)
    end++;

  return phrase->first < HEAD_TOKENS && end - first <= DATELINE_TOKENS;
}

static SbDateContext
find_context (const SbRecognition *self)
{
  SbDateContext context = { .is_known = self->facts.has_day, .reference = self->facts.day, .last = INT_MIN };

  for (guint i = 0; i < self->phrases->len && !context.is_known; i++)
    {
      const SbDatePhrase *phrase = &g_array_index (self->phrases, SbDatePhrase, i);
      int day = get_said_day (phrase);

      if (day == INT_MIN || !is_dateline (self->tokens, phrase))
        continue;
      context.reference = day;
      context.is_known = TRUE;
    }
  if (context.is_known)
    return context;

  /* A text was written after what it tells. */
  for (guint i = 0; i < self->phrases->len; i++)
    {
      int day = get_said_day (&g_array_index (self->phrases, SbDatePhrase, i));

      if (day == INT_MIN || (context.is_known && day <= context.reference))
        continue;
      context.reference = day;
      context.is_known = context.is_guessed = TRUE;
    }

  return context;
}

void
_sb_resolve_dates (SbRecognition *self)
{
  SbDateContext context = find_context (self);
  guint next = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);

      if (span->kind != SB_MENTION_DATE)
        continue;
      while (next < self->phrases->len && g_array_index (self->phrases, SbDatePhrase, next).first < span->first)
        next++;
      if (next < self->phrases->len)
        span->name = _sb_date_phrase_resolve (&g_array_index (self->phrases, SbDatePhrase, next), &context);
    }
}
