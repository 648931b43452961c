/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-recognition-private.h"

/* A name that what stands around it told once is that name in the whole text:
 * "près de Bintagoungou", and later "Bintagoungou". */

/* The most words of such a name. */
#define WORDS_MAX 4

typedef struct
{
  SbMentionKind kind;
  guint n_words;
} Guess;

static char *
fold_words (const SbTokens *tokens,
            guint first,
            guint end)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      if (i > first)
        g_string_append_c (words, ' ');
      g_string_append (words, tokens->tokens[i].word);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* @first_words: (element-type utf8) of all of them, words of the tokens. */
static GHashTable *
collect_guesses (const SbRecognition *self,
                 GHashTable *first_words)
{
  GHashTable *guesses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SbNameSpan *span = &g_array_index (self->spans, SbNameSpan, i);
      Guess *guess;

      if (span->rank != SB_SPAN_RANK_GUESSED || span->target != SB_NAME_TARGET_NONE ||
          (span->kind != SB_MENTION_PLACE && span->kind != SB_MENTION_ACTOR) || span->end - span->first > WORDS_MAX)
        continue;
      g_hash_table_add (first_words, (gpointer) self->tokens->tokens[span->first].word);
      guess = g_new0 (Guess, 1);
      guess->kind = span->kind;
      guess->n_words = span->end - span->first;
      g_hash_table_replace (guesses, fold_words (self->tokens, span->first, span->end), guess);
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
  /* Each word is kept once: the same words are the same pointers. */
  g_autoptr (GHashTable) first_words = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) guesses = collect_guesses (self, first_words);

  for (guint i = 0; i < self->tokens->n_tokens && g_hash_table_size (guesses) > 0; i++)
    {
      if (!is_open (self, i) || !g_hash_table_contains (first_words, self->tokens->tokens[i].word))
        continue;
      for (guint n = MIN (WORDS_MAX, self->tokens->n_tokens - i); n > 0; n--)
        {
          g_autofree char *words = fold_words (self->tokens, i, i + n);
          const Guess *guess = g_hash_table_lookup (guesses, words);

          if (guess == NULL)
            continue;
          /* An acronym is one in capitals only. */
          if (guess->kind == SB_MENTION_ACTOR && n == 1 && (self->tokens->tokens[i].flags & SB_TOKEN_CAPITALS) == 0)
            continue;
          _sb_recognition_add (self, i, i + n, guess->kind, SB_SPAN_RANK_GUESSED, SB_NAME_TARGET_NONE);
          break;
        }
    }
}
