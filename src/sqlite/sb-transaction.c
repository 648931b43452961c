/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-transaction.h"

struct _SbTransaction
{
  SbConnection *connection; /* (owned) */
  gboolean is_committed;
};

SbTransaction *
sb_transaction_begin (SbConnection *connection,
                      GError **error)
{
  SbTransaction *self;

  if (!sb_connection_begin (connection, error))
    return NULL;

  self = g_new0 (SbTransaction, 1);
  self->connection = g_object_ref (connection);

  return self;
}

gboolean
sb_transaction_commit (SbTransaction *self,
                       GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (!self->is_committed, FALSE);

  self->is_committed = sb_connection_commit (self->connection, error);

  return self->is_committed;
}

void
sb_transaction_free (SbTransaction *self)
{
  if (self == NULL)
    return;

  if (!self->is_committed)
    sb_connection_rollback (self->connection);

  g_object_unref (self->connection);
  g_free (self);
}
