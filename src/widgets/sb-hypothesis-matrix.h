/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-hypotheses.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbHypothesisMatrix:
 *
 * Competing hypotheses as a table: a scenario a column, with its likelihood and the
 * confidence in it, an extract or a sign a row, and where they meet whether the one
 * speaks for or against the other. A cell of an extract is a button.
 *
 * Signal "weighed" (SbRecord scenario, SbRecord evidence, int): what an extract is to
 * mean for the scenario, an SbConsistency.
 */
#define SB_TYPE_HYPOTHESIS_MATRIX (sb_hypothesis_matrix_get_type ())

G_DECLARE_FINAL_TYPE (SbHypothesisMatrix, sb_hypothesis_matrix, SB, HYPOTHESIS_MATRIX, GtkWidget)

void sb_hypothesis_matrix_set_session (SbHypothesisMatrix *self,
                                       SbSession *session);
/* Nothing of @hypotheses is kept but records. */
void sb_hypothesis_matrix_show (SbHypothesisMatrix *self,
                                const SbHypotheses *hypotheses);

/* How likely a scenario is held to be, and with what confidence, as two phrases that
 * are never one: "likely (55–80 %) · Moderate confidence"; "" when nobody said. */
char *sb_scenario_format_likelihood (SbRecord *scenario,
                                     SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
