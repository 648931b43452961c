/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-likelihood.h"

/* The scales as their makers published them, and the words of French for the
 * same ranges. */

static const struct
{
  SbLikelihoodScale scale;
  guint band;
  int low;
  int high;
  const char *en;
  const char *fr;
} cases[] = {
  /* ICD 203, 2015, D.6.e(2)(a). */
  { SB_LIKELIHOOD_SCALE_ICD203, 0, 1, 5, "almost no chance", "presque aucune chance" },
  { SB_LIKELIHOOD_SCALE_ICD203, 1, 5, 20, "very unlikely", "très peu probable" },
  { SB_LIKELIHOOD_SCALE_ICD203, 2, 20, 45, "unlikely", "peu probable" },
  { SB_LIKELIHOOD_SCALE_ICD203, 3, 45, 55, "roughly even chance", "chances à peu près égales" },
  { SB_LIKELIHOOD_SCALE_ICD203, 4, 55, 80, "likely", "probable" },
  { SB_LIKELIHOOD_SCALE_ICD203, 5, 80, 95, "very likely", "très probable" },
  { SB_LIKELIHOOD_SCALE_ICD203, 6, 95, 99, "almost certain", "quasi certain" },

  { SB_LIKELIHOOD_SCALE_ICD203_ODDS, 0, 1, 5, "remote", "presque aucune chance" },
  { SB_LIKELIHOOD_SCALE_ICD203_ODDS, 1, 5, 20, "highly improbable", "très peu probable" },
  { SB_LIKELIHOOD_SCALE_ICD203_ODDS, 2, 20, 45, "improbable", "peu probable" },
  { SB_LIKELIHOOD_SCALE_ICD203_ODDS, 3, 45, 55, "roughly even odds", "chances à peu près égales" },
  { SB_LIKELIHOOD_SCALE_ICD203_ODDS, 4, 55, 80, "probable", "probable" },
  { SB_LIKELIHOOD_SCALE_ICD203_ODDS, 5, 80, 95, "highly probable", "très probable" },
  { SB_LIKELIHOOD_SCALE_ICD203_ODDS, 6, 95, 99, "nearly certain", "quasi certain" },

  /* PHIA, 2025: with gaps. */
  { SB_LIKELIHOOD_SCALE_PHIA, 0, 0, 5, "remote chance", "presque aucune chance" },
  { SB_LIKELIHOOD_SCALE_PHIA, 1, 10, 20, "highly unlikely", "très peu probable" },
  { SB_LIKELIHOOD_SCALE_PHIA, 2, 25, 35, "unlikely", "peu probable" },
  { SB_LIKELIHOOD_SCALE_PHIA, 3, 40, 50, "realistic possibility", "chances à peu près égales" },
  { SB_LIKELIHOOD_SCALE_PHIA, 4, 55, 75, "likely", "probable" },
  { SB_LIKELIHOOD_SCALE_PHIA, 5, 80, 90, "highly likely", "très probable" },
  { SB_LIKELIHOOD_SCALE_PHIA, 6, 95, 100, "almost certain", "quasi certain" },

  /* 7 ± 5, 30 ± 10, 50 ± 10, 75 ± 12, 93 ± 6. */
  { SB_LIKELIHOOD_SCALE_KENT, 0, 2, 12, "almost no chance", "presque aucune chance" },
  { SB_LIKELIHOOD_SCALE_KENT, 1, 20, 40, "probably not", "probablement pas" },
  { SB_LIKELIHOOD_SCALE_KENT, 2, 40, 60, "chances about even", "chances à peu près égales" },
  { SB_LIKELIHOOD_SCALE_KENT, 3, 63, 87, "probable", "probable" },
  { SB_LIKELIHOOD_SCALE_KENT, 4, 87, 99, "almost certain", "quasi certain" },
};

static void
test_bands (void)
{
  guint n_bands = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbLikelihoodBand *band = sb_likelihood_get_band (cases[i].scale, cases[i].band);

      g_assert_nonnull (band);
      g_assert_cmpint (band->low, ==, cases[i].low);
      g_assert_cmpint (band->high, ==, cases[i].high);
      g_assert_cmpstr (sb_likelihood_get_words (cases[i].scale, cases[i].band, SB_LANGUAGE_EN), ==, cases[i].en);
      g_assert_cmpstr (sb_likelihood_get_words (cases[i].scale, cases[i].band, SB_LANGUAGE_FR), ==, cases[i].fr);
    }

  /* The table has all of them. */
  for (guint i = 0; i < sb_likelihood_scale_vocabulary.n_terms; i++)
    n_bands += sb_likelihood_get_n_bands ((SbLikelihoodScale) sb_likelihood_scale_vocabulary.terms[i].value);
  g_assert_cmpuint (n_bands, ==, G_N_ELEMENTS (cases));
}

/* From the least likely up, no two bands of a scale overlapping. */
static void
test_order (void)
{
  for (guint i = 0; i < sb_likelihood_scale_vocabulary.n_terms; i++)
    {
      SbLikelihoodScale scale = (SbLikelihoodScale) sb_likelihood_scale_vocabulary.terms[i].value;
      int last = 0;

      for (guint k = 0; k < sb_likelihood_get_n_bands (scale); k++)
        {
          const SbLikelihoodBand *band = sb_likelihood_get_band (scale, k);

          g_assert_cmpint (band->low, >=, last);
          g_assert_cmpint (band->high, >, band->low);
          last = band->high;
        }
      g_assert_cmpint (last, <=, 100);
    }
}

static void
test_past_the_last (void)
{
  g_assert_null (sb_likelihood_get_band (SB_LIKELIHOOD_SCALE_KENT, 5));
  g_assert_cmpstr (sb_likelihood_get_words (SB_LIKELIHOOD_SCALE_KENT, 5, SB_LANGUAGE_FR), ==, "");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/likelihood/bands", test_bands);
  g_test_add_func ("/domain/likelihood/order", test_order);
  g_test_add_func ("/domain/likelihood/past-the-last", test_past_the_last);
  return g_test_run ();
}
