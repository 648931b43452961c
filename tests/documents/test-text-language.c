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

static const struct
{
  const char *text;
  const char *language; /* of the block; NULL: that of the document */
} blocks_of_french[] = {
  { "Le communiqué a été lu à la télévision dans la soirée, et les marchés sont fermés.", NULL },
  { "“The lorries wait at the border for the army, and the markets are empty,” it was said.", "en" },
  { "الشاحنات تنتظر عند الحدود حتى يرافقها الجيش", "ar" },
  { "مالي", NULL },
  { "Le mot الأزواد est repris dans le texte de la déclaration, qui est en français.", NULL },
  { "The New Humanitarian", NULL },
  { "Los camiones esperan en la frontera a que el ejército los escolte, y los mercados se vacían.", "es" },
};

static void
test_mark (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  for (guint i = 0; i < G_N_ELEMENTS (blocks_of_french); i++)
    g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_QUOTE, 0, 3, blocks_of_french[i].text, NULL));
  _sb_mark_languages (blocks, "fr-ML");
  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      g_test_message ("%s", blocks_of_french[i].text);
      g_assert_cmpstr (sb_block_get_language (block), ==, blocks_of_french[i].language);
      g_assert_cmpstr (sb_block_get_text (block), ==, blocks_of_french[i].text);
      g_assert_cmpuint (sb_block_get_page (block), ==, 3);
      g_assert_cmpint (sb_block_get_kind (block), ==, SB_BLOCK_QUOTE);
    }
}

/* French within Arabic, and a document that nothing is known of. */
static void
test_mark_others (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, cases[0].text, NULL));
  _sb_mark_languages (blocks, NULL);
  g_assert_null (sb_block_get_language (g_ptr_array_index (blocks, 0)));
  _sb_mark_languages (blocks, "ar");
  g_assert_cmpstr (sb_block_get_language (g_ptr_array_index (blocks, 0)), ==, "fr");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/text-language/guess", test_guess);
  g_test_add_func ("/documents/text-language/mark", test_mark);
  g_test_add_func ("/documents/text-language/mark-others", test_mark_others);
  return g_test_run ();
}
