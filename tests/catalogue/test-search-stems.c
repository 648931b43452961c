/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-search-stems.h"

/* Words with the same stem, folded. */
static const struct
{
  SbLanguage language;
  const char *words[5];
} same[] = {
  { SB_LANGUAGE_FR, { "attaque", "attaques", "attaquer", "attaquee", "attaquees" } },
  { SB_LANGUAGE_FR, { "mandat", "mandats" } },
  { SB_LANGUAGE_FR, { "autorite", "autorites" } },
  { SB_LANGUAGE_FR, { "national", "nationale", "nationaux" } },
  { SB_LANGUAGE_FR, { "blocus" } },
  { SB_LANGUAGE_FR, { "convoi", "convois" } },
  { SB_LANGUAGE_FR, { "loi", "lois" } },
  { SB_LANGUAGE_FR, { "feu", "feux" } },
  { SB_LANGUAGE_FR, { "essai", "essais" } },
  { SB_LANGUAGE_FR, { "lieu", "lieux" } },
  { SB_LANGUAGE_FR, { "enjeu", "enjeux" } },
  { SB_LANGUAGE_FR, { "senegalais", "senegalaise", "senegalaises" } },
  { SB_LANGUAGE_FR, { "francais", "francaise", "francaises" } },
  { SB_LANGUAGE_FR, { "mauvais", "mauvaise", "mauvaises" } },
  { SB_LANGUAGE_FR, { "delai", "delais" } },
  { SB_LANGUAGE_FR, { "parler", "parlerai", "parlerais", "parlait" } },
  { SB_LANGUAGE_FR, { "public", "publics", "publique", "publiques" } },
  { SB_LANGUAGE_FR, { "turc", "turque", "turques" } },
  { SB_LANGUAGE_FR, { "beninois", "beninoise", "beninoises" } },
  { SB_LANGUAGE_FR, { "dangereux", "dangereuse", "dangereuses" } },
  { SB_LANGUAGE_EN, { "attack", "attacks", "attacked", "attacking" } },
  { SB_LANGUAGE_EN, { "blockade", "blockades", "blockaded" } },
  { SB_LANGUAGE_EN, { "city", "cities" } },
};

/* Words that are no forms of each other, whatever a stemmer says. */
static const char *const different[][2] = {
  { "mali", "mal" },
  { "mali", "male" },
  { "kaya", "kayes" },
  { "alger", "algerie" },
  { "dine", "diner" },
  { "fama", "fame" },
  { "sevare", "severe" },
  { "niger", "nige" },
  { "san", "sans" },
  { "francais", "franc" },
  { "palais", "pal" },
  { "mauvais", "mauve" },
  { "banque", "banc" },
};

/* Words that have no stem. */
static const char *const alone[] = { "aes", "jnim1", "22h30", "les", "avec", "etat1", "العربية", "mali", "wagner" };

static void
test_same (void)
{
  g_autoptr (SbStems) stems = _sb_stems_new ();

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *first = g_strdup (_sb_stems_get (stems, same[i].language, same[i].words[0]));

      g_assert_nonnull (first);
      for (guint j = 1; j < G_N_ELEMENTS (same[i].words) && same[i].words[j] != NULL; j++)
        g_assert_cmpstr (_sb_stems_get (stems, same[i].language, same[i].words[j]), ==, first);
    }
}

static void
test_different (void)
{
  g_autoptr (SbStems) stems = _sb_stems_new ();

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
      {
        g_autofree char *first = g_strdup (_sb_stems_get (stems, language, different[i][0]));
        const char *second = _sb_stems_get (stems, language, different[i][1]);

        if (first != NULL && second != NULL)
          g_assert_cmpstr (first, !=, second);
        if (first != NULL)
          g_assert_cmpstr (first, !=, different[i][1]);
        if (second != NULL)
          g_assert_cmpstr (second, !=, different[i][0]);
      }
}

static void
test_alone (void)
{
  g_autoptr (SbStems) stems = _sb_stems_new ();
  g_autofree char *endless = g_strnfill (5000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
      g_assert_null (_sb_stems_get (stems, language, alone[i]));

  g_assert_null (_sb_stems_get (stems, SB_LANGUAGE_FR, endless));
  g_assert_true (_sb_stems_is_stop_word ("la"));
  g_assert_true (_sb_stems_is_stop_word ("the"));
  g_assert_true (_sb_stems_is_stop_word ("y"));
  g_assert_false (_sb_stems_is_stop_word ("blocus"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/search-stems/same", test_same);
  g_test_add_func ("/catalogue/search-stems/different", test_different);
  g_test_add_func ("/catalogue/search-stems/alone", test_alone);

  return g_test_run ();
}
