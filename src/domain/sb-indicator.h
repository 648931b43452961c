/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A sign to watch for, and when it was seen. */

typedef enum
{
  SB_INDICATOR_POLARITY_FOR,
  SB_INDICATOR_POLARITY_AGAINST,
} SbIndicatorPolarity;

typedef enum
{
  SB_INDICATOR_STATE_NOT_SEEN,
  SB_INDICATOR_STATE_EMERGING,
  SB_INDICATOR_STATE_SEEN,
} SbIndicatorState;

typedef enum
{
  SB_INDICATOR_STATEMENT,
  SB_INDICATOR_SCENARIO,
  SB_INDICATOR_POLARITY,
  SB_INDICATOR_STATE,
  SB_INDICATOR_SIGNS,
} SbIndicatorField;

typedef enum
{
  SB_INDICATOR_SIGN_DATE,
  SB_INDICATOR_SIGN_TEXT,
  SB_INDICATOR_SIGN_EXTRACT,
} SbIndicatorSignField;

extern const SbVocabulary sb_indicator_polarity_vocabulary;
extern const SbVocabulary sb_indicator_state_vocabulary;

extern const SbSchema sb_indicator_sign_schema;
extern const SbSchema sb_indicator_schema;

G_END_DECLS
