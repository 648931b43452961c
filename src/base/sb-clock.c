/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-clock.h"

#include "sb-date.h"

#define SECONDS_PER_DAY 86400

/* Seconds since 1970 at which the clock stands still, or -1 when it runs. */
static gint64
parse_stop (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  int day;

  if (text == NULL || *text == '\0')
    return -1;

  if (sb_day_parse (text, &day))
    return day * (gint64) SECONDS_PER_DAY;

  time = g_date_time_new_from_iso8601 (text, utc);
  if (time == NULL)
    {
      g_warning ("SB_CLOCK is not a date or a date-time: %s", text);
      return -1;
    }

  return g_date_time_to_unix (time);
}

static gint64
get_stop (void)
{
  static gsize stop_plus_two; /* 0 is "not read yet" to g_once_init_enter() */

  if (g_once_init_enter (&stop_plus_two))
    g_once_init_leave (&stop_plus_two, parse_stop (g_getenv ("SB_CLOCK")) + 2);

  return (gint64) stop_plus_two - 2;
}

gint64
sb_clock_now (void)
{
  gint64 stop = get_stop ();

  return stop >= 0 ? stop : g_get_real_time () / G_USEC_PER_SEC;
}

int
sb_clock_today (void)
{
  gint64 stop = get_stop ();
  g_autoptr (GDateTime) now = NULL;

  if (stop >= 0)
    return sb_day_from_time (stop);

  now = g_date_time_new_now_local ();

  return sb_day_from_ymd (g_date_time_get_year (now),
                          g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}
