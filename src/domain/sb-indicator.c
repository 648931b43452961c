/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-indicator.h"

#include <glib/gi18n.h>

static const SbTerm indicator_polarity_terms[] = {
  { SB_INDICATOR_POLARITY_FOR, "for", N_ ("for the scenario") },
  { SB_INDICATOR_POLARITY_AGAINST, "against", N_ ("against the scenario") },
};

const SbVocabulary sb_indicator_polarity_vocabulary = SB_VOCABULARY (indicator_polarity_terms);

static const SbTerm indicator_state_terms[] = {
  { SB_INDICATOR_STATE_NOT_SEEN, "not-seen", N_ ("Not seen") },
  { SB_INDICATOR_STATE_EMERGING, "emerging", N_ ("Emerging") },
  { SB_INDICATOR_STATE_SEEN, "seen", N_ ("Seen") },
};

const SbVocabulary sb_indicator_state_vocabulary = SB_VOCABULARY (indicator_state_terms);

static const SbField sign_fields[] = {
  [SB_INDICATOR_SIGN_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_INDICATOR_SIGN_TEXT] = { .name = "text", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("What was seen") },
  [SB_INDICATOR_SIGN_EXTRACT] = { .name = "extract", .type = SB_FIELD_REF, .target = SB_KIND_EXTRACT, .label = N_ ("Extract") },
};

const SbSchema sb_indicator_sign_schema = {
  .kind = SB_KIND_NONE,
  .name = "indicator_sign",
  .fields = sign_fields,
  .n_fields = G_N_ELEMENTS (sign_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_INDICATOR_STATEMENT] = { .name = "statement", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Statement") },
  [SB_INDICATOR_SCENARIO] = { .name = "scenario", .type = SB_FIELD_REF, .target = SB_KIND_SCENARIO, .label = N_ ("Scenario") },
  [SB_INDICATOR_POLARITY] = { .name = "polarity", .type = SB_FIELD_TERM, .vocabulary = &sb_indicator_polarity_vocabulary, .label = N_ ("Points") },
  [SB_INDICATOR_STATE] = { .name = "state", .type = SB_FIELD_TERM, .vocabulary = &sb_indicator_state_vocabulary, .label = N_ ("State") },
  [SB_INDICATOR_SIGNS] = { .name = "signs", .type = SB_FIELD_LIST, .item = &sb_indicator_sign_schema, .label = N_ ("Signs") },
};

const SbSchema sb_indicator_schema = {
  .kind = SB_KIND_INDICATOR,
  .name = "indicator",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_INDICATOR_STATEMENT,
};
