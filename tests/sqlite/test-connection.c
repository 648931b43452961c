/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "fixture.h"
#include "sb-file-start.h"

static void
test_open (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbStatement) mode = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (sb_connection_get_path (connection), ==, fixture->path);
  g_assert_false (sb_connection_is_read_only (connection));
  assert_integer (connection, "PRAGMA foreign_keys", 1);
  assert_integer (connection, "PRAGMA synchronous", 1);

  mode = sb_connection_prepare (connection, "PRAGMA journal_mode", &error);
  g_assert_no_error (error);
  g_assert_true (sb_statement_step (mode, &error));
  g_assert_cmpstr (sb_statement_get_text (mode, "journal_mode"), ==, "wal");
}

static void
test_open_missing (Fixture *fixture,
                   gconstpointer data)
{
  static const SbConnectionFlags flags[] = { SB_CONNECTION_NONE, SB_CONNECTION_READ_ONLY };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbConnection) connection = sb_connection_open (fixture->path, flags[i], &error);

      g_assert_null (connection);
      g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, fixture->path));
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }
}

static void
test_open_folder (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbConnection) connection = sb_connection_open (fixture->folder, SB_CONNECTION_CREATE, &error);

  g_assert_null (connection);
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CANT_OPEN);
}

static void
test_open_other (Fixture *fixture,
                 gconstpointer data)
{
  static const SbConnectionFlags flags[] = { SB_CONNECTION_NONE, SB_CONNECTION_CREATE, SB_CONNECTION_READ_ONLY };
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *after = NULL;
  g_autoptr (GError) file_error = NULL;

  g_file_set_contents (fixture->path, text, -1, &file_error);
  g_assert_no_error (file_error);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbConnection) connection = sb_connection_open (fixture->path, flags[i], &error);

      g_assert_null (connection);
      g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_A_DATABASE);
    }

  g_file_get_contents (fixture->path, &after, NULL, &file_error);
  g_assert_no_error (file_error);
  g_assert_cmpstr (text, ==, after);
}

/* Headers that SQLite itself does not call damaged (fileformat2.html, 1.3). */
static void
test_open_damaged (Fixture *fixture,
                   gconstpointer data)
{
  static const struct
  {
    gsize offset;
    char value;
    gboolean can_be_read;
  } cases[] = {
    { 18, 0x7d, TRUE }, /* a way of writing that was never made */
    { 47, 0x45, FALSE }, /* a layout of the schema that was never made */
  };
  g_autoptr (SbConnection) made = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autofree char *sound = NULL;
  g_autoptr (GError) file_error = NULL;
  gsize length;

  assert_exec (made, "CREATE TABLE t (a INTEGER) STRICT");
  g_clear_object (&made);
  g_file_get_contents (fixture->path, &sound, &length, &file_error);
  g_assert_no_error (file_error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *damaged = g_memdup2 (sound, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (SbConnection) reader = NULL;
      g_autoptr (SbConnection) writer = NULL;
      gint64 n_tables = 0;

      damaged[cases[i].offset] = cases[i].value;
      g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) length, NULL));
      reader = sb_connection_open (fixture->path, SB_CONNECTION_READ_ONLY, &error);
      if (reader != NULL)
        sb_connection_get_integer (reader, "SELECT count (*) FROM sqlite_schema", &n_tables, &error);
      g_assert_cmpint (n_tables, ==, cases[i].can_be_read ? 1 : 0);
      if (!cases[i].can_be_read)
        g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT);
      g_clear_error (&error);

      writer = sb_connection_open (fixture->path, SB_CONNECTION_NONE, &error);
      if (writer != NULL)
        sb_connection_exec (writer, "CREATE TABLE u (a INTEGER) STRICT", &error);
      g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT);
    }
}

static void
test_read_only (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbConnection) writer = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbConnection) reader = NULL;
  g_autoptr (GError) error = NULL;

  assert_exec (writer, "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1), (2)");
  reader = open_database (fixture->path, SB_CONNECTION_READ_ONLY);
  assert_integer (reader, "SELECT sum (a) FROM t", 3);
  g_assert_false (sb_connection_exec (reader, "DELETE FROM t", &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_READ_ONLY);
}

static void
fill (SbConnection *connection,
      guint n_rows)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("CREATE TABLE IF NOT EXISTS t (a INTEGER PRIMARY KEY, b TEXT) STRICT;"
                         "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
                         "INSERT INTO t (b) SELECT hex (randomblob (100)) FROM n",
                         n_rows);
  assert_exec (connection, sql);
}

static void
test_corrupt (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autofree char *contents = NULL;
  g_auto (GStrv) healthy = NULL;
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fill (connection, 1000);
  healthy = sb_connection_check_integrity (connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (healthy), ==, 0);
  g_clear_object (&connection);

  g_file_get_contents (fixture->path, &contents, &length, &error);
  g_assert_no_error (error);
  memset (contents + length / 2, 0x5a, 8192);
  g_file_set_contents (fixture->path, contents, length, &error);
  g_assert_no_error (error);

  connection = open_database (fixture->path, SB_CONNECTION_NONE);
  g_assert_false (sb_connection_exec (connection, "SELECT sum (length (b)) FROM t", &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT);
  g_clear_error (&error);
  problems = sb_connection_check_integrity (connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), >, 0);
}

static void
test_orphans (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;

  assert_exec (connection, "CREATE TABLE p (id INTEGER PRIMARY KEY) STRICT;"
                           "CREATE TABLE c (p INTEGER REFERENCES p (id)) STRICT;");
  g_assert_false (sb_connection_exec (connection, "INSERT INTO c VALUES (7)", &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  assert_exec (connection, "PRAGMA foreign_keys = OFF; INSERT INTO c VALUES (7)");
  problems = sb_connection_check_integrity (connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
  g_assert_cmpstr (problems[0], ==, "row 1 of c refers to a row of p that does not exist");
}

static void
test_two_connections (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (SbConnection) a = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbConnection) b = open_database (fixture->path, SB_CONNECTION_NONE);
  g_autoptr (GError) error = NULL;
  gint64 before, after;

  assert_exec (a, "CREATE TABLE t (a INTEGER) STRICT");
  sqlite3_busy_timeout (sb_connection_get_handle (b), 0);
  g_assert_true (sb_connection_get_data_version (b, &before, &error));

  g_assert_true (sb_connection_begin (a, &error));
  g_assert_no_error (error);
  assert_exec (a, "INSERT INTO t VALUES (1)");
  assert_integer (b, "SELECT count (*) FROM t", 0);
  g_assert_false (sb_connection_begin (b, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (sb_connection_commit (a, &error));
  g_assert_no_error (error);

  assert_integer (b, "SELECT count (*) FROM t", 1);
  g_assert_true (sb_connection_get_data_version (b, &after, &error));
  g_assert_cmpint (before, !=, after);
}

/* What was kept is right as long as nobody has written, and never what was read in
 * the midst of writing, which might not come to pass. */
static void
test_unchanged (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbConnection) a = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbConnection) b = open_database (fixture->path, SB_CONNECTION_NONE);
  g_autoptr (GError) error = NULL;
  SbReadMark mark = { 0 };

  assert_exec (a, "CREATE TABLE t (a INTEGER) STRICT");
  g_assert_false (sb_connection_is_unchanged (a, &mark, &error));
  g_assert_true (sb_connection_is_unchanged (a, &mark, &error));
  assert_integer (a, "SELECT count (*) FROM t", 0);
  g_assert_true (sb_connection_is_unchanged (a, &mark, &error));

  assert_exec (a, "INSERT INTO t VALUES (1)");
  g_assert_false (sb_connection_is_unchanged (a, &mark, &error));
  g_assert_true (sb_connection_is_unchanged (a, &mark, &error));

  assert_exec (b, "INSERT INTO t VALUES (2)");
  g_assert_false (sb_connection_is_unchanged (a, &mark, &error));
  g_assert_true (sb_connection_is_unchanged (a, &mark, &error));

  g_assert_true (sb_connection_begin (a, &error));
  assert_exec (a, "DELETE FROM t");
  g_assert_false (sb_connection_is_unchanged (a, &mark, &error));
  g_assert_false (sb_connection_is_unchanged (a, &mark, &error));
  sb_connection_rollback (a);
  g_assert_false (sb_connection_is_unchanged (a, &mark, &error));
  g_assert_true (sb_connection_is_unchanged (a, &mark, &error));
  g_assert_no_error (error);
}

static void
test_full (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (GError) error = NULL;

  fill (connection, 10);
  assert_exec (connection, "PRAGMA max_page_count = 20");
  g_assert_true (sb_connection_begin (connection, &error));
  g_assert_no_error (error);
  assert_exec (connection, "DELETE FROM t WHERE a = 1");
  g_assert_false (sb_connection_exec (connection, "UPDATE t SET b = hex (zeroblob (100000))", &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FULL);
  sb_connection_rollback (connection);

  /* Nothing is lost, and writing goes on when there is room again. */
  assert_integer (connection, "SELECT count (*) FROM t", 10);
  assert_exec (connection, "DELETE FROM t WHERE a = 1");
  assert_integer (connection, "SELECT count (*) FROM t", 9);
}

/* What stop() stops: a GCancellable or an SbConnection. */
static gpointer stopped;

static void
stop_from_within (sqlite3_context *context,
                  int n_values,
                  sqlite3_value **values)
{
  if (G_IS_CANCELLABLE (stopped))
    g_cancellable_cancel (stopped);
  else
    sb_connection_interrupt (stopped);

  sqlite3_result_int (context, 1);
}

/* A query without end that has itself stopped after it has begun. */
static void
run_endless (SbConnection *connection,
             gpointer what_to_stop)
{
  g_autoptr (GError) error = NULL;

  stopped = what_to_stop;
  sqlite3_create_function_v2 (sb_connection_get_handle (connection), "stop", 0, SQLITE_UTF8,
                              NULL, stop_from_within, NULL, NULL, NULL);
  g_assert_false (sb_connection_exec (connection,
                                      "WITH RECURSIVE n (i) AS (SELECT stop () UNION ALL SELECT i + 1 FROM n)"
                                      "SELECT count (*) FROM n",
                                      &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_interrupt (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);

  run_endless (connection, connection);
  assert_integer (connection, "SELECT 7", 7);
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  sb_connection_set_cancellable (connection, cancellable);
  assert_integer (connection, "SELECT 7", 7);
  run_endless (connection, cancellable);

  g_assert_false (sb_connection_exec (connection, "SELECT 7", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (sb_connection_begin (connection, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  sb_connection_set_cancellable (connection, NULL);
  assert_integer (connection, "SELECT 7", 7);
}

static void
test_mistake (Fixture *fixture,
              gconstpointer data)
{
  static const char *const cases[] = { "SELEC 1", "SELECT * FROM nowhere", "", "-- nothing", "SELECT \"no such column\"" };
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbStatement) statement = sb_connection_prepare (connection, cases[i], &error);

      g_assert_null (statement);
      g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FAILED);
    }
}

/* Another one keeps the lock: it is waited for, and then said. */
static void
test_busy (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbConnection) first = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbConnection) second = open_database (fixture->path, SB_CONNECTION_NONE);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (sb_connection_begin (first, &error));
  sb_connection_set_busy_timeout (second, 50);
  g_assert_false (sb_connection_begin (second, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 50 * G_TIME_SPAN_MILLISECOND);
  g_clear_error (&error);

  sb_connection_rollback (first);
  g_assert_true (sb_connection_begin (second, &error));
  sb_connection_rollback (second);
}

static gpointer
cancel_soon (gpointer data)
{
  /* Whether the wait has begun cannot be seen from outside. */
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

/* Who no longer wants to write does not wait to the end. */
static void
test_busy_cancelled (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (SbConnection) first = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbConnection) second = open_database (fixture->path, SB_CONNECTION_NONE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;

  g_assert_true (sb_connection_begin (first, &error));
  sb_connection_set_cancellable (second, cancellable);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (sb_connection_begin (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  sb_connection_set_cancellable (second, NULL);
  sb_connection_rollback (first);
}

/* To look at the file must not take away the locks of those who have it open:
 * another program would remove the log that is written to here. */
static void
test_start_of_open_file (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *script = g_strdup_printf ("import sqlite3; d = sqlite3.connect('%s'); d.execute('SELECT * FROM t').fetchall(); d.close()", fixture->path);
  const char *arguments[] = { "python3", "-c", script, NULL };
  g_autoptr (GError) error = NULL;
  guint8 bytes[16];
  int status;

  assert_exec (connection, "CREATE TABLE t (a INTEGER) STRICT");
  g_assert_true (sb_file_start_read (fixture->path, bytes, sizeof bytes));
  g_assert_cmpmem (bytes, sizeof bytes, "SQLite format 3", sizeof bytes);
  g_assert_false (sb_file_start_read (fixture->folder, bytes, sizeof bytes));

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/sqlite/connection/open", test_open);
  add_test ("/sqlite/connection/open-missing", test_open_missing);
  add_test ("/sqlite/connection/open-folder", test_open_folder);
  add_test ("/sqlite/connection/open-other", test_open_other);
  add_test ("/sqlite/connection/open-damaged", test_open_damaged);
  add_test ("/sqlite/connection/read-only", test_read_only);
  add_test ("/sqlite/connection/corrupt", test_corrupt);
  add_test ("/sqlite/connection/orphans", test_orphans);
  add_test ("/sqlite/connection/two-connections", test_two_connections);
  add_test ("/sqlite/connection/unchanged", test_unchanged);
  add_test ("/sqlite/connection/full", test_full);
  add_test ("/sqlite/connection/interrupt", test_interrupt);
  add_test ("/sqlite/connection/cancel", test_cancel);
  add_test ("/sqlite/connection/mistake", test_mistake);
  add_test ("/sqlite/connection/busy", test_busy);
  add_test ("/sqlite/connection/busy-cancelled", test_busy_cancelled);
  add_test ("/sqlite/connection/start-of-open-file", test_start_of_open_file);

  return g_test_run ();
}
