/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-grade.h"

#include <glib/gi18n.h>

/* NATO AJP-2.1; the French wording is in po/fr.po. */
static const SbTerm reliability_terms[] = {
  { SB_RELIABILITY_A, "A", N_ ("Completely reliable") },
  { SB_RELIABILITY_B, "B", N_ ("Usually reliable") },
  { SB_RELIABILITY_C, "C", N_ ("Fairly reliable") },
  { SB_RELIABILITY_D, "D", N_ ("Not usually reliable") },
  { SB_RELIABILITY_E, "E", N_ ("Unreliable") },
  { SB_RELIABILITY_F, "F", N_ ("Reliability cannot be judged") },
};

static const SbTerm credibility_terms[] = {
  { SB_CREDIBILITY_1, "1", N_ ("Confirmed by other sources") },
  { SB_CREDIBILITY_2, "2", N_ ("Probably true") },
  { SB_CREDIBILITY_3, "3", N_ ("Possibly true") },
  { SB_CREDIBILITY_4, "4", N_ ("Doubtful") },
  { SB_CREDIBILITY_5, "5", N_ ("Improbable") },
  { SB_CREDIBILITY_6, "6", N_ ("Truth cannot be judged") },
};

const SbVocabulary sb_reliability_vocabulary = SB_VOCABULARY (reliability_terms);
const SbVocabulary sb_credibility_vocabulary = SB_VOCABULARY (credibility_terms);

char *
sb_grade_format (SbReliability reliability,
                 SbCredibility credibility)
{
  const SbTerm *letter = sb_vocabulary_find (&sb_reliability_vocabulary, reliability);
  const SbTerm *digit = sb_vocabulary_find (&sb_credibility_vocabulary, credibility);

  return g_strconcat (letter != NULL ? letter->name : "", digit != NULL ? digit->name : "", NULL);
}

/* SbReliability and SbCredibility count alike, from 1: only what was not graded
 * stands elsewhere than its number says. */
static int
get_rank (int grade)
{
  return grade != 0 ? grade : G_MAXINT;
}

int
sb_grade_compare (SbReliability reliability,
                  SbCredibility credibility,
                  SbReliability other_reliability,
                  SbCredibility other_credibility)
{
  int rank = get_rank ((int) reliability);
  int other = get_rank ((int) other_reliability);

  if (rank == other)
    {
      rank = get_rank ((int) credibility);
      other = get_rank ((int) other_credibility);
    }

  return (rank > other) - (rank < other);
}
