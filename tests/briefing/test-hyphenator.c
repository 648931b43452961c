/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-hyphenator.h"

#include <string.h>

static const struct
{
  SbLanguage language;
  const char *text;
  const char *broken; /* a hyphen at each place */
} cases[] = {
  { SB_LANGUAGE_FR, "déstabilisation", "dé-sta-bi-li-sa-tion" },
  { SB_LANGUAGE_FR, "l’élégamment", "l’élé-gam-ment" },
  { SB_LANGUAGE_FR, "Tombouctou", "Tombouctou" }, /* a name */
  { SB_LANGUAGE_FR, "armée", "armée" }, /* too short */
  { SB_LANGUAGE_FR, "exemple.org/militaires", "exemple.org/militaires" },
  { SB_LANGUAGE_FR, "carburant, militaires.", "car-bu-rant, mi-li-taires." },
  { SB_LANGUAGE_EN, "intelligence", "in-tel-li-gence" },
  { SB_LANGUAGE_EN, "intelligence2", "intelligence2" },
  { SB_LANGUAGE_EN, "", "" },
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbHyphenator) hyphenator = sb_hyphenator_new (cases[i].language);
      g_autoptr (GArray) places = sb_hyphenator_find (hyphenator, cases[i].text);
      g_autoptr (GString) broken = g_string_new (cases[i].text);

      g_assert_true (sb_hyphenator_has_patterns (hyphenator));
      for (guint k = places->len; k > 0; k--)
        g_string_insert_c (broken, g_array_index (places, guint, k - 1), '-');
      g_assert_cmpstr (broken->str, ==, cases[i].broken);
    }
}

static void
test_long_word (void)
{
  g_autoptr (SbHyphenator) hyphenator = sb_hyphenator_new (SB_LANGUAGE_FR);
  g_autofree char *word = g_strnfill (5000, 'a');
  g_autoptr (GArray) places = sb_hyphenator_find (hyphenator, word);

  g_assert_cmpuint (places->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/hyphenator/places", test_places);
  g_test_add_func ("/briefing/hyphenator/long-word", test_long_word);

  return g_test_run ();
}
