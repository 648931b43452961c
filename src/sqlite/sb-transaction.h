/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"

G_BEGIN_DECLS

/**
 * SbTransaction:
 *
 * A transaction, or a savepoint inside another one, that is rolled back when
 * it is freed without having been committed: a unit of work that fails leaves
 * no trace.
 *
 * |[
 *   g_autoptr (SbTransaction) transaction = NULL;
 *
 *   if (!(transaction = sb_transaction_begin (connection, error)))
 *     return FALSE;
 *   ...
 *   return sb_transaction_commit (transaction, error);
 * ]|
 */
typedef struct _SbTransaction SbTransaction;

SbTransaction *sb_transaction_begin (SbConnection *connection,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* At most once; a commit that fails is rolled back when it is freed. */
gboolean sb_transaction_commit (SbTransaction *self,
                                GError **error);
void sb_transaction_free (SbTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTransaction, sb_transaction_free)

G_END_DECLS
