/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-bilingual.h"

G_BEGIN_DECLS

/* One line that is not what it was. */
typedef struct
{
  char *block; /* (owned) */
  char *heading; /* (owned) of the block, or of the one before it that has one */
  char *before; /* (owned) (nullable) NULL for a line that is new */
  char *after; /* (owned) (nullable) NULL for one that is gone */
} SbIssueDifference;

void sb_issue_difference_free (SbIssueDifference *self);

/**
 * SbCorrection:
 *
 * What a correction notice tells: which issue is corrected by which, why, and what is to
 * be read in the place of what. Built by one thread, then left alone.
 */
typedef struct
{
  guint number; /* of the issue that is corrected */
  int day; /* on which it was issued */
  guint next_number; /* of the one that corrects it */
  int next_day;
  SbBilingual *reason; /* (owned) (nullable) */
  GPtrArray *lines[SB_N_LANGUAGES]; /* (owned) (nullable) (element-type SbIssueDifference) */
} SbCorrection;

void sb_correction_free (SbCorrection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbCorrection, sb_correction_free)

G_END_DECLS
