/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-vocabulary.h"

G_BEGIN_DECLS

/* Scales of likelihood. A judgement stores the scale and the band, and each
 * language renders it by its own words: the French scale has five bands, ICD
 * 203 and the PHIA yardstick have seven, so words are never translated one for
 * one. */
typedef enum
{
  SB_LIKELIHOOD_SCALE_ICD203, /* ODNI, Intelligence Community Directive 203 */
  SB_LIKELIHOOD_SCALE_PHIA, /* UK Cabinet Office, Probability Yardstick, 2025 */
  SB_LIKELIHOOD_SCALE_KENT, /* the French estimative words, after Kent 1964 */
  SB_LIKELIHOOD_SCALE_ICD203_ODDS, /* the same bands in the second row of words of
                                      ICD 203; a product keeps to one row */
} SbLikelihoodScale;

/* Confidence in a judgement is not its likelihood; the two are never put into
 * one sentence (ICD 203). */
typedef enum
{
  SB_CONFIDENCE_LOW,
  SB_CONFIDENCE_MODERATE,
  SB_CONFIDENCE_HIGH,
} SbConfidence;

extern const SbVocabulary sb_likelihood_scale_vocabulary;
extern const SbVocabulary sb_confidence_vocabulary;

/**
 * SbLikelihoodBand:
 *
 * One band: the probabilities that it covers, in per cent, and the words for it.
 */
typedef struct
{
  int low;
  int high;
  const char *words; /* English, marked for translation */
} SbLikelihoodBand;

/* Bands are numbered from the least likely, 0. NULL past the last. */
const SbLikelihoodBand *sb_likelihood_get_band (SbLikelihoodScale scale,
                                                guint band);
guint sb_likelihood_get_n_bands (SbLikelihoodScale scale);

/* The words for a band in @language, "" past the last. The French words of the
 * English scales are those of the trade for the same range, not translations of
 * the English ones. Static. */
const char *sb_likelihood_get_words (SbLikelihoodScale scale,
                                     guint band,
                                     SbLanguage language);

G_END_DECLS
