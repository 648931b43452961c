/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-modules.h"

#include "sb-feed-address.h"
#include "sb-feeds-error.h"
#include "sb-html-text.h"

#include <string.h>

/* JSON Feed 1.0 and 1.1. */

/* json-glib parses arrays in arrays by recursion. */
#define MAX_DEPTH  64
#define MAX_VALUES 200000

/* The text or number of a member, as text; (nullable). */
static char *
dup_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return g_strdup_printf ("%.0f", json_node_get_double (node));

  return NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array,
             guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
take_member (SbFeedDraft *draft,
             SbFeedField field,
             SbFeedRank rank,
             JsonObject *object,
             const char *name)
{
  sb_feed_draft_take (draft, field, rank, dup_member (object, name));
}

static void
take_line (SbFeedDraft *draft,
           SbFeedField field,
           JsonObject *object,
           const char *name)
{
  g_autofree char *text = dup_member (object, name);

  if (text != NULL)
    sb_feed_draft_take (draft, field, SB_FEED_RANK_OWN, sb_text_to_line (text));
}

static void
take_text (SbFeedDraft *draft,
           SbFeedField field,
           JsonObject *object,
           const char *name)
{
  g_autofree char *text = dup_member (object, name);

  if (text != NULL)
    sb_feed_draft_take (draft, field, SB_FEED_RANK_OWN, sb_html_from_text (text));
}

static void
take_address (SbFeedDraft *draft,
              SbFeedRank rank,
              JsonObject *object,
              const char *name,
              const char *url)
{
  g_autofree char *address = dup_member (object, name);

  if (address != NULL)
    sb_feed_draft_take (draft, SB_FEED_FIELD_LINK, rank, sb_feed_address_resolve (url, address));
}

static void
set_time (SbFeedDraft *draft,
          SbFeedTimeField field,
          JsonObject *object,
          const char *name)
{
  g_autofree char *text = dup_member (object, name);

  sb_feed_draft_set_time (draft, field, SB_FEED_RANK_OWN, text);
}

static void
add_author (SbFeedDraft *draft,
            JsonObject *person)
{
  g_autofree char *name = dup_member (person, "name");
  g_autofree char *url = name == NULL ? dup_member (person, "url") : NULL;

  sb_feed_draft_add_author (draft, SB_FEED_RANK_OWN, name != NULL ? name : url);
}

/* "authors" is 1.1, "author" is 1.0; some write a bare name. */
static void
add_authors (SbFeedDraft *draft,
             JsonObject *object)
{
  JsonArray *authors = get_array (object, "authors");
  JsonNode *author = json_object_get_member (object, "author");
  g_autofree char *name = dup_member (object, "author");

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++)
    {
      JsonObject *person = get_element (authors, i);

      if (person != NULL)
        add_author (draft, person);
    }
  if (draft->authors->len == 0 && author != NULL && JSON_NODE_HOLDS_OBJECT (author))
    add_author (draft, json_node_get_object (author));
  sb_feed_draft_add_author (draft, SB_FEED_RANK_OWN, name);
}

static void
add_attachments (SbFeedDraft *draft,
                 JsonArray *attachments,
                 const char *url)
{
  for (guint i = 0; attachments != NULL && i < json_array_get_length (attachments); i++)
    {
      JsonObject *attachment = get_element (attachments, i);
      g_autofree char *address = attachment != NULL ? dup_member (attachment, "url") : NULL;
      g_autofree char *type = NULL;
      g_autofree char *size = NULL;

      if (address == NULL)
        continue;
      type = dup_member (attachment, "mime_type");
      size = dup_member (attachment, "size_in_bytes");
      sb_feed_draft_add_enclosure (draft, sb_feed_address_resolve (url, address), type, size);
    }
}

static void
read_item (SbFeedDrafts *drafts,
           JsonObject *item)
{
  SbFeedDraft *draft = sb_feed_drafts_add_item (drafts);
  JsonArray *tags = get_array (item, "tags");

  if (draft == NULL)
    return;

  take_member (draft, SB_FEED_FIELD_ID, SB_FEED_RANK_OWN, item, "id");
  take_address (draft, SB_FEED_RANK_OWN, item, "url", drafts->url);
  take_address (draft, SB_FEED_RANK_GUESS, item, "external_url", drafts->url);
  take_line (draft, SB_FEED_FIELD_TITLE, item, "title");
  take_member (draft, SB_FEED_FIELD_TEXT, SB_FEED_RANK_BEST, item, "content_html");
  take_text (draft, SB_FEED_FIELD_TEXT, item, "content_text");
  take_text (draft, SB_FEED_FIELD_SUMMARY, item, "summary");
  take_member (draft, SB_FEED_FIELD_LANGUAGE, SB_FEED_RANK_OWN, item, "language");
  sb_feed_draft_take (draft, SB_FEED_FIELD_BASE, SB_FEED_RANK_OWN, g_strdup (drafts->url));
  set_time (draft, SB_FEED_TIME_PUBLISHED, item, "date_published");
  set_time (draft, SB_FEED_TIME_UPDATED, item, "date_modified");
  add_authors (draft, item);
  add_attachments (draft, get_array (item, "attachments"), drafts->url);

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      JsonNode *tag = json_array_get_element (tags, i);

      if (JSON_NODE_HOLDS_VALUE (tag) && json_node_get_value_type (tag) == G_TYPE_STRING)
        sb_feed_draft_add_category (draft, json_node_get_string (tag));
    }
}

static void
read_feed (SbFeedDrafts *drafts,
           JsonObject *feed,
           JsonArray *items)
{
  SbFeedDraft *channel = drafts->channel;

  take_line (channel, SB_FEED_FIELD_TITLE, feed, "title");
  take_address (channel, SB_FEED_RANK_OWN, feed, "home_page_url", drafts->url);
  take_member (channel, SB_FEED_FIELD_ID, SB_FEED_RANK_OWN, feed, "feed_url");
  take_text (channel, SB_FEED_FIELD_TEXT, feed, "description");
  take_member (channel, SB_FEED_FIELD_LANGUAGE, SB_FEED_RANK_OWN, feed, "language");
  add_authors (channel, feed);

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = get_element (items, i);

      if (item != NULL)
        read_item (drafts, item);
    }
}

/* Brackets in brackets, and values, are counted before json-glib sees them. */
static gboolean
is_within_limits (const char *text,
                  gsize length)
{
  guint depth = 0;
  guint n_values = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string && c == '\\')
        i++;
      else if (c == '"')
        in_string = !in_string;
      else if (in_string)
        continue;
      else if (c == '{' || c == '[')
        depth++, n_values++;
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;
      else if (c == ',')
        n_values++;
      if (depth > MAX_DEPTH || n_values > MAX_VALUES)
        return FALSE;
    }

  return TRUE;
}

gboolean
sb_feed_json_read (SbFeedDrafts *drafts,
                   const char *text,
                   gsize length,
                   GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  JsonNode *root;
  JsonObject *feed;
  g_autofree char *version = NULL;

  if (!is_within_limits (text, length))
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_TOO_COMPLEX, "Too deep or too many values");
      return FALSE;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) length, &local))
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_MALFORMED, local->message);
      return FALSE;
    }

  root = json_parser_get_root (parser);
  feed = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  version = feed != NULL ? dup_member (feed, "version") : NULL;
  if (feed == NULL || (get_array (feed, "items") == NULL && (version == NULL || strstr (version, "jsonfeed") == NULL)))
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_NOT_A_FEED, "JSON, but not a JSON Feed");
      return FALSE;
    }

  read_feed (drafts, feed, get_array (feed, "items"));
  return TRUE;
}
