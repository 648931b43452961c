/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-scenario.h"

#include <glib/gi18n.h>

static const SbField fields[] = {
  [SB_SCENARIO_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_SCENARIO_TEXT] = { .name = "text", .type = SB_FIELD_BILINGUAL, .label = N_ ("Text") },
  [SB_SCENARIO_HORIZON] = { .name = "horizon", .type = SB_FIELD_BILINGUAL, .label = N_ ("Horizon") },
  [SB_SCENARIO_SCALE] = { .name = "scale", .type = SB_FIELD_TERM, .vocabulary = &sb_likelihood_scale_vocabulary, .label = N_ ("Scale") },
  [SB_SCENARIO_BAND] = { .name = "band", .type = SB_FIELD_INTEGER, .label = N_ ("Likelihood (band of the scale)") },
  [SB_SCENARIO_WORDING] = { .name = "wording", .type = SB_FIELD_TEXT, .label = N_ ("Likelihood in the words of the author") },
  [SB_SCENARIO_CONFIDENCE] = { .name = "confidence", .type = SB_FIELD_TERM, .vocabulary = &sb_confidence_vocabulary, .label = N_ ("Confidence") },
  [SB_SCENARIO_DRIVERS] = { .name = "drivers", .type = SB_FIELD_BILINGUAL, .label = N_ ("Drivers") },
};

const SbSchema sb_scenario_schema = {
  .kind = SB_KIND_SCENARIO,
  .name = "scenario",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_SCENARIO_TITLE,
};
