/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

#include "sb-merge-private.h"
#include "sb-record-revert.h"
#include "sb-tie-json.h"
#include "sb-transaction.h"

typedef enum
{
  SB_HISTORY_UNDO,
  SB_HISTORY_REDO,
} SbHistoryDirection;

/* A unit of work that is being undone or redone. */
typedef struct
{
  SbStore *store; /* (unowned) */
  SbHistoryDirection direction;
  SbChangeSet *changes; /* (owned) what it takes */
  SbChangeSet *removals; /* (owned) and what is to go after that */
  GHashTable *reverted; /* (owned) id to SbRecord: what it is at this point, for
                           a record that the unit changed more than once */
} SbReversal;

static void
reversal_clear (SbReversal *reversal)
{
  g_clear_pointer (&reversal->changes, sb_change_set_unref);
  g_clear_pointer (&reversal->removals, sb_change_set_unref);
  g_clear_pointer (&reversal->reverted, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbReversal, reversal_clear)

/* The record as it is once what was reverted so far is stored; *@current is
 * NULL when it is not there. */
static gboolean
find_current (SbReversal *reversal,
              SbKind kind,
              gint64 id,
              SbRecord **current,
              GError **error)
{
  SbRecord *reverted = g_hash_table_lookup (reversal->reverted, &id);
  GError *failure = NULL;

  *current = reverted != NULL ? g_object_ref (reverted) : sb_store_get (reversal->store, kind, id, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);
  return FALSE;
}

/* Asks for a record to be again what it was at the side of @to. */
static gboolean
revert_record (SbReversal *reversal,
               SbKind kind,
               gint64 id,
               const SbHistorySide *from,
               const SbHistorySide *to,
               GError **error)
{
  g_autoptr (SbRecord) current = NULL;
  g_autoptr (SbRecord) merged = NULL;

  if (to->record == NULL)
    {
      g_autoptr (SbRef) ref = sb_ref_new (kind, id, NULL, NULL);

      sb_change_set_remove (reversal->removals, ref);
      return TRUE;
    }

  if (!find_current (reversal, kind, id, &current, error))
    return FALSE;

  merged = current != NULL && from->record != NULL ? _sb_record_revert (current, from->record, to->record, SB_REVERT_DEFAULT)
                                                   : g_object_ref (to->record);
  g_hash_table_insert (reversal->reverted, g_memdup2 (&id, sizeof id), g_object_ref (merged));
  if (kind == SB_KIND_DOCUMENT)
    sb_change_set_put_document (reversal->changes, merged, to->blocks, NULL);
  else
    sb_change_set_put (reversal->changes, merged);
  return TRUE;
}

static gboolean
revert_tie (SbReversal *reversal,
            SbTieKind kind,
            const char *from,
            const char *to,
            GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (to != NULL ? to : from, error);

  return node != NULL &&
         _sb_tie_add_to (json_node_get_object (node), kind, to != NULL ? SB_TIE_MADE : SB_TIE_UNDONE, reversal->changes, error);
}

static gboolean
revert_entry (SbReversal *reversal,
              SbStatement *entry,
              GError **error)
{
  gboolean is_undone = reversal->direction == SB_HISTORY_UNDO;
  const char *name = sb_statement_get_text (entry, "kind");
  const char *before = sb_statement_get_text (entry, "before");
  const char *after = sb_statement_get_text (entry, "after");
  const char *from = is_undone ? after : before;
  const char *to = is_undone ? before : after;
  SbKind kind = sb_kind_parse (name);
  gint64 id = sb_statement_get_int (entry, "record");
  g_auto (SbHistorySide) from_side = { 0 };
  g_auto (SbHistorySide) to_side = { 0 };

  if (_sb_unit_is_own (name))
    return _sb_unit_revert_own (name, from, to, reversal->changes, error);
  if (kind == SB_KIND_NONE)
    return revert_tie (reversal, _sb_tie_kind_parse (name), from, to, error);

  /* What was added goes; what was taken away again by others stays away. */
  if (before == NULL && after == NULL && !is_undone)
    return TRUE;
  if (from != NULL && !_sb_history_read_side (from, kind, id, &from_side, error))
    return FALSE;
  if (to != NULL && !_sb_history_read_side (to, kind, id, &to_side, error))
    return FALSE;

  return revert_record (reversal, kind, id, &from_side, &to_side, error);
}

/* Collects what it takes to undo or redo a unit of work: undoing goes from the
 * last change to the first. */
static gboolean
read_changes (SbReversal *reversal,
              gint64 history,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (reversal->store, "list-history-entries", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", history);
  sb_statement_bind_int (statement, ":direction", reversal->direction == SB_HISTORY_UNDO ? -1 : 1);
  while (sb_statement_step (statement, &failure))
    if (!revert_entry (reversal, statement, error))
      return FALSE;

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
set_state (SbStore *self,
           gint64 history,
           SbHistoryDirection direction,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self, "set-history-state", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", history);
  sb_statement_bind_text (statement, ":state", direction == SB_HISTORY_UNDO ? "undone" : "done");
  return sb_statement_run (statement, error);
}

/* Redoing is undoing what undid it: that has all that was there by then, whereas
 * the unit itself keeps no copy of what it added. Catalogues of before version 4
 * kept copies, and nothing of the undoing. */
static gboolean
find_way (SbReversal *reversal,
          gint64 history,
          gint64 *way,
          GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  *way = history;
  if (reversal->direction == SB_HISTORY_UNDO)
    return TRUE;

  statement = _sb_store_query (reversal->store, "get-history-of-undoing", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":history", history);
  if (sb_statement_step (statement, &failure))
    {
      *way = sb_statement_get_int (statement, "id");
      reversal->direction = SB_HISTORY_UNDO;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The kinds that changed; -1 on error. */
static int
revert_unit (SbStore *self,
             gint64 history,
             const char *label,
             SbHistoryDirection direction,
             GError **error)
{
  g_auto (SbReversal) reversal = { .store = self, .direction = direction };
  g_auto (SbUnit) unit = { 0 };
  SbHistoryHead head = { .label = label, .state = "kept" };
  gint64 way;

  reversal.changes = sb_change_set_new (NULL);
  reversal.removals = sb_change_set_new (NULL);
  reversal.reverted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  if (!find_way (&reversal, history, &way, error) || !read_changes (&reversal, way, error))
    return -1;

  if (direction == SB_HISTORY_UNDO)
    head.undoes = history;
  else
    head.redoes = history;

  _sb_unit_init (&unit, self);
  unit.is_reverting = TRUE;
  if (!_sb_unit_apply (&unit, reversal.changes, error) || !_sb_unit_move_late (&unit, &head, error) ||
      !_sb_unit_apply (&unit, reversal.removals, error) || !_sb_history_add (&unit, &head, error) ||
      !set_state (self, history, direction, error))
    return -1;

  return unit.kinds;
}

/* The id and label of the unit to be undone or redone; *@label is NULL when
 * there is none. */
static gboolean
find_unit (SbStore *self,
           SbHistoryDirection direction,
           gint64 *history,
           char **label,
           GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  *history = 0;
  *label = NULL;
  statement = _sb_store_query (self, direction == SB_HISTORY_UNDO ? "get-history-to-undo" : "get-history-to-redo", error);
  if (statement == NULL)
    return FALSE;

  if (sb_statement_step (statement, &failure))
    {
      *history = sb_statement_get_int (statement, "id");
      *label = sb_statement_dup_text (statement, "label");
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static char *
revert (SbStore *self,
        SbHistoryDirection direction,
        GError **error)
{
  g_autoptr (SbTransaction) transaction = sb_transaction_begin (self->connection, error);
  g_autofree char *label = NULL;
  gint64 history;
  int kinds;

  if (transaction == NULL || !find_unit (self, direction, &history, &label, error))
    return NULL;

  if (label == NULL)
    return NULL;

  kinds = revert_unit (self, history, label, direction, error);
  if (kinds < 0 || !sb_transaction_commit (transaction, error))
    return NULL;

  _sb_store_tell_changed (self, kinds);
  return g_steal_pointer (&label);
}

char *
sb_store_undo (SbStore *self,
               GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  return revert (self, SB_HISTORY_UNDO, error);
}

char *
sb_store_redo (SbStore *self,
               GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  return revert (self, SB_HISTORY_REDO, error);
}

char *
sb_store_dup_undo_label (SbStore *self,
                         GError **error)
{
  char *label;
  gint64 history;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  return find_unit (self, SB_HISTORY_UNDO, &history, &label, error) ? label : NULL;
}

char *
sb_store_dup_redo_label (SbStore *self,
                         GError **error)
{
  char *label;
  gint64 history;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  return find_unit (self, SB_HISTORY_REDO, &history, &label, error) ? label : NULL;
}
