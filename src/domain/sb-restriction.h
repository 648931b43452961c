/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A blockade, curfew, ban, closure or suspension: by whom, on what, from
 * when to when, on what terms. */

typedef enum
{
  SB_RESTRICTION_KIND_BLOCKADE,
  SB_RESTRICTION_KIND_EMBARGO,
  SB_RESTRICTION_KIND_FUEL_BAN,
  SB_RESTRICTION_KIND_CURFEW,
  SB_RESTRICTION_KIND_CLOSURE,
  SB_RESTRICTION_KIND_SUSPENSION,
  SB_RESTRICTION_KIND_COMPANY_BAN,
  SB_RESTRICTION_KIND_RULE,
} SbRestrictionKind;

typedef enum
{
  SB_RESTRICTION_SEVERITY_CUT,
  SB_RESTRICTION_SEVERITY_THREATENED,
  SB_RESTRICTION_SEVERITY_LIMITED,
} SbRestrictionSeverity;

typedef enum
{
  SB_RESTRICTION_TITLE,
  SB_RESTRICTION_KIND,
  SB_RESTRICTION_IMPOSED_BY,
  SB_RESTRICTION_STRETCHES,
  SB_RESTRICTION_PLACES,
  SB_RESTRICTION_TARGETS,
  SB_RESTRICTION_SINCE,
  SB_RESTRICTION_UNTIL,
  SB_RESTRICTION_TERMS,
  SB_RESTRICTION_EXEMPTIONS,
  SB_RESTRICTION_ANNOUNCED,
  SB_RESTRICTION_ANNOUNCED_ON,
  SB_RESTRICTION_ANNOUNCED_BY,
  SB_RESTRICTION_DENIED_BY,
  SB_RESTRICTION_DENIED_ON,
  SB_RESTRICTION_DENIED,
  SB_RESTRICTION_SEVERITY,
  SB_RESTRICTION_EFFECTS,
  SB_RESTRICTION_ENFORCEMENTS,
} SbRestrictionField;

typedef enum
{
  SB_RESTRICTION_STRETCH_CORRIDOR,
  SB_RESTRICTION_STRETCH_ORIGIN,
  SB_RESTRICTION_STRETCH_DESTINATION,
} SbRestrictionStretchField;

typedef enum
{
  SB_RESTRICTION_PLACE_PLACE,
  SB_RESTRICTION_PLACE_LATITUDE,
  SB_RESTRICTION_PLACE_LONGITUDE,
} SbRestrictionPlaceField;

typedef enum
{
  SB_RESTRICTION_TARGET_ACTOR,
} SbRestrictionTargetField;

typedef enum
{
  SB_RESTRICTION_ENFORCEMENT_EVENT,
} SbRestrictionEnforcementField;

extern const SbVocabulary sb_restriction_kind_vocabulary;
extern const SbVocabulary sb_restriction_severity_vocabulary;

extern const SbSchema sb_restriction_stretch_schema;
extern const SbSchema sb_restriction_place_schema;
extern const SbSchema sb_restriction_target_schema;
extern const SbSchema sb_restriction_enforcement_schema;
extern const SbSchema sb_restriction_schema;

G_END_DECLS
