/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-extractor-answer.h"

#include <json-glib/json-glib.h>

#include "sb-document-error.h"
#include "sb-extraction-private.h"
#include "sb-json-guard.h"

/* Indexed by SbSpanKind. */
static const char *const span_names[] = { "strong", "emphasis", "link" };

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
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
add_strings (JsonBuilder *builder,
             const char *name,
             const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; *values != NULL; values++)
    json_builder_add_string_value (builder, *values);
  json_builder_end_array (builder);
}

static void
add_block (JsonBuilder *builder,
           const SbBlock *block)
{
  guint n_spans;
  const SbSpan *spans = sb_block_get_spans (block, &n_spans);

  json_builder_begin_object (builder);
  add_string (builder, "kind", sb_block_kind_get_name (sb_block_get_kind (block)));
  add_number (builder, "level", sb_block_get_level (block));
  add_number (builder, "page", sb_block_get_page (block));
  add_string (builder, "text", sb_block_get_text (block));
  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_spans; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "kind", span_names[spans[i].kind]);
      add_number (builder, "start", spans[i].start);
      add_number (builder, "end", spans[i].end);
      add_string (builder, "target", spans[i].target);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

char *
_sb_extractor_answer_new (const SbExtraction *extraction)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "title", extraction->title);
  add_string (builder, "byline", extraction->byline);
  add_string (builder, "language", extraction->language);
  add_string (builder, "date", extraction->date);
  add_string (builder, "site", extraction->site);
  add_string (builder, "lead", extraction->lead);
  add_number (builder, "pages", extraction->n_pages);
  add_strings (builder, "links", sb_extraction_get_links (extraction));
  add_strings (builder, "resources", sb_extraction_get_resources (extraction));
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < extraction->blocks->len; i++)
    add_block (builder, g_ptr_array_index (extraction->blocks, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

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

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
append_span (GArray *spans,
             JsonNode *node,
             guint length)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = object == NULL ? NULL : dup_string (object, "kind");
  SbSpan span = { 0 };

  if (name == NULL)
    return;
  span.start = get_number (object, "start");
  span.end = get_number (object, "end");
  if (span.start >= span.end || span.end > length)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (span_names); i++)
    if (g_str_equal (span_names[i], name))
      {
        span.kind = (SbSpanKind) i;
        span.target = dup_string (object, "target");
        g_array_append_val (spans, span);
      }
}

static GArray *
read_spans (JsonObject *object,
            const char *text)
{
  JsonArray *array = get_array (object, "spans");
  guint length = (guint) g_utf8_strlen (text, -1);
  GArray *spans;

  if (array == NULL || json_array_get_length (array) == 0)
    return NULL;
  spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
  for (guint i = 0; i < json_array_get_length (array); i++)
    append_span (spans, json_array_get_element (array, i), length);
  return spans;
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
  g_ptr_array_add (blocks, sb_block_new (kind, get_number (object, "level"), get_number (object, "page"), text,
                                         read_spans (object, text)));
}

static void
append_strings (GPtrArray *strings,
                JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (strings, g_utf8_make_valid (json_node_get_string (node), -1));
    }
}

static SbExtraction *
read_extraction (JsonObject *object)
{
  SbExtraction *extraction = _sb_extraction_new ();
  JsonArray *blocks = get_array (object, "blocks");

  extraction->title = dup_string (object, "title");
  extraction->byline = dup_string (object, "byline");
  extraction->language = dup_string (object, "language");
  extraction->date = dup_string (object, "date");
  extraction->site = dup_string (object, "site");
  extraction->lead = dup_string (object, "lead");
  extraction->n_pages = get_number (object, "pages");
  append_strings (extraction->links, get_array (object, "links"));
  append_strings (extraction->resources, get_array (object, "resources"));
  for (guint i = 0; blocks != NULL && i < json_array_get_length (blocks); i++)
    append_block (extraction->blocks, json_array_get_element (blocks, i));
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
  g_set_error_literal (error, SB_DOCUMENT_ERROR, MIN (code, SB_DOCUMENT_ERROR_EMPTY),
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

  if (length == 0 || !_sb_json_is_shallow (answer, length) || !json_parser_load_from_data (parser, answer, (gssize) length, NULL) ||
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
