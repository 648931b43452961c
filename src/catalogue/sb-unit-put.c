/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

#include "sb-briefing.h"
#include "sb-catalogue-error.h"
#include "sb-merge-private.h"
#include "sb-record-bind.h"
#include "sb-record-builder.h"
#include "sb-record-change.h"
#include "sb-record-compare.h"
#include "sb-record-error.h"
#include "sb-record-revert.h"

static gboolean
add_row (SbUnit *self,
         SbRecord *record,
         SbKnown *known,
         GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "add-record", error);

  if (statement == NULL)
    return FALSE;

  if (self->is_reverting && sb_record_get_id (record) != 0)
    sb_statement_bind_int (statement, ":id", sb_record_get_id (record));
  if (self->is_reverting && sb_record_get_created (record) != 0)
    sb_statement_bind_int (statement, ":created", sb_record_get_created (record));
  sb_statement_bind_text (statement, ":uuid", sb_record_get_uuid (record));
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (sb_record_get_kind (record)));
  sb_statement_bind_int (statement, ":now", self->now);
  if (!sb_statement_run (statement, error))
    return FALSE;

  known->id = sb_connection_get_last_insert_rowid (self->store->connection);
  known->kind = sb_record_get_kind (record);
  known->is_new = TRUE;
  g_hash_table_insert (self->known, g_strdup (sb_record_get_uuid (record)), g_memdup2 (known, sizeof *known));
  return TRUE;
}

/* A record that was read, changed and given a new UUID on the way. */
static gboolean
find_by_id (SbUnit *self,
            SbRecord *record,
            SbKnown *known,
            GError **error)
{
  g_autoptr (SbRef) ref = sb_ref_new (sb_record_get_kind (record), sb_record_get_id (record), NULL, NULL);

  if (!_sb_unit_find (self, ref, known, error))
    return FALSE;

  if (known->id != 0)
    g_hash_table_insert (self->known, g_strdup (sb_record_get_uuid (record)), g_memdup2 (known, sizeof *known));
  return TRUE;
}

gboolean
_sb_unit_announce_new (SbUnit *self,
                       SbRecord *record,
                       GError **error)
{
  SbKnown known = { 0 };

  return add_row (self, record, &known, error);
}

gboolean
_sb_unit_announce (SbUnit *self,
                   SbRecord *record,
                   GError **error)
{
  g_autoptr (SbRef) ref = sb_ref_new (sb_record_get_kind (record), 0, sb_record_get_uuid (record), NULL);
  SbKnown known;

  if (!_sb_unit_find (self, ref, &known, error))
    return FALSE;

  if (known.is_merged && self->is_edit)
    {
      g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_MERGED, "%s %s was merged into another record",
                   sb_kind_get_name (sb_record_get_kind (record)), sb_record_get_uuid (record));
      return FALSE;
    }

  /* What was merged stays so, unless it is that which is taken back. */
  if (known.is_merged && !self->is_reverting)
    return TRUE;
  if (known.is_merged)
    known = (SbKnown) { 0 };

  if (known.id == 0 && !self->is_reverting && sb_record_get_id (record) != 0 && !find_by_id (self, record, &known, error))
    return FALSE;

  if (known.id == 0)
    return add_row (self, record, &known, error);

  if (known.kind == sb_record_get_kind (record))
    return TRUE;

  g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID, "%s is stored as another kind of record: %s",
               sb_record_get_uuid (record), sb_kind_get_name (known.kind));
  return FALSE;
}

static SbRecord *resolve_refs (SbUnit *self,
                               SbRecord *record,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

static gboolean
resolve_ref (SbUnit *self,
             SbRecordBuilder *builder,
             SbRecord *record,
             guint position,
             GError **error)
{
  SbRef *ref = sb_record_get_ref (record, position);
  g_autoptr (SbRef) resolved = NULL;
  SbKnown known = { 0 };

  if (!_sb_unit_find (self, ref, &known, error))
    return FALSE;

  /* What was named may be gone since. */
  if ((self->is_reverting || known.is_merged) && known.id == 0)
    {
      sb_record_builder_clear (builder, position);
      return TRUE;
    }

  if (!_sb_unit_resolve (self, ref, &known, error))
    {
      g_prefix_error (error, "%s: ", sb_record_get_schema (record)->fields[position].name);
      return FALSE;
    }

  resolved = known.is_merged ? _sb_unit_complete_ref (self, ref, &known, error)
                             : sb_ref_new (known.kind, known.id, sb_ref_get_uuid (ref), NULL);
  if (resolved == NULL)
    return FALSE;

  sb_record_builder_set_ref (builder, position, resolved);
  return TRUE;
}

/* FALSE for an item that comes back without what it cannot be without. */
static gboolean
is_whole (SbRecord *item)
{
  const SbSchema *schema = sb_record_get_schema (item);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_REF && (schema->fields[i].flags & SB_FIELD_REQUIRED) != 0 && !sb_record_has (item, i))
      return FALSE;

  return TRUE;
}

static gboolean
resolve_items (SbUnit *self,
               SbRecordBuilder *builder,
               SbRecord *record,
               guint position,
               GError **error)
{
  sb_record_builder_clear (builder, position);
  for (guint i = 0; i < sb_record_get_n_items (record, position); i++)
    {
      SbRecord *item = resolve_refs (self, sb_record_get_item (record, position, i), error);

      if (item == NULL)
        {
          g_prefix_error (error, "%s %u: ", sb_record_get_schema (record)->fields[position].name, i + 1);
          return FALSE;
        }
      if (is_whole (item))
        sb_record_builder_take_item (builder, position, item);
      else
        g_object_unref (item);
    }

  return TRUE;
}

/* The record with the ids of all that it refers to. */
static SbRecord *
resolve_refs (SbUnit *self,
              SbRecord *record,
              GError **error)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (record);
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (!sb_record_has (record, i))
        continue;
      if (schema->fields[i].type == SB_FIELD_REF && !resolve_ref (self, builder, record, i, error))
        return NULL;
      if (schema->fields[i].type == SB_FIELD_LIST && !resolve_items (self, builder, record, i, error))
        return NULL;
    }

  return sb_record_builder_end (g_steal_pointer (&builder));
}

/* The query that does @verb to the table of @schema: "put-event-place". */
static SbStatement *
query_table (SbStore *store,
             const char *verb,
             const SbSchema *schema,
             GError **error)
{
  g_autofree char *name = g_strconcat (verb, "-", schema->name, NULL);

  return _sb_store_query (store, g_strdelimit (name, "_", '-'), error);
}

static gboolean
clear_items (SbUnit *self,
             const SbSchema *schema,
             gint64 owner,
             GError **error)
{
  g_autoptr (SbStatement) clear = query_table (self->store, "clear", schema, error);

  if (clear == NULL)
    return FALSE;

  sb_statement_bind_int (clear, ":owner", owner);
  return sb_statement_run (clear, error);
}

static gboolean
write_items (SbUnit *self,
             SbRecord *record,
             guint position,
             gint64 owner,
             GError **error)
{
  const SbSchema *schema = sb_record_get_schema (record)->fields[position].item;

  for (guint i = 0; i < sb_record_get_n_items (record, position); i++)
    {
      g_autoptr (SbStatement) put = query_table (self->store, "put", schema, error);

      if (put == NULL)
        return FALSE;

      sb_statement_bind_int (put, ":owner", owner);
      sb_statement_bind_int (put, ":position", i);
      _sb_record_bind (sb_record_get_item (record, position, i), put);
      if (!sb_statement_run (put, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_fields (SbUnit *self,
              SbRecord *record,
              gint64 id,
              gboolean is_new,
              GError **error)
{
  const SbSchema *schema = sb_record_get_schema (record);
  g_autoptr (SbStatement) put = query_table (self->store, "put", schema, error);
  g_autoptr (SbStatement) touch = NULL;

  if (put == NULL)
    return FALSE;

  sb_statement_bind_int (put, ":id", id);
  _sb_record_bind (record, put);
  if (!sb_statement_run (put, error))
    return FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_LIST &&
        ((!is_new && !clear_items (self, schema->fields[i].item, id, error)) || !write_items (self, record, i, id, error)))
      return FALSE;

  /* Its row says so already. */
  if (is_new && !sb_record_is_withdrawn (record))
    return TRUE;

  touch = _sb_store_query (self->store, "touch-record", error);
  if (touch == NULL)
    return FALSE;

  sb_statement_bind_int (touch, ":id", id);
  sb_statement_bind_int (touch, ":now", self->now);
  sb_statement_bind_int (touch, ":withdrawn", sb_record_is_withdrawn (record));
  return sb_statement_run (touch, error);
}

/* Checks @record and makes it what is to be stored over @stored. */
static SbRecord *
prepare_record (SbUnit *self,
                SbChange *change,
                SbRecord *stored,
                GError **error)
{
  g_autoptr (SbRecord) adapted = NULL;
  g_autoptr (SbRecord) resolved = NULL;
  g_autoptr (GError) invalid = NULL;

  /* What was stored once may come back, whatever the rules have become. */
  if (!self->is_reverting && !self->is_merging && !sb_record_validate (change->record, &invalid))
    {
      g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID, invalid->message);
      return NULL;
    }

  adapted = self->is_importing ? _sb_unit_adapt (self, change->record, error) : g_object_ref (change->record);
  resolved = adapted != NULL ? resolve_refs (self, adapted, error) : NULL;
  if (resolved == NULL || sb_record_get_kind (resolved) != SB_KIND_DOCUMENT)
    return g_steal_pointer (&resolved);

  return _sb_unit_complete_document (resolved, stored, change);
}

/* Writes down that a record was added, or that it changed; @old_blocks and
 * @new_blocks are its text when that changed. */
static void
keep_entry (SbUnit *self,
            SbRecord *stored,
            SbRecord *record,
            gint64 id,
            GPtrArray *old_blocks,
            GPtrArray *new_blocks)
{
  const char *kind = sb_kind_get_name (sb_record_get_kind (record));

  /* What is new says itself what it is; a copy would double the catalogue. */
  if (stored == NULL)
    _sb_unit_take_entry (self, id, kind, NULL, NULL);
  else if (new_blocks != NULL || !sb_record_differs_in_bookkeeping_only (stored, record))
    _sb_unit_take_entry (self, id, kind, _sb_history_write_record (stored, old_blocks), _sb_history_write_record (record, new_blocks));
}

/* Stores @record, whose text is to be stored as well when @changes_text. */
static gboolean
store_record (SbUnit *self,
              SbChange *change,
              SbRecord *stored,
              SbRecord *record,
              gint64 id,
              gboolean changes_text,
              GError **error)
{
  g_autoptr (GPtrArray) old_blocks = NULL;

  if (changes_text && stored != NULL)
    {
      old_blocks = sb_store_get_blocks (self->store, id, error);
      if (old_blocks == NULL)
        return FALSE;
    }

  if (!write_fields (self, record, id, stored == NULL, error))
    return FALSE;

  if (changes_text && !_sb_unit_put_text (self, id, change->blocks, error))
    return FALSE;
  if (change->is_waiting && stored == NULL && !_sb_unit_await_text (self, id, change->base, error))
    return FALSE;

  _sb_unit_mark_changed (self, sb_record_get_kind (record));
  keep_entry (self, stored, record, id, old_blocks, changes_text ? change->blocks : NULL);
  return TRUE;
}

/* What was edited is laid over what others have made of the record since. Two edits that
 * each make sense may make none together: then the later one holds. */
static SbRecord *
lay_over_later (SbChange *change,
                SbRecord *stored,
                SbRecord *record)
{
  g_autoptr (SbRecord) edited = record;
  g_autoptr (SbRecord) merged = NULL;

  if (change->before == NULL || stored == NULL || _sb_record_stores_same (stored, change->before))
    return g_steal_pointer (&edited);

  merged = _sb_record_revert (stored, change->before, edited, SB_REVERT_OVER_LATER);
  return sb_record_validate (merged, NULL) ? g_steal_pointer (&merged) : g_steal_pointer (&edited);
}

/* A briefing of which there is an issue is not edited silently, by whatever way (undoing
 * too): what comes of it is the draft of the next issue. */
static gboolean
freeze_issue (SbUnit *self,
              SbRecord *stored,
              SbRecord **record,
              GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 last = 0;
  SbRecord *draft;

  if (stored == NULL || sb_record_get_kind (stored) != SB_KIND_BRIEFING || !sb_record_has (stored, SB_BRIEFING_ISSUED) ||
      sb_record_get_time (stored, SB_BRIEFING_ISSUED) != sb_record_get_time (*record, SB_BRIEFING_ISSUED) ||
      _sb_record_stores_same (stored, *record) || sb_record_differs_in_bookkeeping_only (stored, *record))
    return TRUE;

  statement = _sb_store_query (self->store, "get-last-issue", error);
  if (statement == NULL)
    return FALSE;
  sb_statement_bind_text (statement, ":briefing", sb_record_get_uuid (stored));
  if (sb_statement_step (statement, &failure))
    last = sb_statement_get_int (statement, "number");
  sb_statement_reset (statement);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (last < sb_record_get_integer (stored, SB_BRIEFING_NUMBER, 1))
    return TRUE;

  draft = sb_briefing_new_draft (*record);
  g_object_unref (*record);
  *record = draft;

  return TRUE;
}

gboolean
_sb_unit_put (SbUnit *self,
              SbChange *change,
              GError **error)
{
  SbKnown *known = g_hash_table_lookup (self->known, sb_record_get_uuid (change->record));
  gint64 id = known->id;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GError) unread = NULL;
  gboolean changes_text = FALSE;

  if (known->is_merged)
    {
      self->counts.merged++;
      return TRUE;
    }

  if (!known->is_new)
    {
      stored = sb_store_get (self->store, known->kind, id, &unread);
      if (unread != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&unread));
          return FALSE;
        }
    }
  known->is_new = FALSE;

  record = prepare_record (self, change, stored, error);
  if (record == NULL)
    {
      g_prefix_error (error, "%s “%s”: ", sb_kind_get_name (known->kind), sb_record_get_title (change->record, SB_LANGUAGE_FR));
      return FALSE;
    }

  record = lay_over_later (change, stored, g_steal_pointer (&record));
  if (!freeze_issue (self, stored, &record, error))
    return FALSE;
  if (change->blocks != NULL && stored == NULL)
    changes_text = TRUE;
  else if (change->blocks != NULL && !_sb_unit_compare_text (self, id, change->blocks, &changes_text, error))
    return FALSE;
  if (change->original != NULL && !_sb_unit_put_original (self, record, change->original, error))
    return FALSE;

  if (stored != NULL && !changes_text && _sb_record_stores_same (stored, record))
    {
      self->counts.unchanged++;
      return TRUE;
    }

  if (stored == NULL)
    self->counts.added++;
  else
    self->counts.updated++;
  return store_record (self, change, stored, record, id, changes_text, error);
}
