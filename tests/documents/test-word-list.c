/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-word-list.h"

static const struct
{
  const char *known; /* words of the document */
  const char *before;
  const char *after;
  const char *joined;
} cases[] = {
  { "", "les camions", "attendent", "les camions attendent" },
  { "", "l’infor-", "mation manque", "l’information manque" },
  { "porte parole", "le porte-", "parole du", "le porte-parole du" },
  { "porte-parole", "le porte-", "parole du", "le porte-parole du" },
  { "donne porte parole portemanteau", "le porte-", "manteau", "le portemanteau" },
  { "", "le couvre-", "feu", "le couvre-feu" },
  { "souscrire", "pour sous-", "crire", "pour souscrire" },
  { "vient", "d’où vient-", "il donc", "d’où vient-il donc" },
  { "", "la route Dakar-", "Bamako", "la route Dakar-Bamako" },
  { "", "de 2012-", "2013", "de 2012- 2013" },
  { "", "un tiret -", "puis", "un tiret - puis" },
  { "", "hy\302\255", "phen", "hyphen" },
  { "", "", "début", "début" },
};

static void
test_join (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbWordList) words = _sb_word_list_new ();
      g_autoptr (GString) text = g_string_new (cases[i].before);

      _sb_word_list_add (words, cases[i].known);
      _sb_word_list_join (words, text, cases[i].after);
      g_assert_cmpstr (text->str, ==, cases[i].joined);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/word-list/join", test_join);
  return g_test_run ();
}
