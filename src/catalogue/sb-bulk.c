/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-bulk.h"

#include "sb-record-compare.h"
#include "sb-transaction.h"
#include "sb-unit-private.h"

struct _SbBulk
{
  SbStore *store; /* (owned) */
  SbTransaction *transaction; /* (owned) */
  char *label; /* (owned) (nullable) */
  SbUnit unit;
};

SbBulk *
sb_bulk_new (SbStore *store,
             const char *label,
             GError **error)
{
  SbTransaction *transaction;
  SbBulk *self;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  transaction = sb_transaction_begin (store->connection, error);
  if (transaction == NULL)
    return NULL;

  self = g_new0 (SbBulk, 1);
  self->store = g_object_ref (store);
  self->transaction = transaction;
  self->label = g_strdup (label);
  _sb_unit_init (&self->unit, store);
  return self;
}

void
sb_bulk_free (SbBulk *self)
{
  g_return_if_fail (self != NULL);

  _sb_unit_clear (&self->unit);
  g_clear_pointer (&self->transaction, sb_transaction_free);
  g_clear_object (&self->store);
  g_free (self->label);
  g_free (self);
}

gboolean
sb_bulk_apply (SbBulk *self,
               SbChangeSet *changes,
               GError **error)
{
  const SbHistoryHead head = { .label = self->label, .state = self->label != NULL ? "done" : "kept" };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  if (!_sb_unit_apply (&self->unit, changes, error))
    return FALSE;

  /* What was looked up is looked up again where it is needed: this is what keeps
   * memory within bounds. */
  g_hash_table_remove_all (self->unit.known);
  return _sb_history_add (&self->unit, &head, error);
}

gboolean
sb_bulk_is_change (SbRecord *stored,
                   SbRecord *record)
{
  g_return_val_if_fail (SB_IS_RECORD (stored) && SB_IS_RECORD (record), TRUE);

  return !_sb_record_stores_same (stored, record);
}

gboolean
sb_bulk_commit (SbBulk *self,
                GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!sb_transaction_commit (self->transaction, error))
    return FALSE;

  _sb_store_tell_changed (self->store, self->unit.kinds);
  return TRUE;
}
