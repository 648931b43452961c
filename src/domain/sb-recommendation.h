/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* What someone is advised to do. */

typedef enum
{
  SB_RECOMMENDATION_AUDIENCE_TRAVELLERS,
  SB_RECOMMENDATION_AUDIENCE_AUTHORITIES,
  SB_RECOMMENDATION_AUDIENCE_PARTNERS,
  SB_RECOMMENDATION_AUDIENCE_GENERAL,
} SbRecommendationAudience;

typedef enum
{
  SB_RECOMMENDATION_ACTION,
  SB_RECOMMENDATION_ADDRESSEE,
  SB_RECOMMENDATION_ADVISED_BY,
  SB_RECOMMENDATION_DATE,
  SB_RECOMMENDATION_HORIZON,
  SB_RECOMMENDATION_PRIORITY,
  SB_RECOMMENDATION_AUDIENCE,
} SbRecommendationField;

extern const SbVocabulary sb_recommendation_audience_vocabulary;

extern const SbSchema sb_recommendation_schema;

G_END_DECLS
