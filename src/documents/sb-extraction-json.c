/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include <json-glib/json-glib.h>

#include "sb-extraction-private.h"

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char *name,
            guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_addresses (JsonBuilder *builder,
               const char *name,
               const char *const *addresses)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; addresses[i] != NULL; i++)
    json_builder_add_string_value (builder, addresses[i]);
  json_builder_end_array (builder);
}

static void
add_block (JsonBuilder *builder,
           const SbBlock *block)
{
  json_builder_begin_object (builder);
  add_string (builder, "kind", sb_block_kind_get_name (sb_block_get_kind (block)));
  add_number (builder, "level", sb_block_get_level (block));
  add_string (builder, "text", sb_block_get_text (block));
  add_number (builder, "page", sb_block_get_page (block));
  if (sb_block_get_language (block) != NULL)
    add_string (builder, "language", sb_block_get_language (block));
  json_builder_end_object (builder);
}

static void
add_blocks (JsonBuilder *builder,
            GPtrArray *blocks)
{
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < blocks->len; i++)
    add_block (builder, g_ptr_array_index (blocks, i));
  json_builder_end_array (builder);
}

char *
sb_extraction_to_json (const SbExtraction *self)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = sb_extraction_dup_text (self);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_string (builder, "title", self->title);
  add_string (builder, "byline", self->byline);
  add_string (builder, "language", self->language);
  add_string (builder, "date", self->date);
  add_string (builder, "site", self->site);
  add_string (builder, "lead", self->lead);
  add_string (builder, "text", text);
  add_number (builder, "words", sb_extraction_count_words (self));
  add_number (builder, "minutes", sb_extraction_get_minutes (self));
  add_number (builder, "pages", self->n_pages);
  add_addresses (builder, "links", sb_extraction_get_links (self));
  add_addresses (builder, "resources", sb_extraction_get_resources (self));
  add_blocks (builder, self->blocks);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
