/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-json-member.h"

void
sb_json_member_add_text (JsonBuilder *builder,
                         const char *name,
                         const char *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
sb_json_member_add_integer (JsonBuilder *builder,
                            const char *name,
                            gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
sb_json_member_add_double (JsonBuilder *builder,
                           const char *name,
                           double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

const char *
sb_json_member_get_text (JsonObject *object,
                         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

gint64
sb_json_member_get_count (JsonObject *object,
                          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;

  return MAX (-1, json_node_get_int (node));
}
