/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-recommendation.h"

#include <glib/gi18n.h>

static const SbTerm recommendation_audience_terms[] = {
  { SB_RECOMMENDATION_AUDIENCE_TRAVELLERS, "travellers", N_ ("Travellers") },
  { SB_RECOMMENDATION_AUDIENCE_AUTHORITIES, "authorities", N_ ("Authorities") },
  { SB_RECOMMENDATION_AUDIENCE_PARTNERS, "partners", N_ ("Partners") },
  { SB_RECOMMENDATION_AUDIENCE_GENERAL, "general", N_ ("General") },
};

const SbVocabulary sb_recommendation_audience_vocabulary = SB_VOCABULARY (recommendation_audience_terms);

static const SbField fields[] = {
  [SB_RECOMMENDATION_ACTION] = { .name = "action", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Action") },
  [SB_RECOMMENDATION_ADDRESSEE] = { .name = "addressee", .type = SB_FIELD_BILINGUAL, .label = N_ ("Addressee") },
  [SB_RECOMMENDATION_ADVISED_BY] = { .name = "advised_by", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Advised by") },
  [SB_RECOMMENDATION_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_RECOMMENDATION_HORIZON] = { .name = "horizon", .type = SB_FIELD_BILINGUAL, .label = N_ ("Horizon") },
  [SB_RECOMMENDATION_PRIORITY] = { .name = "priority", .type = SB_FIELD_INTEGER, .label = N_ ("Priority") },
  [SB_RECOMMENDATION_AUDIENCE] = { .name = "audience", .type = SB_FIELD_TERM, .vocabulary = &sb_recommendation_audience_vocabulary, .label = N_ ("Audience") },
};

const SbSchema sb_recommendation_schema = {
  .kind = SB_KIND_RECOMMENDATION,
  .name = "recommendation",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_RECOMMENDATION_ACTION,
};
