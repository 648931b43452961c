/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-html-opening.h"

#include <string.h>

/* The beginning of a text, told from its HTML without a tree. */

static const struct
{
  const char *html;
  const char *paragraph; /* NULL for none */
  const char *all;
} cases[] = {
  { "", NULL, NULL },
  { " \n ", NULL, NULL },
  { "Un convoi.", "Un convoi.", "Un convoi." },
  { "<p>Un  convoi\n est <b>arri</b>vé.</p><p>Puis rien.</p>", "Un convoi est arrivé.", "Un convoi est arrivé. Puis rien." },
  { "<p></p><p> </p><P>Gao&nbsp;&amp; Kidal&#8217;s</P>", "Gao & Kidal’s", "Gao & Kidal’s" },
  { "Un<br/>deux<div>trois</div>", "Un deux", "Un deux trois" },
  { "<h2>Titre</h2><p>Le texte.</p>", "Le texte.", "Titre Le texte." },
  { "<ul><li>mil</li><li>riz</li></ul>", NULL, "mil riz" },
  { "<figure><img src='a>b'><figcaption>Vue</figcaption></figure><p>Le texte.</p>", "Le texte.", "b'> Vue Le texte." },
  { "<script>if (a<b) x()</script><style>p{}</style><p>Le texte.</p>", "Le texte.", "Le texte." },
  { "<!-- un <p>mot</p> --><p>Le texte.</p>", "Le texte.", "Le texte." },
  { "3 < 4 et 5 > 4", "3 < 4 et 5 > 4", "3 < 4 et 5 > 4" },
  { "<p>Coupé <a href=\"", "Coupé", "Coupé" },
  { "<script>sans fin", NULL, NULL },
  { "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>long</aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>", "long", "long" },
  { "AT&T &x; &amp", "AT&T &x; &amp", "AT&T &x; &amp" },
  { "Faux \xff octet", "Faux", "Faux" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *paragraph = sb_html_dup_opening (cases[i].html, SB_HTML_PARAGRAPH);
      g_autofree char *all = sb_html_dup_opening (cases[i].html, SB_HTML_ALL);

      g_assert_cmpstr (paragraph, ==, cases[i].paragraph);
      g_assert_cmpstr (all, ==, cases[i].all);
    }
}

/* However long the text, or the tags before it, little of it is looked at. */
static void
test_bounds (void)
{
  g_autofree char *spaces = g_strnfill (1 << 20, ' ');
  g_autofree char *letters = g_strnfill (1 << 20, 'a');
  g_autofree char *late = g_strconcat ("<p>", spaces, "Trop tard.</p>", NULL);
  g_autofree char *none = sb_html_dup_opening (late, SB_HTML_ALL);
  g_autofree char *some = sb_html_dup_opening (letters, SB_HTML_ALL);

  g_assert_null (none);
  g_assert_cmpuint (strlen (some), <, 10000);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feeds/html-opening/cases", test_cases);
  g_test_add_func ("/feeds/html-opening/bounds", test_bounds);

  return g_test_run ();
}
