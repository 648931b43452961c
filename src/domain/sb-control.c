/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-control.h"

#include <glib/gi18n.h>

static const SbTerm control_kind_terms[] = {
  { SB_CONTROL_KIND_CONTROLS, "controls", N_ ("controls") },
  { SB_CONTROL_KIND_CONTESTS, "contests", N_ ("contests") },
  { SB_CONTROL_KIND_INFLUENCES, "influences", N_ ("influences") },
};

const SbVocabulary sb_control_kind_vocabulary = SB_VOCABULARY (control_kind_terms);

static const SbField fields[] = {
  [SB_CONTROL_PLACE] = { .name = "place", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_PLACE, .label = N_ ("Place") },
  [SB_CONTROL_HOLDER] = { .name = "holder", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_ACTOR, .label = N_ ("Holder") },
  [SB_CONTROL_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_control_kind_vocabulary, .label = N_ ("How") },
  [SB_CONTROL_SINCE] = { .name = "since", .type = SB_FIELD_DATE, .label = N_ ("Since") },
  [SB_CONTROL_UNTIL] = { .name = "until", .type = SB_FIELD_DATE, .label = N_ ("Until") },
  [SB_CONTROL_SUMMARY] = { .name = "summary", .type = SB_FIELD_BILINGUAL, .label = N_ ("Summary") },
};

const SbSchema sb_control_schema = {
  .kind = SB_KIND_CONTROL,
  .name = "control",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_CONTROL_SUMMARY,
};
