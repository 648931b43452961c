/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-relation.h"

#include <glib/gi18n.h>

static const SbTerm relation_kind_terms[] = {
  { SB_RELATION_KIND_MEMBER_OF, "member-of", N_ ("is a member of") },
  { SB_RELATION_KIND_PART_OF, "part-of", N_ ("is part of") },
  { SB_RELATION_KIND_LEADS, "leads", N_ ("leads") },
  { SB_RELATION_KIND_FOUNDED, "founded", N_ ("founded") },
  { SB_RELATION_KIND_SPLIT_FROM, "split-from", N_ ("split from") },
  { SB_RELATION_KIND_MERGED_INTO, "merged-into", N_ ("merged into") },
  { SB_RELATION_KIND_SUCCEEDS, "succeeds", N_ ("succeeds") },
  { SB_RELATION_KIND_AFFILIATED_WITH, "affiliated-with", N_ ("is affiliated with") },
  { SB_RELATION_KIND_ALLIED_WITH, "allied-with", N_ ("is allied with") },
  { SB_RELATION_KIND_SUPPORTS, "supports", N_ ("supports") },
  { SB_RELATION_KIND_SUPPLIES, "supplies", N_ ("supplies") },
  { SB_RELATION_KIND_OPPOSES, "opposes", N_ ("opposes") },
  { SB_RELATION_KIND_RIVAL_OF, "rival-of", N_ ("is a rival of") },
  { SB_RELATION_KIND_NEGOTIATES_WITH, "negotiates-with", N_ ("negotiates with") },
  { SB_RELATION_KIND_RELATED_TO, "related-to", N_ ("is related to") },
  { SB_RELATION_KIND_VASSAL_OF, "vassal-of", N_ ("is held to be a vassal of") },
};

const SbVocabulary sb_relation_kind_vocabulary = SB_VOCABULARY (relation_kind_terms);

static const SbField fields[] = {
  [SB_RELATION_SUBJECT] = { .name = "subject", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_ACTOR, .label = N_ ("Who") },
  [SB_RELATION_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_relation_kind_vocabulary, .label = N_ ("Tie") },
  [SB_RELATION_OBJECT] = { .name = "object", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_ACTOR, .label = N_ ("Whom") },
  [SB_RELATION_SINCE] = { .name = "since", .type = SB_FIELD_DATE, .label = N_ ("Since") },
  [SB_RELATION_UNTIL] = { .name = "until", .type = SB_FIELD_DATE, .label = N_ ("Until") },
  [SB_RELATION_BASIS] = { .name = "basis", .type = SB_FIELD_BILINGUAL, .label = N_ ("What it rests on") },
  [SB_RELATION_SUMMARY] = { .name = "summary", .type = SB_FIELD_BILINGUAL, .label = N_ ("Summary") },
};

const SbSchema sb_relation_schema = {
  .kind = SB_KIND_RELATION,
  .name = "relation",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_RELATION_SUMMARY,
};
