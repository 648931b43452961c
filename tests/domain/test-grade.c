/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-grade.h"

/* In the order of sorting: F and 6 are no worse than E and 5, they stand apart
 * after them; what was not graded comes last. */
static const struct
{
  SbReliability reliability;
  SbCredibility credibility;
  const char *text;
} grades[] = {
  { SB_RELIABILITY_A, SB_CREDIBILITY_1, "A1" },
  { SB_RELIABILITY_A, SB_CREDIBILITY_6, "A6" },
  { SB_RELIABILITY_A, SB_CREDIBILITY_NONE, "A" },
  { SB_RELIABILITY_B, SB_CREDIBILITY_2, "B2" },
  { SB_RELIABILITY_B, SB_CREDIBILITY_5, "B5" },
  { SB_RELIABILITY_E, SB_CREDIBILITY_1, "E1" },
  { SB_RELIABILITY_E, SB_CREDIBILITY_5, "E5" },
  { SB_RELIABILITY_F, SB_CREDIBILITY_1, "F1" },
  { SB_RELIABILITY_F, SB_CREDIBILITY_3, "F3" },
  { SB_RELIABILITY_F, SB_CREDIBILITY_6, "F6" },
  { SB_RELIABILITY_NONE, SB_CREDIBILITY_1, "1" },
  { SB_RELIABILITY_NONE, SB_CREDIBILITY_NONE, "" },
};

static void
test_compare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    for (guint k = 0; k < G_N_ELEMENTS (grades); k++)
      g_assert_cmpint (sb_grade_compare (grades[i].reliability, grades[i].credibility, grades[k].reliability, grades[k].credibility),
                       ==, (i > k) - (i < k));
}

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      g_autofree char *text = sb_grade_format (grades[i].reliability, grades[i].credibility);

      g_assert_cmpstr (text, ==, grades[i].text);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/grade/compare", test_compare);
  g_test_add_func ("/domain/grade/format", test_format);
  return g_test_run ();
}
