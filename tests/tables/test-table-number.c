/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-table-number.h"

#include <math.h>

#define NONE NAN

static const struct
{
  const char *text;
  double number;
  double count; /* as a count of people */
} numbers[] = {
  { "12", 12, 12 },
  { " 1 234 ", 1234, 1234 },
  { "1 234 567", 1234567, 1234567 },
  { "1,234", 1.234, 1234 },
  { "1.234", 1.234, 1234 },
  { "1,234,567", 1234567, 1234567 },
  { "1.234.567,5", 1234567.5, NONE },
  { "1,234.0", 1234, 1234 },
  { "12,5", 12.5, NONE },
  { "3.0", 3, 3 },
  { "−3", -3, NONE },
  { "1e3", 1000, 1000 },
  { "1e400", NONE, NONE },
  { "NaN", NONE, NONE },
  { "inf", NONE, NONE },
  { "0x10", NONE, NONE },
  { "99999999999999999999", 1e20, NONE },
  { "12 morts", NONE, NONE },
  { "", NONE, NONE },
  { "-", NONE, NONE },
  { ".", NONE, NONE },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      double value = 0;
      gint64 count = 0;

      g_test_message ("%s", numbers[i].text);
      g_assert_true (sb_table_number_parse (numbers[i].text, FALSE, &value) == !isnan (numbers[i].number));
      if (!isnan (numbers[i].number))
        g_assert_cmpfloat_with_epsilon (value, numbers[i].number, 1e-9);
      g_assert_true (sb_table_count_parse (numbers[i].text, &count) == !isnan (numbers[i].count));
      if (!isnan (numbers[i].count))
        g_assert_cmpint (count, ==, (gint64) numbers[i].count);
    }
}

static const struct
{
  const char *text;
  double limit;
  double degrees;
} degrees[] = {
  { "14.4974", 90, 14.4974 },
  { "14,4974", 90, 14.4974 },
  { "-4.19", 180, -4.19 },
  { "14,497", 90, 14.497 },
  { "14°30′N", 90, 14.5 },
  { "4°12'36\"O", 180, -4.21 },
  { "4 12 36 W", 180, -4.21 },
  { "12.5S", 90, -12.5 },
  { "200", 90, NONE },
  { "200", 180, NONE },
  { "14°75′N", 90, NONE },
  { "nord", 90, NONE },
  { "1 2 3 4", 90, NONE },
};

static void
test_degrees (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    {
      double value = 0;

      g_test_message ("%s", degrees[i].text);
      g_assert_true (sb_table_degrees_parse (degrees[i].text, degrees[i].limit, &value) == !isnan (degrees[i].degrees));
      if (!isnan (degrees[i].degrees))
        g_assert_cmpfloat_with_epsilon (value, degrees[i].degrees, 1e-9);
    }
}

static void
test_points (void)
{
  static const char *const good[] = { "POINT (-4.5 14.25)", "point(-4.5 14.25)", "14.25, -4.5", "14.25,-4.5", "14.25 -4.5", "(14.25, -4.5)" };
  static const char *const bad[] = { "POLYGON ((0 0, 1 1))", "14.25", "", "Mopti, Mali", "POINT (14 200)" };
  double latitude;
  double longitude;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (sb_table_point_parse (good[i], &latitude, &longitude));
      g_assert_cmpfloat (latitude, ==, 14.25);
      g_assert_cmpfloat (longitude, ==, -4.5);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sb_table_point_parse (bad[i], &latitude, &longitude));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/table-number/numbers", test_numbers);
  g_test_add_func ("/tables/table-number/degrees", test_degrees);
  g_test_add_func ("/tables/table-number/points", test_points);

  return g_test_run ();
}
