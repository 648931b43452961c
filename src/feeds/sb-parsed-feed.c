/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-parsed-feed.h"

#include "sb-feed-charset.h"
#include "sb-feed-modules.h"
#include "sb-feeds-error.h"
#include "sb-xml-reader.h"

#include <string.h>

struct _SbParsedFeed
{
  SbFeedFormat format;
  SbFeedDamage damage;
  guint damage_line; /* 0: none */
  char *fields[SB_FEED_N_FIELDS]; /* (owned) (nullable) */
  char *author; /* (owned) (nullable) */
  SbFeedTime date;
  GPtrArray *items; /* (owned) (element-type SbParsedItem) */
};

typedef struct
{
  SbXmlTag tag;
  SbFeedFormat format;
  void (*read) (SbFeedDrafts *drafts,
                const SbXmlNode *root);
} Reader;

/* The formats, by the name of the root; its namespace is often wrong. */
static const Reader readers[] = {
  { SB_XML_RSS, SB_FEED_FORMAT_RSS, sb_feed_rss_read },
  { SB_XML_CHANNEL, SB_FEED_FORMAT_RSS, sb_feed_rss_read },
  { SB_XML_RDF, SB_FEED_FORMAT_RDF, sb_feed_rdf_read },
  { SB_XML_FEED, SB_FEED_FORMAT_ATOM, sb_feed_atom_read },
  { SB_XML_ENTRY, SB_FEED_FORMAT_ATOM, sb_feed_atom_read },
};

G_DEFINE_BOXED_TYPE (SbParsedFeed, sb_parsed_feed, sb_parsed_feed_ref, sb_parsed_feed_unref)

static SbParsedFeed *
build_feed (SbFeedDrafts *drafts)
{
  SbParsedFeed *self = g_atomic_rc_box_new0 (SbParsedFeed);
  SbFeedDraft *channel = drafts->channel;
  const SbFeedTime *times = channel->times;

  self->format = drafts->format;
  self->damage = drafts->full ? SB_FEED_DAMAGE_TRUNCATED : SB_FEED_DAMAGE_NONE;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_parsed_item_unref);
  for (guint i = 0; i < drafts->items->len; i++)
    g_ptr_array_add (self->items,
                     sb_parsed_item_new_from_draft (g_ptr_array_index (drafts->items, i), channel));

  for (guint i = 0; i < SB_FEED_N_FIELDS; i++)
    self->fields[i] = g_steal_pointer (&channel->fields[i]);
  /* What extensions call a summary is the description of a feed. */
  if (self->fields[SB_FEED_FIELD_TEXT] == NULL)
    self->fields[SB_FEED_FIELD_TEXT] = g_steal_pointer (&self->fields[SB_FEED_FIELD_SUMMARY]);
  self->author = sb_feed_draft_dup_author (channel);
  self->date = times[SB_FEED_TIME_UPDATED].flags != 0 ? times[SB_FEED_TIME_UPDATED]
                                                      : times[SB_FEED_TIME_PUBLISHED];

  return self;
}

static void
drafts_clear (SbFeedDrafts *drafts)
{
  g_clear_pointer (&drafts->channel, sb_feed_draft_free);
  g_clear_pointer (&drafts->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbFeedDrafts, drafts_clear)

static void
drafts_init (SbFeedDrafts *drafts,
             const char *url)
{
  drafts->channel = sb_feed_draft_new ();
  drafts->items = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_feed_draft_free);
  drafts->url = url;
}

/* Names of roots, or of first elements, of pages that are no XML. */
static gboolean
is_html (const char *root)
{
  static const char *const names[] = { "html", "head", "body", "title", "meta", "script", "style", "link",
                                       "div", "p", "h1", "h2", "table", "center", "br", "a", "b", "span",
                                       "main", "article", "section", "form", "iframe", "noscript" };

  for (gsize i = 0; root != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (names[i], root) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Refuses what is not worth parsing. */
static gboolean
check_prolog (const char *text,
              gsize length,
              GError **error)
{
  g_autoptr (SbXmlProlog) prolog = sb_xml_prolog_read (text, length);

  if (prolog->has_bomb)
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_UNSAFE_XML,
                         "The document declares entities made of entities");
  else if (prolog->root == NULL)
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_NOT_A_FEED, "No XML and no JSON");
  else if (is_html (prolog->root))
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_HTML, "An HTML page, not a feed");
  else
    return TRUE;

  return FALSE;
}

static const Reader *
find_reader (const SbXmlNode *root)
{
  for (gsize i = 0; root != NULL && i < G_N_ELEMENTS (readers); i++)
    {
      if (readers[i].tag == root->name->tag)
        return &readers[i];
    }

  return NULL;
}

static void
set_reading_error (const SbXmlReading *reading,
                   GError **error)
{
  if (reading->over_limit)
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_TOO_COMPLEX,
                         "Nested too deep, too many elements or a tag too long");
  else if (reading->message != NULL)
    g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_MALFORMED, "Line %u: %s", reading->line,
                 reading->message);
  else
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_NOT_A_FEED, "XML, but not a feed");
}

/* Of what breaks off, the items are kept; without any, a title at least shows
 * that it was going to be a feed. */
static gboolean
is_worth_keeping (const SbFeedDrafts *drafts,
                  const SbXmlReading *reading)
{
  if (drafts->items->len > 0)
    return TRUE;

  return !reading->over_limit && drafts->channel->fields[SB_FEED_FIELD_TITLE] != NULL;
}

static SbParsedFeed *
parse_xml (const char *text,
           gsize length,
           const char *url,
           GError **error)
{
  g_autoptr (SbXmlReading) reading = NULL;
  g_auto (SbFeedDrafts) drafts = { 0 };
  SbParsedFeed *feed;
  const Reader *reader;
  const SbXmlNode *root;

  if (!check_prolog (text, length, error))
    return NULL;

  reading = sb_xml_read (text, length);
  root = reading->tree != NULL ? sb_xml_tree_get_root (reading->tree) : NULL;
  reader = find_reader (root);
  if (reader == NULL)
    {
      set_reading_error (reading, error);
      return NULL;
    }

  drafts_init (&drafts, url);
  drafts.format = reader->format;
  reader->read (&drafts, root);
  if (reading->damage & SB_XML_TRUNCATED && !is_worth_keeping (&drafts, reading))
    {
      set_reading_error (reading, error);
      return NULL;
    }

  feed = build_feed (&drafts);
  feed->damage_line = reading->line;
  feed->damage |= (reading->damage & SB_XML_REPAIRED ? SB_FEED_DAMAGE_REPAIRED : 0) |
                  (reading->damage & SB_XML_TRUNCATED ? SB_FEED_DAMAGE_TRUNCATED : 0);
  return feed;
}

static SbParsedFeed *
parse_json (const char *text,
            gsize length,
            const char *url,
            GError **error)
{
  g_auto (SbFeedDrafts) drafts = { 0 };

  drafts_init (&drafts, url);
  drafts.format = SB_FEED_FORMAT_JSON;
  if (!sb_feed_json_read (&drafts, text, length, error))
    return NULL;

  return build_feed (&drafts);
}

SbParsedFeed *
sb_feed_parse (GBytes *bytes,
               const char *url,
               const char *content_type,
               GError **error)
{
  g_autofree char *charset = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  gsize start = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > SB_XML_MAX_BYTES)
    {
      g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_TOO_LARGE, "More than %d bytes", SB_XML_MAX_BYTES);
      return NULL;
    }

  charset = content_type != NULL ? sb_feed_charset_from_content_type (content_type) : NULL;
  text = sb_feed_charset_decode (bytes, charset, &length);
  while (start < length && (g_ascii_isspace (text[start]) || text[start] == '\0'))
    start++;
  if (start == length)
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_EMPTY, "Nothing but white space");
      return NULL;
    }

  if (text[start] == '{')
    return parse_json (text + start, length - start, url, error);

  return parse_xml (text, length, url, error);
}

static void
sb_parsed_feed_clear (gpointer data)
{
  SbParsedFeed *self = data;

  for (guint i = 0; i < SB_FEED_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self->author);
  g_ptr_array_unref (self->items);
}

SbParsedFeed *
sb_parsed_feed_ref (SbParsedFeed *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sb_parsed_feed_unref (SbParsedFeed *self)
{
  g_atomic_rc_box_release_full (self, sb_parsed_feed_clear);
}

SbFeedFormat
sb_parsed_feed_get_format (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, SB_FEED_FORMAT_RSS);

  return self->format;
}

SbFeedDamage
sb_parsed_feed_get_damage (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, SB_FEED_DAMAGE_NONE);

  return self->damage;
}

guint
sb_parsed_feed_get_damage_line (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->damage_line;
}

const char *
sb_parsed_feed_get_id (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_ID];
}

const char *
sb_parsed_feed_get_title (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_TITLE];
}

const char *
sb_parsed_feed_get_link (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_LINK];
}

const char *
sb_parsed_feed_get_description (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_TEXT];
}

const char *
sb_parsed_feed_get_language (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields[SB_FEED_FIELD_LANGUAGE];
}

const char *
sb_parsed_feed_get_author (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->author;
}

SbFeedTime
sb_parsed_feed_get_date (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, ((SbFeedTime) { 0, 0 }));

  return self->date;
}

guint
sb_parsed_feed_get_n_items (const SbParsedFeed *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

SbParsedItem *
sb_parsed_feed_get_item (const SbParsedFeed *self,
                         guint index)
{
  g_return_val_if_fail (self != NULL && index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}
