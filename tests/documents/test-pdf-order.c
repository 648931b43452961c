/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-pdf.h"

#include <string.h>

/* Pages of 600 by 800 points whose content is written here letter by letter, so
 * that it is certain what was drawn where and in which order. */

/* In the font /A the letters A to F are Arabic ones, G is the ligature "fi" and H
 * the form that lam with alif takes. */
#define TO_UNICODE                                                                                   \
  "/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> " \
  "endcodespacerange 8 beginbfchar <41> <0645> <42> <0627> <43> <0644> <44> <064A> <45> <0028> "     \
  "<46> <0029> <47> <FB01> <48> <FEFB> endbfchar endcmap end"

typedef struct
{
  const char *name;
  const char *pages[4]; /* operators; NULL after the last one */
  const char *text; /* of the blocks, one a line */
} Case;

/* Text at a place, from the left and from below. */
#define AT(x, y, text)       "BT /F 10 Tf 1 0 0 1 " #x " " #y " Tm (" text ") Tj ET "
#define ARABIC(x, y, text)   "BT /A 10 Tf 1 0 0 1 " #x " " #y " Tm (" text ") Tj ET "
#define CLIMBING(x, y, text) "BT /F 10 Tf 0 1 -1 0 " #x " " #y " Tm (" text ") Tj ET "

static const Case cases[] = {
  { "side-text",
    { AT (50, 700, "Une phrase du texte, qui") AT (50, 688, "va jusque-l\\340 et finit.")
        AT (400, 700, "Encadr\\351") AT (50, 664, "Le paragraphe suivant.") },
    "Une phrase du texte, qui va jusque-là et finit.\nEncadré\nLe paragraphe suivant." },
  { "across-columns",
    { AT (50, 700, "Les camions attendent aux postes") AT (320, 700, "la ville de Kayes a vu venir des")
        AT (50, 688, "de la route que les soldats ont") AT (320, 688, "familles parties du village avec")
          AT (50, 676, "fouill\\351s la nuit pendant des") AT (320, 676, "ce que les charrettes pouvaient")
            AT (50, 664, "heures avant de laisser passer") AT (320, 664, "porter et rien de plus pour la")
              AT (50, 652, "les marchands qui revenaient de") AT (320, 652, "saison des pluies qui commence.") },
    "Les camions attendent aux postes de la route que les soldats ont fouillés la nuit pendant des heures avant de "
    "laisser passer les marchands qui revenaient de la ville de Kayes a vu venir des familles parties du village avec "
    "ce que les charrettes pouvaient porter et rien de plus pour la saison des pluies qui commence." },
  { "any-order",
    { AT (50, 628, "et rien de plus au matin.") AT (50, 700, "Les camions attendent aux postes")
        AT (50, 640, "avec ce que portait un camion") AT (50, 676, "fouill\\351e la nuit pendant des")
          AT (50, 688, "de la route que les soldats ont") AT (50, 652, "les marchands qui en revenaient")
            AT (50, 664, "heures avant de laisser passer") AT (50, 616, "voil\\340 ce qui reste \\340 dire.") },
    "Les camions attendent aux postes de la route que les soldats ont fouillée la nuit pendant des heures avant de "
    "laisser passer les marchands qui en revenaient avec ce que portait un camion et rien de plus au matin. "
    "voilà ce qui reste à dire." },
  { "drawn-twice", { AT (50, 700, "Deux fois la ligne") AT (50.3, 700, "Deux fois la ligne") }, "Deux fois la ligne" },
  { "same-below",
    { AT (50, 700, "Oui, dit-il.") AT (50, 640, "Oui, dit-il.") },
    "Oui, dit-il.\nOui, dit-il." },
  { "spaces-left-free",
    { "BT /F 10 Tf 50 700 Td [(Sans)-250(un)-250(espace,)-250(mais)-250(V)60(o)-20(il)-15(\\340.)] TJ ET" },
    "Sans un espace, mais Voilà." },
  { "letters-apart",
    { "BT /F 10 Tf 50 700 Td [(une c)-200(o)-200(n)-200(d)-200(a)-200(m)-200(n)-200(a)-200(t)-200(i)-200(o)-200(n)] TJ ET " AT (50, 660, "a b c d e f") },
    "une condamnation\na b c d e f" },
  { "turned",
    { CLIMBING (100, 100, "Un tableau en travers de la") CLIMBING (112, 100, "page se lit aussi.") },
    "Un tableau en travers de la page se lit aussi." },
  { "arabic", { ARABIC (50, 700, "DCBA") }, "مالي" },
  { "arabic-with-number",
    { ARABIC (50, 700, "DCBA") AT (20, 700, "2026") },
    "مالي 2026" },
  { "arabic-in-brackets", { ARABIC (50, 700, "EDCBAF") }, "(مالي)" },
  { "arabic-among-french",
    { AT (50, 700, "Le Mali") ARABIC (90, 700, "DCBA") AT (120, 700, "en arabe") },
    "Le Mali مالي en arabe" },
  { "arabic-in-parts",
    { AT (50, 700, "\\(") ARABIC (66, 700, "A") ARABIC (60, 700, "B") ARABIC (54, 700, "D") AT (74, 700, "\\) dans les textes") },
    "(ماي) dans les textes" },
  { "forms", { AT (50, 700, "A") ARABIC (60, 700, "G") AT (67.8, 700, "n") }, "A fin" },
  { "lam-alif", { ARABIC (50, 700, "DHA") }, "ملاي" },
};

static void
append_page (GString *pdf,
             guint number,
             const char *content)
{
  g_string_append_printf (pdf,
                          "%u 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %u 0 R"
                          "/Resources<</Font<</F 3 0 R/A 4 0 R>>>>>>endobj\n"
                          "%u 0 obj<</Length %" G_GSIZE_FORMAT ">>stream\n%s\nendstream endobj\n",
                          10 + 2 * number, 11 + 2 * number, 11 + 2 * number, strlen (content), content);
}

/* Without a table of its objects: readers look for them. */
static GBytes *
make_pdf (const char *const *pages)
{
  GString *pdf = g_string_new ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
  g_autoptr (GString) kids = g_string_new (NULL);
  guint n = 0;

  for (; pages[n] != NULL; n++)
    {
      append_page (pdf, n, pages[n]);
      g_string_append_printf (kids, "%u 0 R ", 10 + 2 * n);
    }
  g_string_append_printf (pdf, "2 0 obj<</Type/Pages/Count %u/Kids[%s]>>endobj\n", n, kids->str);
  g_string_append (pdf, "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
                        "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>endobj\n");
  g_string_append_printf (pdf, "5 0 obj<</Length %" G_GSIZE_FORMAT ">>stream\n%s\nendstream endobj\n",
                          strlen (TO_UNICODE), TO_UNICODE);
  g_string_append (pdf, "trailer<</Root 1 0 R/Size 40>>\n%%EOF\n");
  return g_string_free_to_bytes (pdf);
}

static void
assert_reads (const char *const *pages,
              SbExtractScope scope,
              const char *text)
{
  g_autoptr (GBytes) pdf = make_pdf (pages);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = sb_pdf_extract (pdf, scope, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  GPtrArray *blocks;

  g_assert_no_error (error);
  blocks = sb_extraction_get_blocks (extraction);
  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", sb_block_get_text (g_ptr_array_index (blocks, i)));
  g_assert_cmpstr (found->str, ==, text);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;

  assert_reads (self->pages, SB_EXTRACT_ARTICLE, self->text);
}

/* A row that says more than a label or a number is told once, a head at the start
 * and a foot at the end. */
static void
test_furniture (void)
{
#define HEAD  AT (50, 780, "Observatoire du Sahel, bulletin de mars")
#define LABEL AT (400, 780, "Note")
#define FOOT  AT (50, 20, "Reproduction permise avec la source nomm\\351e") AT (500, 20, "Page 1")
  static const char *const pages[] = {
    FOOT HEAD LABEL AT (50, 600, "La premi\\350re page finit au milieu d'une"),
    FOOT HEAD LABEL AT (50, 600, "phrase."),
    FOOT HEAD LABEL AT (50, 600, "La troisi\\350me."),
    NULL,
  };

  static const char *const one[] = { AT (50, 600, "Une page.") AT (290, 20, "Page 1"), NULL };

  assert_reads (one, SB_EXTRACT_ARTICLE, "Une page.");
  assert_reads (one, SB_EXTRACT_WHOLE, "Une page.\nPage 1");
  assert_reads (pages, SB_EXTRACT_ARTICLE, "Observatoire du Sahel, bulletin de mars\nNote\n"
                                           "La première page finit au milieu d'une phrase.\nLa troisième.\n"
                                           "Reproduction permise avec la source nommée\nPage 1");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/documents/pdf-order/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/documents/pdf-order/furniture", test_furniture);
  return g_test_run ();
}
