/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-statement.h"

#include <string.h>

#include "sb-sqlite-error-private.h"
#include "sb-statement-private.h"

struct _SbStatement
{
  sqlite3_stmt *stmt; /* (owned) */
  SbConnection *connection; /* (owned) (nullable) while it is lent */
  gboolean is_cached;
  gboolean is_running; /* stepped, and not reset since */
  int bind_result; /* the first failure to bind since the last step */

  char **columns; /* (owned) (nullable) their names */
  int n_columns;
  int last_column; /* the one found last */
  int n_prepared; /* how often SQLite had compiled it anew, for columns */
  gboolean has_checked; /* that they are the ones of this run */
};

SbStatement *
_sb_statement_new (sqlite3 *db,
                   const char *sql,
                   gboolean cached,
                   GError **error)
{
  SbStatement *self;
  sqlite3_stmt *stmt = NULL;
  int result;

  result = sqlite3_prepare_v3 (db, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0, &stmt, NULL);
  if (result != SQLITE_OK)
    {
      _sb_sqlite_set_error (error, db, result);
      return NULL;
    }

  if (stmt == NULL)
    {
      g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FAILED, "not a statement");
      return NULL;
    }

  self = g_new0 (SbStatement, 1);
  self->stmt = stmt;
  self->is_cached = cached;

  return self;
}

void
_sb_statement_destroy (SbStatement *self)
{
  g_assert (self->connection == NULL);

  sqlite3_finalize (self->stmt);
  g_strfreev (self->columns);
  g_free (self);
}

void
_sb_statement_lend (SbStatement *self,
                    SbConnection *connection)
{
  g_assert (self->connection == NULL);

  self->connection = g_object_ref (connection);
}

gboolean
_sb_statement_is_lent (SbStatement *self)
{
  return self->connection != NULL;
}

/* The first column, which a pragma may not give the name that one expects. */
gint64
_sb_statement_get_first_int (SbStatement *self)
{
  return sqlite3_column_int64 (self->stmt, 0);
}

void
sb_statement_free (SbStatement *self)
{
  g_autoptr (SbConnection) connection = NULL;

  if (self == NULL)
    return;

  connection = g_steal_pointer (&self->connection);

  if (!self->is_cached)
    {
      _sb_statement_destroy (self);
      return;
    }

  sb_statement_reset (self);
  sqlite3_clear_bindings (self->stmt);
  self->bind_result = SQLITE_OK;
}

static int
find_parameter (SbStatement *self,
                const char *parameter)
{
  int index = sqlite3_bind_parameter_index (self->stmt, parameter);

  if (index == 0)
    g_critical ("no parameter %s in: %s", parameter, sqlite3_sql (self->stmt));
  else if (self->is_running)
    sb_statement_reset (self);

  return index;
}

static void
note_binding (SbStatement *self,
              int result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
sb_statement_bind_null (SbStatement *self,
                        const char *parameter)
{
  int index;

  g_return_if_fail (self != NULL);

  index = find_parameter (self, parameter);
  if (index != 0)
    note_binding (self, sqlite3_bind_null (self->stmt, index));
}

void
sb_statement_bind_int (SbStatement *self,
                       const char *parameter,
                       gint64 value)
{
  int index;

  g_return_if_fail (self != NULL);

  index = find_parameter (self, parameter);
  if (index != 0)
    note_binding (self, sqlite3_bind_int64 (self->stmt, index, value));
}

void
sb_statement_bind_double (SbStatement *self,
                          const char *parameter,
                          double value)
{
  int index;

  g_return_if_fail (self != NULL);

  index = find_parameter (self, parameter);
  if (index != 0)
    note_binding (self, sqlite3_bind_double (self->stmt, index, value));
}

static void
bind_text (SbStatement *self,
           const char *parameter,
           const char *text,
           sqlite3_destructor_type lifetime)
{
  int index;

  if (text == NULL)
    {
      sb_statement_bind_null (self, parameter);
      return;
    }

  index = find_parameter (self, parameter);
  if (index != 0)
    note_binding (self, sqlite3_bind_text64 (self->stmt, index, text, strlen (text), lifetime, SQLITE_UTF8));
}

void
sb_statement_bind_text (SbStatement *self,
                        const char *parameter,
                        const char *text)
{
  g_return_if_fail (self != NULL);

  bind_text (self, parameter, text, SQLITE_TRANSIENT);
}

void
sb_statement_lend_text (SbStatement *self,
                        const char *parameter,
                        const char *text)
{
  g_return_if_fail (self != NULL);

  bind_text (self, parameter, text, SQLITE_STATIC);
}

void
sb_statement_bind_blob (SbStatement *self,
                        const char *parameter,
                        GBytes *bytes)
{
  gconstpointer data;
  gsize size;
  int index;

  g_return_if_fail (self != NULL);

  if (bytes == NULL)
    {
      sb_statement_bind_null (self, parameter);
      return;
    }

  index = find_parameter (self, parameter);
  if (index == 0)
    return;

  /* The data of empty bytes may be NULL, which SQLite takes for a null. */
  data = g_bytes_get_data (bytes, &size);
  note_binding (self, sqlite3_bind_blob64 (self->stmt, index, size > 0 ? data : "", size, SQLITE_TRANSIENT));
}

gboolean
sb_statement_has_parameter (SbStatement *self,
                            const char *parameter)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return sqlite3_bind_parameter_index (self->stmt, parameter) != 0;
}

/* Whether the statement may go on. */
static gboolean
prepare_step (SbStatement *self,
              GError **error)
{
  int result = self->bind_result;

  self->bind_result = SQLITE_OK;

  if (result != SQLITE_OK)
    {
      _sb_sqlite_set_error (error, NULL, result);
      return FALSE;
    }

  return self->is_running || _sb_connection_check_cancelled (self->connection, error);
}

gboolean
sb_statement_step (SbStatement *self,
                   GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->connection != NULL, FALSE);
  g_return_val_if_fail (error != NULL && *error == NULL, FALSE);

  if (!prepare_step (self, error))
    return FALSE;

  /* SQLite compiles a statement again when the schema has changed, and only before
   * its first row. */
  if (!self->is_running)
    self->has_checked = FALSE;
  self->is_running = TRUE;
  self->last_column = 0;
  result = sqlite3_step (self->stmt);
  if (result == SQLITE_ROW)
    return TRUE;

  if (result != SQLITE_DONE)
    _sb_sqlite_set_error (error, sqlite3_db_handle (self->stmt), result);

  sb_statement_reset (self);

  return FALSE;
}

gboolean
sb_statement_run (SbStatement *self,
                  GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  while (sb_statement_step (self, &local_error))
    ;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

void
sb_statement_reset (SbStatement *self)
{
  g_return_if_fail (self != NULL);

  /* The result is the one of the last step, which has been told already. */
  sqlite3_reset (self->stmt);
  self->is_running = FALSE;
}

static void
load_columns (SbStatement *self)
{
  g_strfreev (self->columns);
  self->n_columns = sqlite3_column_count (self->stmt);
  self->columns = g_new0 (char *, self->n_columns + 1);
  for (int i = 0; i < self->n_columns; i++)
    self->columns[i] = g_strdup (sqlite3_column_name (self->stmt, i));
}

static void
check_columns (SbStatement *self)
{
  int n_prepared = sqlite3_stmt_status (self->stmt, SQLITE_STMTSTATUS_REPREPARE, FALSE);

  if (self->columns == NULL || n_prepared != self->n_prepared)
    {
      load_columns (self);
      self->n_prepared = n_prepared;
    }
  self->has_checked = self->is_running;
}

/* The index of @column, or -1. Columns are nearly always read in their order, and
 * some are asked for twice, whether they are null and then what they are: the
 * search starts with the one that was found last. */
static int
search_column (SbStatement *self,
               const char *column)
{
  if (!self->has_checked)
    check_columns (self);

  for (int i = 0; i < self->n_columns; i++)
    {
      int index = self->last_column + i;

      if (index >= self->n_columns)
        index -= self->n_columns;
      if (strcmp (self->columns[index], column) == 0)
        {
          self->last_column = index;
          return index;
        }
    }

  return -1;
}

static int
find_column (SbStatement *self,
             const char *column)
{
  int index;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (self->is_running, -1);

  index = search_column (self, column);
  if (index < 0)
    g_critical ("no column %s in: %s", column, sqlite3_sql (self->stmt));

  return index;
}

gboolean
sb_statement_has_column (SbStatement *self,
                         const char *column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return search_column (self, column) >= 0;
}

gboolean
sb_statement_is_null (SbStatement *self,
                      const char *column)
{
  int index = find_column (self, column);

  return index < 0 || sqlite3_column_type (self->stmt, index) == SQLITE_NULL;
}

gboolean
sb_statement_is_integer (SbStatement *self,
                         const char *column)
{
  int index = find_column (self, column);

  return index >= 0 && sqlite3_column_type (self->stmt, index) == SQLITE_INTEGER;
}

gboolean
sb_statement_get_boolean (SbStatement *self,
                          const char *column)
{
  return sb_statement_get_int (self, column) != 0;
}

gint64
sb_statement_get_int (SbStatement *self,
                      const char *column)
{
  int index = find_column (self, column);

  return index < 0 ? 0 : sqlite3_column_int64 (self->stmt, index);
}

double
sb_statement_get_double (SbStatement *self,
                         const char *column)
{
  int index = find_column (self, column);

  return index < 0 ? 0 : sqlite3_column_double (self->stmt, index);
}

const char *
sb_statement_get_text (SbStatement *self,
                       const char *column)
{
  int index = find_column (self, column);

  return index < 0 ? NULL : (const char *) sqlite3_column_text (self->stmt, index);
}

char *
sb_statement_dup_text (SbStatement *self,
                       const char *column)
{
  return g_strdup (sb_statement_get_text (self, column));
}

GBytes *
sb_statement_dup_blob (SbStatement *self,
                       const char *column)
{
  int index = find_column (self, column);
  gconstpointer data;

  if (index < 0 || sqlite3_column_type (self->stmt, index) == SQLITE_NULL)
    return NULL;

  /* The order of these two calls is the one that SQLite asks for. */
  data = sqlite3_column_blob (self->stmt, index);

  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, index));
}
