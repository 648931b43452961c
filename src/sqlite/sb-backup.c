/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "sb-sqlite-error-private.h"

/* A megabyte at a time, with pages of four kilobytes. */
#define PAGES_PER_STEP 256

/* A lock that is held for longer than this is not going away. */
#define LOCK_WAIT_MS     10
#define N_LOCK_WAITS_MAX 1000

/* How many instructions of SQLite's machine run between two looks at the
 * cancellable. */
#define INSTRUCTIONS_PER_CHECK 1000

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
  if (result == SQLITE_DONE)
    return TRUE;

  _sb_sqlite_set_error (error, NULL, result);
  return FALSE;
}

/* As copy_database(), from one moment: while a transaction is open, what others
 * change is not seen, and the copy need not start again for it. */
static gboolean
copy_moment (SbConnection *connection,
             sqlite3 *to,
             SbBackupFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  sqlite3 *from = sb_connection_get_handle (connection);
  gboolean is_ours = sqlite3_get_autocommit (from) != 0;
  gboolean success;

  if (is_ours && !sb_connection_exec (connection, "BEGIN; SELECT count (*) FROM sqlite_schema", error))
    {
      if (sqlite3_get_autocommit (from) == 0)
        sqlite3_exec (from, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }

  success = copy_database (from, to, progress, user_data, cancellable, error);
  if (is_ours)
    sqlite3_exec (from, "ROLLBACK", NULL, NULL, NULL);

  return success;
}

/* The copy says of itself that it has a write-ahead log: it has none. */
static gboolean
end_log (sqlite3 *to,
         GError **error)
{
  int result = sqlite3_exec (to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;

  _sb_sqlite_set_error (error, to, result);
  return FALSE;
}

static int
check_progress_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static int
note_problem_cb (void *user_data,
                 int n_columns,
                 char **values,
                 char **names)
{
  char **problem = user_data;

  if (g_strcmp0 (values[0], "ok") != 0 && *problem == NULL)
    *problem = g_strdup (values[0]);
  return 0;
}

/* Reads the copy, and by that what it was copied from. */
static gboolean
check_copy (sqlite3 *to,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *problem = NULL;
  int result;

  if (cancellable != NULL)
    sqlite3_progress_handler (to, INSTRUCTIONS_PER_CHECK, check_progress_cb, cancellable);
  result = sqlite3_exec (to, "PRAGMA quick_check (1)", note_problem_cb, &problem, NULL);
  if (result != SQLITE_OK)
    {
      _sb_sqlite_set_error (error, to, result);
      return FALSE;
    }

  if (problem == NULL)
    return TRUE;

  g_set_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT, "the database is damaged: %s", problem);
  return FALSE;
}

static gboolean
write_copy (SbConnection *connection,
            const char *path,
            SbBackupFlags flags,
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
    success = copy_moment (connection, to, progress, user_data, cancellable, error);
  else
    _sb_sqlite_set_error (error, to, result);

  if ((flags & SB_BACKUP_AS_IT_IS) == 0)
    success = success && end_log (to, error) && check_copy (to, cancellable, error);
  else if (success)
    /* What is too damaged to be changed is kept all the same. */
    end_log (to, NULL);

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

void
sb_backup_flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;

  fsync (descriptor);
  close (descriptor);
}

gboolean
sb_backup_run (SbConnection *connection,
               const char *path,
               SbBackupFlags flags,
               SbBackupFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *part = NULL;
  g_autofree char *journal = NULL;

  g_return_val_if_fail (SB_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  /* Two programs may be at it at once. */
  part = g_strdup_printf ("%s.%d.part", path, (int) getpid ());
  journal = g_strconcat (part, "-journal", NULL);

  /* What a crash may have left. */
  g_unlink (part);
  g_unlink (journal);

  if (write_copy (connection, part, flags, progress, user_data, cancellable, error) &&
      rename_file (part, path, error))
    {
      sb_backup_flush_folder (path);
      return TRUE;
    }

  g_unlink (part);
  g_unlink (journal);
  g_prefix_error (error, "%s: ", path);

  return FALSE;
}

gboolean
sb_backup_copy_into (SbConnection *to,
                     SbConnection *from,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (SB_IS_CONNECTION (to), FALSE);
  g_return_val_if_fail (SB_IS_CONNECTION (from), FALSE);
  g_return_val_if_fail (!sb_connection_is_in_transaction (to), FALSE);

  return copy_moment (from, sb_connection_get_handle (to), NULL, NULL, cancellable, error);
}
