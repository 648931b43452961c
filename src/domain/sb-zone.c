/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-zone.h"

#include <glib/gi18n.h>

static const SbTerm zone_level_terms[] = {
  { SB_ZONE_LEVEL_GREEN, "green", N_ ("green, normal vigilance") },
  { SB_ZONE_LEVEL_YELLOW, "yellow", N_ ("yellow, heightened vigilance") },
  { SB_ZONE_LEVEL_ORANGE, "orange", N_ ("orange, advised against unless imperative") },
  { SB_ZONE_LEVEL_RED, "red", N_ ("red, formally advised against") },
};

const SbVocabulary sb_zone_level_vocabulary = SB_VOCABULARY (zone_level_terms);

static const SbField fields[] = {
  [SB_ZONE_PLACE] = { .name = "place", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_PLACE, .label = N_ ("Place") },
  [SB_ZONE_LEVEL] = { .name = "level", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_zone_level_vocabulary, .label = N_ ("Level") },
  [SB_ZONE_ISSUER] = { .name = "issuer", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Issued by") },
  [SB_ZONE_SINCE] = { .name = "since", .type = SB_FIELD_DATE, .label = N_ ("Since") },
  [SB_ZONE_UNTIL] = { .name = "until", .type = SB_FIELD_DATE, .label = N_ ("Until") },
  [SB_ZONE_SUMMARY] = { .name = "summary", .type = SB_FIELD_BILINGUAL, .label = N_ ("Summary") },
};

const SbSchema sb_zone_schema = {
  .kind = SB_KIND_ZONE,
  .name = "zone",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_ZONE_SUMMARY,
};
