/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-date.h"

#define DAY      SB_DATE_PRECISION_DAY
#define MONTH    SB_DATE_PRECISION_MONTH
#define SEASON   SB_DATE_PRECISION_SEASON
#define YEAR     SB_DATE_PRECISION_YEAR
#define DECADE   SB_DATE_PRECISION_DECADE
#define CENTURY  SB_DATE_PRECISION_CENTURY
#define INTERVAL SB_DATE_PRECISION_INTERVAL
#define SURE     SB_DATE_CERTAIN
#define ABOUT    SB_DATE_APPROXIMATE
#define PERHAPS  SB_DATE_UNCERTAIN

static void
assert_day (int day,
            int open_day,
            const char *expected)
{
  g_autofree char *text = NULL;

  if (expected == NULL)
    {
      g_assert_cmpint (day, ==, open_day);
      return;
    }

  text = sb_day_to_string (day);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_valid (void)
{
  static const struct
  {
    const char *edtf, *first, *last; /* NULL: open */
    SbDatePrecision precision;
    SbDateQualifier qualifier;
    gboolean is_open;
  } cases[] = {
    { "2025-09-03", "2025-09-03", "2025-09-03", DAY, SURE, FALSE },
    { "2024-02-29", "2024-02-29", "2024-02-29", DAY, SURE, FALSE },
    { "2000-02-29", "2000-02-29", "2000-02-29", DAY, SURE, FALSE },
    { "0000-01-01", "0000-01-01", "0000-01-01", DAY, SURE, FALSE },
    { "9999-12-31", "9999-12-31", "9999-12-31", DAY, SURE, FALSE },
    { "2025-09", "2025-09-01", "2025-09-30", MONTH, SURE, FALSE },
    { "2024-02", "2024-02-01", "2024-02-29", MONTH, SURE, FALSE },
    { "2025-02", "2025-02-01", "2025-02-28", MONTH, SURE, FALSE },
    { "2025", "2025-01-01", "2025-12-31", YEAR, SURE, FALSE },
    { "2025-21", "2025-03-01", "2025-05-31", SEASON, SURE, FALSE },
    { "2025-22", "2025-06-01", "2025-08-31", SEASON, SURE, FALSE },
    { "2025-23", "2025-09-01", "2025-11-30", SEASON, SURE, FALSE },
    { "2025-24", "2025-12-01", "2026-02-28", SEASON, SURE, FALSE },
    { "2023-24", "2023-12-01", "2024-02-29", SEASON, SURE, FALSE },
    { "202X", "2020-01-01", "2029-12-31", DECADE, SURE, FALSE },
    { "20XX", "2000-01-01", "2099-12-31", CENTURY, SURE, FALSE },
    { "19XX?", "1900-01-01", "1999-12-31", CENTURY, PERHAPS, FALSE },
    { "19XX/2012", "1900-01-01", "2012-12-31", INTERVAL, SURE, FALSE },
    { "2025-21~/2025-23", "2025-03-01", "2025-11-30", INTERVAL, ABOUT, FALSE },
    { "2025-09-03?/..", "2025-09-03", NULL, INTERVAL, PERHAPS, TRUE },
    { "../2025-09-03%", NULL, "2025-09-03", INTERVAL, ABOUT | PERHAPS, FALSE },
    { "2025-XX", "2025-01-01", "2025-12-31", YEAR, SURE, FALSE },
    { "2025-XX-XX", "2025-01-01", "2025-12-31", YEAR, SURE, FALSE },
    { "2025-09-XX", "2025-09-01", "2025-09-30", MONTH, SURE, FALSE },
    { "2025-09-03?", "2025-09-03", "2025-09-03", DAY, PERHAPS, FALSE },
    { "2025-09~", "2025-09-01", "2025-09-30", MONTH, ABOUT, FALSE },
    { "2025%", "2025-01-01", "2025-12-31", YEAR, ABOUT | PERHAPS, FALSE },
    { "202X~", "2020-01-01", "2029-12-31", DECADE, ABOUT, FALSE },
    { "2025-22?", "2025-06-01", "2025-08-31", SEASON, PERHAPS, FALSE },
    { "2025-09/2025-11", "2025-09-01", "2025-11-30", INTERVAL, SURE, FALSE },
    { "2025-09-05/2025-09-06", "2025-09-05", "2025-09-06", INTERVAL, SURE, FALSE },
    { "2025-09-03/2025-09", "2025-09-03", "2025-09-30", INTERVAL, SURE, FALSE },
    { "2025/2025", "2025-01-01", "2025-12-31", INTERVAL, SURE, FALSE },
    { "2025-09-03/..", "2025-09-03", NULL, INTERVAL, SURE, TRUE },
    { "2025-09-03/", "2025-09-03", NULL, INTERVAL, SURE, FALSE },
    { "2025~/..", "2025-01-01", NULL, INTERVAL, ABOUT, TRUE },
    { "../2025", NULL, "2025-12-31", INTERVAL, SURE, FALSE },
    { "/2025-09-30", NULL, "2025-09-30", INTERVAL, SURE, FALSE },
    { "2025~/2026-05?", "2025-01-01", "2026-05-31", INTERVAL, ABOUT | PERHAPS, FALSE },
    { "199X/2012", "1990-01-01", "2012-12-31", INTERVAL, SURE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) date = sb_date_new (cases[i].edtf, NULL);

      g_test_message ("%s", cases[i].edtf);
      g_assert_nonnull (date);
      g_assert_cmpstr (sb_date_get_edtf (date), ==, cases[i].edtf);
      assert_day (sb_date_get_first_day (date), SB_DATE_DAY_MIN, cases[i].first);
      assert_day (sb_date_get_last_day (date), SB_DATE_DAY_MAX, cases[i].last);
      g_assert_cmpint (sb_date_get_precision (date), ==, cases[i].precision);
      g_assert_cmpint (sb_date_get_qualifier (date), ==, cases[i].qualifier);
      g_assert_cmpint (sb_date_is_open (date), ==, cases[i].is_open);
    }
}

static void
test_invalid (void)
{
  static const char *const cases[] = {
    "",
    " ",
    "..",
    "/",
    "../..",
    "/..",
    "../",
    "2025-",
    "2025-9",
    "2025-13",
    "2025-00",
    "2025-20",
    "2025-25",
    "2025-09-00",
    "2025-09-31",
    "2025-02-29",
    "1900-02-29",
    "2025-9-3",
    "25-09-03",
    "2025-09-03T10:00",
    " 2025",
    "2025 ",
    "2025??",
    "?2025",
    "2025-?09",
    "2XXX",
    "XXXX",
    "20X5",
    "20XX-09",
    "202X-09",
    "Y170000002",
    "-1985",
    "2025-09-03T10:00:00Z",
    "2025-W36",
    "{2025,2026}",
    "202x",
    "2025-0X",
    "2025-XX-03",
    "2025-09-0X",
    "2025-22-03",
    "20250903",
    "2025/2024",
    "2025/2026/2027",
    "2025-09-03/.",
    "2025/...",
    "-2025",
    "+2025",
    "Y2025",
    "05/06/2025",
    "early May",
    "2025-09-03\n",
    "٢٠٢٥",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) date = sb_date_new (cases[i], "words");

      g_test_message ("%s", cases[i]);
      g_assert_null (date);
    }
}

static void
test_wording (void)
{
  g_autoptr (SbDate) date = sb_date_new ("2025-05-XX", "début mai");
  g_autoptr (SbDate) bare = sb_date_new ("2025-05-XX", "");
  g_autoptr (SbDate) same = sb_date_new ("2025-05-XX", "début mai");

  g_assert_cmpstr (sb_date_get_wording (date), ==, "début mai");
  g_assert_null (sb_date_get_wording (bare));
  g_assert_true (sb_date_equal (date, same));
  g_assert_false (sb_date_equal (date, bare));
  g_assert_false (sb_date_equal (date, NULL));
  g_assert_true (sb_date_equal (NULL, NULL));
}

static void
test_compare (void)
{
  static const char *const sorted[] = {
    "../2024",
    "../2024~",
    "../2025",
    "19XX",
    "20XX",
    "202X",
    "2024",
    "2025-01",
    "2025",
    "2025-XX",
    "2025/2025",
    "2025-09-03",
    "2025-09-03/2025-09-03",
    "2025-09-03~",
    "2025-09-03?",
    "2025-09-03%",
    "2025-09-03/2025-09-05",
    "2025-09-03/2025-09-05?",
    "2025-09-03/..",
    "2025-09-04",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autoptr (SbDate) a = sb_date_new (sorted[i], NULL);

      g_assert_cmpint (sb_date_compare (a, NULL), <, 0);
      g_assert_cmpint (sb_date_compare (NULL, a), >, 0);

      for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
        {
          g_autoptr (SbDate) b = sb_date_new (sorted[j], NULL);
          int order = sb_date_compare (a, b);

          g_test_message ("%s %s", sorted[i], sorted[j]);
          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        }
    }

  g_assert_cmpint (sb_date_compare (NULL, NULL), ==, 0);
}

static void
test_overlaps (void)
{
  static const struct
  {
    const char *edtf;
    gboolean in_september; /* of 2025 */
  } cases[] = {
    { "2025-08-31", FALSE },
    { "2025-09-01", TRUE },
    { "2025-09-30", TRUE },
    { "2025-10-01", FALSE },
    { "2025", TRUE },
    { "2025-22", FALSE },
    { "2025-23", TRUE },
    { "2024-05/..", TRUE },
    { "2025-10/..", FALSE },
    { "../2025-08", FALSE },
    { "../2025-09", TRUE },
    { "2025-07/2025-12", TRUE },
  };
  int first = sb_day_from_ymd (2025, 9, 1);
  int last = sb_day_from_ymd (2025, 9, 30);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) date = sb_date_new (cases[i].edtf, NULL);

      g_test_message ("%s", cases[i].edtf);
      g_assert_cmpint (sb_date_overlaps (date, first, last), ==, cases[i].in_september);
    }
}

static void
test_day (void)
{
  GDate date;
  int days;

  g_assert_cmpint (sb_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (sb_day_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (sb_day_from_ymd (2026, 5, 20), ==, 20593);
  days = sb_day_from_ymd (1, 1, 1);

  /* Every day of ten centuries, against the calendar of GLib. */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1600);
  for (int day = sb_day_from_ymd (1600, 1, 1); g_date_get_year (&date) < 2600; day++)
    {
      int year, month, day_of_month;

      sb_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (sb_day_from_ymd (year, month, day_of_month), ==, day);
      g_assert_cmpint (day - days + 1, ==, g_date_get_julian (&date));
      g_date_add_days (&date, 1);
    }
}

static void
test_day_text (void)
{
  static const char *const invalid[] = {
    "",
    "2025-09",
    "2025",
    "2025-09-03?",
    "2025-09-03/2025-09-04",
    "2025-9-3",
    "2025-09-XX",
    "2025-02-30",
  };
  g_autoptr (SbDate) date = sb_date_new_for_day (20593);
  int day = 0;

  g_assert_cmpstr (sb_date_get_edtf (date), ==, "2026-05-20");
  g_assert_cmpint (sb_date_get_first_day (date), ==, 20593);
  g_assert_cmpint (sb_date_get_last_day (date), ==, 20593);
  g_assert_cmpint (sb_date_get_precision (date), ==, SB_DATE_PRECISION_DAY);
  g_assert_true (sb_day_parse ("2026-05-20", &day));
  g_assert_cmpint (day, ==, 20593);
  g_assert_false (sb_day_parse (NULL, &day));

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (sb_day_parse (invalid[i], &day));

  g_assert_cmpint (day, ==, 20593);
}

static void
test_day_from_time (void)
{
  g_assert_cmpint (sb_day_from_time (0), ==, 0);
  g_assert_cmpint (sb_day_from_time (86399), ==, 0);
  g_assert_cmpint (sb_day_from_time (86400), ==, 1);
  g_assert_cmpint (sb_day_from_time (-1), ==, -1);
  g_assert_cmpint (sb_day_from_time (-86400), ==, -1);
  g_assert_cmpint (sb_day_from_time (-86401), ==, -2);
  g_assert_cmpint (sb_day_from_time (G_MAXINT64), ==, SB_DATE_DAY_MAX);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/date/valid", test_valid);
  g_test_add_func ("/base/date/invalid", test_invalid);
  g_test_add_func ("/base/date/wording", test_wording);
  g_test_add_func ("/base/date/compare", test_compare);
  g_test_add_func ("/base/date/overlaps", test_overlaps);
  g_test_add_func ("/base/day/civil", test_day);
  g_test_add_func ("/base/day/text", test_day_text);
  g_test_add_func ("/base/day/from-time", test_day_from_time);

  return g_test_run ();
}
