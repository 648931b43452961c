/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-error.h"
#include "sb-html-guard.h"
#include "sb-html.h"

#include <string.h>
#include <sys/resource.h>

/* What reading a hostile page may take on top of the page itself. */
#ifdef __SANITIZE_ADDRESS__
#define MAX_MEMORY_KB (1000 * 1024)
#define MAX_SECONDS   30.0
#else
#define MAX_MEMORY_KB (100 * 1024)
#define MAX_SECONDS   3.0
#endif

/* Of the processor: other tests may run at the same time. */
static double
get_seconds (const struct rusage *usage)
{
  return (double) usage->ru_utime.tv_sec + (double) usage->ru_utime.tv_usec / G_USEC_PER_SEC;
}

static char *
repeat (const char *before,
        const char *unit,
        guint n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* Pages that ask for far more than they weigh; the text "fin" is to survive. */
static const struct
{
  const char *name;
  const char *before;
  const char *unit;
  guint n;
} hostile[] = {
  { "nested divisions", "", "<div>", 100000 },
  { "nested divisions with false ends", "", "<div></span>", 100000 },
  { "nested through formatting", "", "<b><div></b>", 100000 },
  { "nested through tables", "", "<div><table></div>", 50000 },
  { "nested tables", "", "<table><tr><td>", 50000 },
  { "nested through forms", "", "<form><div></form>", 50000 },
  { "nested in a false comment", "<!-->", "<div>", 100000 },
  { "nested in a false attribute", "<p =\">\">", "<div>", 100000 },
  { "nested in svg styles", "<svg><style>", "<g>", 100000 },
  { "formatting over paragraphs", "", "<font size=1><p>x", 50000 },
  { "spans", "", "<span>", 100000 },
  { "attributes", "<p ", "a=1 ", 1000000 },
  { "different attributes", "<a href=x ", "b", 3000000 },
  { "many elements", "", "<i></i>", 1000000 },
  { "quotes", "", "<p a=\"", 500000 },
  { "angles", "", "<", 5000000 },
  { "entities", "", "&", 5000000 },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *html = repeat (hostile[i].before, hostile[i].unit, hostile[i].n, "</p></style>fin");
      g_autoptr (GError) error = NULL;
      g_autoptr (SbExtraction) extraction = NULL;
      struct rusage before;
      struct rusage after;

      g_test_message ("%s", hostile[i].name);
      getrusage (RUSAGE_SELF, &before);
      extraction = sb_html_extract_fragment (html, NULL, &error);
      getrusage (RUSAGE_SELF, &after);
      g_assert_no_error (error);
      g_assert_nonnull (extraction);
      g_assert_cmpfloat (get_seconds (&after) - get_seconds (&before), <, MAX_SECONDS);
      g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, MAX_MEMORY_KB);
    }
}

static void
test_too_large (void)
{
  gsize size = 50 << 20;
  char *line = g_malloc (size + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;

  memset (line, 'a', size);
  line[size] = '\0';
  bytes = g_bytes_new_take (line, size);
  extraction = sb_html_extract (bytes, NULL, NULL, SB_EXTRACT_ARTICLE, &error);
  g_assert_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE);
  g_assert_null (extraction);
}

/* Untidy but honest pages stay affordable. */
static const char *const honest[] = {
  "<p>a<p>b<ul><li>c<li>d</ul>",
  "<table><tr><td>a<td>b<tr><td>c</table>",
  "<b><i>x</b></i>",
  "<script>if (a < b) document.write ('<div><div>')</script>",
  "<svg><path d=x /><path d=y /></svg>",
};

static void
test_honest (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (honest); i++)
    {
      g_autofree char *html = repeat ("", honest[i], 5000, "");

      g_test_message ("%s", honest[i]);
      g_assert_true (_sb_html_is_affordable (html, strlen (html)));
    }
}

static void
test_strip (void)
{
  const char *html = "<h1>Titre</h1><p>L&rsquo;un &amp; l'autre<script>x<y</script> suite<br>fin &lt;";
  g_autofree char *text = _sb_html_strip (html, strlen (html));

  g_assert_cmpstr (text, ==, "Titre\n\nL’un & l'autre suite\n\nfin <");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/html-guard/too-large", test_too_large);
  g_test_add_func ("/documents/html-guard/hostile", test_hostile);
  g_test_add_func ("/documents/html-guard/honest", test_honest);
  g_test_add_func ("/documents/html-guard/strip", test_strip);
  return g_test_run ();
}
