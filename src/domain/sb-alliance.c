/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-alliance.h"

#include <glib/gi18n.h>

static const SbTerm alliance_trait_kind_terms[] = {
  { SB_ALLIANCE_TRAIT_KIND_PILLAR, "pillar", N_ ("Pillar") },
  { SB_ALLIANCE_TRAIT_KIND_DIVERGENCE, "divergence", N_ ("Divergence") },
};

const SbVocabulary sb_alliance_trait_kind_vocabulary = SB_VOCABULARY (alliance_trait_kind_terms);

static const SbTerm durability_terms[] = {
  { SB_DURABILITY_LOW, "low", N_ ("Low") },
  { SB_DURABILITY_MODERATE, "moderate", N_ ("Moderate") },
  { SB_DURABILITY_HIGH, "high", N_ ("High") },
  { SB_DURABILITY_UNKNOWN, "unknown", N_ ("Not judged") },
};

const SbVocabulary sb_durability_vocabulary = SB_VOCABULARY (durability_terms);

static const SbField party_fields[] = {
  [SB_ALLIANCE_PARTY_ACTOR] = { .name = "actor", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_ACTOR, .label = N_ ("Actor") },
  [SB_ALLIANCE_PARTY_SINCE] = { .name = "since", .type = SB_FIELD_DATE, .label = N_ ("Since") },
  [SB_ALLIANCE_PARTY_UNTIL] = { .name = "until", .type = SB_FIELD_DATE, .label = N_ ("Until") },
};

const SbSchema sb_alliance_party_schema = {
  .kind = SB_KIND_NONE,
  .name = "alliance_party",
  .fields = party_fields,
  .n_fields = G_N_ELEMENTS (party_fields),
  .title = -1,
};

static const SbField label_fields[] = {
  [SB_ALLIANCE_LABEL_LABEL] = { .name = "label", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Label") },
  [SB_ALLIANCE_LABEL_SOURCE] = { .name = "source", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Source") },
  [SB_ALLIANCE_LABEL_EXTRACT] = { .name = "extract", .type = SB_FIELD_REF, .target = SB_KIND_EXTRACT, .label = N_ ("Extract") },
};

const SbSchema sb_alliance_label_schema = {
  .kind = SB_KIND_NONE,
  .name = "alliance_label",
  .fields = label_fields,
  .n_fields = G_N_ELEMENTS (label_fields),
  .title = -1,
};

static const SbField trait_fields[] = {
  [SB_ALLIANCE_TRAIT_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_alliance_trait_kind_vocabulary, .label = N_ ("Kind") },
  [SB_ALLIANCE_TRAIT_TEXT] = { .name = "text", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Text") },
  [SB_ALLIANCE_TRAIT_EXTRACT] = { .name = "extract", .type = SB_FIELD_REF, .target = SB_KIND_EXTRACT, .label = N_ ("Extract") },
};

const SbSchema sb_alliance_trait_schema = {
  .kind = SB_KIND_NONE,
  .name = "alliance_trait",
  .fields = trait_fields,
  .n_fields = G_N_ELEMENTS (trait_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_ALLIANCE_NAME] = { .name = "name", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Name") },
  [SB_ALLIANCE_PARTIES] = { .name = "parties", .type = SB_FIELD_LIST, .item = &sb_alliance_party_schema, .label = N_ ("Parties") },
  [SB_ALLIANCE_LABELS] = { .name = "labels", .type = SB_FIELD_LIST, .item = &sb_alliance_label_schema, .label = N_ ("What it is called") },
  [SB_ALLIANCE_TRAITS] = { .name = "traits", .type = SB_FIELD_LIST, .item = &sb_alliance_trait_schema, .label = N_ ("Pillars and divergences") },
  [SB_ALLIANCE_ADVERSARY] = { .name = "adversary", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Common adversary") },
  [SB_ALLIANCE_GOAL] = { .name = "goal", .type = SB_FIELD_BILINGUAL, .label = N_ ("Common goal") },
  [SB_ALLIANCE_FIRST_ACT] = { .name = "first_act", .type = SB_FIELD_REF, .target = SB_KIND_EVENT, .label = N_ ("First joint act") },
  [SB_ALLIANCE_SINCE] = { .name = "since", .type = SB_FIELD_DATE, .label = N_ ("Since") },
  [SB_ALLIANCE_UNTIL] = { .name = "until", .type = SB_FIELD_DATE, .label = N_ ("Until") },
  [SB_ALLIANCE_INSTRUMENT] = { .name = "instrument", .type = SB_FIELD_REF, .target = SB_KIND_INSTRUMENT, .label = N_ ("Instrument") },
  [SB_ALLIANCE_DURABILITY] = { .name = "durability", .type = SB_FIELD_TERM, .vocabulary = &sb_durability_vocabulary, .label = N_ ("Durability") },
  [SB_ALLIANCE_DURABILITY_REASON] = { .name = "durability_reason", .type = SB_FIELD_BILINGUAL, .label = N_ ("Why") },
  [SB_ALLIANCE_JUDGED_BY] = { .name = "judged_by", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Judged by") },
  [SB_ALLIANCE_JUDGED_ON] = { .name = "judged_on", .type = SB_FIELD_DATE, .label = N_ ("Judged on") },
  [SB_ALLIANCE_SUMMARY] = { .name = "summary", .type = SB_FIELD_BILINGUAL, .label = N_ ("Summary") },
};

const SbSchema sb_alliance_schema = {
  .kind = SB_KIND_ALLIANCE,
  .name = "alliance",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_ALLIANCE_NAME,
};
