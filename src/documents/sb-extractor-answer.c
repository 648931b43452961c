/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-extractor-answer.h"

#include <json-glib/json-glib.h>

#include "sb-document-error.h"
#include "sb-extraction-private.h"
#include "sb-json-guard.h"

char *
_sb_extractor_answer_error (const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_add_int_value (builder, error->domain == SB_DOCUMENT_ERROR ? error->code : SB_DOCUMENT_ERROR_BROKEN);
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, error->message);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static char *
dup_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return g_utf8_make_valid (json_node_get_string (node), -1);
}

static guint
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 value;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;
  value = json_node_get_int (node);
  return value >= 0 && value <= G_MAXINT ? (guint) value : 0;
}

static void
append_block (GPtrArray *blocks,
              JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = object == NULL ? NULL : dup_string (object, "kind");
  g_autofree char *text = object == NULL ? NULL : dup_string (object, "text");
  SbBlockKind kind;

  if (name == NULL || text == NULL || *text == '\0' || !sb_block_kind_parse (name, &kind))
    return;
  g_ptr_array_add (blocks, sb_block_new (kind, get_number (object, "level"), get_number (object, "page"), text, NULL));
}

static SbExtraction *
read_extraction (JsonObject *object)
{
  SbExtraction *extraction = _sb_extraction_new ();
  JsonNode *blocks = json_object_get_member (object, "blocks");

  extraction->title = dup_string (object, "title");
  extraction->byline = dup_string (object, "byline");
  extraction->language = dup_string (object, "language");
  extraction->date = dup_string (object, "date");
  extraction->n_pages = get_number (object, "pages");
  if (blocks != NULL && JSON_NODE_HOLDS_ARRAY (blocks))
    {
      JsonArray *array = json_node_get_array (blocks);

      for (guint i = 0; i < json_array_get_length (array); i++)
        append_block (extraction->blocks, json_array_get_element (array, i));
    }
  _sb_extraction_seal (extraction);
  return extraction;
}

static gboolean
set_reported_error (JsonObject *object,
                    GError **error)
{
  g_autofree char *message = dup_string (object, "message");
  guint code = get_number (object, "error");

  if (!json_object_has_member (object, "error"))
    return FALSE;
  g_set_error_literal (error, SB_DOCUMENT_ERROR, MIN (code, SB_DOCUMENT_ERROR_HELPER),
                       message != NULL ? message : "The file cannot be read");
  return TRUE;
}

SbExtraction *
_sb_extractor_answer_parse (const char *answer,
                            gsize length,
                            GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (!_sb_json_is_shallow (answer, length) || !json_parser_load_from_data (parser, answer, (gssize) length, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN,
                           "The file is damaged: reading it was broken off");
      return NULL;
    }
  if (set_reported_error (json_node_get_object (root), error))
    return NULL;
  return read_extraction (json_node_get_object (root));
}
