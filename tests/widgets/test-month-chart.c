/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-month-chart.h"

#include "sb-date.h"
#include "sb-test-screen.h"

/* Days are counted to their months, from that of the first event to that of the last; of
 * very many the last are shown; nothing is nothing. */
static void
test_months (void)
{
  SbMonthChart *chart = SB_MONTH_CHART (g_object_ref (sb_month_chart_new ()));
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (guint));
  GtkWindow *window = sb_test_show (GTK_WIDGET (chart), 400, 200);
  int first = sb_day_from_ymd (2025, 1, 1);

  g_array_set_size (days, (guint) (sb_day_from_ymd (2025, 4, 2) - first));
  g_array_index (days, guint, sb_day_from_ymd (2025, 1, 31) - first) = 2;
  g_array_index (days, guint, sb_day_from_ymd (2025, 3, 1) - first) = 3;
  g_array_index (days, guint, sb_day_from_ymd (2025, 3, 31) - first) = 4;
  g_array_index (days, guint, sb_day_from_ymd (2025, 4, 1) - first) = 1;
  sb_month_chart_set_days (chart, days, first);
  g_assert_cmpuint (sb_month_chart_get_n_months (chart), ==, 4);
  g_assert_cmpuint (sb_month_chart_get_count (chart, 0), ==, 2);
  g_assert_cmpuint (sb_month_chart_get_count (chart, 1), ==, 0);
  g_assert_cmpuint (sb_month_chart_get_count (chart, 2), ==, 7);
  g_assert_cmpuint (sb_month_chart_get_count (chart, 3), ==, 1);
  sb_test_wait_for_frame (GTK_WIDGET (chart));

  g_array_set_size (days, (guint) (sb_day_from_ymd (2045, 1, 1) - first));
  g_array_index (days, guint, days->len - 1) = 5;
  sb_month_chart_set_days (chart, days, first);
  g_assert_cmpuint (sb_month_chart_get_n_months (chart), ==, 120);
  g_assert_cmpuint (sb_month_chart_get_count (chart, 119), ==, 5);
  sb_test_wait_for_frame (GTK_WIDGET (chart));

  sb_month_chart_set_days (chart, NULL, 0);
  g_assert_cmpuint (sb_month_chart_get_n_months (chart), ==, 0);
  sb_test_wait_for_frame (GTK_WIDGET (chart));
  g_object_unref (chart);
  sb_test_close (window);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);
  g_test_add_func ("/widgets/month-chart/months", test_months);
  return g_test_run ();
}
