/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-name-set.h"

G_BEGIN_DECLS

/* What is said of a text whose mentions are looked for. */
typedef struct
{
  const char *language; /* (nullable) BCP 47; NULL to find out by the text */
  /* The day that it was written on, see sb-date.h, by which “last Tuesday” is
   * understood; where has_day is FALSE it is guessed from the dates in the text. */
  gboolean has_day;
  int day;
} SbTextFacts;

/* Finds what @text names: actors, persons, places, roads, instruments and dates,
 * and the names in it that are not known. @text is UTF-8 of @n_bytes; where it is
 * not, nothing is found. Takes some 50 ms for a megabyte; any
 * thread.
 *
 * A name is where its words stand, whatever their accents and hyphens; what stands
 * around them decides between several that are called so, and whether it is one
 * at all: “Timbuktu Institute” is no town. Titles, articles and kinds (“général”,
 * “l’”, “région de”) are not part of a name. The name of a person that is given
 * once says who is meant by the surname in the whole text. */
SbMentions *sb_recognise (const SbNameSet *names,
                          const char *text,
                          gsize n_bytes,
                          const SbTextFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
