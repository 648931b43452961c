/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-word-hash.h"

const guint64 *
_sb_word_hash_get_keys (void)
{
  static guint64 keys[256];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        keys[i] = _sb_word_hash_make_key ((guchar) i);
      g_once_init_leave (&ready, 1);
    }

  return keys;
}

guint64
_sb_word_hash (const char *word,
               gsize length)
{
  const guint64 *keys = _sb_word_hash_get_keys ();
  guint64 hash = 0;

  for (gsize i = 0; i < length; i++)
    hash = _sb_word_hash_add (hash, keys[(guchar) word[i]]);

  return hash;
}
