/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbMonthChart:
 *
 * How many events each month had, as bars above the years. A screen reader is told the
 * months in words, as is the pointer that of the bar below it.
 */
#define SB_TYPE_MONTH_CHART (sb_month_chart_get_type ())

G_DECLARE_FINAL_TYPE (SbMonthChart, sb_month_chart, SB, MONTH_CHART, GtkWidget)

GtkWidget *sb_month_chart_new (void);

/* @days: (nullable) how many events begin on each day from @first_day on (days as in
 * sb-date.h). (element-type guint) */
void sb_month_chart_set_days (SbMonthChart *self,
                              GArray *days,
                              int first_day);
guint sb_month_chart_get_n_months (SbMonthChart *self);
/* Of one month, counted from the first. */
guint sb_month_chart_get_count (SbMonthChart *self,
                                guint month);

G_END_DECLS
