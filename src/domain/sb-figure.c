/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-figure.h"

#include <glib/gi18n.h>

static const SbField fields[] = {
  [SB_FIGURE_LABEL] = { .name = "label", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("What it counts") },
  [SB_FIGURE_LOW] = { .name = "low", .type = SB_FIELD_REAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Value") },
  [SB_FIGURE_HIGH] = { .name = "high", .type = SB_FIELD_REAL, .label = N_ ("Value, at most") },
  [SB_FIGURE_UNIT] = { .name = "unit", .type = SB_FIELD_BILINGUAL, .label = N_ ("Unit") },
  [SB_FIGURE_QUALIFIER] = { .name = "qualifier", .type = SB_FIELD_BILINGUAL, .label = N_ ("Qualifier") },
  [SB_FIGURE_PLACE] = { .name = "place", .type = SB_FIELD_REF, .target = SB_KIND_PLACE, .label = N_ ("Place") },
  [SB_FIGURE_ABOUT] = { .name = "about", .type = SB_FIELD_REF, .label = N_ ("About") },
  [SB_FIGURE_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("When") },
  [SB_FIGURE_NOTE] = { .name = "note", .type = SB_FIELD_BILINGUAL, .label = N_ ("Note") },
};

const SbSchema sb_figure_schema = {
  .kind = SB_KIND_FIGURE,
  .name = "figure",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_FIGURE_LABEL,
};
