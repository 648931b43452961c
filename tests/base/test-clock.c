/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-clock.h"
#include "sb-date.h"

/* The clock is read once, so that each case is a process of its own. */
static void
run_stopped (const char *stop,
             const char *path)
{
  g_setenv ("SB_CLOCK", stop, TRUE);
  g_test_trap_subprocess (path, 0, 0);
  g_test_trap_assert_passed ();
  g_unsetenv ("SB_CLOCK");
}

static void
test_date (void)
{
  if (!g_test_subprocess ())
    {
      run_stopped ("2026-05-20", "/base/clock/date");
      return;
    }

  g_assert_cmpint (sb_clock_now (), ==, 1779235200);
  g_assert_cmpint (sb_clock_today (), ==, sb_day_from_ymd (2026, 5, 20));
}

static void
test_date_time (void)
{
  if (!g_test_subprocess ())
    {
      run_stopped ("2026-05-20T23:30:00+01:00", "/base/clock/date-time");
      return;
    }

  g_assert_cmpint (sb_clock_now (), ==, 1779235200 + 22 * 3600 + 1800);
  g_assert_cmpint (sb_clock_today (), ==, sb_day_from_ymd (2026, 5, 20));
}

static void
test_running (void)
{
  gint64 before, now, after;

  if (!g_test_subprocess ())
    {
      run_stopped ("", "/base/clock/running");
      return;
    }

  before = g_get_real_time () / G_USEC_PER_SEC;
  now = sb_clock_now ();
  after = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (before, <=, now);
  g_assert_cmpint (now, <=, after);
  g_assert_cmpint (ABS (sb_clock_today () - sb_day_from_time (now)), <=, 1);
}

static void
test_invalid (void)
{
  if (g_test_subprocess ())
    {
      sb_clock_now ();
      return;
    }

  g_setenv ("SB_CLOCK", "tomorrow", TRUE);
  g_test_trap_subprocess ("/base/clock/invalid", 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*SB_CLOCK is not a date*");
  g_unsetenv ("SB_CLOCK");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/clock/date", test_date);
  g_test_add_func ("/base/clock/date-time", test_date_time);
  g_test_add_func ("/base/clock/running", test_running);
  g_test_add_func ("/base/clock/invalid", test_invalid);

  return g_test_run ();
}
