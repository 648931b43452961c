/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-metadata.h"
#include "sb-html-role.h"
#include "sb-published-date.h"

#include <string.h>

/* Longer texts that hold a date are not there for it, in bytes. */
#define MAX_LABEL 160

static const char *const published_names[] = {
  "article:published_time", "article:published", "og:article:published_time", "datepublished", "og:pubdate",
  "pubdate", "publishdate", "publish-date", "publish_date", "published", "published-date", "date", "dc.date",
  "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "dc.date.created", "datecreated",
  "sailthru.date", "parsely-pub-date", "rnews:datepublished", "bt:pubdate", "article.published", "displaydate",
  "originalpublicationdate", "citation_publication_date", "citation_date", "analyticsattributes.articledate",
  "lastmod", "eomportal-lastupdate", "og:published_time", "publication_date", "article_date_original", "cxenseparse:recs:publishtime",
  "pdate", "ptime", "timestamp", "og:release_date", "video:release_date", NULL
};

static const char *const modified_names[] = {
  "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
  "modified", "revised", NULL
};

static const char *const date_words[] = {
  "date", "published", "publish", "pubdate", "time", "timestamp", "dateline", "posted", "postdate", "entrydate",
  "publishdate", "datepublished", "datetime", "meta", "postmeta", "byline", "created", "datum", "fecha", "data",
  "info", "pubtime", "updated", "article", "header", "kicker", "submitted", NULL
};

/* American pages put the month first. */
static SbDateOrder
guess_order (const SbHtmlMetadata *self)
{
  const char *language = _sb_html_get (self->root, "lang");

  return language != NULL && (g_ascii_strcasecmp (language, "en-US") == 0 || g_ascii_strcasecmp (language, "en_US") == 0)
           ? SB_DATE_ORDER_MONTH_FIRST
           : SB_DATE_ORDER_DAY_FIRST;
}

static char *
find_in_metas (const SbHtmlMetadata *self,
               const char *const *names,
               SbDateOrder order)
{
  char *date = NULL;

  for (guint i = 0; names[i] != NULL && date == NULL; i++)
    {
      const char *const one[] = { names[i], NULL };
      const char *value = _sb_html_metadata_get (self, one);

      if (value != NULL)
        date = _sb_find_date (value, order);
    }
  return date;
}

/* The date of an element that is made for one. */
static char *
read_element (const GumboNode *node,
              SbDateOrder order)
{
  static const char *const attributes[] = { "datetime", "content", "title", "data-date", "data-datetime" };
  g_autofree char *text = NULL;
  char *date = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (attributes) && date == NULL; i++)
    {
      const char *value = _sb_html_get (node, attributes[i]);

      if (value != NULL && strlen (value) <= MAX_LABEL)
        date = _sb_find_date (value, order);
    }
  if (date != NULL)
    return date;
  text = _sb_html_dup_label (node, MAX_LABEL);
  return text != NULL ? _sb_find_date (text, order) : NULL;
}

typedef enum
{
  PASS_PROPERTY, /* itemprop="datePublished" */
  PASS_TIME, /* the element "time" */
  PASS_NAMED, /* what is called a date */
  N_PASSES,
} Pass;

static gboolean
fits (const GumboNode *node,
      Pass pass)
{
  const char *property = _sb_html_get (node, "itemprop");

  switch (pass)
    {
    case PASS_PROPERTY:
      return (property != NULL && (strstr (property, "datePublished") != NULL || strstr (property, "dateCreated") != NULL)) ||
             _sb_html_get (node, "pubdate") != NULL;
    case PASS_TIME:
      return _sb_html_get_tag (node) == GUMBO_TAG_TIME ||
             (_sb_html_get_tag (node) == GUMBO_TAG_ABBR && _sb_html_get (node, "title") != NULL);
    case PASS_NAMED:
    case N_PASSES:
    default:
      return node->v.element.attributes.length > 0 && _sb_html_is_called (node, date_words);
    }
}

/* Comments have dates too, which are not the article's. */
static gboolean
is_foreign (const GumboNode *node)
{
  SbHtmlRole role = _sb_html_guess_role (node);

  return role == SB_HTML_ROLE_COMMENTS || _sb_html_get_tag (node) == GUMBO_TAG_FOOTER ||
         _sb_html_get_tag (node) == GUMBO_TAG_NAV;
}

static char *
find_in_page (const GumboNode *root,
              Pass pass,
              SbDateOrder order)
{
  const GumboNode *n = root;
  char *date = NULL;

  while (n != NULL && date == NULL)
    {
      if (_sb_html_is_element (n) && is_foreign (n))
        {
          n = _sb_html_next_after (n, root);
          continue;
        }
      if (_sb_html_is_element (n) && fits (n, pass))
        date = read_element (n, order);
      n = _sb_html_next (n, root);
    }
  return date;
}

/* "https://example.org/2025/09/03/title". */
static char *
find_in_url (const SbHtmlMetadata *self)
{
  static const char *const names[] = { "og:url", NULL };
  const char *url = self->url != NULL ? self->url : _sb_html_metadata_get (self, names);

  return url == NULL ? NULL : _sb_find_date (url, SB_DATE_ORDER_DAY_FIRST);
}

/* The first short text on the page that is a date and little else. */
static char *
find_in_text (const GumboNode *root,
              SbDateOrder order)
{
  char *date = NULL;

  for (const GumboNode *n = root; n != NULL && date == NULL; n = _sb_html_next (n, root))
    if (n->type == GUMBO_NODE_TEXT && strlen (n->v.text.text) <= MAX_LABEL &&
        _sb_html_get_tag (n->parent) != GUMBO_TAG_SCRIPT && _sb_html_get_tag (n->parent) != GUMBO_TAG_STYLE)
      date = _sb_find_date (n->v.text.text, order);
  return date;
}

static char *
find_declared (const SbHtmlMetadata *self,
               SbDateOrder order)
{
  char *date = NULL;

  if (self->json_ld->date != NULL)
    date = _sb_find_date (self->json_ld->date, order);
  if (date == NULL)
    date = find_in_metas (self, published_names, order);
  return date != NULL ? date : find_in_page (self->root, PASS_PROPERTY, order);
}

/* TRUE when a moment in UTC falls on the day after @day or before it: the day
 * in the address is the publisher's own. */
static gboolean
is_neighbour (const char *moment,
              const char *day)
{
  g_autofree char *noon = g_strconcat (day, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) a = g_date_time_new_from_iso8601 (moment, NULL);
  g_autoptr (GDateTime) b = g_date_time_new_from_iso8601 (noon, NULL);

  return a != NULL && b != NULL && g_str_has_suffix (moment, "Z") && strncmp (moment, day, strlen (day)) != 0 &&
         ABS (g_date_time_difference (a, b)) < 36 * G_TIME_SPAN_HOUR;
}

char *
_sb_html_find_date (const SbHtmlMetadata *self)
{
  SbDateOrder order = guess_order (self);
  g_autofree char *in_url = find_in_url (self);
  g_autofree char *date = find_declared (self, order);

  if (date != NULL && (in_url == NULL || !is_neighbour (date, in_url)))
    return g_steal_pointer (&date);
  if (in_url != NULL)
    return g_steal_pointer (&in_url);
  for (Pass pass = PASS_TIME; pass < N_PASSES && date == NULL; pass++)
    date = find_in_page (self->root, pass, order);
  if (date == NULL && self->json_ld->modified != NULL)
    date = _sb_find_date (self->json_ld->modified, order);
  if (date == NULL)
    date = find_in_metas (self, modified_names, order);
  if (date == NULL)
    date = find_in_text (self->root, order);
  return g_steal_pointer (&date);
}
