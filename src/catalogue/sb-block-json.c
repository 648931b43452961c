/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-block-json.h"

#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-characters.h"

/* What stands between two blocks in the text of a document. */
#define SEPARATOR "\n\n"

/* Indexed by SbSpanKind. */
static const char *const span_names[] = { "strong", "emphasis", "link" };

static void
write_number (JsonBuilder *builder,
              const char *name,
              guint value)
{
  if (value == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
write_string (JsonBuilder *builder,
              const char *name,
              const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
write_spans (JsonBuilder *builder,
             const SbBlock *block)
{
  guint n_spans;
  const SbSpan *spans = sb_block_get_spans (block, &n_spans);

  if (n_spans == 0)
    return;

  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_spans; i++)
    {
      json_builder_begin_object (builder);
      write_string (builder, "kind", span_names[spans[i].kind]);
      write_number (builder, "start", spans[i].start);
      write_number (builder, "end", spans[i].end);
      if (spans[i].target != NULL)
        write_string (builder, "target", spans[i].target);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
begin_block (JsonBuilder *builder,
             const SbBlock *block)
{
  json_builder_begin_object (builder);
  write_string (builder, "kind", sb_block_kind_get_name (sb_block_get_kind (block)));
  write_number (builder, "level", sb_block_get_level (block));
  write_number (builder, "page", sb_block_get_page (block));
  if (sb_block_get_language (block) != NULL)
    write_string (builder, "language", sb_block_get_language (block));
}

void
_sb_blocks_write_json (GPtrArray *blocks,
                       JsonBuilder *builder)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      begin_block (builder, block);
      write_string (builder, "text", sb_block_get_text (block));
      write_spans (builder, block);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A text that is written as it stands, which most are. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f || *p == '"' || *p == '\\')
      return FALSE;

  return TRUE;
}

static void
append_string (GString *out,
               const char *name,
               const char *text)
{
  g_string_append_printf (out, ",\"%s\":", name);
  if (is_plain (text))
    g_string_append_printf (out, "\"%s\"", text);
  else
    {
      g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
      g_autofree char *quoted = json_to_string (node, FALSE);

      g_string_append (out, quoted);
    }
}

static void
append_number (GString *out,
               const char *name,
               guint value)
{
  if (value != 0)
    g_string_append_printf (out, ",\"%s\":%u", name, value);
}

static void
append_spans (GString *out,
              const SbBlock *block)
{
  guint n_spans;
  const SbSpan *spans = sb_block_get_spans (block, &n_spans);

  if (n_spans == 0)
    return;

  g_string_append (out, ",\"spans\":[");
  for (guint i = 0; i < n_spans; i++)
    {
      g_string_append_printf (out, "%s{\"kind\":\"%s\"", i > 0 ? "," : "", span_names[spans[i].kind]);
      append_number (out, "start", spans[i].start);
      append_number (out, "end", spans[i].end);
      if (spans[i].target != NULL)
        append_string (out, "target", spans[i].target);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/* Byte for byte what JsonBuilder makes, by which texts are compared with those that
 * are stored; it took a third of the time in which a text is stored. */
char *
_sb_blocks_to_layout (GPtrArray *blocks)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);
      const char *text = sb_block_get_text (block);

      g_string_append_printf (out, "%s{\"kind\":\"%s\"", i > 0 ? "," : "", sb_block_kind_get_name (sb_block_get_kind (block)));
      append_number (out, "level", sb_block_get_level (block));
      append_number (out, "page", sb_block_get_page (block));
      if (sb_block_get_language (block) != NULL)
        append_string (out, "language", sb_block_get_language (block));
      g_string_append_printf (out, ",\"length\":%" G_GSIZE_FORMAT, sb_count_characters (text, strlen (text)));
      append_spans (out, block);
      g_string_append_c (out, '}');
    }

  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "blocks of text are not as they should be");
  return FALSE;
}

/* A number member from 0 to @max; 0 when it is missing. */
static gboolean
read_number (JsonObject *object,
             const char *name,
             guint max,
             guint *value)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 number;

  *value = 0;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  number = json_node_get_int (node);
  if (number < 0 || number > max)
    return FALSE;

  *value = (guint) number;
  return TRUE;
}

static const char *
read_string (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
read_span (JsonNode *node,
           guint length,
           SbSpan *span)
{
  JsonObject *object;
  const char *kind;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  object = json_node_get_object (node);
  kind = read_string (object, "kind");
  if (!read_number (object, "start", length, &span->start) || !read_number (object, "end", length, &span->end) ||
      span->end < span->start)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (span_names); i++)
    if (g_strcmp0 (span_names[i], kind) == 0)
      {
        span->kind = (SbSpanKind) i;
        span->target = g_strdup (read_string (object, "target"));
        return TRUE;
      }

  return FALSE;
}

static void
clear_spans (GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    g_free (g_array_index (spans, SbSpan, i).target);
  g_array_unref (spans);
}

/* The spans of a block; *@spans is NULL when it has none. */
static gboolean
read_spans (JsonObject *object,
            guint length,
            GArray **spans)
{
  JsonNode *node = json_object_get_member (object, "spans");
  JsonArray *array;

  *spans = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  *spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      SbSpan span = { 0 };

      if (!read_span (json_array_get_element (array, i), length, &span))
        {
          g_clear_pointer (spans, clear_spans);
          return FALSE;
        }
      g_array_append_val (*spans, span);
    }

  return TRUE;
}

/* A block with the kind, level, page, language and spans of @object; NULL when
 * one of them is not what it should be. */
static SbBlock *
read_block (JsonObject *object,
            const char *text)
{
  const char *name = read_string (object, "kind");
  const char *language = read_string (object, "language");
  g_autoptr (SbBlock) block = NULL;
  SbBlockKind kind;
  GArray *spans;
  guint level;
  guint page;

  if (name == NULL || !sb_block_kind_parse (name, &kind))
    return NULL;
  if (!read_number (object, "level", G_MAXUINT16, &level) || !read_number (object, "page", G_MAXINT32, &page))
    return NULL;
  if (!read_spans (object, (guint) g_utf8_strlen (text, -1), &spans))
    return NULL;

  block = sb_block_new (kind, level, page, text, spans);
  return language != NULL ? sb_block_new_in_language (block, language) : g_steal_pointer (&block);
}

GPtrArray *
_sb_blocks_from_json (JsonArray *array,
                      GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *text = object != NULL ? read_string (object, "text") : NULL;
      SbBlock *block = text != NULL && g_utf8_validate (text, -1, NULL) ? read_block (object, text) : NULL;

      if (block == NULL)
        {
          fail (error);
          return NULL;
        }
      g_ptr_array_add (blocks, block);
    }

  return g_steal_pointer (&blocks);
}

/* Cuts the next @length characters off *@text, and what stands between two
 * blocks; NULL when there are not so many. */
static char *
cut_text (const char **text,
          guint length)
{
  const char *end = *text;
  char *piece;

  for (guint i = 0; i < length; i++)
    {
      if (*end == '\0')
        return NULL;
      end = g_utf8_next_char (end);
    }

  piece = g_strndup (*text, (gsize) (end - *text));
  *text = g_str_has_prefix (end, SEPARATOR) ? end + strlen (SEPARATOR) : end;
  return piece;
}

GPtrArray *
_sb_blocks_from_layout (const char *layout,
                        const char *text,
                        GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonArray *array;

  if (!json_parser_load_from_data (parser, layout, -1, error))
    return NULL;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      fail (error);
      return NULL;
    }

  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *piece = NULL;
      SbBlock *block = NULL;
      guint length;

      if (JSON_NODE_HOLDS_OBJECT (node) && read_number (json_node_get_object (node), "length", G_MAXINT32, &length))
        piece = cut_text (&text, length);
      if (piece != NULL)
        block = read_block (json_node_get_object (node), piece);
      if (block == NULL)
        {
          fail (error);
          return NULL;
        }
      g_ptr_array_add (blocks, block);
    }

  return g_steal_pointer (&blocks);
}
