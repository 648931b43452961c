/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-html.h"

#include <string.h>

/* "kind:level:text" of each block, joined by "|". */
static char *
describe (SbExtraction *extraction)
{
  GPtrArray *blocks = sb_extraction_get_blocks (extraction);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (text, "%s%s:%u:%s", i > 0 ? "|" : "",
                              sb_block_kind_get_name (sb_block_get_kind (block)),
                              sb_block_get_level (block), sb_block_get_text (block));
    }
  return g_string_free (text, FALSE);
}

static SbExtraction *
extract (const char *html)
{
  g_autoptr (GError) error = NULL;
  SbExtraction *extraction = sb_html_extract_fragment (html, "https://example.org/a/b?c", &error);

  g_assert_no_error (error);
  return extraction;
}

static const struct
{
  const char *name;
  const char *html;
  const char *blocks;
} structure[] = {
  { "empty", "", "" },
  { "text alone", "  Bonjour\n le   monde ", "paragraph:0:Bonjour le monde" },
  { "paragraphs", "<p>Un</p><p>Deux", "paragraph:0:Un|paragraph:0:Deux" },
  { "nested divisions", "<div><div>Un<div>Deux</div>Trois</div></div>",
    "paragraph:0:Un|paragraph:0:Deux|paragraph:0:Trois" },
  { "line breaks", "Un<br>Deux<br><br>Trois<br/> &nbsp; <br>Quatre",
    "paragraph:0:Un\nDeux|paragraph:0:Trois|paragraph:0:Quatre" },
  { "headings", "<h1>A</h1>b<h3>C<br>d</h3>", "heading:1:A|paragraph:0:b|heading:3:C d" },
  { "a lead as heading",
    "<h2>Depuis septembre, les camions-citernes qui viennent de la côte n’arrivent plus que sous escorte, et les stations ferment. Le "
    "gouvernement promet un retour à la normale avant la fin du mois, sans dire comment, ni par quelle route.</h2>",
    "paragraph:0:Depuis septembre, les camions-citernes qui viennent de la côte n’arrivent plus que sous escorte, et les stations ferment. Le "
    "gouvernement promet un retour à la normale avant la fin du mois, sans dire comment, ni par quelle route." },
  { "lists", "<ul><li>Un<ul><li>Un un</li></ul><li><p>Deux</p><p>Suite</p></ul>",
    "list-item:1:Un|list-item:2:Un un|list-item:1:Deux|paragraph:0:Suite" },
  { "item in divisions", "<ol><li><div><div>Un</div></div><div>Deux</div></li></ol>",
    "list-item:1:Un|paragraph:0:Deux" },
  { "quote", "<blockquote><p>Un</p>Deux</blockquote>Trois", "quote:0:Un|quote:0:Deux|paragraph:0:Trois" },
  { "figure", "<figure><img src=x><figcaption>Kayes, <b>2025</b></figcaption></figure>", "figure:0:Kayes, 2025" },
  { "captions by class", "<div class=wp-caption><img src=x><p class=wp-caption-text>Kayes, 2025</p></div><p class=legende-photo>Gao</p>Fin",
    "figure:0:Kayes, 2025|figure:0:Gao|paragraph:0:Fin" },
  { "formula", "Soit <math><mi>x</mi><mo> = </mo><mn>3</mn><annotation encoding=TeX>x=3</annotation></math>.",
    "paragraph:0:Soit x = 3." },
  { "frame", "Vu<iframe src=x> de loin</iframe> hier<iframe><p>Ce cadre</p></iframe>", "paragraph:0:Vu de loin hier" },
  { "code", "<pre>\na  b\n  c</pre>", "code:0:a  b\n  c" },
  { "table", "<table><caption>Bilan</caption><tr><th>Lieu<th>Morts<tr><td>Gao<td> 3 <tr><td><td></table>",
    "figure:0:Bilan|table:0:Lieu\tMorts\nGao\t3" },
  { "layout table", "<table><tr><td><h1>Un</h1><td><p>Deux</p></table>", "heading:1:Un|paragraph:0:Deux" },
  { "entities", "L&rsquo;arm&eacute;e &lt;b&gt; &amp;amp; &#x26; d&#233;j&agrave;", "paragraph:0:L’armée <b> &amp; & déjà" },
  { "no-break space", "<p>Mali&nbsp;: fin&nbsp;</p><p>&nbsp;</p>", "paragraph:0:Mali\302\240: fin" },
  { "unseen", "<script>a()</script><style>b{}</style><p hidden>c</p><p style='Display : none'>d</p><!-- e -->"
              "<template>f</template><select><option>g</select>i",
    "paragraph:0:i" },
  { "soft hyphen", "hy&shy;phen&#8203;ated", "paragraph:0:hyphenated" },
  { "direction tricks", "a\342\200\256b", "paragraph:0:ab" },
  { "words over tags", "<b>Ba</b>ma<i>ko</i>", "paragraph:0:Bamako" },
};

static void
test_structure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (structure); i++)
    {
      g_autoptr (SbExtraction) extraction = extract (structure[i].html);
      g_autofree char *blocks = describe (extraction);

      g_test_message ("%s", structure[i].name);
      g_assert_cmpstr (blocks, ==, structure[i].blocks);
    }
}

static const struct
{
  const char *href;
  const char *target;
} links[] = {
  { "https://example.com/x", "https://example.com/x" },
  { "d.html", "https://example.org/a/d.html" },
  { "/d?e=f&amp;g", "https://example.org/d?e=f&g" },
  { "//example.net/", "https://example.net/" },
  { "mailto:a@example.org", "mailto:a@example.org" },
  { "HTTP://example.com/é", "http://example.com/%C3%A9" },
  { " https://example.com/\n", "https://example.com/" },
  { "javascript:alert(1)", NULL },
  { "java\nscript:alert(1)", NULL },
  { "&#106;avascript:alert(1)", NULL },
  { "data:text/html,x", NULL },
  { "vbscript:x", NULL },
  { "file:///etc/passwd", NULL },
  { "#note", NULL },
  { "", NULL },
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *html = g_strdup_printf ("<p>Lire <a href=\"%s\">ici</a>.", links[i].href);
      g_autoptr (SbExtraction) extraction = extract (html);
      const SbBlock *block = g_ptr_array_index (sb_extraction_get_blocks (extraction), 0);
      guint n_spans;
      const SbSpan *spans = sb_block_get_spans (block, &n_spans);

      g_test_message ("%s", links[i].href);
      g_assert_cmpstr (sb_block_get_text (block), ==, "Lire ici.");
      g_assert_cmpstr (sb_extraction_get_links (extraction)[0], ==, links[i].target);
      g_assert_cmpuint (n_spans, ==, links[i].target != NULL ? 1 : 0);
      if (n_spans == 0)
        continue;
      g_assert_cmpint (spans[0].kind, ==, SB_SPAN_LINK);
      g_assert_cmpuint (spans[0].start, ==, 5);
      g_assert_cmpuint (spans[0].end, ==, 8);
      g_assert_cmpstr (spans[0].target, ==, links[i].target);
    }
}

static void
test_spans (void)
{
  g_autoptr (SbExtraction) extraction = extract ("<p>à <b>é <i>ü</i> </b><i></i>c<strong><br><br>d</strong>e");
  GPtrArray *blocks = sb_extraction_get_blocks (extraction);
  const SbSpan *spans;
  guint n_spans;

  g_assert_cmpuint (blocks->len, ==, 2);
  spans = sb_block_get_spans (g_ptr_array_index (blocks, 0), &n_spans);
  g_assert_cmpstr (sb_block_get_text (g_ptr_array_index (blocks, 0)), ==, "à é ü c");
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpint (spans[0].kind, ==, SB_SPAN_STRONG);
  g_assert_cmpuint (spans[0].start, ==, 2);
  g_assert_cmpuint (spans[0].end, ==, 5);
  g_assert_cmpint (spans[1].kind, ==, SB_SPAN_EMPHASIS);
  g_assert_cmpuint (spans[1].start, ==, 4);
  g_assert_cmpuint (spans[1].end, ==, 5);
  spans = sb_block_get_spans (g_ptr_array_index (blocks, 1), &n_spans);
  g_assert_cmpstr (sb_block_get_text (g_ptr_array_index (blocks, 1)), ==, "de");
  g_assert_cmpuint (n_spans, ==, 1);
  g_assert_cmpuint (spans[0].start, ==, 0);
  g_assert_cmpuint (spans[0].end, ==, 1);
}

static void
test_base_and_pictures (void)
{
  g_autoptr (SbExtraction) extraction =
    extract ("<base href='https://example.net/z/'><a href=a>1</a><a href=a>2</a><img src=p.png><img src=data:x>");

  g_assert_cmpstr (sb_extraction_get_links (extraction)[0], ==, "https://example.net/z/a");
  g_assert_null (sb_extraction_get_links (extraction)[1]);
  g_assert_cmpstr (sb_extraction_get_resources (extraction)[0], ==, "https://example.net/z/p.png");
  g_assert_null (sb_extraction_get_resources (extraction)[1]);
}

static void
test_figures (void)
{
  g_autoptr (GString) html = g_string_new ("<p>");
  g_autoptr (SbExtraction) extraction = NULL;

  for (guint i = 0; i < 231; i++)
    g_string_append (html, "mot – ");
  extraction = extract (html->str);
  g_assert_cmpuint (sb_extraction_count_words (extraction), ==, 231);
  g_assert_cmpuint (sb_extraction_get_minutes (extraction), ==, 2);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    guint n_words;
  } cases[] = {
    { "l’été dernier", 2 },
    { "« Kayes » — blocus !", 2 },
    { "10\u00a0000 déplacés, 3,5\u202fkm", 5 },
    { "— … ( ) !", 0 },
    { "«é »à", 2 },
    { "(a)b", 1 },
    { "ɓ ⵣ أزواد", 3 },
    { "mot", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbExtraction) extraction = extract (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (sb_extraction_count_words (extraction), ==, cases[i].n_words);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/html/structure", test_structure);
  g_test_add_func ("/documents/html/links", test_links);
  g_test_add_func ("/documents/html/spans", test_spans);
  g_test_add_func ("/documents/html/base-and-pictures", test_base_and_pictures);
  g_test_add_func ("/documents/html/words-and-minutes", test_figures);
  g_test_add_func ("/documents/html/words", test_words);
  return g_test_run ();
}
