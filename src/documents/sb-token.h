/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

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
} SbToken;

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
  const SbToken *tokens;
  guint n_tokens;

  /*< private >*/
  GArray *array; /* (owned) */
  GStringChunk *words; /* (owned) */
  GHashTable *lexicon; /* (owned) word to its classes; both borrowed from words */
} SbTokens;

/* @text is valid UTF-8 of @n_bytes. */
SbTokens *_sb_tokens_new (const char *text,
                          gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void _sb_tokens_free (SbTokens *self);

/* Whether the word at @index is @word; FALSE beyond either end. */
gboolean _sb_tokens_is (const SbTokens *self,
                        guint index,
                        const char *word);
/* Whether it is one of @words, single ones with a space before and behind each:
 * " le la les ". */
gboolean _sb_tokens_is_any (const SbTokens *self,
                            guint index,
                            const char *words);
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
