/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-feed-link.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *html;
  const char *feeds; /* "url title type", joined by "|" */
} cases[] = {
  { "none", "<p>Rien</p><a href='/a'>A</a>", "" },
  { "declared", "<head><link rel=alternate type='application/rss+xml' title='Le Fleuve' href='/feed/'>",
    "https://example.org/feed/ Le Fleuve application/rss+xml" },
  { "types", "<link rel='ALTERNATE home' type='Application/Atom+XML; charset=utf-8' href='a.atom'>"
             "<link rel=alternate type=text/html hreflang=en href=/en><link rel=stylesheet href=/rss>"
             "<link rel=alternate href=/mobile>",
    "https://example.org/x/a.atom - application/atom+xml" },
  { "comments last", "<link rel=alternate type=application/rss+xml title='Commentaires' href=/comments/feed/>"
                     "<link rel=alternate type=application/rss+xml href=/feed/>",
    "https://example.org/feed/ - application/rss+xml|https://example.org/comments/feed/ Commentaires application/rss+xml" },
  { "linked", "<a href='/abonnement'>RSS</a><a href='https://feeds.feedburner.com/x'>Suivre</a><a href='/rss.xml#a'>ici</a>",
    "https://example.org/abonnement RSS -|https://feeds.feedburner.com/x Suivre -|https://example.org/rss.xml#a ici -" },
  { "once", "<link rel=alternate type=application/rss+xml href=/feed><a href=/feed>RSS</a>",
    "https://example.org/feed - application/rss+xml" },
  { "other schemes", "<link rel=alternate type=application/rss+xml href='javascript:x'><a href='mailto:a@b.c'>RSS</a>", "" },
  { "base", "<base href='https://example.net/z/'><link rel=feed href=f>", "https://example.net/z/f - -" },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].html, strlen (cases[i].html));
      g_autoptr (GPtrArray) feeds = sb_html_find_feeds (bytes, NULL, "https://example.org/x/y");
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", cases[i].name);
      for (guint j = 0; j < feeds->len; j++)
        {
          const SbFeedLink *link = g_ptr_array_index (feeds, j);

          g_string_append_printf (found, "%s%s %s %s", j > 0 ? "|" : "", link->url,
                                  link->title != NULL ? link->title : "-", link->type != NULL ? link->type : "-");
        }
      g_assert_cmpstr (found->str, ==, cases[i].feeds);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/feed-link/find", test_find);
  return g_test_run ();
}
