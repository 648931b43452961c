/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-error.h"
#include "sb-plain-text.h"

#include <string.h>

#define LONG_1 "Les routes du sud sont coupées depuis trois semaines, et les camions qui portent le carburant attendent aux frontières que l’armée les escorte."
#define LONG_2 "Les marchés de la capitale se vident, dit un commerçant, et le prix du litre a doublé en dix jours dans les quartiers qui ont encore une station."

static SbExtraction *
extract (const char *text,
         SbExtractScope scope)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SbExtraction *extraction = sb_plain_text_extract (bytes, NULL, scope, &error);

  g_assert_no_error (error);
  return extraction;
}

static char *
describe (SbExtraction *extraction)
{
  GPtrArray *blocks = sb_extraction_get_blocks (extraction);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (text, "%s%c%u:%s", i > 0 ? "|" : "",
                              *sb_block_kind_get_name (sb_block_get_kind (block)),
                              sb_block_get_level (block), sb_block_get_text (block));
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  const char *blocks;
} structure[] = {
  { "empty", "", "" },
  { "blank", " \r\n\t\n\302\240\n", "" },
  { "paragraphs", "Un.\r\n\r\nDeux.\n\n\nTrois.", "p0:Un.|p0:Deux.|p0:Trois." },
  { "wrapped", "Les camions attendent aux frontières que\nl’armée les escorte. Les marchés de la\ncapitale se vident.\n",
    "p0:Les camions attendent aux frontières que l’armée les escorte. Les marchés de la capitale se vident." },
  { "address", "BP 15\nDakar\n", "p0:BP 15\nDakar" },
  { "long lines", LONG_1 "\n" LONG_2 "\n", "p0:" LONG_1 "|p0:" LONG_2 },
  { "marked heading", "# Un\n## Deux\nTrois.", "h1:Un|h2:Deux|p0:Trois." },
  { "underlined heading", "Un\n===\n\nDeux\n---\nTrois.", "h1:Un|h2:Deux|p0:Trois." },
  { "plain heading", "Une ville sans carburant\n\n" LONG_1, "h2:Une ville sans carburant|p0:" LONG_1 },
  { "numbered headings", "I. Le blocus\n\nI.1 Les routes\n\n" LONG_1, "h2:I. Le blocus|h3:I.1 Les routes|p0:" LONG_1 },
  { "list", "- Un\n - Un un\n- Deux\n  suite\n• Trois\n", "l1:Un|l2:Un un|l1:Deux suite|l1:Trois" },
  { "numbered list", "1. Un\n2. Deux\n", "l1:1. Un|l1:2. Deux" },
  { "quote", "> Un\n> deux\n", "q0:Un deux" },
  { "marks", "a **b** *c* d* **e", "p0:a b c d* **e" },
  { "cut by a page", LONG_1 " Les habitants, eux, attendent des nouvelles de la route de\n\nl’est, la seule ouverte.",
    "p0:" LONG_1 " Les habitants, eux, attendent des nouvelles de la route de l’est, la seule ouverte." },
};

static void
test_structure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (structure); i++)
    {
      g_autoptr (SbExtraction) extraction = extract (structure[i].text, SB_EXTRACT_WHOLE);
      g_autofree char *blocks = describe (extraction);

      g_test_message ("%s", structure[i].name);
      g_assert_cmpstr (blocks, ==, structure[i].blocks);
    }
}

static const struct
{
  const char *name;
  const char *text;
  const char *blocks;
} articles[] = {
  { "said twice", LONG_1 "\n\nFin.\n\n" LONG_2 "\n\n" LONG_1 "\n\nFin.\n\n" LONG_2,
    "p0:" LONG_1 "|p0:Fin.|p0:" LONG_2 },
  { "short words again", "Oui.\n\nNon.\n\nOui.", "p0:Oui.|p0:Non.|p0:Oui." },
  { "cookies", LONG_1 "\n\nNous et nos partenaires utilisons des cookies pour mesurer l’audience.", "p0:" LONG_1 },
  { "comment form", LONG_1 "\n\nLaisser un commentaire\n\nVotre adresse ne sera pas publiée.", "p0:" LONG_1 },
  { "contents", "Table des matières\n\nLe blocus ..... 5\nLes routes\t6\nConclusion .......... 14\n\n" LONG_1, "p0:" LONG_1 },
  { "two dotted lines", "Le blocus ..... 5\nLes routes ..... 6\n", "p0:Le blocus ..... 5|p0:Les routes ..... 6" },
  { "imprint", LONG_1 "\n\n" LONG_2 "\n\nInstitut\n\n10 ans\n\nwww.example.org\n\n+221 00 000 00 00\n\nDakar",
    "p0:" LONG_1 "|p0:" LONG_2 },
  { "last words", LONG_1 "\n\nÀ suivre.", "p0:" LONG_1 "|p0:À suivre." },
};

static void
test_article (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (SbExtraction) extraction = extract (articles[i].text, SB_EXTRACT_ARTICLE);
      g_autofree char *blocks = describe (extraction);

      g_test_message ("%s", articles[i].name);
      g_assert_cmpstr (blocks, ==, articles[i].blocks);
    }
}

/* Pasted twice, once as a single line: the paragraphs are kept. */
static void
test_one_line_copy (void)
{
  GString *line = g_string_new ("Le début manque ailleurs dans ce fichier.");
  GString *text = g_string_new (NULL);
  g_autoptr (SbExtraction) extraction = NULL;
  GPtrArray *blocks;

  for (guint i = 0; i < 12; i++)
    {
      g_string_append_printf (line, " %s Numéro %u.", LONG_1, i);
      g_string_append_printf (text, "%s Numéro %u.\n", LONG_1, i);
    }
  g_string_append_printf (line, "\n%s", text->str);
  extraction = extract (line->str, SB_EXTRACT_ARTICLE);
  blocks = sb_extraction_get_blocks (extraction);
  g_assert_cmpuint (blocks->len, ==, 13);
  g_assert_cmpstr (sb_block_get_text (g_ptr_array_index (blocks, 0)), ==, "Le début manque ailleurs dans ce fichier.");
  g_string_free (line, TRUE);
  g_string_free (text, TRUE);
}

static void
test_head (void)
{
  g_autoptr (SbExtraction) extraction =
    extract ("NOTE\n\nPar Awa Diarra\n\nLe carburant manque dans la capitale 29.04.2026\n\n" LONG_1 "\n\n" LONG_2, SB_EXTRACT_ARTICLE);
  gint64 seconds = 0;

  g_assert_cmpstr (sb_extraction_get_title (extraction), ==, "Le carburant manque dans la capitale");
  g_assert_cmpstr (sb_extraction_get_byline (extraction), ==, "Awa Diarra");
  g_assert_cmpstr (sb_extraction_get_date (extraction), ==, "2026-04-29");
  g_assert_cmpstr (sb_extraction_get_language (extraction), ==, "fr");
  g_assert_true (sb_extraction_get_time (extraction, &seconds));
  g_assert_cmpint (seconds, ==, G_GINT64_CONSTANT (1777420800));
}

static void
test_binary (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\001\002\003\004\005\006\007\010abc", 11);
  g_autoptr (GError) error = NULL;

  g_assert_null (sb_plain_text_extract (bytes, NULL, SB_EXTRACT_ARTICLE, &error));
  g_assert_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_UNSUPPORTED);
}

/* Marks that open and never close: hours, if each were followed to the end. */
static void
test_many_marks (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;

  while (text->len < 2000000)
    g_string_append (text, "[*a_ **");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  extraction = sb_plain_text_extract (bytes, NULL, SB_EXTRACT_WHOLE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sb_extraction_count_words (extraction), >, 100000);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/plain-text/structure", test_structure);
  g_test_add_func ("/documents/plain-text/article", test_article);
  g_test_add_func ("/documents/plain-text/one-line-copy", test_one_line_copy);
  g_test_add_func ("/documents/plain-text/head", test_head);
  g_test_add_func ("/documents/plain-text/binary", test_binary);
  g_test_add_func ("/documents/plain-text/many-marks", test_many_marks);
  return g_test_run ();
}
