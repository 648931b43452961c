/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-ordinal-private.h"

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    int endings[3]; /* bytes from the start; -1 for no more */
  } cases[] = {
    { "", { -1, -1, -1 } },
    { "1er", { 1, -1, -1 } },
    { "Au 1er juin 2025", { 4, -1, -1 } },
    { "du 1er au 2 mai, la 1re fois", { 4, 21, -1 } },
    { "21er, 1erg, 11 juin, 1e", { -1, -1, -1 } },
    { "11 août et 1er août", { 13, -1, -1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *from = cases[i].text;

      for (guint k = 0; k < G_N_ELEMENTS (cases[i].endings); k++)
        {
          const char *ending = _sb_ordinal_find_ending (cases[i].text, from);

          g_assert_cmpint (ending != NULL ? ending - cases[i].text : -1, ==, cases[i].endings[k]);
          if (ending == NULL)
            break;
          from = ending;
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/ordinal/find", test_find);

  return g_test_run ();
}
