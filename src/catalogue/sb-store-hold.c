/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-catalogue-error.h"
#include "sb-store-private.h"
#include "sb-transaction.h"

struct _SbStoreHold
{
  SbStore *store; /* (owned) */
  SbTransaction *transaction; /* (owned) (nullable) until it is committed */
};

SbStoreHold *
sb_store_hold (SbStore *self,
               GError **error)
{
  SbTransaction *transaction;
  SbStoreHold *hold;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (!self->is_held, NULL);

  transaction = sb_transaction_begin (self->connection, error);
  if (transaction == NULL)
    return NULL;

  self->is_held = TRUE;
  self->held_kinds = 0;
  self->is_spoilt = FALSE;
  hold = g_new0 (SbStoreHold, 1);
  hold->store = g_object_ref (self);
  hold->transaction = transaction;
  return hold;
}

gboolean
sb_store_hold_commit (SbStoreHold *self,
                      GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->transaction != NULL, FALSE);

  if (self->store->is_spoilt)
    {
      g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID, "a part of the work had failed");
      return FALSE;
    }

  if (!sb_transaction_commit (self->transaction, error))
    return FALSE;

  g_clear_pointer (&self->transaction, sb_transaction_free);
  self->store->is_held = FALSE;
  _sb_store_tell_changed (self->store, self->store->held_kinds);
  return TRUE;
}

void
sb_store_hold_free (SbStoreHold *self)
{
  if (self == NULL)
    return;

  if (self->transaction != NULL)
    {
      sb_transaction_free (self->transaction);
      self->store->is_held = FALSE;
    }

  g_object_unref (self->store);
  g_free (self);
}
