/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-discovery.h"

#include "sb-feed-address.h"
#include "sb-feed-charset.h"
#include "sb-html-text.h"

#include <string.h>

/* Pages say it in their head: what is further on is not looked at. */
#define HEAD_WINDOW (512 * 1024) /* bytes */
#define MAX_LINKS   50

typedef struct
{
  char *base; /* (owned) (nullable) */
  GPtrArray *links; /* (owned) (element-type SbFeedLink) */
} Discovery;

static const char *const feed_types[] = {
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/json",
  "application/xml",
  "text/xml",
  NULL,
};

static void
link_free (gpointer data)
{
  SbFeedLink *link = data;

  g_free (link->url);
  g_free (link->title);
  g_free (link->type);
  g_free (link);
}

/* Reads one attribute at *@p into @name and @value (owned); FALSE at the end of
 * the tag. */
static gboolean
read_attribute (const char **p,
                char **name,
                char **value)
{
  const char *start;
  gsize length;

  *p += strspn (*p, " \t\r\n/\"'");
  if (**p == '\0' || **p == '>')
    return FALSE;

  length = strcspn (*p, " \t\r\n=/>");
  length = MAX (length, 1);
  *name = g_ascii_strdown (*p, (gssize) length);
  *p += length;
  *p += strspn (*p, " \t\r\n");
  if (**p != '=')
    return TRUE;

  *p += 1 + strspn (*p + 1, " \t\r\n");
  start = *p;
  if (*start == '"' || *start == '\'')
    {
      char quote[] = { *start++, '\0' };

      length = strcspn (start, quote);
      *p = start + length + (start[length] != '\0' ? 1 : 0);
    }
  else
    {
      length = strcspn (start, " \t\r\n>");
      *p = start + length;
    }
  *value = g_strndup (start, length);
  return TRUE;
}

/* The attributes of the tag whose name ends at *@p. */
static GHashTable *
read_attributes (const char **p)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (;;)
    {
      char *name = NULL;
      char *value = NULL;

      if (!read_attribute (p, &name, &value))
        return attributes;
      if (value == NULL || g_hash_table_contains (attributes, name))
        {
          g_free (name);
          g_free (value);
          continue;
        }
      g_hash_table_insert (attributes, name, value);
    }
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", 20);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (words[i], word) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_known (Discovery *self,
          const char *url)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      if (g_str_equal (((SbFeedLink *) g_ptr_array_index (self->links, i))->url, url))
        return TRUE;
    }

  return FALSE;
}

/* Entities in an attribute: "&amp;" above all. */
static char *
decode_attribute (const char *value)
{
  return sb_html_to_line (value, SB_HTML_USUAL_TAGS);
}

static void
read_link (Discovery *self,
           GHashTable *attributes)
{
  const char *rel = g_hash_table_lookup (attributes, "rel");
  const char *type = g_hash_table_lookup (attributes, "type");
  const char *href = g_hash_table_lookup (attributes, "href");
  const char *title = g_hash_table_lookup (attributes, "title");
  g_autofree char *lower = type != NULL ? g_strstrip (g_ascii_strdown (type, -1)) : NULL;
  g_autofree char *address = href != NULL ? decode_attribute (href) : NULL;
  g_autofree char *url = address != NULL ? sb_feed_address_resolve (self->base, address) : NULL;
  SbFeedLink *link;

  if (rel == NULL || lower == NULL || url == NULL || !(has_word (rel, "alternate") || has_word (rel, "feed")))
    return;
  /* "application/rss+xml; charset=utf-8" is written as well. */
  lower[strcspn (lower, "; ")] = '\0';
  if (!g_strv_contains (feed_types, lower) || is_known (self, url) || self->links->len >= MAX_LINKS)
    return;
  /* WordPress names its interface for programs, and pages of oEmbed, this way. */
  if (strstr (url, "/wp-json") != NULL || strstr (url, "oembed") != NULL)
    return;

  link = g_new0 (SbFeedLink, 1);
  link->url = g_steal_pointer (&url);
  link->title = title != NULL ? decode_attribute (title) : NULL;
  link->type = g_steal_pointer (&lower);
  g_ptr_array_add (self->links, link);
}

static void
read_base (Discovery *self,
           GHashTable *attributes)
{
  const char *href = g_hash_table_lookup (attributes, "href");
  char *base = href != NULL ? sb_feed_address_resolve (self->base, href) : NULL;

  if (base == NULL)
    return;
  g_free (self->base);
  self->base = base;
}

/* Where a comment, script or style that starts at @p ends; NULL when it is none
 * of them. */
static const char *
skip_raw (const char *p)
{
  static const char *const raw[][2] = {
    { "<!--", "-->" },
    { "<script", "</script" },
    { "<style", "</style" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      const char *end;

      if (g_ascii_strncasecmp (p, raw[i][0], strlen (raw[i][0])) != 0)
        continue;
      end = i == 0 ? strstr (p, raw[i][1]) : strcasestr (p, raw[i][1]);
      return end != NULL ? end + strlen (raw[i][1]) : p + strlen (p);
    }

  return NULL;
}

static void
scan (Discovery *self,
      const char *text)
{
  const char *p = text;

  while ((p = strchr (p, '<')) != NULL)
    {
      g_autoptr (GHashTable) attributes = NULL;
      const char *end = skip_raw (p);
      gboolean is_link = g_ascii_strncasecmp (p, "<link", 5) == 0 && strchr (" \t\r\n/", p[5]) != NULL && p[5] != '\0';
      gboolean is_base = g_ascii_strncasecmp (p, "<base", 5) == 0 && strchr (" \t\r\n/", p[5]) != NULL && p[5] != '\0';

      if (end != NULL)
        {
          p = end;
          continue;
        }
      p += is_link || is_base ? 5 : 1;
      if (!is_link && !is_base)
        continue;
      attributes = read_attributes (&p);
      if (is_link)
        read_link (self, attributes);
      else
        read_base (self, attributes);
    }
}

static gboolean
is_of_comments (const SbFeedLink *link)
{
  g_autofree char *title = link->title != NULL ? g_utf8_casefold (link->title, -1) : g_strdup ("");
  g_autofree char *url = g_ascii_strdown (link->url, -1);

  return strstr (title, "comment") != NULL || strstr (url, "comment") != NULL;
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  return is_of_comments (*(SbFeedLink *const *) a) - is_of_comments (*(SbFeedLink *const *) b);
}

GPtrArray *
sb_feed_discover (GBytes *page,
                  const char *url,
                  const char *content_type)
{
  Discovery self = { g_strdup (url), g_ptr_array_new_with_free_func (link_free) };
  g_autoptr (GBytes) head = NULL;
  g_autofree char *charset = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (page != NULL, self.links);

  head = g_bytes_new_from_bytes (page, 0, MIN (g_bytes_get_size (page), HEAD_WINDOW));
  charset = content_type != NULL ? sb_feed_charset_from_content_type (content_type) : NULL;
  text = sb_feed_charset_decode (head, charset, &length);
  scan (&self, text);
  /* g_ptr_array_sort() keeps the order of equals. */
  g_ptr_array_sort (self.links, compare_links);
  g_free (self.base);

  return self.links;
}
