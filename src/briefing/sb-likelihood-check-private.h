/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"

G_BEGIN_DECLS

/* How likelihood is worded in a document, by the rules of ICD 203. What is quoted is
 * somebody else's and is passed over. */
typedef struct
{
  guint n_off_scale; /* words of likelihood that are of no band of any scale */
  guint n_mixed; /* sentences with both a likelihood and a confidence */
} SbLikelihoodCheck;

SbLikelihoodCheck _sb_likelihood_check (const SbComposition *composition);

/* What is told of each that is found: the block and the line of the text that it is in
 * (nullable, 0), and the word of no scale as it is written, or the sentence that is mixed. */
typedef void (*SbLikelihoodFunc) (const char *block,
                                  guint line,
                                  gboolean is_mixed,
                                  const char *words,
                                  gpointer data);

void _sb_likelihood_check_each (const SbComposition *composition,
                                SbLikelihoodFunc func,
                                gpointer data);

/* Whether a sentence says how likely something is, or how sure one is of it. */
gboolean _sb_likelihood_is_worded (const char *sentence,
                                   SbLanguage language);

G_END_DECLS
