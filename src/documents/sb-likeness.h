/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far one text is another one. A text is taken as its shingles: each run of
 * SB_SHINGLE_WORDS words, folded as by sb_words_next(), articles before an
 * apostrophe left out (Broder, "On the resemblance and containment of documents",
 * 1997). Of these it keeps a sketch, the SB_SKETCH_MARKS least of their hashes: two
 * texts of which one holds a third of the other have some of them in common, by
 * which the one is found among a hundred thousand. What is found so is compared
 * whole. Pure; any thread. */

/* Five words: of four, two texts of one event that have nothing to do with each
 * other share turns of phrase ("le ministre de la défense"); with six, copies that
 * were edited a little fall apart. */
#define SB_SHINGLE_WORDS 5
#define SB_SKETCH_MARKS  16

/* Below so many words, nothing follows from two texts being alike: agencies word
 * the same news in the same words. */
#define SB_LIKENESS_MIN_WORDS 40

/* What is longer than this is compared as far as this (words). */
#define SB_LIKENESS_MAX_WORDS 20000

/**
 * SbShingles:
 *
 * The shingles of one text. Immutable; owned by one.
 */
typedef struct _SbShingles SbShingles;

/* @text: UTF-8, of @n_bytes, without a NUL at its end if need be. */
SbShingles *sb_shingles_new (const char *text,
                             gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void sb_shingles_free (SbShingles *self);

/* How many words the text has, at most SB_LIKENESS_MAX_WORDS. */
guint sb_shingles_get_n_words (const SbShingles *self);
/* The sketch: at most SB_SKETCH_MARKS, the least first; none when the text is too
 * short to be compared. Borrowed. */
const guint32 *sb_shingles_get_marks (const SbShingles *self,
                                      guint *n_marks);

/**
 * SbLikeness:
 * @of_earlier: which part of the words of the earlier text the later one has, 0 to 1
 * @of_later: the other way round
 * @n_words: how many words of the later one that is
 *
 * Words count that stand in a run of words which both have. What many documents
 * have counts on neither side.
 */
typedef struct
{
  double of_earlier;
  double of_later;
  guint n_words;
} SbLikeness;

/* @common: marks that many documents have (nullable): a run that holds one is
 * boilerplate. All 0 when too little is left of either. */
SbLikeness sb_shingles_compare (const SbShingles *earlier,
                                const SbShingles *later,
                                const guint32 *common,
                                guint n_common);

/* Whether anything may follow from it, whichever of the two texts is the earlier one:
 * else sb_likeness_judge() need not be asked. */
gboolean sb_likeness_is_close (const SbLikeness *likeness);

/* What a document is, beside its text. */
typedef struct
{
  const char *title;
  gint64 source; /* 0 when it is not known */
  int day; /* of publication; see sb_day_parse() */
} SbLikenessSide;

/**
 * SbShingleTable:
 *
 * The shingles of one text, for those of several others to be looked up in. Immutable;
 * owned by one.
 */
typedef struct _SbShingleTable SbShingleTable;

/* @shingles: are to live longer. */
SbShingleTable *sb_shingle_table_new (const SbShingles *shingles) G_GNUC_WARN_UNUSED_RESULT;
void sb_shingle_table_free (SbShingleTable *self);

/* Whether sb_likeness_is_close() of the two texts: that they are not, as most, is told
 * from the words of @other alone. */
gboolean sb_shingle_table_is_close (const SbShingleTable *self,
                                    const SbShingles *other,
                                    const guint32 *common,
                                    guint n_common);

typedef enum
{
  SB_LIKENESS_NONE,
  SB_LIKENESS_REPUBLICATION, /* the later one republishes the earlier one */
  SB_LIKENESS_VERSION, /* the later one is a new version of the earlier one */
} SbLikenessVerdict;

/* What follows from @likeness. Precision first: a republication that is none hides
 * a second source.
 *
 * A text republishes an earlier one when most of it stands there, and is more of it
 * than a passage. One that holds an earlier one among much else quotes it, and is
 * a source of its own. Two texts of one source are no republication: one is a new
 * version of the other when they are of the same days and under the same head. The
 * next number of a bulletin ("n° 12", "6 May") is none. */
SbLikenessVerdict sb_likeness_judge (const SbLikeness *likeness,
                                     const SbLikenessSide *earlier,
                                     const SbLikenessSide *later);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbShingles, sb_shingles_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbShingleTable, sb_shingle_table_free)

G_END_DECLS
