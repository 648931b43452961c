/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-feed-link.h"

#include "sb-charset.h"
#include "sb-html-guard.h"
#include "sb-html-tree.h"
#include "sb-html.h"
#include "sb-link.h"

#include <string.h>

/* A page that offers more is a directory; the rest is left out. */
#define MAX_FEEDS 50

static const char *const feed_types[] = {
  "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/xml",
  "text/xml", NULL
};

/* How the path or query of a feed's address ends, and what stands in it. */
static const char *const endings[] = { ".rss", ".atom", ".rdf", "/feed", "/feed/", "/rss", "/rss/", "/atom", "/atom/",
                                       "rss.xml", "atom.xml", "feed.xml", "index.xml", "feeds.xml", "/rss.php",
                                       "/feed.php", "=rss", "=rss2", "=atom", "format=feed" };
static const char *const holders[] = { "feeds.feedburner.com/", "/feeds/posts/", "feeds2.feedburner.com/", "?feed=",
                                       "/rss2", "/feed/rss" };

void
sb_feed_link_free (SbFeedLink *self)
{
  g_free (self->url);
  g_free (self->title);
  g_free (self->type);
  g_free (self);
}

static gboolean
is_comment_feed (const SbFeedLink *link)
{
  g_autofree char *title = link->title == NULL ? g_strdup ("") : g_utf8_strdown (link->title, -1);

  return strstr (link->url, "/comments/") != NULL || strstr (title, "comment") != NULL;
}

static gboolean
has_feed (GPtrArray *feeds,
          const char *url)
{
  for (guint i = 0; i < feeds->len; i++)
    if (g_str_equal (((SbFeedLink *) g_ptr_array_index (feeds, i))->url, url))
      return TRUE;
  return FALSE;
}

static void
add_feed (GPtrArray *feeds,
          const char *base,
          const char *href,
          const char *title,
          const char *type)
{
  g_autofree char *url = _sb_link_resolve (base, href);
  g_autofree char *line = title == NULL ? NULL : _sb_fold_space (title);
  SbFeedLink *link;

  if (url == NULL || !g_str_has_prefix (url, "http") || has_feed (feeds, url) || feeds->len == MAX_FEEDS)
    return;
  link = g_new0 (SbFeedLink, 1);
  link->url = g_steal_pointer (&url);
  link->title = line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
  link->type = g_strdup (type);
  g_ptr_array_add (feeds, link);
}

/* TRUE when one of the words of @list, as in "rel", is @word. */
static gboolean
holds_word (const char *list,
            const char *word)
{
  g_autofree char *lower = list == NULL ? g_strdup ("") : g_ascii_strdown (list, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\r\n", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static void
add_declared (GPtrArray *feeds,
              const GumboNode *node,
              const char *base)
{
  const char *given = _sb_html_get (node, "type");
  g_autofree char *type = given == NULL ? NULL : g_ascii_strdown (given, -1);
  const char *rel = _sb_html_get (node, "rel");

  if (type != NULL)
    g_strstrip (type)[strcspn (type, "; ")] = '\0';
  if (!holds_word (rel, "feed") &&
      (!holds_word (rel, "alternate") || type == NULL || !g_strv_contains (feed_types, type)))
    return;
  add_feed (feeds, base, _sb_html_get (node, "href"), _sb_html_get (node, "title"), type);
}

static gboolean
looks_like_feed (const char *href)
{
  g_autofree char *lower = g_ascii_strdown (href, -1);

  lower[strcspn (lower, "#")] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    if (strstr (lower, holders[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_linked (GPtrArray *feeds,
            const GumboNode *node,
            const char *base)
{
  const char *href = _sb_html_get (node, "href");
  g_autofree char *text = NULL;

  if (href == NULL)
    return;
  text = _sb_html_dup_text (node);
  if (looks_like_feed (href) || g_ascii_strcasecmp (text, "RSS") == 0 || g_ascii_strcasecmp (text, "Atom") == 0)
    add_feed (feeds, base, href, text, NULL);
}

static void
find_in_tree (GPtrArray *feeds,
              const GumboNode *root,
              const char *base_url)
{
  const GumboNode *element = _sb_html_find (root, GUMBO_TAG_BASE);
  g_autofree char *own_base = element == NULL ? NULL : _sb_link_resolve (base_url, _sb_html_get (element, "href"));
  const char *base = own_base != NULL ? own_base : base_url;

  for (const GumboNode *n = root; n != NULL; n = _sb_html_next (n, root))
    if (_sb_html_get_tag (n) == GUMBO_TAG_LINK)
      add_declared (feeds, n, base);
  for (const GumboNode *n = root; n != NULL; n = _sb_html_next (n, root))
    if (_sb_html_get_tag (n) == GUMBO_TAG_A)
      add_linked (feeds, n, base);
}

/* Moves the feeds of comments behind the others. */
static GPtrArray *
sort_feeds (GPtrArray *feeds)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_feed_link_free);

  for (guint comments = 0; comments < 2; comments++)
    for (guint i = 0; i < feeds->len; i++)
      {
        SbFeedLink *link = g_ptr_array_index (feeds, i);

        if (is_comment_feed (link) == (comments == 1))
          g_ptr_array_add (sorted, link);
      }
  return sorted;
}

GPtrArray *
sb_html_find_feeds (GBytes *bytes,
                    const char *charset,
                    const char *base_url)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new ();
  g_autofree char *named = NULL;
  g_autofree char *html = NULL;
  const guint8 *data;
  gsize size;
  gsize length = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size <= SB_HTML_MAX_BYTES)
    {
      if (charset == NULL)
        charset = named = _sb_charset_in_html (data, size);
      html = _sb_decode (data, size, charset, &length);
    }
  if (html != NULL && _sb_html_is_affordable (html, length))
    {
      g_autoptr (SbHtmlTree) tree = _sb_html_tree_new (g_steal_pointer (&html), length);

      find_in_tree (feeds, _sb_html_tree_get_root (tree), base_url);
    }
  return sort_feeds (feeds);
}
