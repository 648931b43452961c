/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-reader.h"
#include "sb-html.h"
#include "sb-illustrations.h"

#include <string.h>

#define BASE "https://example.org/a/b"

/* "block:address:description" of each, joined by "|". */
static char *
describe (GPtrArray *illustrations)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < illustrations->len; i++)
    {
      const SbIllustration *illustration = g_ptr_array_index (illustrations, i);
      const char *description = sb_illustration_get_description (illustration);

      g_string_append_printf (text, "%s%u:%s:%s", i > 0 ? "|" : "", sb_illustration_get_block (illustration),
                              sb_illustration_get_address (illustration), description != NULL ? description : "");
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *html;
  const char *illustrations;
} pieces[] = {
  { "none", "<p>Un</p>", "" },
  { "before its caption", "<p>Un</p><figure><img src=/k.jpg alt=' Kayes '><figcaption>À Kayes</figcaption></figure><p>Deux</p>",
    "1:https://example.org/k.jpg:Kayes" },
  { "at the end", "<p>Un</p><img src=k.jpg>", "1:https://example.org/a/k.jpg:" },
  { "within a paragraph", "<p>Un <img src=/k.jpg> et demi</p><p>Deux</p>", "1:https://example.org/k.jpg:" },
  { "alone", "<img src=/k.jpg>", "0:https://example.org/k.jpg:" },
  { "twice", "<img src=/k.jpg><p>Un</p><img src=/k.jpg>", "0:https://example.org/k.jpg:" },
  { "two", "<p>Un</p><img src=/k.jpg><img src=/l.jpg><p>Deux</p>", "1:https://example.org/k.jpg:|1:https://example.org/l.jpg:" },
  { "a dot", "<p>Un</p><img src=/k.gif width=1 height=1><img src=/l.gif width=0>", "" },
  { "an icon", "<p>Un</p><img src=/k.gif width=32 height=32px>", "" },
  { "a wide one", "<p>Un</p><img src=/k.gif width=600 height=40>", "1:https://example.org/k.gif:" },
  { "as wide as the page", "<p>Un</p><img src=/k.gif width='100%' height=auto>", "1:https://example.org/k.gif:" },
  { "a drawing", "<p>Un</p><img src='/k.SVG?v=1'>", "" },
  { "data", "<p>Un</p><img src='data:image/png;base64,AAAA'>", "" },
  { "no address of the web", "<p>Un</p><img src='file:///etc/k.png'><img src='mailto:a@example.org'>", "" },
  { "that comes late", "<p>Un</p><img src='data:image/gif;base64,AA' data-src=/k.jpg>", "1:https://example.org/k.jpg:" },
  { "late over a stand-in", "<p>Un</p><img src=/blank.gif data-lazy-src=/k.jpg>", "1:https://example.org/k.jpg:" },
  { "the size that is wanted", "<p>Un</p><img src=/s.jpg srcset='/300.jpg 300w, /2400.jpg 2400w, /1400.jpg 1400w'>",
    "1:https://example.org/1400.jpg:" },
  { "the largest of small ones", "<p>Un</p><img src=/s.jpg srcset='/300.jpg 300w,\n/600,x.jpg 600w, /400.jpg 400w'>",
    "1:https://example.org/600,x.jpg:" },
  { "sizes for screens", "<p>Un</p><img src=/s.jpg srcset='/s.jpg, /t.jpg 2x'>", "1:https://example.org/s.jpg:" },
};

static void
test_pieces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (SbExtraction) extraction = sb_html_extract_fragment (pieces[i].html, BASE, NULL);
      g_autofree char *found = describe (sb_extraction_get_illustrations (extraction));

      g_test_message ("%s", pieces[i].name);
      g_assert_cmpstr (found, ==, pieces[i].illustrations);
    }
}

static const char page[] =
  "<html><head><title>Le carburant manque</title></head><body>"
  "<nav><a href=/><img src=/logo.png></a> <a href=/a>Afrique</a> <a href=/b>Monde</a></nav>"
  "<article><h1>Le carburant manque</h1>"
  "<p>Depuis le mois de septembre, les camions-citernes qui viennent de Dakar et d’Abidjan n’arrivent plus que sous escorte.</p>"
  "<figure><img src=/citernes.jpg alt='Des camions-citernes'><figcaption>À Kayes, le 5 octobre 2025.</figcaption></figure>"
  "<p>À Bamako, les files s’allongent devant les stations-service, et beaucoup ont fermé depuis une semaine déjà.</p>"
  "<p>Le gouvernement promet un retour à la normale avant la fin du mois, sans dire comment ni par quelle route.</p>"
  "<img src=/file.jpg>"
  "<p>Les écoles et les universités du pays ont été fermées pour deux semaines, faute de transport pour les élèves.</p>"
  "<p>Lire aussi</p><ul><li><img src=/autre.jpg><a href=/c>Au Mali, la route de Kayes</a></li><li><a href=/d>Un autre</a></li></ul>"
  "</article><footer><img src=/pied.png> Mentions légales</footer></body></html>";

static GPtrArray *
find_on_page (GPtrArray *blocks)
{
  g_autoptr (GBytes) original = g_bytes_new_static (page, strlen (page));

  return sb_illustrations_find (original, "text/html; charset=utf-8", BASE, blocks);
}

/* Those of the article, and not of what is around it. */
static void
test_article (void)
{
  g_autoptr (GBytes) original = g_bytes_new_static (page, strlen (page));
  g_autoptr (SbExtraction) extraction = sb_extract (original, "text/html; charset=utf-8", BASE, SB_EXTRACT_ARTICLE, NULL, NULL);
  GPtrArray *blocks = sb_extraction_get_blocks (extraction);
  g_autoptr (GPtrArray) found = find_on_page (blocks);
  g_autofree char *description = describe (found);
  const SbBlock *caption;

  g_assert_cmpuint (found->len, ==, 2);
  caption = g_ptr_array_index (blocks, sb_illustration_get_block (g_ptr_array_index (found, 0)));
  g_assert_cmpstr (sb_block_get_text (caption), ==, "À Kayes, le 5 octobre 2025.");
  g_assert_nonnull (strstr (description, "https://example.org/citernes.jpg:Des camions-citernes|"));
  g_assert_nonnull (strstr (description, "https://example.org/file.jpg:"));
}

/* A text that an older version took out: pictures stay by what they stand beside. */
static void
test_other_text (void)
{
  static const char *const kept[] = {
    "Chapeau",
    "À Kayes, le 5 octobre 2025.",
    "Le gouvernement promet un retour à la normale avant la fin du mois, sans dire comment ni par quelle route.",
  };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, kept[i], NULL));

  found = find_on_page (blocks);
  description = describe (found);
  g_assert_cmpstr (description, ==, "1:https://example.org/citernes.jpg:Des camions-citernes|3:https://example.org/file.jpg:");
}

static void
test_no_page (void)
{
  g_autoptr (GBytes) original = g_bytes_new_static ("Un texte", 8);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = sb_illustrations_find (original, "text/plain", NULL, blocks);

  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/illustrations/pieces", test_pieces);
  g_test_add_func ("/documents/illustrations/article", test_article);
  g_test_add_func ("/documents/illustrations/other-text", test_other_text);
  g_test_add_func ("/documents/illustrations/no-page", test_no_page);
  return g_test_run ();
}
