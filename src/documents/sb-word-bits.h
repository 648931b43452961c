/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 hash;
  guint bits; /* 0 for an empty one */
} SbWordBitsSlot;

/**
 * SbWordBits:
 *
 * Words with some bits for each, found by their hash (sb-word-hash.h) alone: a word
 * of a text is looked up in about the time that its letters took to be read. It is
 * filled by one thread; from then on any may read it.
 */
typedef struct
{
  /*< private >*/
  SbWordBitsSlot *slots; /* (owned) open addressing */
  guint64 mask; /* their number, a power of two, less one */
  guint n_words;
} SbWordBits;

SbWordBits *_sb_word_bits_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_word_bits_free (SbWordBits *self);

/* Adds @bits, not all of them 0, to those of the folded @word. */
void _sb_word_bits_add (SbWordBits *self,
                        const char *word,
                        guint bits);
/* The same of a word, or of several, by a hash that is no 0. */
void _sb_word_bits_add_hash (SbWordBits *self,
                             guint64 hash,
                             guint bits);

/* 0 for a word that is not there. */
static inline guint
_sb_word_bits_get (const SbWordBits *self,
                   guint64 hash)
{
  guint64 i = (hash ^ hash >> 32) & self->mask;

  while (self->slots[i].bits != 0 && self->slots[i].hash != hash)
    i = (i + 1) & self->mask;

  return self->slots[i].bits;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbWordBits, _sb_word_bits_free)

G_END_DECLS
