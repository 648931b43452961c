/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-migrations.h"

#include <sqlite3.h>

#include "sb-transaction.h"

static gboolean
check_foreign_keys (SbConnection *connection,
                    GError **error)
{
  gint64 n_orphans;

  if (!sb_connection_get_integer (connection, "SELECT count (*) FROM pragma_foreign_key_check", &n_orphans, error))
    return FALSE;

  if (n_orphans == 0)
    return TRUE;

  g_set_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CONSTRAINT,
               "%" G_GINT64_FORMAT " rows refer to rows that do not exist", n_orphans);

  return FALSE;
}

static gboolean
run_migration (SbConnection *connection,
               const SbMigration *migration,
               GError **error)
{
  g_autoptr (SbTransaction) transaction = NULL;
  int version;

  if (!(transaction = sb_transaction_begin (connection, error)) ||
      !sb_connection_get_user_version (connection, &version, error))
    return FALSE;

  /* Another process may have been here while we waited for the lock. */
  if (version >= migration->version)
    return TRUE;

  return sb_connection_exec (connection, migration->sql, error) &&
         check_foreign_keys (connection, error) &&
         sb_connection_set_user_version (connection, migration->version, error) &&
         sb_transaction_commit (transaction, error);
}

static gboolean
run_migrations (SbConnection *connection,
                const SbMigration *migrations,
                guint n_migrations,
                int version,
                GError **error)
{
  for (guint i = 0; i < n_migrations; i++)
    {
      if (migrations[i].version <= version)
        continue;

      if (!run_migration (connection, &migrations[i], error))
        {
          g_prefix_error (error, "migration %d: ", migrations[i].version);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
sb_migrations_run (SbConnection *connection,
                   const SbMigration *migrations,
                   guint n_migrations,
                   SbMigrationFunc before,
                   gpointer user_data,
                   GError **error)
{
  sqlite3 *db;
  int version, last;
  gboolean success;

  g_return_val_if_fail (SB_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (!sb_connection_is_in_transaction (connection), FALSE);
  g_return_val_if_fail (n_migrations > 0, FALSE);

  if (!sb_connection_get_user_version (connection, &version, error))
    return FALSE;

  last = migrations[n_migrations - 1].version;
  if (version == last)
    return TRUE;

  if (version > last)
    {
      g_set_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NEWER,
                   "the schema has version %d, the last one known is %d", version, last);
      return FALSE;
    }

  if (version > 0 && before != NULL && !before (connection, version, last, user_data, error))
    return FALSE;

  /* A table that is dropped to be made again takes with it what refers to it,
   * unless foreign keys are off; they cannot be turned off in a transaction. */
  db = sb_connection_get_handle (connection);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  success = run_migrations (connection, migrations, n_migrations, version, error);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);

  return success;
}
