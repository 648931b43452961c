/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-block.h"
#include "sb-text-language.h"

static const struct
{
  const char *text;
  const char *language;
} cases[] = {
  { "Les camions attendent aux frontières que l’armée les escorte, et les marchés se vident.", "fr" },
  { "The lorries wait at the border for the army to escort them, and the markets are empty.", "en" },
  { "Los camiones esperan en la frontera a que el ejército los escolte, y los mercados se vacían.", "es" },
  { "Die Lastwagen warten an der Grenze darauf, dass die Armee sie begleitet, und die Märkte sind leer.", "de" },
  { "Os caminhões esperam na fronteira que o exército os escolte, e os mercados não têm mais nada.", "pt" },
  { "الشاحنات تنتظر عند الحدود حتى يرافقها الجيش", "ar" },
  { "Грузовики ждут на границе", "ru" },
  { "卡车在边境等待军队护送", "zh" },
  { "トラックは国境で軍の護衛を待っている", "ja" },
  { "RN1 2025 12 %", NULL },
  { "", NULL },
};

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
      g_autofree char *language = NULL;

      g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, cases[i].text, NULL));
      language = _sb_guess_language (blocks);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (language, ==, cases[i].language);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/text-language/guess", test_guess);
  return g_test_run ();
}
