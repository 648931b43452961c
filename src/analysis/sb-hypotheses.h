/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbHypotheses:
 *
 * Scenarios that compete, against all that is known for and against any of them: the
 * extracts that support or contradict one, and the indicators of which a sign was
 * seen. What counts is what speaks against a hypothesis (Heuer, Psychology of
 * Intelligence Analysis, ch. 8): the one with least against it comes first, and the
 * evidence that tells them apart before what fits all. Belongs to one thread.
 */
typedef struct _SbHypotheses SbHypotheses;

typedef enum
{
  SB_CONSISTENCY_UNKNOWN, /* nobody has said what it means for the scenario */
  SB_CONSISTENCY_FOR,
  SB_CONSISTENCY_AGAINST,
} SbConsistency;

/* @scenarios: (element-type SbRecord). @evidence: (element-type GPtrArray) for each of
 * them, records of sb_evidence_schema; of a text and its translation that in @language
 * counts. @indicators: (element-type SbRecord). */
SbHypotheses *sb_hypotheses_new (GPtrArray *scenarios,
                                 GPtrArray *evidence,
                                 GPtrArray *indicators,
                                 SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void sb_hypotheses_free (SbHypotheses *self);

guint sb_hypotheses_get_n_scenarios (const SbHypotheses *self);
/* Borrowed. */
SbRecord *sb_hypotheses_get_scenario (const SbHypotheses *self,
                                      guint column);
/* How much speaks for and against it. */
guint sb_hypotheses_count (const SbHypotheses *self,
                           guint column,
                           SbConsistency consistency);

guint sb_hypotheses_get_n_rows (const SbHypotheses *self);
/* A record of sb_evidence_schema, one of those of its extract, or an indicator.
 * Borrowed. */
SbRecord *sb_hypotheses_get_row (const SbHypotheses *self,
                                 guint row);
SbConsistency sb_hypotheses_get_consistency (const SbHypotheses *self,
                                             guint row,
                                             guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbHypotheses, sb_hypotheses_free)

G_END_DECLS
