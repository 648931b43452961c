/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-translate.h"

static void
test_message (void)
{
  const char *english = "Turn news of the Sahel into a sourced briefing";

  g_assert_cmpstr (sb_translate (SB_LANGUAGE_EN, english), ==, english);
  g_assert_cmpstr (sb_translate (SB_LANGUAGE_FR, english), ==, "Faites de l’actualité du Sahel un briefing sourcé");
  g_assert_cmpstr (sb_translate (SB_LANGUAGE_FR, "No such message"), ==, "No such message");
  g_assert_cmpstr (sb_translate (SB_LANGUAGE_FR, ""), ==, "");
}

static void
test_plural (void)
{
  g_assert_cmpstr (sb_translate_plural (SB_LANGUAGE_EN, "%lu thing", "%lu things", 0), ==, "%lu things");
  g_assert_cmpstr (sb_translate_plural (SB_LANGUAGE_EN, "%lu thing", "%lu things", 1), ==, "%lu thing");
  g_assert_cmpstr (sb_translate_plural (SB_LANGUAGE_EN, "%lu thing", "%lu things", 2), ==, "%lu things");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/translate/message", test_message);
  g_test_add_func ("/base/translate/plural", test_plural);

  return g_test_run ();
}
