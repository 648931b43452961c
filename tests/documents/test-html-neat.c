/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-html-neat.h"

#include <string.h>

/* Whatever is held to be neat has the tree that a parser makes of it. */

#define N_MADE      60000
#define N_PARTS_MAX 14

static void
describe_children (GString *text,
                   const GumboNode *node)
{
  const GumboVector *children = &node->v.element.children;

  for (guint i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      g_assert_true (child->parent == node);
      g_assert_cmpuint (child->index_within_parent, ==, i);
      if (child->type != GUMBO_NODE_ELEMENT)
        {
          g_string_append_printf (text, "%d'%s'", child->type, child->v.text.text);
          continue;
        }
      g_string_append_printf (text, "<%s", gumbo_normalized_tagname (child->v.element.tag));
      for (guint j = 0; j < child->v.element.attributes.length; j++)
        {
          const GumboAttribute *attribute = child->v.element.attributes.data[j];

          g_string_append_printf (text, " %s='%s'", attribute->name, attribute->value);
        }
      g_string_append_c (text, '>');
      describe_children (text, child);
      g_string_append_c (text, '.');
    }
}

static char *
describe (const GumboNode *root)
{
  GString *text = g_string_new (NULL);

  describe_children (text, root);
  return g_string_free (text, FALSE);
}

/* TRUE when the piece is held to be neat. */
static gboolean
compare (const char *html)
{
  GumboOptions options = kGumboDefaultOptions;
  g_autoptr (SbHtmlNeat) neat = _sb_html_neat_new (html, strlen (html));
  g_autofree char *ours = neat == NULL ? NULL : describe (neat->nodes);
  g_autofree char *theirs = NULL;
  GumboOutput *output;

  if (neat == NULL)
    return FALSE;

  options.max_errors = 0;
  output = gumbo_parse_with_options (&options, html, strlen (html));
  theirs = describe (output->root);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  if (g_strcmp0 (ours, theirs) != 0)
    g_test_message ("%s", html);
  g_assert_cmpstr (ours, ==, theirs);
  return TRUE;
}

static const struct
{
  const char *html;
  gboolean is_neat;
} pieces[] = {
  { "", TRUE },
  { " \n a\n b ", TRUE },
  { "<p>L’armée&nbsp;: d&eacute;j&agrave; &amp; &#233;&#xe9; «&thinsp;&raquo;</p>\n<p>Deux</p>", TRUE },
  { "<div class=\"a b\" ID='c'><H2>A</H2><img src=x.png alt='é &amp; è'/><br><hr /></div>", TRUE },
  { "<a href=\"https://example.org/?a=1&b=2&amp;c=3&copy=4\">a</a>", TRUE },
  { "<b><p>a <i>b</i></p></b><p>c", TRUE },
  { "<p>a<p>b<div>c</div>", TRUE },
  { "<ul>\n<li>a<li><p>b<li><ol><li>c</ol>\n</ul>", TRUE },
  { "<div><p>a</div><h3>b<p>c</h3>", TRUE },
  { "<blockquote><p>a</blockquote><figure><img src=\"a\"><figcaption>b</figcaption></figure>", TRUE },
  { "<b>a", TRUE },
  { "a&#32; <p>&#32;</p>", TRUE },
  { "<span/>a</span>", TRUE },
  { "<p title=\"a>b='c'\">d</p>", TRUE },
  { " <!-- a --> \n<!--b-->c<!-- d - e --><p>f<!----></p>", TRUE },
  { "<!--a--><!--b-->", TRUE },
  { "<pre>\na\n\nb</pre><pre>\n</pre><pre> \nc</pre>", TRUE },

  { "<p>a <b>b</p><p>c</b></p>", FALSE },
  { "<p><b>a<p>b", FALSE },
  { "a</p>", FALSE },
  { "<a>a<a>b", FALSE },
  { "<h2>a<h3>b", FALSE },
  { "<li>a", FALSE },
  { "<ul><li><div>a<li>b</div></ul>", FALSE },
  { "<table><tr><td>a</table>", FALSE },
  { "<script>a</script>", FALSE },
  { "a<!--b", FALSE },
  { "a<!-->b-->", FALSE },
  { "a<!--->b-->", FALSE },
  { "a<!--b--!>c", FALSE },
  { "a<!--b--c-->", FALSE },
  { "<!DOCTYPE html><p>a", FALSE },
  { "</br>", FALSE },
  { "a < b", FALSE },
  { "&copy", FALSE },
  { "&#32;a", FALSE },
  { "&#128;&#0;&#xd800;", FALSE },
  { "<p a>b", FALSE },
  { "<p a= b>c", FALSE },
  { "<p a='1' A='2'>b", FALSE },
  { "<p a=\"1\"b=\"2\">c", FALSE },
  { "<p a=\"1", FALSE },
  { "<p", FALSE },
  { "\357\273\277a", FALSE },
  { "a\rb", FALSE },
  { "a\302\200b\357\277\277\360\237\277\276", FALSE },
};

static void
test_pieces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_test_message ("%s", pieces[i].html);
      g_assert_cmpint (compare (pieces[i].html), ==, pieces[i].is_neat);
    }
}

/* Elements within each other, and the pieces that are too deep. */
static void
test_depth (void)
{
  g_autoptr (GString) html = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append (html, i % 2 == 0 ? "<div>" : "<b>");
  g_assert_true (compare (html->str));
  for (guint i = 0; i < 10; i++)
    g_string_append (html, "<i>");
  g_assert_false (compare (html->str));
}

/* What pieces are made of by lot: most of it neat, some of it not. */
static const char *const parts[] = {
  "<pre>",
  "</pre>",
  "<!-- a -->",
  "<pre>\n",
  "<p>",
  "<p class=\"a\">",
  "</p>",
  "</p>",
  "<div>",
  "</div>",
  "<div id='b'>",
  "</div>",
  "<h2>",
  "</h2>",
  "<h3>",
  "</h3>",
  "<ul>",
  "</ul>",
  "<ol>",
  "</ol>",
  "<li>",
  "</li>",
  "<li>",
  "<b>",
  "</b>",
  "<strong>",
  "</strong>",
  "<em>",
  "</em>",
  "<a href=\"c?d=1&e=2&amp;f\">",
  "</a>",
  "<a href=g>",
  "</a>",
  "<span>",
  "</span>",
  "<font color=red>",
  "</font>",
  "<br>",
  "<br/>",
  "<hr>",
  "<img src=\"h\">",
  "<blockquote>",
  "</blockquote>",
  "<figure>",
  "</figure>",
  "<figcaption>",
  "</figcaption>",
  "<center>",
  "</center>",
  "<section>",
  "</section>",
  "<code>",
  "</code>",
  "<cite>",
  "</cite>",
  "<sup>",
  "</sup>",
  "<u>",
  "</u>",
  "<small>",
  "</small>",
  "a",
  "é ",
  " ",
  "\n",
  "&eacute;",
  "&amp;",
  "&#39;",
  "&nbsp;",
  "& ",
  "&lt;b&gt;",
  "“x”",
  "<header>",
  "</header>",
  "<main>",
  "</main>",
  "<nav>",
  "</nav>",
  "<article>",
  "</article>",
  "<aside>",
  "</aside>",
  "<q>",
  "</q>",
  "<time datetime='1'>",
  "</time>",
  "<s>",
  "</s>",
  "<wbr>",
  "<del>",
  "</del>",
  "<tt>",
  "</tt>",
  "<big>",
  "</big>",
  "<footer>",
  "</footer>",
};

static void
test_made (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260601);
  g_autoptr (GString) html = g_string_new (NULL);
  guint n_neat = 0;

  for (guint i = 0; i < N_MADE; i++)
    {
      /* Few kinds of parts in one piece, so that some of them fit. */
      guint n_parts = (guint) g_rand_int_range (rand, 1, N_PARTS_MAX);
      guint first = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (parts));
      guint span = (guint) g_rand_int_range (rand, 2, 20);

      g_string_truncate (html, 0);
      for (guint j = 0; j < n_parts; j++)
        {
          guint part = (guint) g_rand_int_range (rand, 0, 5) == 0 ? (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))
                                                                  : first + (guint) g_rand_int_range (rand, 0, (int) span);

          g_string_append (html, parts[part % G_N_ELEMENTS (parts)]);
        }
      n_neat += compare (html->str) ? 1 : 0;
    }

  g_test_message ("%u of %u are neat", n_neat, N_MADE);
  g_assert_cmpuint (n_neat, >, N_MADE / 10);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/html-neat/pieces", test_pieces);
  g_test_add_func ("/documents/html-neat/depth", test_depth);
  g_test_add_func ("/documents/html-neat/made", test_made);
  return g_test_run ();
}
