/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-judgement.h"

#include <glib/gi18n.h>

static const SbTerm judgement_topic_terms[] = {
  { SB_JUDGEMENT_TOPIC_ANALYSIS, "analysis", N_ ("Analysis") },
  { SB_JUDGEMENT_TOPIC_RISK, "risk", N_ ("Risk") },
  { SB_JUDGEMENT_TOPIC_PARALLEL, "parallel", N_ ("Historical parallel") },
  { SB_JUDGEMENT_TOPIC_NARRATIVE, "narrative", N_ ("Narrative") },
};

const SbVocabulary sb_judgement_topic_vocabulary = SB_VOCABULARY (judgement_topic_terms);

static const SbTerm judgement_point_kind_terms[] = {
  { SB_JUDGEMENT_POINT_KIND_SIMILARITY, "similarity", N_ ("Similarity") },
  { SB_JUDGEMENT_POINT_KIND_DIFFERENCE, "difference", N_ ("Difference") },
  { SB_JUDGEMENT_POINT_KIND_EFFECT, "effect", N_ ("Effect") },
};

const SbVocabulary sb_judgement_point_kind_vocabulary = SB_VOCABULARY (judgement_point_kind_terms);

static const SbField point_fields[] = {
  [SB_JUDGEMENT_POINT_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_judgement_point_kind_vocabulary, .label = N_ ("Kind") },
  [SB_JUDGEMENT_POINT_TEXT] = { .name = "text", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Text") },
  [SB_JUDGEMENT_POINT_EXTRACT] = { .name = "extract", .type = SB_FIELD_REF, .target = SB_KIND_EXTRACT, .label = N_ ("Extract") },
};

const SbSchema sb_judgement_point_schema = {
  .kind = SB_KIND_NONE,
  .name = "judgement_point",
  .fields = point_fields,
  .n_fields = G_N_ELEMENTS (point_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_JUDGEMENT_PROPOSITION] = { .name = "proposition", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Proposition") },
  [SB_JUDGEMENT_SCENARIO] = { .name = "scenario", .type = SB_FIELD_REF, .target = SB_KIND_SCENARIO, .label = N_ ("Scenario") },
  [SB_JUDGEMENT_PLACE] = { .name = "place", .type = SB_FIELD_REF, .target = SB_KIND_PLACE, .label = N_ ("Place") },
  [SB_JUDGEMENT_HORIZON] = { .name = "horizon", .type = SB_FIELD_BILINGUAL, .label = N_ ("Horizon") },
  [SB_JUDGEMENT_SCALE] = { .name = "scale", .type = SB_FIELD_TERM, .vocabulary = &sb_likelihood_scale_vocabulary, .label = N_ ("Scale") },
  [SB_JUDGEMENT_BAND] = { .name = "band", .type = SB_FIELD_INTEGER, .label = N_ ("Likelihood (band of the scale)") },
  [SB_JUDGEMENT_WORDING] = { .name = "wording", .type = SB_FIELD_TEXT, .label = N_ ("Likelihood in the words of the author") },
  [SB_JUDGEMENT_CONFIDENCE] = { .name = "confidence", .type = SB_FIELD_TERM, .vocabulary = &sb_confidence_vocabulary, .label = N_ ("Confidence") },
  [SB_JUDGEMENT_JUDGED_BY] = { .name = "judged_by", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Judged by") },
  [SB_JUDGEMENT_HELD_BY] = { .name = "held_by", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Held by") },
  [SB_JUDGEMENT_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_JUDGEMENT_REASONS] = { .name = "reasons", .type = SB_FIELD_BILINGUAL, .label = N_ ("Reasons") },
  [SB_JUDGEMENT_COMPARED] = { .name = "compared", .type = SB_FIELD_DATE, .label = N_ ("Compared with") },
  [SB_JUDGEMENT_POINTS] = { .name = "points", .type = SB_FIELD_LIST, .item = &sb_judgement_point_schema, .label = N_ ("Points") },
  [SB_JUDGEMENT_TOPIC] = { .name = "topic", .type = SB_FIELD_TERM, .vocabulary = &sb_judgement_topic_vocabulary, .label = N_ ("Use") },
};

const SbSchema sb_judgement_schema = {
  .kind = SB_KIND_JUDGEMENT,
  .name = "judgement",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_JUDGEMENT_PROPOSITION,
};
