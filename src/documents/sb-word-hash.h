/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What words are compared by: their folded letters, each as a random number of 64
 * bits, by turning and adding. A word of twelve letters takes as many steps of two
 * cycles, which is what the speed of all that looks for names comes from. A word
 * without a letter is 0. */

#define SB_WORD_HASH_TURN 7

/* The number of a byte of a folded word, by the generator splitmix64. */
static inline guint64
_sb_word_hash_make_key (guchar byte)
{
  guint64 z = (guint64) (byte + 1) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return (z ^ (z >> 31)) | 1;
}

/* The hash of a word with one more letter. */
static inline guint64
_sb_word_hash_add (guint64 hash,
                   guint64 key)
{
  return (hash << SB_WORD_HASH_TURN | hash >> (64 - SB_WORD_HASH_TURN)) ^ key;
}

/* The hash of some words and one more; of none it is 0, of some it never is. */
static inline guint64
_sb_word_hash_join (guint64 hash,
                    guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  hash ^= hash >> 29;
  return hash != 0 ? hash : 1;
}

/* The numbers of all bytes. Any thread. */
const guint64 *_sb_word_hash_get_keys (void);

/* Of a folded word of @length bytes. Any thread. */
guint64 _sb_word_hash (const char *word,
                       gsize length);

G_END_DECLS
