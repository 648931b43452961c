/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-parsed-feed.h"

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_time (JsonBuilder *builder,
          const char *name,
          SbFeedTime time)
{
  g_autoptr (GDateTime) date = time.flags != 0 ? g_date_time_new_from_unix_utc (time.seconds) : NULL;
  g_autofree char *text = NULL;

  if (date != NULL && (time.flags & SB_FEED_TIME_DAY_ONLY))
    text = g_date_time_format (date, "%Y-%m-%d");
  else if (date != NULL)
    text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
  add_text (builder, name, text);
}

static void
add_categories (JsonBuilder *builder,
                const SbParsedItem *item)
{
  const char *const *categories = sb_parsed_item_get_categories (item);

  json_builder_set_member_name (builder, "categories");
  json_builder_begin_array (builder);
  for (guint i = 0; categories[i] != NULL; i++)
    json_builder_add_string_value (builder, categories[i]);
  json_builder_end_array (builder);
}

static void
add_enclosures (JsonBuilder *builder,
                const SbParsedItem *item)
{
  guint n_enclosures = 0;
  const SbFeedEnclosure *enclosures = sb_parsed_item_get_enclosures (item, &n_enclosures);

  json_builder_set_member_name (builder, "enclosures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_enclosures; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "url", enclosures[i].url);
      add_text (builder, "type", enclosures[i].type);
      json_builder_set_member_name (builder, "length");
      if (enclosures[i].length >= 0)
        json_builder_add_int_value (builder, enclosures[i].length);
      else
        json_builder_add_null_value (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_position (JsonBuilder *builder,
              SbFeedPosition position)
{
  json_builder_set_member_name (builder, "geo");
  if (position.kind == SB_FEED_POSITION_NONE)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "lat");
  json_builder_add_double_value (builder, position.latitude);
  json_builder_set_member_name (builder, "lon");
  json_builder_add_double_value (builder, position.longitude);
  json_builder_end_object (builder);
}

static void
add_item (JsonBuilder *builder,
          const SbParsedItem *item)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", sb_parsed_item_get_id (item));
  add_text (builder, "link", sb_parsed_item_get_link (item));
  add_text (builder, "title", sb_parsed_item_get_title (item));
  add_time (builder, "date", sb_parsed_item_get_date (item));
  add_time (builder, "updated", sb_parsed_item_get_updated (item));
  add_text (builder, "author", sb_parsed_item_get_author (item));
  add_text (builder, "text", sb_parsed_item_get_text (item));
  add_text (builder, "summary", sb_parsed_item_get_summary (item));
  add_categories (builder, item);
  add_enclosures (builder, item);
  add_position (builder, sb_parsed_item_get_position (item));
  json_builder_end_object (builder);
}

JsonNode *
sb_parsed_feed_to_json (const SbParsedFeed *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  add_text (builder, "id", sb_parsed_feed_get_id (self));
  add_text (builder, "title", sb_parsed_feed_get_title (self));
  add_text (builder, "link", sb_parsed_feed_get_link (self));
  add_text (builder, "description", sb_parsed_feed_get_description (self));
  add_text (builder, "language", sb_parsed_feed_get_language (self));
  add_time (builder, "date", sb_parsed_feed_get_date (self));
  add_text (builder, "author", sb_parsed_feed_get_author (self));
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sb_parsed_feed_get_n_items (self); i++)
    add_item (builder, sb_parsed_feed_get_item (self, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
