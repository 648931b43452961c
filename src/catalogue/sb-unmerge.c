/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge-private.h"

#include "sb-catalogue-error.h"
#include "sb-merge-record.h"
#include "sb-record-compare.h"
#include "sb-record-revert.h"
#include "sb-tie-json.h"
#include "sb-transaction.h"

/* A merge while it is taken back. Other merges stay: what the history says of
 * one that was merged since is about the one it was merged into. And merges may
 * have been taken back that were there when this one was made: what the history
 * of this one says is read as if they had never been. */
typedef struct
{
  SbUnit unit;
  const SbMerge *merge; /* (unowned) */
  SbChangeSet *changes; /* (owned) what it takes */
  GHashTable *left_out; /* (owned) keys of ties */
  GHashTable *parted; /* (owned) id to SbRecord: what they are at this point */
} SbParting;

static void
parting_clear (SbParting *self)
{
  _sb_unit_clear (&self->unit);
  g_clear_pointer (&self->changes, sb_change_set_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->parted, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbParting, parting_clear)

static void
take_record (SbRecord **place,
             SbRecord *record)
{
  g_clear_object (place);
  *place = record;
}

/* The record with the one that is kept wherever it names the one that is gone. */
static SbRecord *
merge_refs (SbParting *self,
            SbRecord *record)
{
  g_autoptr (GHashTable) others = _sb_merge_table_new ();

  g_hash_table_insert (others, g_strdup (sb_ref_get_uuid (self->merge->gone)), sb_ref_ref (self->merge->kept));
  return _sb_record_replace_refs (record, others);
}

/* Reads a side of this merge as if the one that @before and @after are the sides
 * of had not been. */
static void
leave_out (SbRecord **side,
           SbRecord *before,
           SbRecord *after)
{
  if (*side != NULL)
    take_record (side, _sb_record_revert (*side, after, before, SB_REVERT_KEEP_LATER));
}

static gboolean
leave_out_row (SbParting *self,
               SbStatement *row,
               SbKind kind,
               gint64 id,
               SbRecord **from,
               SbRecord **to,
               GError **error)
{
  g_auto (SbHistorySide) before = { 0 };
  g_auto (SbHistorySide) after = { 0 };
  g_autoptr (SbRecord) merged_before = NULL;
  g_autoptr (SbRecord) merged_after = NULL;

  if (!_sb_history_read_side (sb_statement_get_text (row, "before"), kind, id, &before, error) ||
      !_sb_history_read_side (sb_statement_get_text (row, "after"), kind, id, &after, error))
    return FALSE;

  merged_before = merge_refs (self, before.record);
  merged_after = merge_refs (self, after.record);
  leave_out (to, before.record, after.record);
  leave_out (from, merged_before, merged_after);
  return TRUE;
}

/* What tells one tie from another: its ends, or the record and its question. */
static char *
make_tie_key (const char *json,
              SbTieKind kind,
              GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, error);
  g_autoptr (SbRef) record = NULL;
  g_autoptr (SbRef) other = NULL;
  const char *topic;

  if (node == NULL || !_sb_tie_read_ends (json_node_get_object (node), &record, &other, error))
    return NULL;

  topic = json_object_get_string_member_with_default (json_node_get_object (node), "topic", "");
  return g_strconcat (_sb_tie_kind_get_name (kind), " ", sb_ref_get_uuid (record), " ", other != NULL ? sb_ref_get_uuid (other) : topic, NULL);
}

/* Collects the ties that the one that is gone had by merges that were taken back
 * since: it does not get them back. */
static gboolean
list_left_out (SbParting *self,
               GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-parted-sides", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  sb_statement_bind_int (statement, ":record", sb_ref_get_id (self->merge->gone));
  while (sb_statement_step (statement, &failure))
    {
      SbTieKind kind = _sb_tie_kind_parse (sb_statement_get_text (statement, "kind"));
      char *key;

      if (kind == SB_N_TIE_KINDS || !sb_statement_is_null (statement, "before"))
        continue;

      key = make_tie_key (sb_statement_get_text (statement, "after"), kind, error);
      if (key == NULL)
        return FALSE;
      g_hash_table_add (self->left_out, key);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
leave_out_parted (SbParting *self,
                  SbKind kind,
                  gint64 id,
                  SbRecord **from,
                  SbRecord **to,
                  GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-parted-sides", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  sb_statement_bind_int (statement, ":record", id);
  while (sb_statement_step (statement, &failure))
    {
      gboolean is_record = sb_kind_parse (sb_statement_get_text (statement, "kind")) == kind;

      if (is_record && !sb_statement_is_null (statement, "before") && !leave_out_row (self, statement, kind, id, from, to, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Names what was merged since by what it was merged into. */
static gboolean
name_merged (SbParting *self,
             SbRecord **side,
             GError **error)
{
  g_autoptr (GHashTable) others = NULL;

  if (*side == NULL)
    return TRUE;

  others = _sb_unit_list_merged (&self->unit, *side, sb_ref_get_uuid (self->merge->gone), error);
  if (others == NULL)
    return FALSE;

  take_record (side, _sb_record_replace_refs (*side, others));
  return TRUE;
}

/* The record as it is now, or what it was merged into since; *@current is NULL
 * when it was removed. */
static gboolean
find_current (SbParting *self,
              SbKind kind,
              gint64 id,
              const char *uuid,
              SbRecord **current,
              GError **error)
{
  g_autoptr (SbRef) ref = sb_ref_new (kind, id, uuid, NULL);
  g_autoptr (GError) failure = NULL;
  SbKnown known = { .id = id };
  SbRecord *parted;

  *current = NULL;
  if (g_strcmp0 (uuid, sb_ref_get_uuid (self->merge->gone)) != 0 && !_sb_unit_find (&self->unit, ref, &known, error))
    return FALSE;
  if (known.id == 0)
    return TRUE;

  parted = g_hash_table_lookup (self->parted, &known.id);
  *current = parted != NULL ? g_object_ref (parted) : sb_store_get (self->unit.store, kind, known.id, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether all is there that the record cannot be without. */
static gboolean
can_return (SbParting *self,
            SbRecord *record,
            gboolean *can,
            GError **error)
{
  const SbSchema *schema = sb_record_get_schema (record);

  *can = TRUE;
  for (guint i = 0; i < schema->n_fields && *can; i++)
    {
      SbRef *ref = schema->fields[i].type == SB_FIELD_REF ? sb_record_get_ref (record, i) : NULL;
      SbKnown known = { .id = 1 };

      if (schema->fields[i].type != SB_FIELD_REF || (schema->fields[i].flags & SB_FIELD_REQUIRED) == 0)
        continue;
      if (ref != NULL && !sb_ref_equal (ref, self->merge->gone) && !_sb_unit_find (&self->unit, ref, &known, error))
        return FALSE;
      *can = ref != NULL && known.id != 0;
    }

  return TRUE;
}

static void
put (SbParting *self,
     SbRecord *record)
{
  gint64 id = sb_record_get_id (record);

  g_hash_table_insert (self->parted, g_memdup2 (&id, sizeof id), g_object_ref (record));
  sb_change_set_put (self->changes, record);
}

/* @from without what @own has as well: it is not by the merge that it is there. */
static SbRecord *
spare_own (SbRecord *from,
           SbRecord *to,
           SbRecord *own)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (from);
  const SbSchema *schema = sb_record_get_schema (from);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (schema->fields[i].type != SB_FIELD_LIST)
        {
          if (sb_record_has (own, i) && _sb_record_field_stores_same (own, from, i))
            _sb_record_copy_value (builder, to, i);
          continue;
        }

      sb_record_builder_clear (builder, i);
      for (guint j = 0; j < sb_record_get_n_items (from, i); j++)
        {
          SbRecord *item = sb_record_get_item (from, i, j);

          if (!_sb_record_has_item (own, i, item))
            sb_record_builder_take_item (builder, i, g_object_ref (item));
        }
    }

  return sb_record_builder_end (builder);
}

/* The record @id was merged into @current since, which may have had the same
 * itself: that is spared. */
static gboolean
spare_current (SbParting *self,
               gint64 id,
               SbRecord *current,
               SbRecord **from,
               SbRecord *to,
               GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  g_auto (SbHistorySide) own = { 0 };

  if (sb_record_get_id (current) == id)
    return TRUE;

  statement = _sb_store_query (self->unit.store, "list-merge-sides", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", sb_record_get_id (current));
  sb_statement_bind_int (statement, ":gone", id);
  if (sb_statement_step (statement, &failure) &&
      !_sb_history_read_side (sb_statement_get_text (statement, "before"), sb_record_get_kind (current), sb_record_get_id (current), &own, error))
    return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (own.record != NULL)
    take_record (from, spare_own (*from, to, own.record));
  return TRUE;
}

static gboolean
part_record (SbParting *self,
             SbKind kind,
             gint64 id,
             SbRecord **from,
             SbRecord *to,
             GError **error)
{
  g_autoptr (SbRecord) current = NULL;
  g_autoptr (SbRecord) parted = NULL;
  gboolean can;

  if (!find_current (self, kind, id, sb_record_get_uuid (to), &current, error))
    return FALSE;

  if (*from != NULL)
    {
      /* Nobody wants back what was removed since. */
      if (current == NULL)
        return TRUE;

      if (!spare_current (self, id, current, from, to, error))
        return FALSE;

      parted = _sb_record_revert (current, *from, to, SB_REVERT_KEEP_LATER);
      put (self, parted);
      return TRUE;
    }

  if (current != NULL)
    return TRUE;
  if (!can_return (self, to, &can, error))
    return FALSE;
  if (can)
    put (self, to);
  return TRUE;
}

/* Whether the record still answers the question that it got by the merge, or what
 * it was merged into does. */
static gboolean
answers (SbParting *self,
         JsonObject *tie,
         gboolean *does,
         GError **error)
{
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (SbRef) other = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GError) failure = NULL;

  if (!_sb_tie_read_ends (tie, &ref, &other, error))
    return FALSE;

  record = sb_store_get_by_uuid (self->unit.store, sb_ref_get_kind (ref), sb_ref_get_uuid (ref), &failure);
  *does = record != NULL && g_strcmp0 (sb_record_get_topic (record), json_object_get_string_member_with_default (tie, "topic", "")) == 0;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
part_tie (SbParting *self,
          SbTieKind kind,
          const char *before,
          const char *after,
          GError **error)
{
  g_autofree char *key = make_tie_key (before != NULL ? before : after, kind, error);
  g_autoptr (JsonNode) node = key != NULL ? json_from_string (before != NULL ? before : after, error) : NULL;
  gboolean is_there = TRUE;

  if (node == NULL)
    return FALSE;
  if (g_hash_table_contains (self->left_out, key))
    return TRUE;
  if (kind == SB_TIE_VERSION && before == NULL && !answers (self, json_node_get_object (node), &is_there, error))
    return FALSE;

  return !is_there || _sb_tie_add_to (json_node_get_object (node), kind, before != NULL ? SB_TIE_MADE : SB_TIE_UNDONE, self->changes, error);
}

static gboolean
part_entry (SbParting *self,
            SbStatement *entry,
            GError **error)
{
  const char *name = sb_statement_get_text (entry, "kind");
  const char *before = sb_statement_get_text (entry, "before");
  const char *after = sb_statement_get_text (entry, "after");
  gint64 id = sb_statement_get_int (entry, "record");
  SbKind kind = sb_kind_parse (name);
  g_auto (SbHistorySide) from = { 0 };
  g_auto (SbHistorySide) to = { 0 };

  if (kind == SB_KIND_NONE)
    return part_tie (self, _sb_tie_kind_parse (name), before, after, error);

  g_assert (before != NULL);
  if (!_sb_history_read_side (before, kind, id, &to, error))
    return FALSE;
  if (after != NULL && !_sb_history_read_side (after, kind, id, &from, error))
    return FALSE;

  return leave_out_parted (self, kind, id, &from.record, &to.record, error) && name_merged (self, &from.record, error) &&
         name_merged (self, &to.record, error) && part_record (self, kind, id, &from.record, to.record, error);
}

static gboolean
collect_changes (SbParting *self,
                 GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-history-entries", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", self->merge->history);
  sb_statement_bind_int (statement, ":direction", -1);
  while (sb_statement_step (statement, &failure))
    if (!part_entry (self, statement, error))
      return FALSE;

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What came back while this merge held named the one that was kept for the one
 * that was gone. */
static gboolean
rename_returned (SbParting *self,
                 GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-parted-removed", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  while (sb_statement_step (statement, &failure))
    {
      SbKind kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
      gint64 id = sb_statement_get_int (statement, "record");
      g_auto (SbHistorySide) to = { 0 };
      g_autoptr (SbRecord) from = NULL;

      if (!_sb_history_read_side (sb_statement_get_text (statement, "before"), kind, id, &to, error) ||
          !name_merged (self, &to.record, error))
        return FALSE;

      from = merge_refs (self, to.record);
      if (!part_record (self, kind, id, &from, to.record, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
note_parting (SbParting *self,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "part-merge", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":merge", self->merge->id);
  sb_statement_bind_int (statement, ":history", self->unit.history);
  return sb_statement_run (statement, error);
}

static gboolean
part (SbParting *self,
      const char *label,
      GError **error)
{
  const SbHistoryHead head = { .label = label, .state = "done" };

  self->changes = sb_change_set_new (NULL);
  self->parted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unit.is_reverting = TRUE;
  return list_left_out (self, error) && collect_changes (self, error) && rename_returned (self, error) && _sb_unit_apply (&self->unit, self->changes, error) &&
         _sb_history_add (&self->unit, &head, error) && note_parting (self, error);
}

gboolean
sb_store_unmerge (SbStore *self,
                  gint64 merge,
                  const char *label,
                  GError **error)
{
  const SbMergeQuery query = { .merge = merge };
  g_autoptr (SbTransaction) transaction = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_auto (SbParting) parting = { 0 };

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  transaction = sb_transaction_begin (self->connection, error);
  merges = transaction != NULL && merge != 0 ? sb_store_list_merges (self, &query, error) : NULL;
  if (merges == NULL || merges->len == 0)
    {
      if (transaction != NULL && (merge == 0 || merges != NULL))
        g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_NOT_MERGED, "There is no merge %" G_GINT64_FORMAT, merge);
      return FALSE;
    }

  _sb_unit_init (&parting.unit, self);
  parting.merge = g_ptr_array_index (merges, 0);
  if (!part (&parting, label, error) || !sb_transaction_commit (transaction, error))
    return FALSE;

  _sb_store_tell_changed (self, parting.unit.kinds);
  return TRUE;
}
