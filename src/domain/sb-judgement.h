/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"
#include "sb-likelihood.h"

G_BEGIN_DECLS

/* How likely something is held to be, by whom and when. */

typedef enum
{
  SB_JUDGEMENT_POINT_KIND_SIMILARITY,
  SB_JUDGEMENT_POINT_KIND_DIFFERENCE,
  SB_JUDGEMENT_POINT_KIND_EFFECT,
} SbJudgementPointKind;

typedef enum
{
  SB_JUDGEMENT_TOPIC_ANALYSIS,
  SB_JUDGEMENT_TOPIC_RISK,
  SB_JUDGEMENT_TOPIC_PARALLEL,
  SB_JUDGEMENT_TOPIC_NARRATIVE,
} SbJudgementTopic;

typedef enum
{
  SB_JUDGEMENT_PROPOSITION,
  SB_JUDGEMENT_SCENARIO,
  SB_JUDGEMENT_PLACE,
  SB_JUDGEMENT_HORIZON,
  SB_JUDGEMENT_SCALE,
  SB_JUDGEMENT_BAND,
  SB_JUDGEMENT_WORDING,
  SB_JUDGEMENT_CONFIDENCE,
  SB_JUDGEMENT_JUDGED_BY,
  SB_JUDGEMENT_HELD_BY,
  SB_JUDGEMENT_DATE,
  SB_JUDGEMENT_REASONS,
  SB_JUDGEMENT_COMPARED,
  SB_JUDGEMENT_POINTS,
  SB_JUDGEMENT_TOPIC,
} SbJudgementField;

typedef enum
{
  SB_JUDGEMENT_POINT_KIND,
  SB_JUDGEMENT_POINT_TEXT,
  SB_JUDGEMENT_POINT_EXTRACT,
} SbJudgementPointField;

extern const SbVocabulary sb_judgement_point_kind_vocabulary;
extern const SbVocabulary sb_judgement_topic_vocabulary;

extern const SbSchema sb_judgement_point_schema;
extern const SbSchema sb_judgement_schema;

G_END_DECLS
