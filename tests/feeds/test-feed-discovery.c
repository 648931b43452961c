/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-discovery.h"

#include <string.h>

#define PAGE_URL "https://journal.example/rubrique/index.html"

typedef struct
{
  const char *name;
  const char *page;
  const char *expected; /* "url|title|type" by lines */
} DiscoveryCase;

static const DiscoveryCase discovery_cases[] = {
  { "none", "<html><head><link rel=stylesheet href=a.css></head></html>", "" },
  { "plain",
    "<head><link rel=\"alternate\" type=\"application/rss+xml\" title=\"Le fil &amp; le fleuve\" href=\"/fil.xml\"></head>",
    "https://journal.example/fil.xml|Le fil & le fleuve|application/rss+xml" },
  { "case-and-quotes",
    "<LINK HREF='fil?a=1&amp;b=2' TYPE='Application/Atom+XML; charset=utf-8' REL='home ALTERNATE'/>",
    "https://journal.example/rubrique/fil?a=1&b=2||application/atom+xml" },
  { "no-quotes", "<link rel=alternate type=application/feed+json href=f.json>",
    "https://journal.example/rubrique/f.json||application/feed+json" },
  { "comments-last",
    "<link rel=alternate type=application/rss+xml title='Fil des commentaires' href=/c>"
    "<link rel=alternate type=application/rss+xml title=Fil href=/a>"
    "<link rel=alternate type=application/atom+xml title=Fil href=/b>",
    "https://journal.example/a|Fil|application/rss+xml\n"
    "https://journal.example/b|Fil|application/atom+xml\n"
    "https://journal.example/c|Fil des commentaires|application/rss+xml" },
  { "once",
    "<link rel=alternate type=application/rss+xml href=/a><link rel=alternate type=text/xml href=/a>",
    "https://journal.example/a||application/rss+xml" },
  { "base", "<base href=\"//autre.example/x/\"><link rel=alternate type=application/rss+xml href=fil>",
    "https://autre.example/x/fil||application/rss+xml" },
  { "not-meant",
    "<!-- <link rel=alternate type=application/rss+xml href=/a> -->"
    "<script>'<link rel=alternate type=application/rss+xml href=/b>'</script>"
    "<link rel=alternate hreflang=fr href=/fr><link rel=alternate type=text/html href=/h>"
    "<link rel=alternate type=application/json href=/wp-json/posts/1><links rel=alternate>"
    "<link rel=alternate type=application/rss+xml href=''>",
    "" },
  { "broken", "<link rel=alternate type=\"application/rss+xml\" href=\"/a", "https://journal.example/a||application/rss+xml" },
  { "open-comment", "<!-- <link rel=alternate type=application/rss+xml href=/a>", "" },
};

static void
test_case (gconstpointer data)
{
  const DiscoveryCase *test = data;
  g_autoptr (GBytes) page = g_bytes_new_static (test->page, strlen (test->page));
  g_autoptr (GPtrArray) links = sb_feed_discover (page, PAGE_URL, "text/html; charset=utf-8");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const SbFeedLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (text, "%s%s|%s|%s", i > 0 ? "\n" : "", link->url,
                              link->title != NULL ? link->title : "", link->type);
    }
  g_assert_cmpstr (text->str, ==, test->expected);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (discovery_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/feeds/feed-discovery/", discovery_cases[i].name, NULL);

      g_test_add_data_func (path, &discovery_cases[i], test_case);
    }

  return g_test_run ();
}
