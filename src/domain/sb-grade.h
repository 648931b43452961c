/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-vocabulary.h"

G_BEGIN_DECLS

/* The NATO (Admiralty) grade: how reliable a source is, A to F, and how
 * credible an item is, 1 to 6, judged apart and shown together ("B2"). F and 6
 * say that there is no basis for a judgement: they are not the lowest and are
 * never averaged. 0 is: not graded. */
typedef enum
{
  SB_RELIABILITY_NONE,
  SB_RELIABILITY_A,
  SB_RELIABILITY_B,
  SB_RELIABILITY_C,
  SB_RELIABILITY_D,
  SB_RELIABILITY_E,
  SB_RELIABILITY_F,
} SbReliability;

typedef enum
{
  SB_CREDIBILITY_NONE,
  SB_CREDIBILITY_1,
  SB_CREDIBILITY_2,
  SB_CREDIBILITY_3,
  SB_CREDIBILITY_4,
  SB_CREDIBILITY_5,
  SB_CREDIBILITY_6,
} SbCredibility;

extern const SbVocabulary sb_reliability_vocabulary;
extern const SbVocabulary sb_credibility_vocabulary;

/* For sorting: the best first, then what there is no basis to judge (F, 6), then
 * what was not graded. Less than, equal to or greater than 0. The letter goes
 * before the digit; the two are never made one number. */
int sb_grade_compare (SbReliability reliability,
                      SbCredibility credibility,
                      SbReliability other_reliability,
                      SbCredibility other_credibility);

/* "B2", "B", "2" or "". */
char *sb_grade_format (SbReliability reliability,
                       SbCredibility credibility) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
