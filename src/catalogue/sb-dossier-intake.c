/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-dossier-intake.h"

#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-document.h"
#include "sb-dossier-line-private.h"
#include "sb-issue-lines.h"
#include "sb-private-fields.h"
#include "sb-record-builder.h"
#include "sb-tie-json.h"
#include "sb-transaction.h"
#include "sb-unit-private.h"

/* Bytes of lines after which what was changed goes to the history, and out of
 * memory. */
#define FLUSH_BYTES (4 << 20)

/* How a line that we wrote begins; what is between is a kind and a UUID. */
#define LINE_START  "{\"@kind\":\""
#define LINE_UUID   "\",\"uuid\":\""
#define UUID_LENGTH 36

struct _SbDossierIntake
{
  SbStore *store; /* (owned) */
  SbTransaction *transaction; /* (owned) */
  char *label; /* (owned) (nullable) */
  SbUnit unit;
  JsonParser *parser; /* (owned) */
  GHashTable *announced; /* (owned) UUIDs of this dossier that were not yet put */
  GHashTable *seen; /* (owned) all UUIDs of this dossier */
  GHashTable *hashes; /* (owned) of the originals of its documents */
  gsize n_bytes; /* of lines since the history was written */
};

static gboolean
fail (GError **error,
      const char *reason)
{
  g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, reason);
  return FALSE;
}

SbDossierIntake *
sb_dossier_intake_new (SbStore *store,
                       const char *label,
                       GError **error)
{
  g_autoptr (SbDossierIntake) self = NULL;
  SbTransaction *transaction;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  transaction = sb_transaction_begin (store->connection, error);
  if (transaction == NULL)
    return NULL;

  self = g_new0 (SbDossierIntake, 1);
  self->store = g_object_ref (store);
  self->transaction = transaction;
  self->label = g_strdup (label);
  self->parser = json_parser_new ();
  self->announced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  _sb_unit_init (&self->unit, store);
  return _sb_unit_set_importing (&self->unit, error) ? g_steal_pointer (&self) : NULL;
}

void
sb_dossier_intake_free (SbDossierIntake *self)
{
  g_return_if_fail (self != NULL);

  _sb_unit_clear (&self->unit);
  g_clear_pointer (&self->transaction, sb_transaction_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_object (&self->parser);
  g_clear_pointer (&self->announced, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->hashes, g_hash_table_unref);
  g_clear_object (&self->store);
  g_free (self);
}

/* The UUID of a line that begins as ours do; NULL for one that does not. */
static char *
peek_uuid (const char *line,
           gsize length,
           const char *kind)
{
  g_autofree char *start = g_strconcat (LINE_START, kind, LINE_UUID, NULL);
  gsize offset = strlen (start);

  if (length < offset + UUID_LENGTH + 1 || strncmp (line, start, offset) != 0 || line[offset + UUID_LENGTH] != '"')
    return NULL;

  return g_strndup (line + offset, UUID_LENGTH);
}

/* The one change that @line makes. */
static SbChangeSet *
read_change (SbDossierIntake *self,
             const char *line,
             gsize length,
             GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  if (!_sb_dossier_read_line (self->parser, line, length, changes, error))
    return NULL;

  g_assert (_sb_change_set_get_changes (changes)->len == 1);
  return g_steal_pointer (&changes);
}

static char *
read_uuid (SbDossierIntake *self,
           SbKind kind,
           const char *line,
           gsize length,
           GError **error)
{
  g_autoptr (SbChangeSet) changes = NULL;
  SbChange *change;
  char *uuid = peek_uuid (line, length, sb_kind_get_name (kind));

  if (uuid != NULL && g_uuid_string_is_valid (uuid))
    return uuid;

  g_free (uuid);
  changes = read_change (self, line, length, error);
  if (changes == NULL)
    return NULL;

  change = g_ptr_array_index (_sb_change_set_get_changes (changes), 0);
  if (change->type == SB_CHANGE_PUT && sb_record_get_kind (change->record) == kind)
    return g_strdup (sb_record_get_uuid (change->record));

  fail (error, "a record of another kind than its file");
  return NULL;
}

gboolean
sb_dossier_intake_announce (SbDossierIntake *self,
                            SbKind kind,
                            const char *line,
                            gsize length,
                            GError **error)
{
  g_autofree char *uuid = NULL;
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) bare = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind > SB_KIND_NONE && kind < SB_N_KINDS, FALSE);

  uuid = read_uuid (self, kind, line, length, error);
  if (uuid == NULL)
    return FALSE;

  if (!g_hash_table_add (self->seen, g_strdup (uuid)))
    return fail (error, "two records have the same UUID");

  builder = sb_record_builder_new (sb_kind_get_schema (kind));
  sb_record_builder_set_uuid (builder, uuid);
  bare = sb_record_builder_end (g_steal_pointer (&builder));
  g_hash_table_add (self->announced, g_steal_pointer (&uuid));
  return _sb_unit_announce (&self->unit, bare, error);
}

/* Gives the record of @change what only this catalogue knows of it. */
static gboolean
keep_private_fields (SbDossierIntake *self,
                     SbChange *change,
                     GError **error)
{
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (GError) failure = NULL;
  SbRecord *complete;
  SbKnown *known = g_hash_table_lookup (self->unit.known, sb_record_get_uuid (change->record));

  if (known != NULL && !known->is_new)
    stored = sb_store_get (self->store, known->kind, known->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  complete = sb_private_fields_keep (change->record, stored);
  g_set_object (&change->record, complete);
  g_object_unref (complete);
  return TRUE;
}

static gboolean
prepare_record (SbDossierIntake *self,
                SbChange *change,
                GError **error)
{
  SbKind kind = sb_record_get_kind (change->record);

  if (!g_hash_table_remove (self->announced, sb_record_get_uuid (change->record)))
    return fail (error, "the file changed while it was read");

  if (kind == SB_KIND_DOCUMENT && sb_record_has (change->record, SB_DOCUMENT_HASH))
    g_hash_table_add (self->hashes, g_strdup (sb_record_get_text (change->record, SB_DOCUMENT_HASH)));
  for (guint i = 0; kind == SB_KIND_DOCUMENT && i < sb_record_get_n_items (change->record, SB_DOCUMENT_CAPTURES); i++)
    g_hash_table_add (self->hashes, g_strdup (sb_record_get_text (sb_record_get_item (change->record, SB_DOCUMENT_CAPTURES, i), SB_CAPTURE_HASH)));

  return (kind != SB_KIND_FEED && kind != SB_KIND_DOCUMENT) || keep_private_fields (self, change, error);
}

/* Lets go of what was changed so far. */
static gboolean
flush (SbDossierIntake *self,
       GError **error)
{
  const SbHistoryHead head = { .label = self->label, .state = self->label != NULL ? "done" : "kept" };

  self->n_bytes = 0;
  return _sb_history_add (&self->unit, &head, error);
}

/* Whether the line of @change is one of @kind: a record, or a tie. */
static gboolean
is_of_kind (SbChange *change,
            const char *kind)
{
  switch (change->type)
    {
    case SB_CHANGE_PUT:
      return g_str_equal (kind, sb_kind_get_name (sb_record_get_kind (change->record)));

    case SB_CHANGE_PUT_EVIDENCE:
      return g_str_equal (kind, _sb_tie_kind_get_name (SB_TIE_EVIDENCE));

    case SB_CHANGE_ADD_MEMBER:
      return g_str_equal (kind, _sb_tie_kind_get_name (SB_TIE_MEMBER));

    case SB_CHANGE_PUT_VERSION:
      return g_str_equal (kind, _sb_tie_kind_get_name (SB_TIE_VERSION));

    default:
      return FALSE;
    }
}

/* An issue is no change of a record, and not undone with the others: what was issued
 * stays. */
static gboolean
put_issue (SbDossierIntake *self,
           const char *line,
           gsize length,
           GError **error)
{
  g_autofree char *briefing = NULL;

  if (!sb_issue_lines_put (self->store, line, length, &briefing, error))
    return FALSE;

  return g_hash_table_contains (self->seen, briefing) || fail (error, "an issue that belongs to no briefing");
}

gboolean
sb_dossier_intake_put (SbDossierIntake *self,
                       const char *kind,
                       const char *line,
                       gsize length,
                       GError **error)
{
  g_autoptr (SbChangeSet) changes = NULL;
  SbChange *change;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  if (g_str_equal (kind, "issue"))
    return put_issue (self, line, length, error);

  changes = read_change (self, line, length, error);
  if (changes == NULL)
    return FALSE;

  change = g_ptr_array_index (_sb_change_set_get_changes (changes), 0);
  if (!is_of_kind (change, kind))
    return fail (error, "a line of another kind than its file");

  if (change->type == SB_CHANGE_PUT && !prepare_record (self, change, error))
    return FALSE;

  if (!_sb_unit_apply (&self->unit, changes, error))
    return FALSE;

  self->n_bytes += length;
  return self->n_bytes < FLUSH_BYTES || flush (self, error);
}

gboolean
sb_dossier_intake_put_original (SbDossierIntake *self,
                                const char *hash,
                                GBytes *bytes,
                                GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (hash != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (!g_hash_table_contains (self->hashes, hash))
    return fail (error, "an original that belongs to no document");

  statement = _sb_store_query (self->store, "put-original", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":hash", hash);
  sb_statement_bind_blob (statement, ":bytes", bytes);
  return sb_statement_run (statement, error);
}

gboolean
sb_dossier_intake_commit (SbDossierIntake *self,
                          SbImportCounts *counts,
                          GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (g_hash_table_size (self->announced) > 0)
    return fail (error, "the file changed while it was read");

  if (!flush (self, error) || !sb_transaction_commit (self->transaction, error))
    return FALSE;

  if (counts != NULL)
    *counts = self->unit.counts;
  _sb_store_tell_changed (self->store, self->unit.kinds);
  return TRUE;
}
