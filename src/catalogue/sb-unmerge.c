/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unmerge-private.h"

#include "sb-catalogue-error.h"
#include "sb-transaction.h"

/* Changes between two writings: all of them need not be held in memory. */
#define BATCH 500

static void
parting_clear (SbParting *self)
{
  _sb_unit_clear (&self->unit);
  g_clear_pointer (&self->kept, sb_ref_unref);
  g_clear_pointer (&self->changes, sb_change_set_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->parted, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbParting, parting_clear)

static gboolean
find_link (SbParting *self,
           gint64 gone,
           SbMergeLink *link,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "find-merge-of", error);
  g_autoptr (GError) failure = NULL;

  *link = (SbMergeLink) { .gone = gone };
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":gone", gone);
  if (sb_statement_step (statement, &failure))
    {
      link->kept = sb_statement_get_int (statement, "kept");
      link->history = sb_statement_get_int (statement, "history");
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GArray *
_sb_parting_list_links (SbParting *self,
                        gint64 id,
                        GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SbMergeLink));
  SbMergeLink link = { .kept = id };

  while (find_link (self, link.kept, &link, error))
    {
      if (link.kept == 0)
        return g_steal_pointer (&links);
      g_array_append_val (links, link);
    }

  return NULL;
}

/* Stores what was collected. */
static gboolean
store_changes (SbParting *self,
               GError **error)
{
  if (!_sb_unit_apply (&self->unit, self->changes, error) || !_sb_history_add (&self->unit, &self->head, error))
    return FALSE;

  sb_change_set_unref (self->changes);
  self->changes = sb_change_set_new (NULL);
  self->n_changes = 0;
  g_hash_table_remove_all (self->parted);
  return TRUE;
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
    return _sb_parting_part_tie (self, _sb_tie_kind_parse (name), id, before, after, error);

  g_assert (before != NULL);
  if (!_sb_history_read_side (before, kind, id, &to, error))
    return FALSE;
  if (after != NULL && !_sb_history_read_side (after, kind, id, &from, error))
    return FALSE;
  if (!_sb_parting_part_record (self, kind, id, &from.record, &to.record, error))
    return FALSE;

  /* What went by the merge comes back all at once, because it names each other. */
  return after == NULL || !self->has_returned || self->n_changes < BATCH || store_changes (self, error);
}

static gboolean
count_entries (SbParting *self,
               gint64 *n_entries,
               GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "count-history-entries", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", self->merge->history);
  *n_entries = sb_statement_step (statement, &failure) ? sb_statement_get_int (statement, "n") : 0;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Takes back what the merge did, from its end to its beginning. */
static gboolean
part_entries (SbParting *self,
              SbMergeFunc progress,
              gpointer user_data,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-history-entries", error);
  g_autoptr (GError) failure = NULL;
  gint64 n_entries;

  if (statement == NULL || !count_entries (self, &n_entries, error))
    return FALSE;

  sb_statement_bind_int (statement, ":history", self->merge->history);
  sb_statement_bind_int (statement, ":direction", -1);
  for (gint64 i = 1; sb_statement_step (statement, &failure); i++)
    {
      if (!part_entry (self, statement, error))
        return FALSE;
      if (progress != NULL && self->n_changes == 0)
        progress ((double) i / (double) n_entries, user_data);
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
find_kept (SbParting *self,
           GError **error)
{
  gint64 id = sb_ref_get_id (self->merge->kept);
  g_autoptr (GArray) links = _sb_parting_list_links (self, id, error);
  g_autoptr (SbRecord) kept = NULL;
  g_autoptr (GError) failure = NULL;

  if (links == NULL)
    return FALSE;

  if (links->len > 0)
    id = g_array_index (links, SbMergeLink, links->len - 1).kept;
  kept = sb_store_get (self->unit.store, sb_ref_get_kind (self->merge->kept), id, &failure);
  self->kept = kept != NULL ? sb_record_dup_ref (kept) : sb_ref_ref (self->merge->kept);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
list_others (SbParting *self,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->unit.store, "list-merged-into", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":kept", sb_ref_get_id (self->merge->gone));
  while (sb_statement_step (statement, &failure))
    g_hash_table_insert (self->others, g_strdup (sb_statement_get_text (statement, "uuid")), sb_ref_ref (self->merge->gone));

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
start (SbParting *self,
       SbStore *store,
       const SbMerge *merge,
       GError **error)
{
  _sb_unit_init (&self->unit, store);
  self->unit.is_reverting = TRUE;
  self->merge = merge;
  self->changes = sb_change_set_new (NULL);
  self->parted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->others = _sb_merge_table_new ();
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notes = _sb_merge_notes_new ();
  return find_kept (self, error) && list_others (self, error) && _sb_parting_list_left_out (self, error);
}

GPtrArray *
sb_store_unmerge (SbStore *self,
                  gint64 merge,
                  const char *label,
                  SbMergeFunc progress,
                  gpointer user_data,
                  GError **error)
{
  const SbMergeQuery query = { .merge = merge };
  g_autoptr (SbTransaction) transaction = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_auto (SbParting) parting = { .head = { .label = label, .state = "done" } };

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  transaction = sb_transaction_begin (self->connection, error);
  merges = transaction != NULL && merge != 0 ? sb_store_list_merges (self, &query, error) : NULL;
  if (merges == NULL || merges->len == 0)
    {
      if (transaction != NULL && (merge == 0 || merges != NULL))
        g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_NOT_MERGED, "There is no merge %" G_GINT64_FORMAT, merge);
      return NULL;
    }

  if (!start (&parting, self, g_ptr_array_index (merges, 0), error) || !part_entries (&parting, progress, user_data, error) ||
      !_sb_parting_rename_returned (&parting, error) || !store_changes (&parting, error) || !note_parting (&parting, error) ||
      !sb_transaction_commit (transaction, error))
    return NULL;

  _sb_store_tell_changed (self, parting.unit.kinds);
  return g_steal_pointer (&parting.notes);
}
