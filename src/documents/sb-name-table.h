/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbNameTable:
 *
 * Tens of thousands of names, to be found in one pass over a text however many
 * they are. Names and text are compared word by word as sb_fold() makes them:
 * case, accents, hyphens and apostrophes do not count, so that "L’AZAWAD" holds
 * "Azawad" and "Nioro-du-Sahel" is "Nioro du Sahel". A name begins and ends with
 * a word: "Gao" is not in "Gaoual". What an apostrophe parts is words ("l’Azawad",
 * "Mali's"), and so the elided article and the genitive are not in the way.
 *
 * Words are compared by hashes of 64 bits: of a million names and as many
 * megabytes, the chance that one is found where it does not stand is one in many
 * millions.
 *
 * Immutable and reference counted, safe to share between threads.
 */
typedef struct _SbNameTable SbNameTable;

/* No name. */
#define SB_NAME_NONE G_MAXUINT

/* The most words of a name that are compared; a longer one is not taken in. */
#define SB_NAME_MAX_WORDS 16

/* @names: (array length=n_names); one without a letter is not found anywhere.
 * Names are told by their position in the array, of which nothing is kept. */
SbNameTable *sb_name_table_new (const char *const *names,
                                guint n_names) G_GNUC_WARN_UNUSED_RESULT;
SbNameTable *sb_name_table_ref (SbNameTable *self);
void sb_name_table_unref (SbNameTable *self);

/* Another name that is the same when folded, %SB_NAME_NONE after the last: by
 * way of it, a match leads to all of them. */
guint sb_name_table_get_same (const SbNameTable *self,
                              guint name);

/* One of the names that are @text, all of it; %SB_NAME_NONE for none. */
guint sb_name_table_find (const SbNameTable *self,
                          const char *text);

/* Where a name stands, in bytes of the text. */
typedef struct
{
  gsize start;
  gsize end;
  guint name; /* one of those that are the same, see sb_name_table_get_same() */
} SbNameMatch;

/**
 * SbNameScan:
 *
 * The names in a text, from its beginning on: the longest one that begins at a
 * word, then on behind it. A plain struct on the stack; table and text are
 * borrowed, the text needs no NUL at its end and may hold any bytes. One thread.
 */
typedef struct
{
  /*< private >*/
  const SbNameTable *table;
  const guchar *text;
  const guchar *position;
  const guchar *end;
} SbNameScan;

void sb_name_scan_init (SbNameScan *self,
                        const SbNameTable *table,
                        const char *text,
                        gsize n_bytes);

/* Goes to the next name; FALSE after the last one. */
gboolean sb_name_scan_next (SbNameScan *self,
                            SbNameMatch *match);

/* Some words of a text that names may begin with, one after the other: for who has
 * read the words already. Begins as all 0. */
typedef struct
{
  guint64 hash;
  guint name; /* the one that these words are; SB_NAME_NONE for none */
  gboolean goes_on; /* whether longer ones begin so */
} SbNameStep;

/* Whether a name may begin with the word of the hash (sb-word-hash.h) @word: most do
 * not, and this is told at once. */
gboolean _sb_name_table_may_begin (const SbNameTable *self,
                                   guint64 word);
/* Goes on by one word; FALSE when no name begins so. */
gboolean _sb_name_table_step (const SbNameTable *self,
                              guint64 word,
                              SbNameStep *step);
/* The same by all words of @text. */
gboolean _sb_name_table_step_over (const SbNameTable *self,
                                   const char *text,
                                   gsize n_bytes,
                                   SbNameStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbNameTable, sb_name_table_unref)

G_END_DECLS
