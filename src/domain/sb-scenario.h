/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"
#include "sb-likelihood.h"

G_BEGIN_DECLS

/* What could come. */

typedef enum
{
  SB_SCENARIO_TITLE,
  SB_SCENARIO_TEXT,
  SB_SCENARIO_HORIZON,
  SB_SCENARIO_SCALE,
  SB_SCENARIO_BAND,
  SB_SCENARIO_WORDING,
  SB_SCENARIO_CONFIDENCE,
  SB_SCENARIO_DRIVERS,
} SbScenarioField;

extern const SbSchema sb_scenario_schema;

G_END_DECLS
