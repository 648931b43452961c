/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest word that is told apart, in bytes; of a longer one, only its
 * beginning is read. */
#define SB_WORD_MAX 63

/**
 * SbWords:
 *
 * Goes over the words of a text as sb_fold() makes them, and tells where each
 * stands; a name with an apostrophe in it ("N'Djamena") is one word. A plain struct on the stack; the text is borrowed, needs no NUL at its
 * end, and may hold any bytes. One thread.
 *
 * |[
 *   sb_words_init (&words, text, strlen (text));
 *   while (sb_words_next (&words))
 *     add_word (words.word, words.start, words.end);
 * ]|
 */
typedef struct
{
  const char *word; /* folded, until the next one */
  gsize length; /* of it, in bytes */
  gsize start; /* where it stands in the text, in bytes */
  gsize end;
  /* An article or the like before an apostrophe ("l’Azawad", "qu'il"), or the
   * English genitive ("Mali’s"): it says nothing by itself. */
  gboolean is_elided;

  /*< private >*/
  const char (*table)[4]; /* of sb_fold() */
  const char *text;
  gsize n_bytes;
  gsize position;
  char rest[80]; /* what is left of a character that is several words, which
                    is at most eighteen letters */
  gsize rest_start; /* where that character stands */
  char buffer[SB_WORD_MAX + 1];
  gboolean follows_apostrophe;
} SbWords;

void sb_words_init (SbWords *self,
                    const char *text,
                    gsize n_bytes);

/* Goes to the next word; FALSE after the last one. */
gboolean sb_words_next (SbWords *self);

/* The words of @text with single spaces between them, elided ones left out:
 * "L’Azawad" and "azawad" are the same. */
char *sb_words_join (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
