/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <string.h>

#include "sb-word-class.h"

G_BEGIN_DECLS

/* What stands between a word and the one before it. */
typedef enum
{
  SB_GAP_SPACE = 1 << 0,
  SB_GAP_NEWLINE = 1 << 1,
  SB_GAP_BLANK_LINE = 1 << 2,
  SB_GAP_HYPHEN = 1 << 3,
  SB_GAP_DASH = 1 << 4, /* en or em */
  SB_GAP_APOSTROPHE = 1 << 5,
  SB_GAP_COMMA = 1 << 6,
  SB_GAP_DOT = 1 << 7,
  SB_GAP_STOP = 1 << 8, /* the other ends of a sentence */
  SB_GAP_COLON = 1 << 9, /* or semicolon */
  SB_GAP_OPEN = 1 << 10, /* a bracket */
  SB_GAP_CLOSE = 1 << 11,
  SB_GAP_QUOTE = 1 << 12,
  SB_GAP_SLASH = 1 << 13,
  SB_GAP_DEGREE = 1 << 14, /* of "n° 1" */
  SB_GAP_OTHER = 1 << 15,
} SbGap;

typedef enum
{
  SB_TOKEN_CAPITAL = 1 << 0, /* begins with a capital */
  SB_TOKEN_CAPITALS = 1 << 1, /* two letters or more, all capitals */
  SB_TOKEN_NUMBER = 1 << 2, /* digits alone */
  SB_TOKEN_HAS_DIGIT = 1 << 3,
  SB_TOKEN_STARTS_SENTENCE = 1 << 4,
  SB_TOKEN_STARTS_LINE = 1 << 5,
  SB_TOKEN_HAS_APOSTROPHE = 1 << 6, /* "N'Djamena" */
} SbTokenFlags;

/* A word of a text: as sb_words_next() tells them, so that an apostrophe and a
 * hyphen part two. */
typedef struct
{
  gsize start; /* in bytes */
  gsize end;
  const char *word; /* folded; of the tokens */
  guint length; /* of it, in bytes */
  guint flags; /* SbTokenFlags */
  guint classes; /* SbWordClass */
  guint gap; /* SbGap before it */
  guint sign; /* below 64; of most words that are not the same it is not either */
  guint64 hash; /* of word, see sb-word-hash.h */
} SbToken;

#define SB_TOKENS_CUES (SB_WORD_CUE | SB_WORD_BODY_NOUN | SB_WORD_PLACE_NOUN | SB_WORD_ROAD)

/**
 * SbTokens:
 *
 * The words of one text with what matters of their look. The text is borrowed.
 * One thread.
 */
typedef struct
{
  const char *text;
  gsize n_bytes;
  SbToken *tokens; /* (owned) */
  guint n_tokens;
  /* The words that most of what is looked for begins with or ends in, in order: those
   * with a capital, and those of SB_TOKENS_CUES. */
  guint *cues; /* (owned) */
  guint n_cues;

  /*< private >*/
  guint n_allocated;
  GPtrArray *blocks; /* (owned) (element-type char) of the words */
  char *word; /* where the next one goes, in the last block */
  gsize n_left; /* of that block, in bytes */
} SbTokens;

/* @text is valid UTF-8 of @n_bytes. */
SbTokens *_sb_tokens_new (const char *text,
                          gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void _sb_tokens_free (SbTokens *self);

/* Whether the word at @index is @word; FALSE beyond either end. */
static inline gboolean
_sb_tokens_is (const SbTokens *self,
               guint index,
               const char *word)
{
  return index < self->n_tokens && self->tokens[index].length == strlen (word) &&
         memcmp (self->tokens[index].word, word, strlen (word)) == 0;
}

/* Some words that one of a text may be, made ready for that: most words are told not
 * to be one by their sign. Lives as long as the program. */
typedef struct
{
  guint64 signs; /* as bits */
  guint64 hashes[]; /* the last is 0 */
} SbWordChoice;

/* Makes that of @words, for @place and in any thread; what is there at the end. */
const SbWordChoice *_sb_word_choice_new (const char *words,
                                         SbWordChoice **place);

/* _sb_tokens_is_any(); @place keeps the words between calls. */
static inline gboolean
_sb_tokens_is_any_of (const SbTokens *self,
                      guint index,
                      const char *words,
                      SbWordChoice **place)
{
  const SbWordChoice *choice = g_atomic_pointer_get (place);

  if (index >= self->n_tokens)
    return FALSE;
  if (choice == NULL)
    choice = _sb_word_choice_new (words, place);
  if ((choice->signs >> self->tokens[index].sign & 1) == 0)
    return FALSE;

  for (const guint64 *hash = choice->hashes; *hash != 0; hash++)
    if (*hash == self->tokens[index].hash)
      return TRUE;
  return FALSE;
}

/* Whether the word at @index is one of @words, a constant, which has single ones with
 * a space before and behind each: " le la les ". FALSE beyond either end. */
#define _sb_tokens_is_any(self, index, words)                   \
  (G_GNUC_EXTENSION ({                                          \
    static SbWordChoice *choice_;                               \
    _sb_tokens_is_any_of ((self), (index), "" words, &choice_); \
  }))

/* Whether the words at @index and before it, or from it on, are those of
 * @phrase, which has single spaces. */
gboolean _sb_tokens_end_with (const SbTokens *self,
                              guint index,
                              const char *phrase);
/* Whether nothing but spaces, a line end or, with them, the other marks of
 * @gaps stands before the word at @index. */
gboolean _sb_tokens_is_joined (const SbTokens *self,
                               guint index,
                               guint gaps);
/* The number at @index; -1 for none, or one of over @max_digits. */
int _sb_tokens_get_number (const SbTokens *self,
                           guint index,
                           guint max_digits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTokens, _sb_tokens_free)

G_END_DECLS
