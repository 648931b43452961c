/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

/* A name that what stands around it told once is that name in the whole text:
 * "près de Bintagoungou", and later "Bintagoungou". */

/* The most words of such a name. */
#define WORDS_MAX 4

/* The names that were told, each with 1 + its kind. @first_words: those of all of
 * them. */
static SbWordBits *
collect_guesses (const SbRecognition *self,
                 SbWordBits *first_words)
{
  SbWordBits *guesses = NULL;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);
      guint64 words;

      if (span->rank != SB_SPAN_RANK_GUESSED || span->target != SB_NAME_TARGET_NONE ||
          (span->kind != SB_MENTION_PLACE && span->kind != SB_MENTION_ACTOR) || span->end - span->first > WORDS_MAX)
        continue;
      if (guesses == NULL)
        guesses = _sb_word_bits_new ();
      words = _sb_recognition_hash_words (self, span->first, span->end);
      /* Of several kinds, the first. */
      if (_sb_word_bits_get (guesses, words) == 0)
        _sb_word_bits_add_hash (guesses, words, 1 + span->kind);
      _sb_word_bits_add_hash (first_words, self->tokens->tokens[span->first].hash, 1);
    }

  return guesses;
}

/* Whether a name that is not known begins at @index, as far as it looks. */
static gboolean
is_open (const SbRecognition *self,
         guint index)
{
  return self->taken[index] == 0 && (self->tokens->tokens[index].flags & SB_TOKEN_CAPITAL) != 0;
}

void
_sb_recognise_again (SbRecognition *self)
{
  g_autoptr (SbWordBits) first_words = _sb_word_bits_new ();
  g_autoptr (SbWordBits) guesses = collect_guesses (self, first_words);

  for (guint j = 0; j < self->tokens->n_cues && guesses != NULL; j++)
    {
      guint i = self->tokens->cues[j];

      if (!is_open (self, i) || _sb_word_bits_get (first_words, self->tokens->tokens[i].hash) == 0)
        continue;
      for (guint n = MIN (WORDS_MAX, self->tokens->n_tokens - i); n > 0; n--)
        {
          guint guess = _sb_word_bits_get (guesses, _sb_recognition_hash_words (self, i, i + n));

          if (guess == 0)
            continue;
          /* An acronym is one in capitals only. */
          if (guess - 1 == SB_MENTION_ACTOR && n == 1 && (self->tokens->tokens[i].flags & SB_TOKEN_CAPITALS) == 0)
            continue;
          _sb_recognition_add (self, i, i + n, (SbMentionKind) (guess - 1), SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
          break;
        }
    }
}
