/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-event-model.h"
#include "sb-time-player.h"

G_BEGIN_DECLS

/**
 * SbTimeBar:
 *
 * The time around the period of a session: how many events of its filter began on
 * each day, the period as a brush with two ends, the as-of day as a handle, and marks
 * for today and the last briefing. Each of the first two can be dragged. It shows a
 * little more than the period on each side, and follows the period when that has
 * stood still for a while.
 *
 * The keyboard moves the as-of day: Left and Right by a day, Page Up and Page Down
 * by a week, with Control by a month, Home and End to the ends of the period; with
 * Shift they move the end of the period, with Alt and Shift its beginning. Space
 * lets the days go by, and stops them.
 *
 * To a screen reader it is a slider whose value is the as-of day.
 */
#define SB_TYPE_TIME_BAR (sb_time_bar_get_type ())

G_DECLARE_FINAL_TYPE (SbTimeBar, sb_time_bar, SB, TIME_BAR, GtkWidget)

GtkWidget *sb_time_bar_new (void);

void sb_time_bar_set_session (SbTimeBar *self,
                              SbSession *session);
/* (nullable) What is counted of each day. */
void sb_time_bar_set_events (SbTimeBar *self,
                             SbEventModel *events);
/* (nullable) What Space starts and stops. */
void sb_time_bar_set_player (SbTimeBar *self,
                             SbTimePlayer *player);

/* Days that are marked; SB_DATE_DAY_MIN for none. */
void sb_time_bar_set_today (SbTimeBar *self,
                            int day);
void sb_time_bar_set_last_briefing (SbTimeBar *self,
                                    int day);
int sb_time_bar_get_last_briefing (SbTimeBar *self);

G_END_DECLS
