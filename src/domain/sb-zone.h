/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* How far a ministry warns travellers off a place, and from when to when: the
 * zones of the French "Conseils aux voyageurs" and of those that do as they do.
 * It says nothing of who holds the place. */

/* Red: formally advised against (formellement déconseillé). Orange: advised
 * against unless imperative (déconseillé sauf raison impérative). Yellow:
 * heightened vigilance (vigilance renforcée). Green: normal vigilance (vigilance
 * normale; since 2013). */
typedef enum
{
  SB_ZONE_LEVEL_GREEN,
  SB_ZONE_LEVEL_YELLOW,
  SB_ZONE_LEVEL_ORANGE,
  SB_ZONE_LEVEL_RED,
} SbZoneLevel;

typedef enum
{
  SB_ZONE_PLACE,
  SB_ZONE_LEVEL,
  SB_ZONE_ISSUER,
  SB_ZONE_SINCE,
  SB_ZONE_UNTIL,
  SB_ZONE_SUMMARY,
} SbZoneField;

extern const SbVocabulary sb_zone_level_vocabulary;

extern const SbSchema sb_zone_schema;

G_END_DECLS
