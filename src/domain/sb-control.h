/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* Who holds a place on a day, as one source has it. Versions that disagree
 * stand side by side. */

typedef enum
{
  SB_CONTROL_KIND_CONTROLS,
  SB_CONTROL_KIND_CONTESTS,
  SB_CONTROL_KIND_INFLUENCES,
} SbControlKind;

typedef enum
{
  SB_CONTROL_PLACE,
  SB_CONTROL_HOLDER,
  SB_CONTROL_KIND,
  SB_CONTROL_SINCE,
  SB_CONTROL_UNTIL,
  SB_CONTROL_SUMMARY,
} SbControlField;

extern const SbVocabulary sb_control_kind_vocabulary;

extern const SbSchema sb_control_schema;

G_END_DECLS
