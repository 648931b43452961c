/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-dossier-manifest.h"

#include <string.h>

#include "sb-exchange-error.h"
#include "sb-json-member.h"
#include "sb-record-json.h"

#define FORMAT        "sahelbrief-dossier"
#define GENERATOR     "SahelBrief"
#define ORIGINALS     "originals/"
#define SHA256_LENGTH 64

const char *const sb_dossier_tie_kinds[] = { "evidence", "member", "version", "issue", NULL };

char *
sb_dossier_name_records (SbKind kind)
{
  return g_strconcat ("records/", sb_kind_get_name (kind), ".ndjson", NULL);
}

char *
sb_dossier_name_ties (const char *kind)
{
  return g_strconcat ("ties/", kind, ".ndjson", NULL);
}

char *
sb_dossier_name_original (const char *sha256)
{
  return g_strconcat (ORIGINALS, sha256, NULL);
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == SHA256_LENGTH && strspn (text, "0123456789abcdef") == SHA256_LENGTH;
}

const char *
sb_dossier_parse_original (const char *name)
{
  if (!g_str_has_prefix (name, ORIGINALS) || !is_sha256 (name + strlen (ORIGINALS)))
    return NULL;

  return name + strlen (ORIGINALS);
}

static void
member_free (gpointer data)
{
  SbDossierMember *member = data;

  g_free (member->name);
  g_free (member->sha256);
  g_free (member);
}

SbDossierManifest *
sb_dossier_manifest_new (void)
{
  SbDossierManifest *self = g_new0 (SbDossierManifest, 1);

  self->dossiers = g_ptr_array_new_with_free_func (g_object_unref);
  self->members = g_ptr_array_new_with_free_func (member_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
sb_dossier_manifest_free (SbDossierManifest *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->dossiers);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->members);
  g_free (self);
}

void
sb_dossier_manifest_add (SbDossierManifest *self,
                         const char *name,
                         guint64 size,
                         const char *sha256,
                         guint n_lines)
{
  SbDossierMember *member;

  g_return_if_fail (self != NULL);

  member = g_new0 (SbDossierMember, 1);
  member->name = g_strdup (name);
  member->size = size;
  member->sha256 = g_strdup (sha256);
  member->n_lines = n_lines;
  g_ptr_array_add (self->members, member);
  g_hash_table_insert (self->by_name, member->name, member);
}

const SbDossierMember *
sb_dossier_manifest_find (SbDossierManifest *self,
                          const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_name, name);
}

static void
write_dossiers (SbDossierManifest *self,
                JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "dossiers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      SbRecord *dossier = g_ptr_array_index (self->dossiers, i);
      SbBilingual *title = sb_record_get_bilingual (dossier, sb_record_get_schema (dossier)->title);

      json_builder_begin_object (builder);
      sb_json_member_add_text (builder, "uuid", sb_record_get_uuid (dossier));
      json_builder_set_member_name (builder, "title");
      json_builder_begin_object (builder);
      sb_json_member_add_text (builder, "fr", sb_bilingual_get (title, SB_LANGUAGE_FR));
      sb_json_member_add_text (builder, "en", sb_bilingual_get (title, SB_LANGUAGE_EN));
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* How many records of each kind there are, ties, and originals. */
static void
write_counts (SbDossierManifest *self,
              JsonBuilder *builder)
{
  guint n_originals = 0;

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->members->len; i++)
    {
      const SbDossierMember *member = g_ptr_array_index (self->members, i);
      g_autofree char *base = g_path_get_basename (member->name);
      char *dot = strchr (base, '.');

      if (sb_dossier_parse_original (member->name) != NULL)
        n_originals++;
      else if (dot != NULL)
        {
          *dot = '\0';
          sb_json_member_add_integer (builder, base, member->n_lines);
        }
    }
  sb_json_member_add_integer (builder, "original", n_originals);
  json_builder_end_object (builder);
}

GBytes *
sb_dossier_manifest_write (SbDossierManifest *self)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  char *line;

  g_return_val_if_fail (self != NULL, NULL);

  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  sb_json_member_add_text (builder, "format", FORMAT);
  sb_json_member_add_integer (builder, "version", SB_DOSSIER_VERSION);
  sb_json_member_add_text (builder, "generator", GENERATOR);
  write_dossiers (self, builder);
  write_counts (self, builder);
  json_builder_set_member_name (builder, "members");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->members->len; i++)
    {
      const SbDossierMember *member = g_ptr_array_index (self->members, i);

      json_builder_begin_object (builder);
      sb_json_member_add_text (builder, "name", member->name);
      sb_json_member_add_integer (builder, "size", member->size);
      sb_json_member_add_text (builder, "sha256", member->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  line = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (line, strlen (line));
}

static gboolean
fail (GError **error,
      SbExchangeError code,
      const char *reason)
{
  g_set_error_literal (error, SB_EXCHANGE_ERROR, code, reason);
  return FALSE;
}

static gboolean
read_member (SbDossierManifest *self,
             JsonNode *node,
             GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? sb_json_member_get_text (object, "name") : NULL;
  const char *sha256 = object != NULL ? sb_json_member_get_text (object, "sha256") : NULL;
  gint64 size = object != NULL ? sb_json_member_get_count (object, "size") : -1;

  if (name == NULL || sha256 == NULL || size < 0 || !is_sha256 (sha256))
    return fail (error, SB_EXCHANGE_ERROR_FORMAT, "the manifest tells of a member in a way that is not understood");
  if (sb_dossier_manifest_find (self, name) != NULL)
    return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "the manifest tells of a member twice");

  sb_dossier_manifest_add (self, name, (guint64) size, sha256, 0);
  return TRUE;
}

static gboolean
read_object (SbDossierManifest *self,
             JsonObject *object,
             GError **error)
{
  JsonNode *members = json_object_get_member (object, "members");

  if (g_strcmp0 (sb_json_member_get_text (object, "format"), FORMAT) != 0 || sb_json_member_get_count (object, "version") < 1)
    return fail (error, SB_EXCHANGE_ERROR_FORMAT, "the manifest is of something else");
  if (sb_json_member_get_count (object, "version") > SB_DOSSIER_VERSION)
    return fail (error, SB_EXCHANGE_ERROR_NEWER, "the dossier is of a later version");
  if (members == NULL || !JSON_NODE_HOLDS_ARRAY (members))
    return fail (error, SB_EXCHANGE_ERROR_FORMAT, "the manifest tells of no members");

  for (guint i = 0; i < json_array_get_length (json_node_get_array (members)); i++)
    if (!read_member (self, json_array_get_element (json_node_get_array (members), i), error))
      return FALSE;

  return TRUE;
}

SbDossierManifest *
sb_dossier_manifest_read (GBytes *bytes,
                          GError **error)
{
  g_autoptr (SbDossierManifest) self = NULL;
  g_autoptr (JsonParser) parser = NULL;
  gsize size;
  const char *text;
  JsonNode *root;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  parser = json_parser_new ();
  if (size == 0 || !g_utf8_validate_len (text, size, NULL) || !sb_json_is_shallow (text, size) ||
      !json_parser_load_from_data (parser, text, (gssize) size, NULL))
    {
      fail (error, SB_EXCHANGE_ERROR_FORMAT, "the manifest is not JSON");
      return NULL;
    }

  root = json_parser_get_root (parser);
  self = sb_dossier_manifest_new ();
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, SB_EXCHANGE_ERROR_FORMAT, "the manifest is not an object");
      return NULL;
    }

  return read_object (self, json_node_get_object (root), error) ? g_steal_pointer (&self) : NULL;
}
