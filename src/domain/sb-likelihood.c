/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-likelihood.h"

#include "sb-translate.h"

#include <glib/gi18n.h>

static const SbTerm scale_terms[] = {
  { SB_LIKELIHOOD_SCALE_ICD203, "icd203", N_ ("ICD 203") },
  { SB_LIKELIHOOD_SCALE_PHIA, "phia", N_ ("PHIA yardstick") },
  { SB_LIKELIHOOD_SCALE_KENT, "kent", N_ ("French estimative scale") },
  { SB_LIKELIHOOD_SCALE_ICD203_ODDS, "icd203-odds", N_ ("ICD 203, second row of words") },
};

static const SbTerm confidence_terms[] = {
  { SB_CONFIDENCE_LOW, "low", N_ ("Low confidence") },
  { SB_CONFIDENCE_MODERATE, "moderate", N_ ("Moderate confidence") },
  { SB_CONFIDENCE_HIGH, "high", N_ ("High confidence") },
};

const SbVocabulary sb_likelihood_scale_vocabulary = SB_VOCABULARY (scale_terms);
const SbVocabulary sb_confidence_vocabulary = SB_VOCABULARY (confidence_terms);

static const SbLikelihoodBand icd203_bands[] = {
  { 1, 5, NC_ ("icd203", "almost no chance") },
  { 5, 20, NC_ ("icd203", "very unlikely") },
  { 20, 45, NC_ ("icd203", "unlikely") },
  { 45, 55, NC_ ("icd203", "roughly even chance") },
  { 55, 80, NC_ ("icd203", "likely") },
  { 80, 95, NC_ ("icd203", "very likely") },
  { 95, 99, NC_ ("icd203", "almost certain") },
};

static const SbLikelihoodBand icd203_odds_bands[] = {
  { 1, 5, NC_ ("icd203", "remote") },
  { 5, 20, NC_ ("icd203", "highly improbable") },
  { 20, 45, NC_ ("icd203", "improbable") },
  { 45, 55, NC_ ("icd203", "roughly even odds") },
  { 55, 80, NC_ ("icd203", "probable") },
  { 80, 95, NC_ ("icd203", "highly probable") },
  { 95, 99, NC_ ("icd203", "nearly certain") },
};

/* The gaps between the bands are the scale's own. */
static const SbLikelihoodBand phia_bands[] = {
  { 0, 5, NC_ ("phia", "remote chance") },
  { 10, 20, NC_ ("phia", "highly unlikely") },
  { 25, 35, NC_ ("phia", "unlikely") },
  { 40, 50, NC_ ("phia", "realistic possibility") },
  { 55, 75, NC_ ("phia", "likely") },
  { 80, 90, NC_ ("phia", "highly likely") },
  { 95, 100, NC_ ("phia", "almost certain") },
};

static const SbLikelihoodBand kent_bands[] = {
  { 2, 12, NC_ ("kent", "almost no chance") },
  { 20, 40, NC_ ("kent", "probably not") },
  { 40, 60, NC_ ("kent", "chances about even") },
  { 63, 87, NC_ ("kent", "probable") },
  { 87, 99, NC_ ("kent", "almost certain") },
};

static const struct
{
  const char *context;
  const SbLikelihoodBand *bands;
  guint n_bands;
} scales[] = {
  [SB_LIKELIHOOD_SCALE_ICD203] = { "icd203", icd203_bands, G_N_ELEMENTS (icd203_bands) },
  [SB_LIKELIHOOD_SCALE_PHIA] = { "phia", phia_bands, G_N_ELEMENTS (phia_bands) },
  [SB_LIKELIHOOD_SCALE_KENT] = { "kent", kent_bands, G_N_ELEMENTS (kent_bands) },
  [SB_LIKELIHOOD_SCALE_ICD203_ODDS] = { "icd203", icd203_odds_bands, G_N_ELEMENTS (icd203_odds_bands) },
};

guint
sb_likelihood_get_n_bands (SbLikelihoodScale scale)
{
  g_return_val_if_fail (scale < G_N_ELEMENTS (scales), 0);

  return scales[scale].n_bands;
}

const SbLikelihoodBand *
sb_likelihood_get_band (SbLikelihoodScale scale,
                        guint band)
{
  g_return_val_if_fail (scale < G_N_ELEMENTS (scales), NULL);

  return band < scales[scale].n_bands ? &scales[scale].bands[band] : NULL;
}

const char *
sb_likelihood_get_words (SbLikelihoodScale scale,
                         guint band,
                         SbLanguage language)
{
  const SbLikelihoodBand *found = sb_likelihood_get_band (scale, band);

  if (found == NULL)
    return "";

  return sb_translate_context (language, scales[scale].context, found->words);
}
