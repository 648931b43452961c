/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

#include "sb-catalogue-error.h"
#include "sb-clock.h"
#include "sb-transaction.h"

static void
history_entry_free (gpointer data)
{
  SbHistoryEntry *entry = data;

  g_free (entry->before);
  g_free (entry->after);
  g_free (entry);
}

void
_sb_unit_init (SbUnit *self,
               SbStore *store)
{
  self->store = store;
  self->now = sb_clock_now ();
  self->kinds = 0;
  self->counted_kinds = 0;
  self->counts = (SbImportCounts) { 0 };
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->entries = g_ptr_array_new_with_free_func (history_entry_free);
  self->history = 0;
  self->n_entries = 0;
  self->is_reverting = FALSE;
  self->is_importing = FALSE;
  self->is_merging = FALSE;
  self->is_edit = FALSE;
}

void
_sb_unit_clear (SbUnit *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
}

void
_sb_unit_take_entry (SbUnit *self,
                     gint64 record,
                     const char *kind,
                     char *before,
                     char *after)
{
  SbHistoryEntry *entry = g_new0 (SbHistoryEntry, 1);

  entry->record = record;
  entry->kind = kind;
  entry->before = before;
  entry->after = after;
  g_ptr_array_add (self->entries, entry);
}

void
_sb_unit_mark_changed (SbUnit *self,
                       SbKind kind)
{
  self->kinds |= 1 << kind;
}

static gboolean
read_known (SbStatement *statement,
            SbKnown *known,
            GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (sb_statement_step (statement, &failure))
    {
      known->id = sb_statement_get_int (statement, "id");
      known->kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
find_merged (SbUnit *self,
             const char *uuid,
             SbKnown *known,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "find-merged", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":uuid", uuid);
  if (!read_known (statement, known, error))
    return FALSE;

  known->is_merged = known->kind != SB_KIND_NONE;
  return TRUE;
}

gboolean
_sb_unit_find (SbUnit *self,
               SbRef *ref,
               SbKnown *known,
               GError **error)
{
  const char *uuid = sb_ref_get_uuid (ref);
  g_autoptr (SbStatement) statement = NULL;
  SbKnown *found = uuid != NULL ? g_hash_table_lookup (self->known, uuid) : NULL;

  *known = (SbKnown) { 0 };
  if (found != NULL)
    {
      *known = *found;
      return TRUE;
    }

  statement = _sb_store_query (self->store, uuid != NULL ? "find-record-by-uuid" : "find-record", error);
  if (statement == NULL)
    return FALSE;

  if (uuid != NULL)
    sb_statement_bind_text (statement, ":uuid", uuid);
  else
    sb_statement_bind_int (statement, ":id", sb_ref_get_id (ref));
  if (!read_known (statement, known, error))
    return FALSE;

  if (known->id == 0 && uuid != NULL && !find_merged (self, uuid, known, error))
    return FALSE;

  if ((known->id != 0 || known->is_merged) && uuid != NULL)
    g_hash_table_insert (self->known, g_strdup (uuid), g_memdup2 (known, sizeof *known));
  return TRUE;
}

gboolean
_sb_unit_resolve (SbUnit *self,
                  SbRef *ref,
                  SbKnown *known,
                  GError **error)
{
  g_autofree char *name = NULL;

  if (!_sb_unit_find (self, ref, known, error))
    return FALSE;

  if (known->id != 0 && known->kind == sb_ref_get_kind (ref))
    return TRUE;

  name = sb_ref_get_uuid (ref) != NULL ? g_strdup (sb_ref_get_uuid (ref)) : g_strdup_printf ("%" G_GINT64_FORMAT, sb_ref_get_id (ref));
  g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE,
               "There is no %s %s", sb_kind_get_name (sb_ref_get_kind (ref)), name);
  return FALSE;
}

static gboolean
announce (SbUnit *self,
          const SbChange *change,
          GError **error)
{
  return change->is_waiting ? _sb_unit_announce_new (self, change->record, error)
                            : _sb_unit_announce (self, change->record, error);
}

static gboolean
announce_all (SbUnit *self,
              GPtrArray *changes,
              GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SbChange *change = g_ptr_array_index (changes, i);

      if (change->type == SB_CHANGE_PUT && !announce (self, change, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply_change (SbUnit *self,
              SbChange *change,
              GError **error)
{
  switch (change->type)
    {
    case SB_CHANGE_PUT:
      return _sb_unit_put (self, change, error);

    case SB_CHANGE_PUT_EVIDENCE:
      return _sb_unit_put_evidence (self, change, error);

    case SB_CHANGE_REMOVE_EVIDENCE:
      return _sb_unit_remove_evidence (self, change, error);

    case SB_CHANGE_ADD_MEMBER:
    case SB_CHANGE_REMOVE_MEMBER:
      return _sb_unit_change_member (self, change, error);

    case SB_CHANGE_PUT_VERSION:
    case SB_CHANGE_REMOVE_VERSION:
      return _sb_unit_change_version (self, change, error);

    case SB_CHANGE_PUT_MENTION_RULE:
    case SB_CHANGE_REMOVE_MENTION_RULE:
      return _sb_unit_change_mention_rule (self, change, error);

    case SB_CHANGE_PUT_SAVED_SEARCH:
    case SB_CHANGE_REMOVE_SAVED_SEARCH:
      return _sb_unit_change_saved_search (self, change, error);

    case SB_CHANGE_MARK_READ:
    case SB_CHANGE_MARK_STARRED:
    case SB_CHANGE_MARK_ARCHIVED:
      return _sb_unit_mark (self, change, error);

    case SB_CHANGE_REMOVE:
    default:
      g_assert_not_reached ();
    }
}

/* The parts of a unit, so that it does not matter in which order things were
 * asked for: records first, what ties them, and removals last. */
static gboolean
has_turn (SbChangeType type,
          guint turn)
{
  return type != SB_CHANGE_REMOVE && (type == SB_CHANGE_PUT) == (turn == 0);
}

static gboolean
remove_all (SbUnit *self,
            GPtrArray *changes,
            GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const SbChange *change = g_ptr_array_index (changes, i);

      if (change->type == SB_CHANGE_REMOVE)
        g_ptr_array_add (refs, change->ref);
    }

  return refs->len == 0 || _sb_unit_remove (self, refs, error);
}

gboolean
_sb_unit_apply (SbUnit *self,
                SbChangeSet *set,
                GError **error)
{
  GPtrArray *changes = _sb_change_set_get_changes (set);

  if (!announce_all (self, changes, error))
    return FALSE;

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < changes->len; i++)
      {
        SbChange *change = g_ptr_array_index (changes, i);

        if (has_turn (change->type, turn) && !apply_change (self, change, error))
          return FALSE;
      }

  return remove_all (self, changes, error) && _sb_unit_settle_groups (self, error);
}

gboolean
_sb_unit_set_importing (SbUnit *self,
                        GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "has-merges", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  self->is_importing = sb_statement_step (statement, &failure) && sb_statement_get_boolean (statement, "found");
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Stores @changes in the transaction that is open, and ends that, unless it is the one
 * of a hold. */
static int
store_unit (SbUnit *unit,
            SbTransaction *transaction, /* (nullable) */
            SbChangeSet *changes,
            GError **error)
{
  SbHistoryHead head = { .label = _sb_change_set_get_label (changes) };

  head.state = head.label != NULL ? "done" : "kept";
  if (!_sb_unit_apply (unit, changes, error) || !_sb_history_add (unit, &head, error) ||
      (transaction != NULL && !sb_transaction_commit (transaction, error)))
    return -1;

  _sb_store_tell_changed (unit->store, unit->kinds);
  return unit->kinds;
}

int
_sb_store_import_and_count (SbStore *self,
                            SbChangeSet *changes,
                            SbImportCounts *counts,
                            GError **error)
{
  g_autoptr (SbTransaction) transaction = sb_transaction_begin (self->connection, error);
  g_auto (SbUnit) unit = { 0 };
  int kinds;

  if (transaction == NULL)
    return -1;

  _sb_unit_init (&unit, self);
  if (!_sb_unit_set_importing (&unit, error))
    return -1;

  kinds = store_unit (&unit, transaction, changes, error);
  if (kinds >= 0 && counts != NULL)
    *counts = unit.counts;
  return kinds;
}

int
sb_store_apply (SbStore *self,
                SbChangeSet *changes,
                GError **error)
{
  g_autoptr (SbTransaction) transaction = NULL;
  g_auto (SbUnit) unit = { 0 };
  int kinds;

  g_return_val_if_fail (SB_IS_STORE (self), -1);
  g_return_val_if_fail (changes != NULL, -1);

  if (sb_change_set_is_empty (changes))
    return 0;

  /* A transaction within that of a hold would copy each page that it changes: rather
   * is the whole hold given up when a part of it fails. */
  if (!self->is_held && !(transaction = sb_transaction_begin (self->connection, error)))
    return -1;

  _sb_unit_init (&unit, self);
  unit.is_edit = _sb_change_set_get_label (changes) != NULL;
  kinds = store_unit (&unit, transaction, changes, error);
  if (kinds < 0)
    self->is_spoilt = self->is_held;
  return kinds;
}
