/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-published-date.h"

static const struct
{
  const char *text;
  SbDateOrder order;
  const char *date;
} cases[] = {
  { "2025-09-03", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "2025-09-03T07:30:00+02:00", SB_DATE_ORDER_DAY_FIRST, "2025-09-03T07:30:00+02:00" },
  { "2025-09-03T07:30:00.123+0200", SB_DATE_ORDER_DAY_FIRST, "2025-09-03T07:30:00+02:00" },
  { "2025-09-03 07:30", SB_DATE_ORDER_DAY_FIRST, "2025-09-03T07:30:00Z" },
  { "20250903", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "Publié le mercredi 3 septembre 2025 à 10h", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "1er août 2025", SB_DATE_ORDER_DAY_FIRST, "2025-08-01" },
  { "septembre 15, 2025", SB_DATE_ORDER_DAY_FIRST, "2025-09-15" },
  { "Sept. 3rd, 2025", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "Wed, 03 Sep 2025 10:00:00 GMT", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "3 de septiembre de 2025", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "3. September 2025", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "2025年9月3日", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "03.09.2025", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "03/09/2025", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "03/09/2025", SB_DATE_ORDER_MONTH_FIRST, "2025-03-09" },
  { "09/23/2025", SB_DATE_ORDER_DAY_FIRST, "2025-09-23" },
  { "https://example.org/2025/09/03/titre", SB_DATE_ORDER_DAY_FIRST, "2025-09-03" },
  { "31 février 2025", SB_DATE_ORDER_DAY_FIRST, NULL },
  { "RN1 2025", SB_DATE_ORDER_DAY_FIRST, NULL },
  { "3 camions 2025", SB_DATE_ORDER_DAY_FIRST, NULL },
  { "", SB_DATE_ORDER_DAY_FIRST, NULL },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = _sb_find_date (cases[i].text, cases[i].order);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_cut (void)
{
  g_autofree char *end = _sb_cut_date ("Le blocus - 29.04.2026");
  g_autofree char *middle = _sb_cut_date ("Le blocus du 29 avril 2026 en question");
  g_autofree char *none = _sb_cut_date ("Le blocus");

  g_assert_cmpstr (end, ==, "Le blocus");
  g_assert_cmpstr (middle, ==, "Le blocus du en question");
  g_assert_cmpstr (none, ==, "Le blocus");
}

static void
test_month_and_year (void)
{
  g_assert_true (_sb_has_month_and_year ("Lettre | Mai 2026"));
  g_assert_true (_sb_has_month_and_year ("AOÛT 2025"));
  g_assert_false (_sb_has_month_and_year ("Vision 2026"));
  g_assert_false (_sb_has_month_and_year ("mai"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/published-date/find", test_find);
  g_test_add_func ("/documents/published-date/cut", test_cut);
  g_test_add_func ("/documents/published-date/month-and-year", test_month_and_year);
  return g_test_run ();
}
