/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-citations.h"

#include "briefing-fixture.h"
#include "sb-evidence.h"

/* In the order of their use: the document, the first of its group, and the
 * number that it must get. */
static const struct
{
  gint64 document;
  gint64 origin;
  guint number;
} uses[] = {
  { 7, 7, 1 },
  { 3, 3, 2 },
  { 7, 7, 1 },
  { 4, 3, 2 }, /* a republication of 3 is no second source */
  { 9, 9, 3 },
  { 3, 3, 2 },
};

static void
test_numbers (void)
{
  g_autoptr (SbCitations) citations = sb_citations_new (SB_LANGUAGE_FR);
  g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autoptr (SbRecord) evidence = fixture_new_evidence (event, uses[i].document, uses[i].origin, "fr", SB_STANCE_SUPPORTS);

      g_assert_cmpuint (sb_citations_cite (citations, evidence), ==, uses[i].number);
    }
  g_assert_cmpuint (sb_citations_get_n_sources (citations), ==, 3);
}

/* Of one origin, the document in the language of the edition is cited. */
static void
test_language (void)
{
  g_autoptr (SbCitations) citations = sb_citations_new (SB_LANGUAGE_EN);
  g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);
  g_autoptr (SbRecord) french = fixture_new_evidence (event, 3, 3, "fr", SB_STANCE_SUPPORTS);
  g_autoptr (SbRecord) english = fixture_new_evidence (event, 4, 3, "en-GB", SB_STANCE_SUPPORTS);

  g_assert_cmpuint (sb_citations_cite (citations, french), ==, 1);
  g_assert_cmpuint (sb_citations_cite (citations, english), ==, 1);
  g_assert_cmpstr (sb_citations_get_uri (citations, 1), ==, "https://example.org/4?a='b'");
}

static void
test_references (void)
{
  static const char *const expected[SB_N_LANGUAGES] = {
    [SB_LANGUAGE_FR] = "M. Traoré, «\302\240Chronique no 3\302\240», *Journal 3*, 1er\302\240mai\302\2402026.",
    [SB_LANGUAGE_EN] = "M. Traoré, “Chronique no 3”, *Journal 3*, 1\302\240May\302\2402026.",
  };

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_autoptr (SbCitations) citations = sb_citations_new (i);
      g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);
      g_autoptr (SbRecord) evidence = fixture_new_evidence (event, 3, 3, "fr", SB_STANCE_SUPPORTS);
      g_autofree char *reference = NULL;

      sb_citations_cite (citations, evidence);
      reference = sb_citations_dup_reference (citations, 1);
      g_assert_cmpstr (reference, ==, expected[i]);
    }
}

static void
test_marks (void)
{
  static const struct
  {
    SbLanguage language;
    const char *markup;
    const char *marked;
  } cases[] = {
    { SB_LANGUAGE_FR, "La route est coupée.", "La route est coupée\342\201\240[^1]\342\200\257[^2]." },
    { SB_LANGUAGE_FR, "La route est coupée", "La route est coupée\342\201\240[^1]\342\200\257[^2]" },
    { SB_LANGUAGE_FR, "Il a dit «\302\240non\302\240».", "Il a dit «\302\240non\302\240»\342\201\240[^1]\342\200\257[^2]." },
    { SB_LANGUAGE_EN, "The road is cut.", "The road is cut.\342\201\240[^1]\342\200\257[^2]" },
  };
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint number = 1;

  g_array_append_val (numbers, number);
  number = 2;
  g_array_append_val (numbers, number);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = sb_citations_append_marks (cases[i].markup, numbers, cases[i].language);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/citations/numbers", test_numbers);
  g_test_add_func ("/briefing/citations/language", test_language);
  g_test_add_func ("/briefing/citations/references", test_references);
  g_test_add_func ("/briefing/citations/marks", test_marks);

  return g_test_run ();
}
