/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-wording-private.h"

/* Behind “selon” and “according to”. */
static void
test_names (void)
{
  static const struct
  {
    SbLanguage language;
    const char *name;
    const char *in_sentence;
  } names[] = {
    { SB_LANGUAGE_FR, "Autorités militaires de transition du Mali", "les autorités militaires de transition du Mali" },
    { SB_LANGUAGE_FR, "Armée malienne", "l’armée malienne" },
    { SB_LANGUAGE_FR, "Alliance des États du Sahel", "l’Alliance des États du Sahel" },
    { SB_LANGUAGE_FR, "JNIM", "le JNIM" },
    { SB_LANGUAGE_FR, "FAMa", "les FAMa" },
    { SB_LANGUAGE_FR, "Katiba Macina", "la Katiba Macina" },
    { SB_LANGUAGE_FR, "Côte d’Ivoire", "la Côte d’Ivoire" },
    { SB_LANGUAGE_FR, "États-Unis", "les États-Unis" },
    { SB_LANGUAGE_FR, "Éleveurs de la région de Kayes", "les éleveurs de la région de Kayes" },
    { SB_LANGUAGE_FR, "Fousseynou Ouattara", "Fousseynou Ouattara" },
    { SB_LANGUAGE_FR, "Diarra Transport", "Diarra Transport" },
    { SB_LANGUAGE_FR, "Malick Diallo", "Malick Diallo" }, /* only whole words count */
    { SB_LANGUAGE_FR, "", "" },
    { SB_LANGUAGE_EN, "Transitional military authorities of Mali", "the transitional military authorities of Mali" },
    { SB_LANGUAGE_EN, "Malian Armed Forces", "the Malian Armed Forces" },
    { SB_LANGUAGE_EN, "Tuareg communities", "the Tuareg communities" },
    { SB_LANGUAGE_EN, "FAMa", "the FAMa" },
    { SB_LANGUAGE_EN, "JNIM", "JNIM" },
    { SB_LANGUAGE_EN, "Mali", "Mali" },
    { SB_LANGUAGE_EN, "Sadio Camara", "Sadio Camara" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *in_sentence = _sb_wording_name_in_sentence (names[i].name, names[i].language);

      g_assert_cmpstr (in_sentence, ==, names[i].in_sentence);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/wording-agent/names", test_names);

  return g_test_run ();
}
