/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A printed product: its template, languages, period and text. */

typedef enum
{
  SB_BRIEFING_TITLE,
  SB_BRIEFING_TEMPLATE,
  SB_BRIEFING_LANGUAGES,
  SB_BRIEFING_DOSSIER,
  SB_BRIEFING_FIRST,
  SB_BRIEFING_LAST,
  SB_BRIEFING_AS_OF,
  SB_BRIEFING_CUTOFF,
  SB_BRIEFING_TAG,
  SB_BRIEFING_MARKING,
  SB_BRIEFING_AUTHOR,
  SB_BRIEFING_INSTITUTION,
  SB_BRIEFING_NUMBER,
  SB_BRIEFING_ISSUED,
  SB_BRIEFING_SECTIONS,
} SbBriefingField;

typedef enum
{
  SB_BRIEFING_SECTION_BLOCK,
  SB_BRIEFING_SECTION_TITLE,
  SB_BRIEFING_SECTION_TEXT,
  SB_BRIEFING_SECTION_MANUAL,
} SbBriefingSectionField;

extern const SbSchema sb_briefing_section_schema;
extern const SbSchema sb_briefing_schema;

G_END_DECLS
