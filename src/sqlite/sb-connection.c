/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-connection.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "sb-sqlite-error-private.h"
#include "sb-sqlite-library-private.h"
#include "sb-statement-private.h"

/* How long a lock of another process is waited for. */
#define BUSY_TIMEOUT_MS 20000

/* Between two tries. Short, because a program that stores one thing after the
 * other lets go of the lock for less than a millisecond: who asks rarely never
 * gets it. By chance, so that two that wait do not ask in step for ever. */
#define MIN_WAIT_US 500
#define MAX_WAIT_US 5000

/* How many instructions of SQLite's machine run between two looks at the
 * cancellable: some tens of microseconds. */
#define INSTRUCTIONS_PER_CHECK 1000

struct _SbConnection
{
  GObject parent_instance;

  char *path; /* (owned) */
  SbConnectionFlags flags;
  sqlite3 *db; /* (owned) */
  GHashTable *statements; /* (owned) (element-type utf8 SbStatement) */
  GCancellable *cancellable; /* (owned) (nullable) */
  guint depth; /* of the transactions that were begun */
  guint busy_timeout; /* in milliseconds */
  gint64 busy_since; /* of the lock that is waited for, in monotonic time */
};

G_DEFINE_FINAL_TYPE (SbConnection, sb_connection, G_TYPE_OBJECT)

static int
check_progress_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static int
wait_for_lock_cb (void *user_data,
                  int n_tries)
{
  SbConnection *self = user_data;
  gint64 now = g_get_monotonic_time ();

  if (n_tries == 0)
    self->busy_since = now;
  if (g_cancellable_is_cancelled (self->cancellable) ||
      now - self->busy_since >= (gint64) self->busy_timeout * G_TIME_SPAN_MILLISECOND)
    return 0;

  g_usleep ((gulong) g_random_int_range (MIN_WAIT_US, MAX_WAIT_US));
  return 1;
}

gboolean
_sb_connection_check_cancelled (SbConnection *self,
                                GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Like sb_connection_exec(), but works when cancelled. */
static gboolean
exec_always (SbConnection *self,
             const char *sql,
             GError **error)
{
  int result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;

  _sb_sqlite_set_error (error, self->db, result);

  return FALSE;
}

/* That a file cannot be seen, because its folder may not be looked into, is
 * another matter. */
static gboolean
is_missing (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

static gboolean
open_database (SbConnection *self,
               const char *name,
               GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
  int result;

  if (self->flags & SB_CONNECTION_READ_ONLY)
    flags |= SQLITE_OPEN_READONLY;
  else
    flags |= SQLITE_OPEN_READWRITE;
  if (self->flags & SB_CONNECTION_CREATE)
    flags |= SQLITE_OPEN_CREATE;

  result = sqlite3_open_v2 (name, &self->db, flags, NULL);
  if (result == SQLITE_OK)
    return TRUE;

  if ((result & 0xff) == SQLITE_CANTOPEN && !(self->flags & SB_CONNECTION_CREATE) &&
      is_missing (self->path))
    g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_FOUND, "no such file");
  else
    _sb_sqlite_set_error (error, self->db, result);

  return FALSE;
}

static gboolean
configure (SbConnection *self,
           GError **error)
{
  sqlite3_busy_handler (self->db, wait_for_lock_cb, self);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  /* A name that does not exist is a mistake, not a string. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  /* SQLite opens a file when it first reads it: do it now, so that what is
   * wrong with it is told by whoever opens it. */
  if (self->flags & SB_CONNECTION_READ_ONLY)
    return exec_always (self, "PRAGMA schema_version", error);

  /* SQLite opens what may not be written to for reading, without a word. */
  if (sqlite3_db_readonly (self->db, "main") == 1)
    {
      g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_READ_ONLY, "the file may not be written to");
      return FALSE;
    }

  /* In WAL mode NORMAL can lose the last transactions in a power cut, but
   * never the database. */
  if (!exec_always (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", error))
    return FALSE;

  /* The system lets us write. It is the header that does not, by asking for a
   * newer way of writing (byte 18), which no SQLite has made. */
  if (sqlite3_db_readonly (self->db, "main") != 1)
    return TRUE;

  g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT, "the header of the file forbids to write it");
  return FALSE;
}

/* The file name as SQLite takes it: as an address, so that a name which begins
 * with "file:" is one as well. */
static char *
make_name (const char *path,
           const char *query)
{
  g_autofree char *escaped = NULL;

  if (g_str_equal (path, ":memory:"))
    return g_strdup (path);

  escaped = g_uri_escape_bytes ((const guint8 *) path, strlen (path), "/");
  /* Two slashes at the start would be taken for the name of a machine. */
  return g_strconcat (path[0] == '/' ? "file://" : "file:", escaped, query, NULL);
}

/* Whether there are changes beside the file that are not, or not yet, its own. */
static gboolean
has_log (const char *path)
{
  static const char *const endings[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *log = g_strconcat (path, endings[i], NULL);
      GStatBuf info;

      if (g_stat (log, &info) == 0 && info.st_size > 0)
        return TRUE;
    }

  return FALSE;
}

/* A log cannot be read without an index of it beside it, which SQLite makes. In
 * a folder that cannot be written to it can only be done without both: nobody
 * changes the file then, and all of it is in the file. */
static gboolean
open_in_locked_folder (SbConnection *self,
                       GError **error)
{
  g_autofree char *name = make_name (self->path, "?immutable=1");

  if (has_log (self->path))
    {
      g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_UNFINISHED,
                           "there are changes in the log beside the file, and the folder cannot be written to");
      return FALSE;
    }

  sqlite3_close_v2 (self->db);
  self->db = NULL;
  return open_database (self, name, error) && configure (self, error);
}

static gboolean
is_in_locked_folder (SbConnection *self,
                     const GError *failure)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return (self->flags & SB_CONNECTION_READ_ONLY) != 0 &&
         (g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CANT_OPEN) ||
          g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_READ_ONLY)) &&
         g_access (self->path, R_OK) == 0 && g_access (folder, W_OK) != 0;
}

static gboolean
open_and_configure (SbConnection *self,
                    GError **error)
{
  g_autofree char *name = make_name (self->path, NULL);
  g_autoptr (GError) failure = NULL;

  if (open_database (self, name, &failure) && configure (self, &failure))
    return TRUE;

  if (is_in_locked_folder (self, failure))
    return open_in_locked_folder (self, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
sb_connection_finalize (GObject *object)
{
  SbConnection *self = SB_CONNECTION (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  sqlite3_close_v2 (self->db);
  g_free (self->path);

  G_OBJECT_CLASS (sb_connection_parent_class)->finalize (object);
}

static void
sb_connection_class_init (SbConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_connection_finalize;
  _sb_sqlite_set_up ();
}

static void
sb_connection_init (SbConnection *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) _sb_statement_destroy);
  self->busy_timeout = BUSY_TIMEOUT_MS;
}

SbConnection *
sb_connection_open (const char *path,
                    SbConnectionFlags flags,
                    GError **error)
{
  g_autoptr (SbConnection) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (!(flags & SB_CONNECTION_CREATE) || !(flags & SB_CONNECTION_READ_ONLY), NULL);

  self = g_object_new (SB_TYPE_CONNECTION, NULL);
  self->path = g_strdup (path);
  self->flags = flags;

  if (!open_and_configure (self, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

const char *
sb_connection_get_path (SbConnection *self)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), NULL);

  return self->path;
}

gboolean
sb_connection_is_read_only (SbConnection *self)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), TRUE);

  return (self->flags & SB_CONNECTION_READ_ONLY) != 0;
}

struct sqlite3 *
sb_connection_get_handle (SbConnection *self)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), NULL);

  return self->db;
}

gboolean
sb_connection_exec (SbConnection *self,
                    const char *sql,
                    GError **error)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  return _sb_connection_check_cancelled (self, error) && exec_always (self, sql, error);
}

SbStatement *
sb_connection_prepare (SbConnection *self,
                       const char *sql,
                       GError **error)
{
  SbStatement *statement;

  g_return_val_if_fail (SB_IS_CONNECTION (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement == NULL)
    {
      if (!(statement = _sb_statement_new (self->db, sql, TRUE, error)))
        return NULL;
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  else if (_sb_statement_is_lent (statement))
    {
      if (!(statement = _sb_statement_new (self->db, sql, FALSE, error)))
        return NULL;
    }

  _sb_statement_lend (statement, self);

  return statement;
}

gboolean
sb_connection_begin (SbConnection *self,
                     GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_CONNECTION (self), FALSE);

  if (!_sb_connection_check_cancelled (self, error))
    return FALSE;

  if (self->depth > 0)
    sql = g_strdup_printf ("SAVEPOINT level_%u", self->depth);
  else if (sb_connection_is_read_only (self))
    sql = g_strdup ("BEGIN");
  else
    sql = g_strdup ("BEGIN IMMEDIATE");

  if (!exec_always (self, sql, &failure))
    {
      /* The wait for the lock was given up because nobody wants it any more. */
      if (_sb_connection_check_cancelled (self, error))
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->depth++;

  return TRUE;
}

gboolean
sb_connection_commit (SbConnection *self,
                      GError **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (SB_IS_CONNECTION (self), FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);

  /* A full disk or an interruption makes SQLite roll back by itself. */
  if (sqlite3_get_autocommit (self->db))
    {
      g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FAILED,
                           "the transaction was rolled back before");
      return FALSE;
    }

  if (self->depth > 1)
    sql = g_strdup_printf ("RELEASE level_%u", self->depth - 1);
  else
    sql = g_strdup ("COMMIT");

  if (!exec_always (self, sql, error))
    return FALSE;

  self->depth--;

  return TRUE;
}

void
sb_connection_rollback (SbConnection *self)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SB_IS_CONNECTION (self));
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (sqlite3_get_autocommit (self->db))
    return;

  if (self->depth > 0)
    sql = g_strdup_printf ("ROLLBACK TO level_%u; RELEASE level_%u", self->depth, self->depth);
  else
    sql = g_strdup ("ROLLBACK");

  if (!exec_always (self, sql, &error))
    g_critical ("cannot roll back: %s", error->message);
}

gboolean
sb_connection_is_in_transaction (SbConnection *self)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), FALSE);

  return self->depth > 0;
}

void
sb_connection_set_cancellable (SbConnection *self,
                               GCancellable *cancellable)
{
  g_return_if_fail (SB_IS_CONNECTION (self));

  /* Asking from within leaves no gap between statements in which a call from
   * another thread would be lost. */
  if (g_set_object (&self->cancellable, cancellable))
    sqlite3_progress_handler (self->db, INSTRUCTIONS_PER_CHECK,
                              cancellable != NULL ? check_progress_cb : NULL, cancellable);
}

void
sb_connection_set_busy_timeout (SbConnection *self,
                                guint milliseconds)
{
  g_return_if_fail (SB_IS_CONNECTION (self));

  self->busy_timeout = milliseconds;
}

void
sb_connection_interrupt (SbConnection *self)
{
  g_return_if_fail (SB_IS_CONNECTION (self));

  sqlite3_interrupt (self->db);
}

gint64
sb_connection_get_last_insert_rowid (SbConnection *self)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), 0);

  return sqlite3_last_insert_rowid (self->db);
}

gint64
sb_connection_get_n_changes (SbConnection *self)
{
  g_return_val_if_fail (SB_IS_CONNECTION (self), 0);

  return sqlite3_changes64 (self->db);
}

gboolean
sb_connection_get_integer (SbConnection *self,
                           const char *sql,
                           gint64 *value,
                           GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!(statement = sb_connection_prepare (self, sql, error)))
    return FALSE;

  *value = sb_statement_step (statement, &local_error) ? _sb_statement_get_first_int (statement) : 0;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
sb_connection_get_data_version (SbConnection *self,
                                gint64 *version,
                                GError **error)
{
  return sb_connection_get_integer (self, "PRAGMA data_version", version, error);
}

gboolean
sb_connection_is_unchanged (SbConnection *self,
                            SbReadMark *mark,
                            GError **error)
{
  SbReadMark now = { 0 };
  SbReadMark before;

  g_return_val_if_fail (SB_IS_CONNECTION (self), FALSE);
  g_return_val_if_fail (mark != NULL, FALSE);

  before = *mark;
  *mark = now;
  if (!sb_connection_get_data_version (self, &now.data_version, error))
    return FALSE;

  now.n_changes = sqlite3_total_changes64 (self->db);
  now.is_settled = sqlite3_txn_state (self->db, NULL) != SQLITE_TXN_WRITE;
  *mark = now;
  return before.is_settled && now.is_settled && before.data_version == now.data_version && before.n_changes == now.n_changes;
}

gboolean
sb_connection_get_user_version (SbConnection *self,
                                int *version,
                                GError **error)
{
  gint64 value;

  if (!sb_connection_get_integer (self, "PRAGMA user_version", &value, error))
    return FALSE;

  *version = value;

  return TRUE;
}

gboolean
sb_connection_set_user_version (SbConnection *self,
                                int version,
                                GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  return sb_connection_exec (self, sql, error);
}
