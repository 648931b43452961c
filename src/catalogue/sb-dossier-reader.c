/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-dossier-reader.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sb-block-json.h"
#include "sb-catalogue-error.h"
#include "sb-catalogue-resources.h"
#include "sb-dossier-line-private.h"
#include "sb-record-json.h"
#include "sb-tie-json.h"
#include "sb-unit-private.h"

#define SAMPLE_PATH "/org/example/SahelBrief/catalogue/sample.ndjson"

/* The longest line: a document of a few million words. */
#define MAX_LINE (64 * 1024 * 1024)

static gboolean
fail (GError **error,
      const char *reason)
{
  g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, reason);
  return FALSE;
}

/* The text of a document, taken out of its object; *@blocks is NULL when it has
 * none. */
static gboolean
take_blocks (JsonObject *object,
             GPtrArray **blocks,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, "blocks");

  *blocks = NULL;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, "“blocks” is not a list");

  *blocks = _sb_blocks_from_json (json_node_get_array (node), error);
  if (*blocks == NULL)
    return FALSE;

  json_object_remove_member (object, "blocks");
  return TRUE;
}

static gboolean
read_record (JsonObject *object,
             SbKind kind,
             SbChangeSet *changes,
             GError **error)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (SbRecord) record = NULL;

  if (!json_object_has_member (object, "uuid"))
    return fail (error, "“uuid” is missing");

  if (kind == SB_KIND_DOCUMENT && !take_blocks (object, &blocks, error))
    return FALSE;

  record = sb_record_from_json (sb_kind_get_schema (kind), object, error);
  if (record == NULL)
    return FALSE;

  if (kind == SB_KIND_DOCUMENT)
    sb_change_set_put_document (changes, record, blocks, NULL);
  else
    sb_change_set_put (changes, record);
  return TRUE;
}

static gboolean
read_object (JsonObject *object,
             SbChangeSet *changes,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, "@kind");
  const char *name = NULL;
  SbKind kind;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    name = json_node_get_string (node);
  if (name == NULL)
    return fail (error, "“@kind” is missing");

  if (_sb_tie_kind_parse (name) != SB_N_TIE_KINDS)
    return _sb_tie_add_to (object, _sb_tie_kind_parse (name), SB_TIE_MADE, changes, error);

  kind = sb_kind_parse (name);
  if (kind != SB_KIND_NONE)
    return read_record (object, kind, changes, error);

  g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "there is no kind of record “%.40s”", name);
  return FALSE;
}

gboolean
_sb_dossier_read_line (JsonParser *parser,
                       const char *line,
                       gsize length,
                       SbChangeSet *changes,
                       GError **error)
{
  g_autoptr (GError) failure = NULL;
  JsonNode *root;

  if (length > MAX_LINE)
    return fail (error, "the line is too long");
  if (!g_utf8_validate_len (line, length, NULL))
    return fail (error, "the line is not UTF-8");
  if (!sb_json_is_shallow (line, length))
    return fail (error, "the line is nested too deeply");

  if (!json_parser_load_from_data (parser, line, (gssize) length, &failure))
    {
      g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "not JSON: %s", failure->message);
      return FALSE;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail (error, "the line is not an object");

  return read_object (json_node_get_object (root), changes, error);
}

static gboolean
is_blank (const char *line,
          gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (line[i]))
      return FALSE;

  return TRUE;
}

static SbChangeSet *
read_lines (GBytes *bytes,
            const char *label,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;
  guint number = 1;

  for (const char *line = data; line < end; number++)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      gsize length = (gsize) ((newline != NULL ? newline : end) - line);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      if (!is_blank (line, length) && !_sb_dossier_read_line (parser, line, length, changes, error))
        {
          g_prefix_error (error, "line %u: ", number);
          return NULL;
        }

      line += length + 1;
    }

  return g_steal_pointer (&changes);
}

gboolean
sb_dossier_read_ndjson (SbStore *store,
                        GBytes *bytes,
                        const char *label,
                        SbImportCounts *counts,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (SbChangeSet) changes = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  changes = read_lines (bytes, label, cancellable, error);
  return changes != NULL && _sb_store_import_and_count (store, changes, counts, error) >= 0;
}

gboolean
sb_dossier_read_sample (SbStore *store,
                        SbImportCounts *counts,
                        GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);

  bytes = g_resource_lookup_data (sb_catalogue_get_resource (), SAMPLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL && sb_dossier_read_ndjson (store, bytes, NULL, counts, NULL, error);
}
