/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A dated alliance of two parties or more: what each source calls it, what
 * holds it together, what divides it, and how long it is judged to last. */

typedef enum
{
  SB_ALLIANCE_TRAIT_KIND_PILLAR,
  SB_ALLIANCE_TRAIT_KIND_DIVERGENCE,
} SbAllianceTraitKind;

typedef enum
{
  SB_DURABILITY_LOW,
  SB_DURABILITY_MODERATE,
  SB_DURABILITY_HIGH,
  SB_DURABILITY_UNKNOWN,
} SbDurability;

typedef enum
{
  SB_ALLIANCE_NAME,
  SB_ALLIANCE_PARTIES,
  SB_ALLIANCE_LABELS,
  SB_ALLIANCE_TRAITS,
  SB_ALLIANCE_ADVERSARY,
  SB_ALLIANCE_GOAL,
  SB_ALLIANCE_FIRST_ACT,
  SB_ALLIANCE_SINCE,
  SB_ALLIANCE_UNTIL,
  SB_ALLIANCE_INSTRUMENT,
  SB_ALLIANCE_DURABILITY,
  SB_ALLIANCE_DURABILITY_REASON,
  SB_ALLIANCE_JUDGED_BY,
  SB_ALLIANCE_JUDGED_ON,
  SB_ALLIANCE_SUMMARY,
} SbAllianceField;

typedef enum
{
  SB_ALLIANCE_PARTY_ACTOR,
  SB_ALLIANCE_PARTY_SINCE,
  SB_ALLIANCE_PARTY_UNTIL,
} SbAlliancePartyField;

typedef enum
{
  SB_ALLIANCE_LABEL_LABEL,
  SB_ALLIANCE_LABEL_SOURCE,
  SB_ALLIANCE_LABEL_EXTRACT,
} SbAllianceLabelField;

typedef enum
{
  SB_ALLIANCE_TRAIT_KIND,
  SB_ALLIANCE_TRAIT_TEXT,
  SB_ALLIANCE_TRAIT_EXTRACT,
} SbAllianceTraitField;

extern const SbVocabulary sb_alliance_trait_kind_vocabulary;
extern const SbVocabulary sb_durability_vocabulary;

extern const SbSchema sb_alliance_party_schema;
extern const SbSchema sb_alliance_label_schema;
extern const SbSchema sb_alliance_trait_schema;
extern const SbSchema sb_alliance_schema;

G_END_DECLS
