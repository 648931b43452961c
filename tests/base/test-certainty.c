/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-certainty.h"

static SbDate *
read_date (const char *edtf)
{
  SbDate *date = edtf != NULL ? sb_date_new (edtf, NULL) : NULL;

  g_assert_true (edtf == NULL || date != NULL);
  return date;
}

/* NULL and ".." are open. */
static int
read_day (const char *text,
          int open_day)
{
  int day;

  if (text == NULL)
    return open_day;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

static void
test_falling (void)
{
  static const struct
  {
    const char *date;
    const char *first;
    const char *last;
    const char *expected;
  } cases[] = {
    { "2025-09-03", "2025-09-01", "2025-09-30", "surely" },
    { "2025-09-03", "2025-09-03", "2025-09-03", "surely" },
    { "2025-09-03", "2025-09-04", "2025-09-30", "no" },
    { "2025-09-03", NULL, NULL, "surely" },
    { "2025-09", "2025-09-01", "2025-09-30", "surely" },
    { "2025-09", "2025-09-01", "2025-09-29", "possibly" },
    { "2025-09", "2025-09-15", "2025-09-15", "possibly" },
    { "2025-09", "2025-10-01", "2025-10-31", "no" },
    { "2025-23", "2025-09-01", "2025-11-30", "surely" },
    { "2025", "2025-09-01", "2025-09-30", "possibly" },
    { "202X", "2025-01-01", "2025-12-31", "possibly" },
    { "20XX", "2000-01-01", "2099-12-31", "surely" },
    { "2025-09-XX", "2025-09-01", "2025-09-30", "surely" },
    /* A qualifier: one unit beside is possible, but looked for where it is. */
    { "2025-09-03~", "2025-09-03", "2025-09-03", "possibly" },
    { "2025-09-03~", "2025-09-02", "2025-09-04", "surely" },
    { "2025-09-03?", "2025-09-04", "2025-09-30", "no" },
    { "2025-09~", "2025-09-01", "2025-09-30", "possibly" },
    { "2025-09~", "2025-07-01", "2025-11-30", "surely" },
    { "2025%", "2025-01-01", "2025-12-31", "possibly" },
    { "2025%", "2023-12-31", "2027-01-01", "surely" },
    /* "nuit du 5 au 6 septembre" */
    { "2025-09-05/2025-09-06", "2025-09-05", "2025-09-06", "surely" },
    { "2025-09-05/2025-09-06", "2025-09-06", "2025-09-30", "possibly" },
    { "2025-09-05~/2025-09-06", "2025-09-05", "2025-09-06", "possibly" },
    { "2025-09-05/2025-09-06~", "2025-09-04", "2025-09-06", "possibly" },
    { "2025-09-03/..", "2025-09-03", "2030-01-01", "possibly" },
    { "2025-09-03/..", "2025-09-03", NULL, "surely" },
    { "2025-09-03/..", "2025-09-01", "2025-09-02", "no" },
    { "../2025", NULL, "2025-12-31", "surely" },
    { "../2025", "1990-01-01", "1990-12-31", "possibly" },
    { NULL, "2025-09-01", "2025-09-30", "possibly" },
    { NULL, NULL, NULL, "surely" },
    { "2025-09-03", "2025-09-30", "2025-09-01", "no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) date = read_date (cases[i].date);
      int first = read_day (cases[i].first, SB_DATE_DAY_MIN);
      int last = read_day (cases[i].last, SB_DATE_DAY_MAX);
      SbCertainty certainty = sb_certainty_of_falling (date, first, last);

      g_test_message ("%s in %s..%s", cases[i].date, cases[i].first, cases[i].last);
      g_assert_cmpstr (sb_certainty_get_name (certainty), ==, cases[i].expected);
      if (date != NULL && first <= last)
        g_assert_cmpint (certainty != SB_CERTAINTY_NO, ==, sb_date_overlaps (date, first, last));
    }
}

typedef struct
{
  const char *since;
  const char *until;
  const char *day;
  const char *expected;
} HoldingCase;

static void
check_holding (const HoldingCase *cases,
               guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (SbDate) since = read_date (cases[i].since);
      /* ".." alone is no expression: an end that is open is that of an interval. */
      g_autoptr (SbDate) until = read_date (g_strcmp0 (cases[i].until, "..") == 0 ? "2025/.." : cases[i].until);
      SbCertainty certainty = sb_certainty_of_holding (since, until, read_day (cases[i].day, 0));

      g_test_message ("%s – %s on %s", cases[i].since, cases[i].until, cases[i].day);
      g_assert_cmpstr (sb_certainty_get_name (certainty), ==, cases[i].expected);
    }
}

/* However a date is written, more days later never make it less past, and a
 * longer period never less surely the one it falls in. */
static void
test_holding (void)
{
  static const HoldingCase cases[] = {
    /* A beginning known to the day, and no end. */
    { "2025-09-03", NULL, "2025-09-02", "no" },
    { "2025-09-03", NULL, "2025-09-03", "surely" },
    { "2025-09-03", NULL, "2040-01-01", "surely" },
    { "2025-09-03", "..", "2026-01-01", "surely" },
    /* Known to the month. */
    { "2025-09", NULL, "2025-08-31", "no" },
    { "2025-09", NULL, "2025-09-01", "possibly" },
    { "2025-09", NULL, "2025-09-15", "possibly" },
    { "2025-09", NULL, "2025-09-30", "surely" },
    { "2025-22", NULL, "2025-07-14", "possibly" },
    { "2023", NULL, "2023-06-01", "possibly" },
    { "2023", NULL, "2024-01-01", "surely" },
    { "201X", NULL, "2015-01-01", "possibly" },
    { "201X", NULL, "2020-01-01", "surely" },
    /* About, perhaps. */
    { "2026-04-26~", NULL, "2026-04-25", "no" },
    { "2026-04-26~", NULL, "2026-04-26", "possibly" },
    { "2026-04-26~", NULL, "2026-04-27", "surely" },
    { "2025-09?", NULL, "2025-10-15", "possibly" },
    { "2025-09?", NULL, "2025-10-31", "surely" },
    { "2023%", NULL, "2024-06-01", "possibly" },
    /* Begun some time in an interval; or at the start of one without an end. */
    { "2025-09-05/2025-09-06", NULL, "2025-09-05", "possibly" },
    { "2025-09-05/2025-09-06", NULL, "2025-09-06", "surely" },
    { "2025-09-03/..", NULL, "2025-09-03", "surely" },
    { "2025-09-03/", NULL, "2025-09-02", "no" },
    { "2025-09~/..", NULL, "2025-10-15", "possibly" },
    /* Known only to be before a day: a year back, and no farther. */
    { "../2026-04-25", NULL, "1950-01-01", "no" },
    { "../2026-04-25", NULL, "2025-04-24", "no" },
    { "../2026-04-25", NULL, "2025-04-25", "possibly" },
    { "../2026-04-25", NULL, "2026-04-24", "possibly" },
    { "../2026-04-25", NULL, "2026-04-25", "surely" },
    { "/2026-04-25", NULL, "2026-04-24", "possibly" },
    { "../2026-04-25~", NULL, "2026-04-25", "possibly" },
    /* No one has said since when. */
    { NULL, NULL, "1950-01-01", "possibly" },
    { NULL, NULL, "2026-04-30", "possibly" },
    { NULL, "2026-04-25", "2026-04-25", "possibly" },
    { NULL, "2026-04-25", "2026-04-26", "no" },
    /* Ends. */
    { "2026-04-25", "2026-04-27", "2026-04-26", "surely" },
    { "2026-04-25", "2026-04-27", "2026-04-27", "surely" },
    { "2026-04-25", "2026-04-27", "2026-04-28", "no" },
    { "2025-07-01", "2025-07-01", "2025-07-01", "surely" },
    { "2023", "2026-04", "2026-03-31", "surely" },
    { "2023", "2026-04", "2026-04-01", "surely" },
    { "2023", "2026-04", "2026-04-15", "possibly" },
    { "2023", "2026-04", "2026-05-01", "no" },
    { "2023", "2026-04-25~", "2026-04-24", "surely" },
    { "2023", "2026-04-25~", "2026-04-25", "possibly" },
    { "2023", "2026-04-25/2026-04-28", "2026-04-26", "possibly" },
    { "2023", "2026-04-25/..", "2027-01-01", "surely" },
    { "2020", "../2026-04-25", "2025-04-25", "surely" },
    { "2020", "../2026-04-25", "2025-12-31", "possibly" },
    { "2020", "../2026-04-25", "2026-04-26", "no" },
    /* Both at once: the weaker of the two. */
    { "2025", "2025", "2025-07-01", "possibly" },
    { "2025-01", "2025-03", "2025-02-15", "surely" },
  };

  check_holding (cases, G_N_ELEMENTS (cases));
}

static void
test_unknown_ends (void)
{
  static const HoldingCase cases[] = {
    /* Known only to be at a day or after: a year on, and no farther. */
    { "2000", "2007/", "2006-12-31", "surely" },
    { "2000", "2007/", "2007-01-01", "surely" },
    { "2000", "2007/", "2007-01-02", "possibly" },
    { "2000", "2007/", "2008-01-01", "possibly" },
    { "2000", "2007/", "2008-01-02", "no" },
    { "2000", "2007/", "2026-04-30", "no" },
    { "2000", "2026-04-25/", "2026-04-25", "surely" },
    { "2000", "2026-04-25/", "2027-04-25", "possibly" },
    { "2000", "2026-04-25/", "2027-04-26", "no" },
    { "2000", "2026-04-25~/", "2026-04-25", "possibly" },
    { "2000", "2026-04-25~/", "2026-04-24", "surely" },
    { "2000", "2007/..", "2026-04-30", "surely" },
    { NULL, "2007/", "2007-01-01", "possibly" },
    { NULL, "2007/", "2026-04-30", "no" },
    { "../2007", "2007/", "2006-12-30", "no" },
    { "../2007", "2007/", "2007-06-01", "possibly" },
    { "../2007", "2007/", "2008-01-02", "no" },
    /* A beginning that is not before a day, and no one knows when. */
    { "2007/", NULL, "2006-12-31", "no" },
    { "2007/", NULL, "2007-12-31", "possibly" },
    { "2007/", NULL, "2008-01-01", "surely" },
  };

  check_holding (cases, G_N_ELEMENTS (cases));
}

static void
test_growing (void)
{
  static const char *const dates[] = { "2025-09-03", "2025-09~", "2025-22?", "2025%", "202X", "20XX", "2025-09-05/2025-09-06",
                                       "2025-09-03~/..", "../2025-09-03", "/2025", "2025-08~/" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (SbDate) date = read_date (dates[i]);
      int middle = sb_day_from_ymd (2025, 9, 4);
      SbCertainty past = SB_CERTAINTY_NO;
      SbCertainty fallen = SB_CERTAINTY_NO;

      for (int reach = -5000; reach < 5000; reach += 7)
        {
          SbCertainty certainty = sb_certainty_of_being_past (date, middle + reach);

          g_assert_cmpint (certainty, >=, past);
          past = certainty;
          if (reach < 0)
            continue;
          certainty = sb_certainty_of_falling (date, middle - reach, middle + reach);
          g_assert_cmpint (certainty, >=, fallen);
          fallen = certainty;
        }
    }
}

static void
test_order (void)
{
  static const struct
  {
    const char *since;
    const char *other;
    gboolean begins_after;
  } cases[] = {
    { "2026-04-26", "2026-04-25", TRUE },
    { "2026-04-25", "2026-04-25", FALSE },
    { "2026-04-25", "2026-04-26", FALSE },
    { "2026-04-26~", "2026-04-25", FALSE },
    { "2026-04-27~", "2026-04-25", TRUE },
    { "2026-04-27~", "2026-04-25?", FALSE },
    { "2026-04", "2026-03", TRUE },
    { "2026-04", "2026", FALSE },
    { "2026-04-25", "2023", TRUE },
    { "2026-04-25", "2023/..", TRUE },
    { "2026-04-25/..", "2026-04-24/..", TRUE },
    { "../2026-04-25", "2025-04-24", TRUE },
    { "../2026-04-25", "2025-04-25", FALSE },
    { "2026-04-26", "../2026-04-25", TRUE },
    { "2025-04-26", "2024-04-25/", TRUE },
    { "2025-04-25", "2024-04-25/", FALSE },
    { "2025-04-26/", "2025-04-25", TRUE },
    { "2026-04-26", NULL, FALSE },
    { NULL, "2026-04-26", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) since = read_date (cases[i].since);
      g_autoptr (SbDate) other = read_date (cases[i].other);

      g_test_message ("%s after %s", cases[i].since, cases[i].other);
      g_assert_cmpint (sb_certainty_begins_after (since, other), ==, cases[i].begins_after);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/certainty/falling", test_falling);
  g_test_add_func ("/base/certainty/holding", test_holding);
  g_test_add_func ("/base/certainty/unknown-ends", test_unknown_ends);
  g_test_add_func ("/base/certainty/growing", test_growing);
  g_test_add_func ("/base/certainty/order", test_order);

  return g_test_run ();
}
