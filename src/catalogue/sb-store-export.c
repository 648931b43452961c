/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-export.h"

#include "sb-block-json.h"
#include "sb-private-fields.h"
#include "sb-record-json.h"
#include "sb-store-private.h"
#include "sb-tie-json.h"

struct _SbSnapshot
{
  SbStatement *statement; /* (owned) stands on a row, which holds the moment */
};

SbStatement *
_sb_store_hold_snapshot (SbStore *self,
                         GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "hold-snapshot", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL || sb_statement_step (statement, &failure))
    return g_steal_pointer (&statement);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

SbSnapshot *
sb_snapshot_new (SbStore *store,
                 GError **error)
{
  SbStatement *statement;
  SbSnapshot *self;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  statement = _sb_store_hold_snapshot (store, error);
  if (statement == NULL)
    return NULL;

  self = g_new0 (SbSnapshot, 1);
  self->statement = statement;
  return self;
}

void
sb_snapshot_free (SbSnapshot *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->statement, sb_statement_free);
  g_free (self);
}

GArray *
sb_store_list_ids (SbStore *self,
                   const SbQuery *query,
                   GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL && query->kind > SB_KIND_NONE && query->kind < SB_N_KINDS, NULL);

  return _sb_store_list_ids (self, query, error);
}

GArray *
sb_store_list_identities (SbStore *self,
                          GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GArray) identities = g_array_new (FALSE, FALSE, sizeof (SbIdentity));
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-identity", error);
  if (statement == NULL)
    return NULL;

  while (sb_statement_step (statement, &failure))
    {
      SbIdentity identity = { .id = sb_statement_get_int (statement, "id") };

      identity.kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
      g_strlcpy (identity.uuid, sb_statement_get_text (statement, "uuid"), sizeof identity.uuid);
      if (identity.kind != SB_KIND_NONE)
        g_array_append_val (identities, identity);
    }

  if (failure == NULL)
    return g_steal_pointer (&identities);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
tie_line_free (gpointer data)
{
  SbTieLine *line = data;

  g_free (line->line);
  g_free (line);
}

static void
take_tie_line (GPtrArray *lines,
               gint64 other,
               SbKind other_kind,
               char *text)
{
  SbTieLine *line = g_new0 (SbTieLine, 1);

  line->other = other;
  line->other_kind = other_kind;
  line->line = text;
  g_ptr_array_add (lines, line);
}

static SbRef *
make_ref (SbStatement *statement,
          SbKind kind,
          const char *id,
          const char *uuid)
{
  return sb_ref_new (kind, sb_statement_get_int (statement, id), sb_statement_get_text (statement, uuid), NULL);
}

GPtrArray *
sb_store_list_evidence_lines (SbStore *self,
                              gint64 record,
                              GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (tie_line_free);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-evidence-of-record", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":record", record);
  while (sb_statement_step (statement, &failure))
    {
      SbKind kind = sb_kind_parse (sb_statement_get_text (statement, "record_kind"));
      g_autoptr (SbRef) owner = sb_ref_new (kind, record, sb_statement_get_text (statement, "record_uuid"), NULL);
      g_autoptr (SbRef) extract = make_ref (statement, SB_KIND_EXTRACT, "extract", "extract_uuid");
      SbTie tie = { .kind = SB_TIE_EVIDENCE, .owner = owner, .other = extract };

      tie.stance = sb_statement_get_text (statement, "stance");
      tie.credibility = sb_statement_get_text (statement, "credibility");
      take_tie_line (lines, sb_ref_get_id (extract), SB_KIND_EXTRACT, _sb_tie_write (&tie));
    }

  if (failure == NULL)
    return g_steal_pointer (&lines);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
sb_store_list_member_lines (SbStore *self,
                            gint64 dossier,
                            GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (tie_line_free);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-member-of-dossier", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":dossier", dossier);
  while (sb_statement_step (statement, &failure))
    {
      SbKind kind = sb_kind_parse (sb_statement_get_text (statement, "record_kind"));
      g_autoptr (SbRef) owner =
        sb_ref_new (SB_KIND_DOSSIER, dossier, sb_statement_get_text (statement, "dossier_uuid"), NULL);
      g_autoptr (SbRef) member = make_ref (statement, kind, "record", "record_uuid");
      SbTie tie = { .kind = SB_TIE_MEMBER, .owner = owner, .other = member };

      take_tie_line (lines, sb_ref_get_id (member), kind, _sb_tie_write (&tie));
    }

  if (failure == NULL)
    return g_steal_pointer (&lines);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
sb_store_list_version_lines (SbStore *self,
                             gint64 record,
                             GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (tie_line_free);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-version-ties", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":record", record);
  while (sb_statement_step (statement, &failure))
    {
      SbKind kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
      g_autoptr (SbRef) version = make_ref (statement, kind, "id", "uuid");
      SbTie tie = { .kind = SB_TIE_VERSION, .owner = version };

      tie.topic = sb_statement_get_text (statement, "topic");
      tie.retained = sb_statement_get_boolean (statement, "retained");
      take_tie_line (lines, sb_ref_get_id (version), kind, _sb_tie_write (&tie));
    }

  if (failure == NULL)
    return g_steal_pointer (&lines);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The object of a record with the text of a document as its last member. */
static JsonNode *
add_blocks (JsonNode *record,
            GPtrArray *blocks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) list = NULL;

  _sb_blocks_write_json (blocks, builder);
  list = json_builder_get_root (builder);
  json_object_set_member (json_node_get_object (record), "blocks", g_steal_pointer (&list));
  return record;
}

char *
sb_store_write_line (SbStore *self,
                     SbRecord *record,
                     GError **error)
{
  g_autoptr (SbRecord) shared = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  shared = sb_private_fields_drop (record);
  builder = json_builder_new ();
  sb_record_write_json (shared, builder, SB_RECORD_JSON_DEFAULT);
  root = json_builder_get_root (builder);
  if (sb_record_get_kind (record) != SB_KIND_DOCUMENT)
    return json_to_string (root, FALSE);

  blocks = sb_store_get_blocks (self, sb_record_get_id (record), error);
  if (blocks == NULL)
    return NULL;

  return json_to_string (blocks->len > 0 ? add_blocks (root, blocks) : root, FALSE);
}

gint64
sb_store_get_original_size (SbStore *self,
                            const char *hash,
                            GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), -1);
  g_return_val_if_fail (hash != NULL, -1);

  statement = _sb_store_query (self, "get-original-size", error);
  if (statement == NULL)
    return -1;

  sb_statement_bind_text (statement, ":hash", hash);
  if (sb_statement_step (statement, &failure))
    return sb_statement_get_int (statement, "size");

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
}
