/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbScenarioBoard:
 *
 * What could come: each scenario with how likely it is held to be, how sure that is
 * and its horizon, and below it the indicators that are watched for it, with their
 * state and the last sign that was seen.
 */
#define SB_TYPE_SCENARIO_BOARD (sb_scenario_board_get_type ())

G_DECLARE_FINAL_TYPE (SbScenarioBoard, sb_scenario_board, SB, SCENARIO_BOARD, GtkWidget)

void sb_scenario_board_set_session (SbScenarioBoard *self,
                                    SbSession *session);
/* Both (element-type SbRecord). */
void sb_scenario_board_show (SbScenarioBoard *self,
                             GPtrArray *scenarios,
                             GPtrArray *indicators);

G_END_DECLS
