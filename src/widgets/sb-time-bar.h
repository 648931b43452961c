/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbTimeBar:
 *
 * The time that the catalogue covers: how much happened on each day, the period
 * of the session as a brush with two ends, and its as-of day as a handle. Each
 * can be dragged. The keyboard moves the as-of day: Left and Right by a day,
 * with Control by a month, Home and End to the ends of the period; with Shift
 * they move the end of the period, with Alt and Shift its beginning.
 *
 * To a screen reader it is a slider whose value is the as-of day.
 */
#define SB_TYPE_TIME_BAR (sb_time_bar_get_type ())

G_DECLARE_FINAL_TYPE (SbTimeBar, sb_time_bar, SB, TIME_BAR, GtkWidget)

GtkWidget *sb_time_bar_new (void);

void sb_time_bar_set_session (SbTimeBar *self,
                              SbSession *session);

/* What happened: @counts[i] events began on day @first_day + i. The bar covers
 * these days, and the period when that goes beyond. (element-type guint) */
void sb_time_bar_set_counts (SbTimeBar *self,
                             int first_day,
                             GArray *counts);

G_END_DECLS
