/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-json-ld.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sb-json-guard.h"

/* More is no description of a page; in bytes. */
#define MAX_SCRIPT (2 << 20)
/* More names than this are a list of members. */
#define MAX_AUTHORS 12

static const char *const article_types[] = {
  "Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle",
  "OpinionNewsArticle", "ScholarlyArticle", "TechArticle", "LiveBlogPosting", "BackgroundNewsArticle",
  "ReviewNewsArticle", "Posting", "SocialMediaPosting", "DiscussionForumPosting", "AdvertiserContentArticle",
  "SatiricalArticle", "MedicalScholarlyArticle", "PodcastEpisode", "Review", "WebPage", "Recipe", NULL
};

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
take_string (char **field,
             const char *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strstrip (g_utf8_make_valid (value, -1));
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");
  gboolean found = FALSE;

  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type))
    {
      JsonArray *types = json_node_get_array (type);

      for (guint i = 0; i < json_array_get_length (types) && !found; i++)
        {
          JsonNode *one = json_array_get_element (types, i);

          found = json_node_get_value_type (one) == G_TYPE_STRING &&
                  g_strv_contains (article_types, json_node_get_string (one));
        }
      return found;
    }
  return type != NULL && json_node_get_value_type (type) == G_TYPE_STRING &&
         g_strv_contains (article_types, json_node_get_string (type));
}

static gboolean
is_page (JsonObject *object)
{
  const char *type = get_string (object, "@type");

  return type != NULL && g_str_equal (type, "WebPage");
}

/* An author is a name, an object with a name, or a list of such. */
static void
append_names (GPtrArray *names,
              JsonNode *node)
{
  const char *name = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && names->len < MAX_AUTHORS; i++)
        if (!JSON_NODE_HOLDS_ARRAY (json_array_get_element (array, i)))
          append_names (names, json_array_get_element (array, i));
      return;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    name = get_string (json_node_get_object (node), "name");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    name = json_node_get_string (node);
  if (name != NULL && *name != '\0' && !g_str_has_prefix (name, "http") &&
      !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

static void
take_author (SbJsonLd *self,
             JsonObject *object)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (self->author != NULL || !json_object_has_member (object, "author"))
    return;
  append_names (names, json_object_get_member (object, "author"));
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  take_string (&self->author, joined);
}

static void
take_site (SbJsonLd *self,
           JsonObject *object)
{
  JsonNode *publisher = json_object_get_member (object, "publisher");

  if (publisher != NULL && JSON_NODE_HOLDS_OBJECT (publisher))
    take_string (&self->site, get_string (json_node_get_object (publisher), "name"));
}

static void
take_article (SbJsonLd *self,
              JsonObject *object)
{
  take_string (&self->headline, get_string (object, "headline"));
  if (!is_page (object))
    take_string (&self->name, get_string (object, "name"));
  take_string (&self->date, get_string (object, "datePublished"));
  take_string (&self->modified, get_string (object, "dateModified"));
  take_string (&self->language, get_string (object, "inLanguage"));
  take_string (&self->lead, get_string (object, "description"));
  take_author (self, object);
  take_site (self, object);
}

/* @pages: whether this time objects are looked for that stand for the page,
 * not the article. */
static void
take_node (SbJsonLd *self,
           JsonNode *node,
           gboolean pages)
{
  JsonObject *object;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        take_node (self, json_array_get_element (array, i), pages);
      return;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  if (is_article (object) && is_page (object) == pages)
    take_article (self, object);
  if (json_object_has_member (object, "@graph"))
    take_node (self, json_object_get_member (object, "@graph"), pages);
  if (json_object_has_member (object, "mainEntity") && JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "mainEntity")))
    take_node (self, json_object_get_member (object, "mainEntity"), pages);
}

/* Scripts often hold bare line ends in strings and commas before closing
 * brackets, neither of which JSON allows; both become spaces. */
static void
mend_json (char *json)
{
  gboolean in_string = FALSE;

  for (char *p = json; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        *p = ' ';
      if (in_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        in_string = !in_string;
      else if (!in_string && *p == ',')
        {
          gsize n = strspn (p + 1, " \t\r\n");

          if (p[1 + n] == ']' || p[1 + n] == '}')
            *p = ' ';
        }
    }
}

/* The script may stand in a CDATA section or a comment. */
static JsonNode *
parse_script (const char *text)
{
  const char *cdata = strstr (text, "<![CDATA[");
  g_autofree char *clean = g_strdup (cdata != NULL ? cdata + strlen ("<![CDATA[") : text);
  char *cdata_end = g_strrstr (clean, "]]>");
  g_autoptr (JsonParser) parser = json_parser_new ();
  char *start;

  if (cdata_end != NULL)
    *cdata_end = '\0';
  start = strpbrk (clean, "{[");
  if (start == NULL || !_sb_json_is_shallow (start, strlen (start)))
    return NULL;
  for (char *end = start + strlen (start); end > start && end[-1] != '}' && end[-1] != ']';)
    *--end = '\0';
  mend_json (start);
  return json_parser_load_from_data (parser, start, -1, NULL) ? json_parser_steal_root (parser) : NULL;
}

static JsonNode *
parse_element (const GumboNode *node)
{
  const char *type = _sb_html_get_tag (node) == GUMBO_TAG_SCRIPT ? _sb_html_get (node, "type") : NULL;
  const GumboVector *children = _sb_html_get_children (node);
  const GumboNode *child = children->length > 0 ? children->data[0] : NULL;

  if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", 19) != 0 || child == NULL ||
      (child->type != GUMBO_NODE_TEXT && child->type != GUMBO_NODE_CDATA) ||
      strlen (child->v.text.text) > MAX_SCRIPT)
    return NULL;
  return parse_script (child->v.text.text);
}

SbJsonLd *
_sb_json_ld_read (const GumboNode *root)
{
  SbJsonLd *self = g_new0 (SbJsonLd, 1);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (const GumboNode *n = root; n != NULL; n = _sb_html_next (n, root))
    {
      JsonNode *node = parse_element (n);

      if (node != NULL)
        g_ptr_array_add (nodes, node);
    }
  for (guint i = 0; i < nodes->len; i++)
    take_node (self, g_ptr_array_index (nodes, i), FALSE);
  for (guint i = 0; i < nodes->len; i++)
    take_node (self, g_ptr_array_index (nodes, i), TRUE);
  return self;
}

void
_sb_json_ld_free (SbJsonLd *self)
{
  g_free (self->headline);
  g_free (self->name);
  g_free (self->author);
  g_free (self->date);
  g_free (self->modified);
  g_free (self->language);
  g_free (self->site);
  g_free (self->lead);
  g_free (self);
}
