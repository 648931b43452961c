/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-backup.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "sb-sqlite-error-private.h"

/* A megabyte at a time, with pages of four kilobytes. */
#define PAGES_PER_STEP 256

/* A lock that is held for longer than this is not going away. */
#define LOCK_WAIT_MS     10
#define N_LOCK_WAITS_MAX 1000

/* Copies until all is copied. Returns SQLITE_DONE, or what went wrong. */
static int
copy_pages (sqlite3_backup *backup,
            SbBackupFunc progress,
            gpointer user_data,
            GCancellable *cancellable)
{
  guint n_waits = 0;

  while (!g_cancellable_is_cancelled (cancellable))
    {
      int result = sqlite3_backup_step (backup, PAGES_PER_STEP);
      int n_pages = sqlite3_backup_pagecount (backup);

      if (result == SQLITE_BUSY || result == SQLITE_LOCKED)
        {
          if (++n_waits > N_LOCK_WAITS_MAX)
            return SQLITE_BUSY;
          sqlite3_sleep (LOCK_WAIT_MS);
          continue;
        }

      if (progress != NULL && n_pages > 0)
        progress (1.0 - (double) sqlite3_backup_remaining (backup) / n_pages, user_data);

      if (result != SQLITE_OK)
        return result;
    }

  return SQLITE_INTERRUPT;
}

static gboolean
copy_database (sqlite3 *from,
               sqlite3 *to,
               SbBackupFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int result;

  if (backup == NULL)
    {
      _sb_sqlite_set_error (error, to, sqlite3_errcode (to));
      return FALSE;
    }

  result = copy_pages (backup, progress, user_data, cancellable);
  sqlite3_backup_finish (backup);

  /* The copy says of itself that it has a write-ahead log: it has none. */
  if (result == SQLITE_DONE)
    result = sqlite3_exec (to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;

  _sb_sqlite_set_error (error, to, result);

  return FALSE;
}

static gboolean
write_copy (SbConnection *connection,
            const char *path,
            SbBackupFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  sqlite3 *to = NULL;
  int result;
  gboolean success = FALSE;

  result = sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL);
  if (result == SQLITE_OK)
    success = copy_database (sb_connection_get_handle (connection), to, progress, user_data, cancellable, error);
  else
    _sb_sqlite_set_error (error, to, result);

  sqlite3_close (to);

  return success;
}

static gboolean
rename_file (const char *from,
             const char *to,
             GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;

  g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_IO, g_strerror (errno));

  return FALSE;
}

gboolean
sb_backup_run (SbConnection *connection,
               const char *path,
               SbBackupFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *part = NULL;
  g_autofree char *journal = NULL;

  g_return_val_if_fail (SB_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  part = g_strconcat (path, ".part", NULL);
  journal = g_strconcat (part, "-journal", NULL);

  /* What a crash may have left. */
  g_unlink (part);
  g_unlink (journal);

  if (write_copy (connection, part, progress, user_data, cancellable, error) &&
      rename_file (part, path, error))
    return TRUE;

  g_unlink (part);
  g_unlink (journal);
  g_prefix_error (error, "%s: ", path);

  return FALSE;
}
