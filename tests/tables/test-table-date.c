/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-table-date.h"

#include "sb-date.h"

static const struct
{
  const char *text;
  const char *first; /* NULL for no date */
  const char *last; /* NULL for the same */
  SbTableDateOrder order;
} dates[] = {
  { "2025-09-03", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "2025-09-03 00:00:00.000", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "2025-09-03T23:30:00+00:00", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "20250903", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "20250903T101500Z", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "20250903101500", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "1756857600", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "1756857600000", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "03/09/2025", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "03/09/2025", "2025-03-09", NULL, SB_TABLE_DATE_MONTH_FIRST },
  { "25/04/2026", "2026-04-25", NULL, SB_TABLE_DATE_MONTH_FIRST },
  { "04/25/2026", "2026-04-25", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "3-9-2025", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "03.09.25", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "2025/9/3", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "31 January 2023", "2023-01-31", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "January 31, 2023", "2023-01-31", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "31-Jan-23", "2023-01-31", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "1er août 2025", "2025-08-01", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "mardi 3 sept. 2025", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "Wed, 03 Sep 2025 10:00:00 +0000", "2025-09-03", NULL, SB_TABLE_DATE_DAY_FIRST },
  { "septembre 2025", "2025-09-01", "2025-09-30", SB_TABLE_DATE_DAY_FIRST },
  { "2025-02", "2025-02-01", "2025-02-28", SB_TABLE_DATE_DAY_FIRST },
  { "2025", "2025-01-01", "2025-12-31", SB_TABLE_DATE_DAY_FIRST },
  { "5-6 septembre 2025", "2025-09-05", "2025-09-06", SB_TABLE_DATE_DAY_FIRST },
  { "2025-02-30", NULL, NULL, SB_TABLE_DATE_DAY_FIRST },
  { "31/31/2025", NULL, NULL, SB_TABLE_DATE_DAY_FIRST },
  { "3 jui 2025", NULL, NULL, SB_TABLE_DATE_DAY_FIRST },
  { "12", NULL, NULL, SB_TABLE_DATE_DAY_FIRST },
  { "hier", NULL, NULL, SB_TABLE_DATE_DAY_FIRST },
  { "", NULL, NULL, SB_TABLE_DATE_DAY_FIRST },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      int first = 0;
      int last = 0;
      gboolean is_date = sb_table_date_parse (dates[i].text, dates[i].order, &first, &last);
      g_autofree char *from = sb_day_to_string (first);
      g_autofree char *to = sb_day_to_string (last);

      g_test_message ("%s", dates[i].text);
      g_assert_true (is_date == (dates[i].first != NULL));
      if (!is_date)
        continue;
      g_assert_cmpstr (from, ==, dates[i].first);
      g_assert_cmpstr (to, ==, dates[i].last != NULL ? dates[i].last : dates[i].first);
    }
}

static void
test_order (void)
{
  g_assert_cmpint (sb_table_date_tell_order ("25/04/2026"), ==, 1);
  g_assert_cmpint (sb_table_date_tell_order ("04/25/2026"), ==, -1);
  g_assert_cmpint (sb_table_date_tell_order ("04/05/2026"), ==, 0);
  g_assert_cmpint (sb_table_date_tell_order ("2026-04-25"), ==, 0);
}

static const struct
{
  const char *format;
  const char *text;
  const char *day; /* NULL when it does not fit */
} formats[] = {
  { "%d.%m.%Y", "03.09.2025", "2025-09-03" },
  { "%m/%d/%y", "9/3/25", "2025-09-03" },
  { "%d %B %Y", "3 septembre 2025", "2025-09-03" },
  { "%Y%m%d", "20250903", "2025-09-03" },
  { "%d.%m.%Y", "2025-09-03", NULL },
  { "%d.%m.%Y", "31.02.2025", NULL },
};

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      int day = 0;
      gboolean is_read = sb_table_date_parse_format (formats[i].text, formats[i].format, &day);
      g_autofree char *text = sb_day_to_string (day);

      g_test_message ("%s of %s", formats[i].text, formats[i].format);
      g_assert_true (is_read == (formats[i].day != NULL));
      if (is_read)
        g_assert_cmpstr (text, ==, formats[i].day);
    }

  g_assert_true (sb_table_date_format_is_valid ("%d/%m/%Y"));
  g_assert_false (sb_table_date_format_is_valid ("%d/%m"));
  g_assert_false (sb_table_date_format_is_valid ("%d/%m/%Y %q"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/table-date/dates", test_dates);
  g_test_add_func ("/tables/table-date/order", test_order);
  g_test_add_func ("/tables/table-date/formats", test_formats);

  return g_test_run ();
}
