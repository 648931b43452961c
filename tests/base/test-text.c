/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-text.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *folded;
  } cases[] = {
    { "", "" },
    { "  ", "" },
    { "Mopti", "mopti" },
    { "L’Azawad", "l azawad" },
    { "L'AZAWAD", "l azawad" },
    { "lʼazawad", "l azawad" },
    { "Aguel-Hoc", "aguel hoc" },
    { "Aguel\u2011Hoc", "aguel hoc" },
    { "  Tombouctou \t\n  Gao ", "tombouctou gao" },
    { "Ménaka", "menaka" },
    { "Me\u0301naka", "menaka" },
    { "MÉNAKA", "menaka" },
    { "Côte d’Ivoire", "cote d ivoire" },
    { "cœur, Œuvre, ex æquo", "coeur oeuvre ex aequo" },
    { "Straße", "strasse" },
    { "ﬁn", "fin" },
    { "1\u00A0000 €", "1 000" },
    { "RN6 (Ségou)", "rn6 segou" },
    { "n°60-3", "n 60 3" },
    { "FAMa\u00ADs", "famas" },
    { "Ɓaaba Ɗow, Ƴiwo, ŋalɔn, Ɛ", "baaba dow yiwo nalon e" },
    { "١٢ أزواد", "12 ازواد" },
    { "مُحَمَّد", "محمد" },
    { "مـحمد", "محمد" },
    { "Ибрагим Траоре", "ибрагим траоре" },
    { "ŉa", "na" },
    { "a\xff\xfe b\xc3", "a b" },
    { "\xe2\x80", "" },
    { "x² ½", "x2 1 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = sb_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_fold_twice (void)
{
  /* What is folded stays as it is, whatever the character. */
  for (gunichar c = 1; c < 0x30000; c++)
    {
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;
      char text[8] = { 'a', 0 };

      if (!g_unichar_validate (c))
        continue;

      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      once = sb_fold (text);
      twice = sb_fold (once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/fold-twice", test_fold_twice);

  return g_test_run ();
}
