/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-restriction.h"

#include <glib/gi18n.h>

static const SbTerm restriction_kind_terms[] = {
  { SB_RESTRICTION_KIND_BLOCKADE, "blockade", N_ ("Blockade") },
  { SB_RESTRICTION_KIND_EMBARGO, "embargo", N_ ("Embargo") },
  { SB_RESTRICTION_KIND_FUEL_BAN, "fuel-ban", N_ ("Fuel ban") },
  { SB_RESTRICTION_KIND_CURFEW, "curfew", N_ ("Curfew") },
  { SB_RESTRICTION_KIND_CLOSURE, "closure", N_ ("Closure") },
  { SB_RESTRICTION_KIND_SUSPENSION, "suspension", N_ ("Suspension of service") },
  { SB_RESTRICTION_KIND_COMPANY_BAN, "company-ban", N_ ("Ban on a company") },
  { SB_RESTRICTION_KIND_RULE, "rule", N_ ("Rule imposed on inhabitants") },
};

const SbVocabulary sb_restriction_kind_vocabulary = SB_VOCABULARY (restriction_kind_terms);

static const SbTerm restriction_severity_terms[] = {
  { SB_RESTRICTION_SEVERITY_CUT, "cut", N_ ("Cut") },
  { SB_RESTRICTION_SEVERITY_THREATENED, "threatened", N_ ("Threatened") },
  { SB_RESTRICTION_SEVERITY_LIMITED, "limited", N_ ("Limited") },
};

const SbVocabulary sb_restriction_severity_vocabulary = SB_VOCABULARY (restriction_severity_terms);

static const SbField stretch_fields[] = {
  [SB_RESTRICTION_STRETCH_CORRIDOR] = { .name = "corridor", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_CORRIDOR, .label = N_ ("Road") },
  [SB_RESTRICTION_STRETCH_ORIGIN] = { .name = "origin", .type = SB_FIELD_REF, .target = SB_KIND_PLACE, .label = N_ ("From") },
  [SB_RESTRICTION_STRETCH_DESTINATION] = { .name = "destination", .type = SB_FIELD_REF, .target = SB_KIND_PLACE, .label = N_ ("To") },
};

const SbSchema sb_restriction_stretch_schema = {
  .kind = SB_KIND_NONE,
  .name = "restriction_stretch",
  .fields = stretch_fields,
  .n_fields = G_N_ELEMENTS (stretch_fields),
  .title = -1,
};

static const SbField place_fields[] = {
  [SB_RESTRICTION_PLACE_PLACE] = { .name = "place", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_PLACE, .label = N_ ("Place") },
  [SB_RESTRICTION_PLACE_LATITUDE] = { .name = "latitude", .type = SB_FIELD_REAL, .flags = SB_FIELD_DERIVED, .label = N_ ("Latitude") },
  [SB_RESTRICTION_PLACE_LONGITUDE] = { .name = "longitude", .type = SB_FIELD_REAL, .flags = SB_FIELD_DERIVED, .label = N_ ("Longitude") },
};

const SbSchema sb_restriction_place_schema = {
  .kind = SB_KIND_NONE,
  .name = "restriction_place",
  .fields = place_fields,
  .n_fields = G_N_ELEMENTS (place_fields),
  .title = -1,
};

static const SbField target_fields[] = {
  [SB_RESTRICTION_TARGET_ACTOR] = { .name = "actor", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_ACTOR, .label = N_ ("Actor") },
};

const SbSchema sb_restriction_target_schema = {
  .kind = SB_KIND_NONE,
  .name = "restriction_target",
  .fields = target_fields,
  .n_fields = G_N_ELEMENTS (target_fields),
  .title = -1,
};

static const SbField enforcement_fields[] = {
  [SB_RESTRICTION_ENFORCEMENT_EVENT] = { .name = "event", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_EVENT, .label = N_ ("Event") },
};

const SbSchema sb_restriction_enforcement_schema = {
  .kind = SB_KIND_NONE,
  .name = "restriction_enforcement",
  .fields = enforcement_fields,
  .n_fields = G_N_ELEMENTS (enforcement_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_RESTRICTION_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_RESTRICTION_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_restriction_kind_vocabulary, .label = N_ ("Kind") },
  [SB_RESTRICTION_IMPOSED_BY] = { .name = "imposed_by", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Imposed by") },
  [SB_RESTRICTION_STRETCHES] = { .name = "stretches", .type = SB_FIELD_LIST, .item = &sb_restriction_stretch_schema, .label = N_ ("Roads") },
  [SB_RESTRICTION_PLACES] = { .name = "places", .type = SB_FIELD_LIST, .item = &sb_restriction_place_schema, .label = N_ ("Places") },
  [SB_RESTRICTION_TARGETS] = { .name = "targets", .type = SB_FIELD_LIST, .item = &sb_restriction_target_schema, .label = N_ ("Whom it is aimed at") },
  [SB_RESTRICTION_SINCE] = { .name = "since", .type = SB_FIELD_DATE, .flags = SB_FIELD_REQUIRED, .label = N_ ("Since") },
  [SB_RESTRICTION_UNTIL] = { .name = "until", .type = SB_FIELD_DATE, .label = N_ ("Until") },
  [SB_RESTRICTION_TERMS] = { .name = "terms", .type = SB_FIELD_BILINGUAL, .label = N_ ("Terms") },
  [SB_RESTRICTION_EXEMPTIONS] = { .name = "exemptions", .type = SB_FIELD_BILINGUAL, .label = N_ ("Exemptions") },
  [SB_RESTRICTION_ANNOUNCED] = { .name = "announced", .type = SB_FIELD_BILINGUAL, .label = N_ ("How it was announced") },
  [SB_RESTRICTION_ANNOUNCED_ON] = { .name = "announced_on", .type = SB_FIELD_DATE, .label = N_ ("Announced on") },
  [SB_RESTRICTION_ANNOUNCED_BY] = { .name = "announced_by", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Announced by") },
  [SB_RESTRICTION_DENIED_BY] = { .name = "denied_by", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Denied by") },
  [SB_RESTRICTION_DENIED_ON] = { .name = "denied_on", .type = SB_FIELD_DATE, .label = N_ ("Denied on") },
  [SB_RESTRICTION_DENIED] = { .name = "denied", .type = SB_FIELD_BILINGUAL, .label = N_ ("How it was denied") },
  [SB_RESTRICTION_SEVERITY] = { .name = "severity", .type = SB_FIELD_TERM, .vocabulary = &sb_restriction_severity_vocabulary, .label = N_ ("Effect on the road") },
  [SB_RESTRICTION_EFFECTS] = { .name = "effects", .type = SB_FIELD_BILINGUAL, .label = N_ ("Effects") },
  [SB_RESTRICTION_ENFORCEMENTS] = { .name = "enforcements", .type = SB_FIELD_LIST, .item = &sb_restriction_enforcement_schema, .label = N_ ("How it was enforced") },
};

const SbSchema sb_restriction_schema = {
  .kind = SB_KIND_RESTRICTION,
  .name = "restriction",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_RESTRICTION_TITLE,
};
