/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-html-lighten.h"

#include <string.h>

static const struct
{
  const char *html;
  const char *wanted;
} pages[] = {
  { "", "" },
  { "<p>a</p>", "<p>a</p>" },
  { "a<script>b < c; '</p>'</script>d", "a<script></script>d" },
  { "<SCRIPT type=\"text/javascript\">b</SCRIPT >d<Style media=x>p {}</Style>e", "<SCRIPT type=\"text/javascript\"></SCRIPT >d<Style media=x></Style>e" },
  { "<script type='application/ld+json'>{\"a\":1}</script>", "<script type='application/ld+json'>{\"a\":1}</script>" },
  /* The first end tag is within a comment of the script, and ends nothing. */
  { "<script><!--<script>a</script>--></script>b", "<script><!--<script>a</script>--></script>b" },
  { "<!--<script>a</script>-->b", "<!--<script>a</script>-->b" },
  { "<p title='<script>'>a</p><p title='</script>'>b", "<p title='<script>'>a</p><p title='</script>'>b" },
  { "<textarea><script>a</textarea></script>b", "<textarea><script>a</textarea></script>b" },
  { "<svg><style>a<p>b</style></svg><style>c</style>", "<svg><style>a<p>b</style></svg><style></style>" },
  { "<script>a", "<script>" },
  { "<script", "<script" },
};

static void
test_content (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *html = g_strdup (pages[i].html);
      gsize length = _sb_html_lighten (html, strlen (html));

      g_assert_cmpstr (html, ==, pages[i].wanted);
      g_assert_cmpuint (length, ==, strlen (pages[i].wanted));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/html-lighten/content", test_content);
  return g_test_run ();
}
