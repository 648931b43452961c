/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-reader.h"
#include "sb-markdown.h"

#include <string.h>

static SbExtraction *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SbExtraction *extraction = sb_extract (bytes, "text/markdown", NULL, SB_EXTRACT_ARTICLE, NULL, &error);

  g_assert_no_error (error);
  return extraction;
}

/* Each block as "kind level: text", one a line. */
static const struct
{
  const char *name;
  const char *text;
  const char *blocks;
} cases[] = {
  { "headings", "# Kayes\n\nLe blocus\ndure.\n\nSuite\n-----\n", "heading 1: Kayes\nparagraph 0: Le blocus dure.\nheading 2: Suite" },
  { "lists", "- Diboli\n  - la douane\n\n    Un second paragraphe.\n- Kayes\n\n1. un\n2. deux\n",
    "list-item 1: Diboli\nlist-item 2: la douane\nparagraph 0: Un second paragraphe.\nlist-item 1: Kayes\n"
    "list-item 1: un\nlist-item 1: deux" },
  { "quotes", "> Rien n’a changé,\n> dit-il.\n>\n> - ni ici\n", "quote 0: Rien n’a changé, dit-il.\nlist-item 1: ni ici" },
  { "table", "| Axe | Camions |\n|---|--:|\n| RN1 | **12** |\n| RN3 | |\n", "table 0: Axe\tCamions|RN1\t12|RN3" },
  { "code", "```\nun\n  deux\n```\n\nLe mot `a*b*` reste.\n", "code 0: un|  deux\nparagraph 0: Le mot a*b* reste." },
  { "html", "<div>Texte <b>en</b> page</div>\n\nUn<br>deux <i>mots</i>.\n", "paragraph 0: Texte en page\nparagraph 0: Un|deux mots." },
  { "pictures", "![une carte](carte.png)\n\nAvant ![x](y.png)après.\n", "paragraph 0: Avant après." },
  { "notes", "Un fait.[^1]\n\n[^1]: Entretien à Kayes.\n", "paragraph 0: Un fait.\nparagraph 0: Entretien à Kayes." },
  { "a letter cut in two", "[^\n’Z]", "paragraph 0: [^ \357\277\275]" },
  { "break", "Ligne une\\\nligne deux\n", "paragraph 0: Ligne une|ligne deux" },
  { "rule", "Avant\n\n---\n\nAprès\n", "paragraph 0: Avant\nparagraph 0: Après" },
  { "nothing", "", "" },
};

static void
test_blocks (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SbExtraction) extraction = read_text (cases[i].text);
  g_autoptr (GString) found = g_string_new (NULL);
  GPtrArray *blocks = sb_extraction_get_blocks (extraction);

  for (guint j = 0; j < blocks->len; j++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, j);
      g_autofree char *text = g_strdelimit (g_strdup (sb_block_get_text (block)), "\n", '|');

      g_string_append_printf (found, "%s%s %u: %s", j > 0 ? "\n" : "", sb_block_kind_get_name (sb_block_get_kind (block)),
                              sb_block_get_level (block), text);
    }
  g_assert_cmpstr (found->str, ==, cases[i].blocks);
}

static void
test_spans (void)
{
  g_autoptr (SbExtraction) extraction =
    read_text ("À **Kayes**, voir [le *site*](https://example.org/k) et [ici](#bas).\n");
  const SbSpan *spans;
  guint n_spans;

  spans = sb_block_get_spans (g_ptr_array_index (sb_extraction_get_blocks (extraction), 0), &n_spans);
  g_assert_cmpuint (n_spans, >=, 3);
  g_assert_cmpint (spans[0].kind, ==, SB_SPAN_STRONG);
  g_assert_cmpuint (spans[0].start, ==, 2);
  g_assert_cmpuint (spans[0].end, ==, 7);
  g_assert_cmpint (spans[1].kind, ==, SB_SPAN_LINK);
  g_assert_cmpstr (spans[1].target, ==, "https://example.org/k");
  g_assert_cmpuint (g_strv_length ((char **) sb_extraction_get_links (extraction)), ==, 1);
}

static const struct
{
  const char *text;
  const char *title;
  const char *byline;
  const char *date;
  const char *language;
  const char *lead;
  const char *first; /* text of the first block */
} fronts[] = {
  { "---\ntitle: \"Kayes : le blocus\"\nauthor: Awa Diarra\ndate: 2025-11-18\nlang: fr-ML\ndescription: 'Le point'\n---\nTexte.\n",
    "Kayes : le blocus", "Awa Diarra", "2025-11-18", "fr-ML", "Le point", "Texte." },
  { "---\r\nTitle: Kidal\r\nauthors: [\"Awa Diarra\", Oumar Ba]\r\nDate: 18 novembre 2025\r\n...\r\nTexte.\r\n",
    "Kidal", "Awa Diarra, Oumar Ba", "2025-11-18", NULL, NULL, "Texte." },
  { "---\ntitle: Gao\nauthor:\n  - Awa Diarra\ntags:\n  - mali\n---\n", "Gao", "Awa Diarra", NULL, NULL, NULL, NULL },
  { "---\ntitle: sans fin\n", NULL, NULL, NULL, NULL, NULL, "title: sans fin" },
  { "# Le titre\n\nTexte.\n", "Le titre", NULL, NULL, NULL, NULL, "Le titre" },
};

static void
test_front_matter (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fronts); i++)
    {
      g_autoptr (SbExtraction) extraction = read_text (fronts[i].text);
      GPtrArray *blocks = sb_extraction_get_blocks (extraction);

      g_test_message ("%u", i);
      g_assert_cmpstr (sb_extraction_get_title (extraction), ==, fronts[i].title);
      g_assert_cmpstr (sb_extraction_get_byline (extraction), ==, fronts[i].byline);
      g_assert_cmpstr (sb_extraction_get_date (extraction), ==, fronts[i].date);
      g_assert_cmpstr (sb_extraction_get_language (extraction), ==, fronts[i].language);
      g_assert_cmpstr (sb_extraction_get_lead (extraction), ==, fronts[i].lead);
      if (fronts[i].first != NULL)
        g_assert_cmpstr (sb_block_get_text (g_ptr_array_index (blocks, 0)), ==, fronts[i].first);
      else
        g_assert_cmpuint (blocks->len, ==, 0);
    }
}

/* By its front matter, whatever it is called. */
static void
test_sniff (void)
{
  g_autoptr (GBytes) yes = g_bytes_new_static (fronts[0].text, strlen (fronts[0].text));
  g_autoptr (GBytes) no = g_bytes_new_static ("---\nUne note.\n---\n", 18);

  g_assert_cmpint (sb_format_guess (yes, "text/plain"), ==, SB_FORMAT_MARKDOWN);
  g_assert_cmpint (sb_format_guess (no, "text/plain"), ==, SB_FORMAT_TEXT);
  g_assert_cmpint (sb_format_guess (no, sb_content_type_for_name ("NOTE.MD")), ==, SB_FORMAT_MARKDOWN);
}

/* Another character set than UTF-8, and marks that go with nothing. */
static void
test_other (void)
{
  g_autoptr (SbExtraction) latin = read_text ("Le blocus a \351t\351 **lev\351**.\n");
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autoptr (SbExtraction) many = NULL;

  g_assert_cmpstr (sb_block_get_text (g_ptr_array_index (sb_extraction_get_blocks (latin), 0)), ==, "Le blocus a été levé.");
  while (marks->len < 60000)
    g_string_append (marks, "[*a_ ![> ");
  many = read_text (marks->str);
  g_assert_cmpuint (sb_extraction_count_words (many), >, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/documents/markdown/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_blocks);
    }
  g_test_add_func ("/documents/markdown/spans", test_spans);
  g_test_add_func ("/documents/markdown/front-matter", test_front_matter);
  g_test_add_func ("/documents/markdown/sniff", test_sniff);
  g_test_add_func ("/documents/markdown/other", test_other);
  return g_test_run ();
}
