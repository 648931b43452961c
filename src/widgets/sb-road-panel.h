/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-road-route.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbRoadPanel:
 *
 * Asks for a way: from where, to where; and answers with the verdicts, the legs of
 * each with their state, and the restrictions that they rest on, which lead to the
 * inspector. With one end alone, with the roads to it and the state of each, and the
 * ports that serve it. Or, when nothing but "What is cut off?" is asked, with the places that
 * cannot be reached. It follows the conditions of the day that it is given.
 *
 * Signal "changed": another way, or other places cut off.
 */
#define SB_TYPE_ROAD_PANEL (sb_road_panel_get_type ())

G_DECLARE_FINAL_TYPE (SbRoadPanel, sb_road_panel, SB, ROAD_PANEL, GtkWidget)

typedef enum
{
  SB_ROAD_END_FROM,
  SB_ROAD_END_TO,
} SbRoadEnd;

GtkWidget *sb_road_panel_new (void);

void sb_road_panel_set_session (SbRoadPanel *self,
                                SbSession *session);
/* (nullable) */
void sb_road_panel_set_conditions (SbRoadPanel *self,
                                   SbRoadConditions *conditions);

/* Sets an end to the place nearest to @position; FALSE when no place on a road is
 * within @max_km. */
gboolean sb_road_panel_set_position (SbRoadPanel *self,
                                     SbRoadEnd end,
                                     SbPosition position,
                                     double max_km);
/* Sets an end by a name; shows why when there is no such place. */
void sb_road_panel_set_place (SbRoadPanel *self,
                              SbRoadEnd end,
                              const char *name);
/* Whether the places that are cut off are asked for. */
void sb_road_panel_set_asks_cut_off (SbRoadPanel *self,
                                     gboolean asks_cut_off);

/* Gives the keyboard to the first end. */
void sb_road_panel_focus (SbRoadPanel *self);

/* What is shown, borrowed; each NULL when it is not. */
const SbRoadRoute *sb_road_panel_get_route (SbRoadPanel *self);
const GPtrArray *sb_road_panel_get_cut_off (SbRoadPanel *self);
/* The positions of the ends that are set; FALSE when it is not. */
gboolean sb_road_panel_get_end (SbRoadPanel *self,
                                SbRoadEnd end,
                                SbPosition *position);

G_END_DECLS
