/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-ordinal-private.h"

#include <string.h>

static const struct
{
  const char *text;
  int first; /* the byte of the first ending; -1 for none */
  int second;
} cases[] = {
  { "1er mai", 1, -1 },
  { "le 1er mai et la 1re fois", 4, 18 },
  { "1er", 1, -1 },
  { "1er.", 1, -1 },
  { "le 21er", -1, -1 },
  { "1era", -1, -1 },
  { "1 er", -1, -1 },
  { "1e", -1, -1 },
  { "1", -1, -1 },
  { "", -1, -1 },
  { "11 mai, 1er", 9, -1 },
};

static int
find (const char *text,
      int from)
{
  const char *found = _sb_ordinal_find (text + from, NULL);

  return found != NULL ? (int) (found - text) : -1;
}

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (find (cases[i].text, 0), ==, cases[i].first);
      if (cases[i].first >= 0)
        g_assert_cmpint (find (cases[i].text, cases[i].first + SB_ORDINAL_LENGTH), ==, cases[i].second);
    }
}

/* What stands behind the end is not looked at. */
static void
test_end (void)
{
  const char text[] = "le 1er mai";

  g_assert_null (_sb_ordinal_find (text, text + 5));
  g_assert_true (_sb_ordinal_find (text, text + 6) == text + 4);
  g_assert_null (_sb_ordinal_find (text, text));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/ordinal/find", test_find);
  g_test_add_func ("/briefing/ordinal/end", test_end);

  return g_test_run ();
}
