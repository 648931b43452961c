/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"
#include "sb-likelihood.h"

G_BEGIN_DECLS

/* How likely something is held to be, by whom and when. */

typedef enum
{
  SB_JUDGEMENT_TOPIC_ANALYSIS,
  SB_JUDGEMENT_TOPIC_RISK,
} SbJudgementTopic;

typedef enum
{
  SB_JUDGEMENT_PROPOSITION,
  SB_JUDGEMENT_SCENARIO,
  SB_JUDGEMENT_HORIZON,
  SB_JUDGEMENT_SCALE,
  SB_JUDGEMENT_BAND,
  SB_JUDGEMENT_CONFIDENCE,
  SB_JUDGEMENT_JUDGED_BY,
  SB_JUDGEMENT_DATE,
  SB_JUDGEMENT_REASONS,
  SB_JUDGEMENT_TOPIC,
} SbJudgementField;

extern const SbVocabulary sb_judgement_topic_vocabulary;

extern const SbSchema sb_judgement_schema;

G_END_DECLS
