/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-language.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *code;
    int language; /* -1 when neither */
  } cases[] = {
    { "fr", SB_LANGUAGE_FR },
    { "FR", SB_LANGUAGE_FR },
    { "fr-ML", SB_LANGUAGE_FR },
    { "en_GB.UTF-8", SB_LANGUAGE_EN },
    { "en", SB_LANGUAGE_EN },
    { "frr", -1 }, /* North Frisian */
    { "ar", -1 },
    { "f", -1 },
    { "", -1 },
    { NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbLanguage language = 7;

      if (cases[i].language < 0)
        {
          g_assert_false (sb_language_parse (cases[i].code, &language));
          g_assert_cmpint (language, ==, 7);
          continue;
        }

      g_assert_true (sb_language_parse (cases[i].code, &language));
      g_assert_cmpint (language, ==, cases[i].language);
    }
}

static void
test_code (void)
{
  g_assert_cmpstr (sb_language_get_code (SB_LANGUAGE_FR), ==, "fr");
  g_assert_cmpstr (sb_language_get_code (SB_LANGUAGE_EN), ==, "en");
}

static void
test_interface (void)
{
  /* No catalogue is bound here: the messages show as they are written. */
  g_assert_cmpint (sb_language_get_interface (), ==, SB_LANGUAGE_EN);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/language/parse", test_parse);
  g_test_add_func ("/base/language/code", test_code);
  g_test_add_func ("/base/language/interface", test_interface);

  return g_test_run ();
}
