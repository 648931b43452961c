/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word that was read. */
typedef struct
{
  guint32 hash;
  guint32 offset; /* of its letters */
  guint32 n; /* how often; 0 for a slot without a word */
  guint8 length; /* in bytes */
  guint8 languages; /* bits (1 << SbLanguage) of the texts it was in; none when it
                       was only among names */
} SbMetWord;

/* The letters of a short word, and what was met of it since it was put there. */
typedef struct
{
  guint64 letters[2]; /* with NULs behind them */
  guint32 n;
  guint32 languages;
} SbRecentWord;

/* A power of two; all of them fit into the first cache of a processor. */
#define SB_WORD_SET_N_RECENT 1024

/**
 * SbWordSet:
 *
 * The words of the texts of a batch, each once, while they are read: a set that
 * is asked for every word of every text. Most words of a text are one of a few
 * hundred, which are counted apart: the set itself is larger than what a processor
 * has at hand, and so is that of FTS5, which needs the room. One thread.
 */
typedef struct
{
  SbMetWord *slots; /* (owned) a power of two */
  guint32 n_slots;
  guint32 n_words;
  GByteArray *letters; /* (owned) of all words, each with a NUL behind it */
  SbRecentWord *recent; /* (owned) */
} SbWordSet;

SbWordSet *_sb_word_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_word_set_free (SbWordSet *self);

/* Notes that @word was read. */
void _sb_word_set_add (SbWordSet *self,
                       const char *word,
                       gsize length,
                       guint languages);

/* Notes all words of @other, to which no word may be added then. */
void _sb_word_set_add_all (SbWordSet *self,
                           SbWordSet *other);

/* Puts the words into their order in the index; no word may be added then. They
 * are the first @n_words of @slots. */
void _sb_word_set_sort (SbWordSet *self);

/* The letters of a word. Borrowed until the next one is added. */
static inline const char *
_sb_word_set_get_letters (const SbWordSet *self,
                          const SbMetWord *word)
{
  return (const char *) self->letters->data + word->offset;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbWordSet, _sb_word_set_free)

G_END_DECLS
