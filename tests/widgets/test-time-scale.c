/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-time-scale.h"

#include "sb-date.h"

static int
parse_day (const char *text)
{
  int day = 0;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

static void
test_positions (void)
{
  /* Ten days of twenty pixels each, from 12 on. */
  const SbTimeScale scale = { .first_day = 100, .last_day = 109, .start = 12, .length = 200 };
  static const struct
  {
    int day;
    double position;
  } cases[] = {
    { 100, 12 },
    { 101, 32 },
    { 109, 192 },
    { 110, 212 }, /* the end of the line */
    { 90, -188 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (sb_time_scale_get_position (&scale, cases[i].day), cases[i].position, 1e-9);
}

static void
test_days (void)
{
  const SbTimeScale scale = { .first_day = 100, .last_day = 109, .start = 12, .length = 200 };
  static const struct
  {
    double position;
    int day;
  } cases[] = {
    { 12, 100 },
    { 31.9, 100 },
    { 32, 101 },
    { 211, 109 },
    { 212, 109 },
    { 5000, 109 },
    { 0, 100 },
    { -5000, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sb_time_scale_get_day (&scale, cases[i].position), ==, cases[i].day);
}

/* In the middle of a day's room stands that day, whatever the scale. */
static void
test_there_and_back (void)
{
  static const struct
  {
    int n_days;
    double length;
  } cases[] = {
    { 1, 1 },
    { 1, 900 },
    { 7, 300 },
    { 366, 900 },
    { 366, 120 },
    { 20000, 900 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbTimeScale scale = { .first_day = -50, .last_day = cases[i].n_days - 51, .start = 12, .length = cases[i].length };

      for (int day = scale.first_day; day <= scale.last_day; day++)
        {
          double middle = (sb_time_scale_get_position (&scale, day) + sb_time_scale_get_position (&scale, day + 1)) / 2;

          g_assert_cmpint (sb_time_scale_get_day (&scale, middle), ==, day);
        }
    }
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *day;
    int months;
    const char *result;
  } cases[] = {
    { "2025-09-15", 0, "2025-09-15" },
    { "2025-09-15", 1, "2025-10-15" },
    { "2025-12-15", 1, "2026-01-15" },
    { "2026-01-15", -1, "2025-12-15" },
    { "2025-01-31", 1, "2025-02-28" },
    { "2024-01-31", 1, "2024-02-29" },
    { "2025-03-31", -1, "2025-02-28" },
    { "2025-10-31", 1, "2025-11-30" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", 48, "2028-02-29" },
    { "2025-05-31", -13, "2024-04-30" },
    { "1970-01-01", -1, "1969-12-01" },
    { "2000-12-31", -1200, "1900-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = sb_day_to_string (sb_day_add_months (parse_day (cases[i].day), cases[i].months));

      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_ticks (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    double length;
    const char *ticks;
  } cases[] = {
    { "2025-07-01", "2025-10-15", 600, "2025-07-01 2025-08-01 2025-09-01 2025-10-01" },
    { "2025-07-02", "2025-10-15", 600, "2025-08-01 2025-09-01 2025-10-01" },
    { "2025-07-02", "2026-05-31", 300, "2025-10-01 2026-01-01 2026-04-01" },
    { "2024-01-01", "2025-12-31", 250, "2024-01-01 2024-07-01 2025-01-01 2025-07-01" },
    { "2020-03-01", "2024-03-01", 250, "2021-01-01 2022-01-01 2023-01-01 2024-01-01" },
    { "1999-01-01", "2012-01-01", 250, "2000-01-01 2005-01-01 2010-01-01" },
    { "2025-07-02", "2025-07-20", 600, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbTimeScale scale = { parse_day (cases[i].first), parse_day (cases[i].last), 0, cases[i].length };
      g_autoptr (GArray) ticks = sb_time_scale_get_ticks (&scale, 52);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < ticks->len; j++)
        {
          g_autofree char *day = sb_day_to_string (g_array_index (ticks, int, j));

          g_string_append_printf (text, "%s%s", j > 0 ? " " : "", day);
        }

      g_assert_cmpstr (text->str, ==, cases[i].ticks);
    }
}

/* Names must not run into each other, however wide the bar is. */
static void
test_ticks_keep_apart (void)
{
  const double spacing = 52;

  for (double length = 60; length < 3000; length += 3.7)
    for (int n_days = 20; n_days < 9000; n_days += n_days / 3)
      {
        const SbTimeScale scale = { 20100, 20100 + n_days - 1, 0, length };
        g_autoptr (GArray) ticks = sb_time_scale_get_ticks (&scale, spacing);

        for (guint i = 1; i < ticks->len; i++)
          g_assert_cmpfloat (sb_time_scale_get_position (&scale, g_array_index (ticks, int, i)) -
                               sb_time_scale_get_position (&scale, g_array_index (ticks, int, i - 1)),
                             >=, spacing - 1e-9);
      }
}

static void
test_format_tick (void)
{
  static const struct
  {
    const char *day;
    const char *fr;
    const char *en;
  } cases[] = {
    { "2026-01-01", "2026", "2026" },
    { "2026-02-01", "févr.", "Feb" },
    { "2026-08-01", "août", "Aug" },
    { "2026-12-01", "déc.", "Dec" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fr = sb_time_scale_format_tick (parse_day (cases[i].day), SB_LANGUAGE_FR);
      g_autofree char *en = sb_time_scale_format_tick (parse_day (cases[i].day), SB_LANGUAGE_EN);

      g_assert_cmpstr (fr, ==, cases[i].fr);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/time-scale/positions", test_positions);
  g_test_add_func ("/widgets/time-scale/days", test_days);
  g_test_add_func ("/widgets/time-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/widgets/time-scale/add-months", test_add_months);
  g_test_add_func ("/widgets/time-scale/ticks", test_ticks);
  g_test_add_func ("/widgets/time-scale/ticks-keep-apart", test_ticks_keep_apart);
  g_test_add_func ("/widgets/time-scale/format-tick", test_format_tick);

  return g_test_run ();
}
