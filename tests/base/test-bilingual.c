/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-bilingual.h"

static void
test_fallback (void)
{
  static const struct
  {
    const char *fr, *en, *any_fr, *any_en;
    gboolean is_empty;
  } cases[] = {
    { "oui", "yes", "oui", "yes", FALSE },
    { "oui", NULL, "oui", "oui", FALSE },
    { "", "yes", "yes", "yes", FALSE },
    { "", NULL, "", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbBilingual) text = sb_bilingual_new (cases[i].fr, cases[i].en);

      g_assert_cmpstr (sb_bilingual_get_any (text, SB_LANGUAGE_FR), ==, cases[i].any_fr);
      g_assert_cmpstr (sb_bilingual_get_any (text, SB_LANGUAGE_EN), ==, cases[i].any_en);
      g_assert_cmpint (sb_bilingual_is_empty (text), ==, cases[i].is_empty);
    }
}

static void
test_missing (void)
{
  g_autoptr (SbBilingual) text = sb_bilingual_new ("", "yes");

  g_assert_null (sb_bilingual_get (text, SB_LANGUAGE_FR));
  g_assert_cmpstr (sb_bilingual_get (text, SB_LANGUAGE_EN), ==, "yes");
  g_assert_null (sb_bilingual_get (NULL, SB_LANGUAGE_FR));
  g_assert_cmpstr (sb_bilingual_get_any (NULL, SB_LANGUAGE_FR), ==, "");
  g_assert_true (sb_bilingual_is_empty (NULL));
}

static void
test_equal (void)
{
  g_autoptr (SbBilingual) a = sb_bilingual_new ("oui", "");
  g_autoptr (SbBilingual) b = sb_bilingual_new ("oui", NULL);
  g_autoptr (SbBilingual) c = sb_bilingual_new (NULL, "oui");
  g_autoptr (SbBilingual) empty = sb_bilingual_new (NULL, NULL);

  g_assert_true (sb_bilingual_equal (a, b));
  g_assert_false (sb_bilingual_equal (a, c));
  g_assert_false (sb_bilingual_equal (a, NULL));
  g_assert_true (sb_bilingual_equal (empty, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/bilingual/fallback", test_fallback);
  g_test_add_func ("/base/bilingual/missing", test_missing);
  g_test_add_func ("/base/bilingual/equal", test_equal);

  return g_test_run ();
}
