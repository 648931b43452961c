/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-date.h"

typedef struct
{
  const char *text;
  const char *expected; /* ISO 8601 in UTC, a day alone, or NULL: no date */
} DateCase;

static const DateCase date_cases[] = {
  /* RFC 822 and its abuses. */
  { "Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z" },
  { "Thu, 1 Jan 04 19:48 EST", "2004-01-02T00:48:00Z" },
  { "01 Jan 2004 19:48:21 +0130", "2004-01-01T18:18:21Z" },
  { "Thu, 01 Jan 2004 19:48:21 -5:00", "2004-01-02T00:48:21Z" },
  { "Thursday, January 1, 2004 7:48 p.m. GMT", "2004-01-01T19:48:00Z" },
  { "Jan 1, 2004 12:05 AM", "2004-01-01T00:05:00Z" },
  { "Thu Jan  1 19:48:21 CET 2004", "2004-01-01T18:48:21Z" },
  { "Thu, 01 Jan 2004 24:00:00 UT", "2004-01-02T00:00:00Z" },
  { "Thu, 31 Dec 1998 23:59:60 GMT", "1999-01-01T00:00:00Z" },
  { "Sun, 31 Jun 2024 10:00:00 GMT+1", "2024-07-01T09:00:00Z" },
  { "Fri, 5 Sept. 2025", "2025-09-05" },
  /* ISO 8601. */
  { "2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z" },
  { "2003-12-31T10:14:55.123+02:00", "2003-12-31T08:14:55Z" },
  { "2003-12-31 10:14", "2003-12-31T10:14:00Z" },
  { "20031231T101455Z", "2003-12-31T10:14:55Z" },
  { "2003-12-31T1014Z", "2003-12-31T10:14:00Z" },
  { "20031231", "2003-12-31" },
  { "2003-12-31", "2003-12-31" },
  { "2003-12", "2003-12-01" },
  { "2003", "2003-01-01" },
  { "2003-365", "2003-12-31" },
  { "2004-W53-6", "2005-01-01" },
  { "2025-W01-1T08:00Z", "2024-12-30T08:00:00Z" },
  { "1072865695", "2003-12-31T10:14:55Z" },
  { "1072865695123", "2003-12-31T10:14:55Z" },
  /* Words of other languages. */
  { "mar., 30 déc. 2025 08:00:00 +0000", "2025-12-30T08:00:00Z" },
  { "mardi 4 mars 2025", "2025-03-04" },
  { "mar, 4 juin 2024", "2024-06-04" },
  { "1er août 2025 à 14h05", "2025-08-01T14:05:00Z" },
  { "sam. 6 juil. 2024 23:15 CEST", "2024-07-06T21:15:00Z" },
  { "miércoles, 3 de enero de 2024", "2024-01-03" },
  { "martes 2 de abril de 2024, 10:30", "2024-04-02T10:30:00Z" },
  { "Sex, 29 Set 2023 18:00:00 -0300", "2023-09-29T21:00:00Z" },
  { "2 de outubro de 2023", "2023-10-02" },
  { "Mi, 13. März 2024 08:00 MEZ", "2024-03-13T07:00:00Z" },
  { "31. Dezember 2023", "2023-12-31" },
  { "2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z" },
  { "Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z" },
  { "2004년 05월 28일 오후 11:31:15", "2004-05-28T23:31:15Z" },
  { "١٥ يناير 2025", "2025-01-15" },
  /* Numbers alone. */
  { "31/12/2003 10:14", "2003-12-31T10:14:00Z" },
  { "12/31/2003", "2003-12-31" },
  { "03/04/2025", "2025-04-03" },
  { "03.04.25", "2025-04-03" },
  { "2025/04/03 07:00:00", "2025-04-03T07:00:00Z" },
  /* No dates. */
  { "", NULL },
  { "yesterday", NULL },
  { "12:30", NULL },
  { "5 hours ago", NULL },
  { "2025-13-40", NULL },
  { "0000-00-00T00:00:00Z", NULL },
  { "99999999999999999999", NULL },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      SbFeedTime time = sb_feed_date_parse (date_cases[i].text);
      g_autoptr (GDateTime) date = time.flags != 0 ? g_date_time_new_from_unix_utc (time.seconds) : NULL;
      g_autofree char *text = NULL;

      if (date != NULL)
        text = g_date_time_format (date, time.flags & SB_FEED_TIME_DAY_ONLY ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ");
      if (g_strcmp0 (text, date_cases[i].expected) != 0)
        {
          g_test_message ("\"%s\" is read as %s, not %s", date_cases[i].text, text, date_cases[i].expected);
          g_test_fail ();
        }
    }
}

static void
test_zone_flag (void)
{
  g_assert_false (sb_feed_date_parse ("2025-01-01T10:00:00+00:00").flags & SB_FEED_TIME_WITHOUT_ZONE);
  g_assert_true (sb_feed_date_parse ("2025-01-01T10:00:00").flags & SB_FEED_TIME_WITHOUT_ZONE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feeds/feed-date/table", test_table);
  g_test_add_func ("/feeds/feed-date/zone-flag", test_zone_flag);

  return g_test_run ();
}
