/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <string.h>

#include "fixture.h"

static SbStatement *
prepare (SbConnection *connection,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  SbStatement *statement = sb_connection_prepare (connection, sql, &error);

  g_assert_no_error (error);
  g_assert_nonnull (statement);

  return statement;
}

static void
assert_step (SbStatement *statement,
             gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean row = sb_statement_step (statement, &error);

  g_assert_no_error (error);
  g_assert_cmpint (row, ==, expected);
}

static void
assert_run (SbStatement *statement)
{
  g_autoptr (GError) error = NULL;
  gboolean success = sb_statement_run (statement, &error);

  g_assert_no_error (error);
  g_assert_true (success);
}

static void
test_types (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);
  g_autoptr (GBytes) blob = NULL;
  g_autofree char *text = NULL;

  statement = prepare (connection, "SELECT :n AS n, :i AS i, :d AS d, :t AS t, :b AS b");
  sb_statement_bind_null (statement, ":n");
  sb_statement_bind_int (statement, ":i", G_MAXINT64);
  sb_statement_bind_double (statement, ":d", -0.25);
  sb_statement_bind_text (statement, ":t", "Ménaka");
  sb_statement_bind_blob (statement, ":b", bytes);
  assert_step (statement, TRUE);

  g_assert_true (sb_statement_is_null (statement, "n"));
  g_assert_null (sb_statement_get_text (statement, "n"));
  g_assert_null (sb_statement_dup_blob (statement, "n"));
  g_assert_cmpint (sb_statement_get_int (statement, "n"), ==, 0);
  g_assert_false (sb_statement_is_null (statement, "i"));
  g_assert_cmpint (sb_statement_get_int (statement, "i"), ==, G_MAXINT64);
  g_assert_true (sb_statement_get_boolean (statement, "i"));
  g_assert_cmpfloat (sb_statement_get_double (statement, "d"), ==, -0.25);
  g_assert_cmpstr (sb_statement_get_text (statement, "t"), ==, "Ménaka");
  text = sb_statement_dup_text (statement, "t");
  g_assert_cmpstr (text, ==, "Ménaka");
  blob = sb_statement_dup_blob (statement, "b");
  g_assert_true (g_bytes_equal (blob, bytes));
  assert_step (statement, FALSE);
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbStatement) statement = prepare (connection, "SELECT :t AS t, :b AS b, :n AS n, :m AS m");
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) blob = NULL;

  sb_statement_bind_text (statement, ":t", "");
  sb_statement_bind_blob (statement, ":b", bytes);
  sb_statement_bind_text (statement, ":n", NULL);
  sb_statement_bind_blob (statement, ":m", NULL);
  assert_step (statement, TRUE);

  g_assert_cmpstr (sb_statement_get_text (statement, "t"), ==, "");
  g_assert_false (sb_statement_is_null (statement, "b"));
  blob = sb_statement_dup_blob (statement, "b");
  g_assert_cmpuint (g_bytes_get_size (blob), ==, 0);
  g_assert_true (sb_statement_is_null (statement, "n"));
  g_assert_true (sb_statement_is_null (statement, "m"));
}

/* What was lent may go once the statement has run. */
static void
test_lent_text (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbStatement) insert = NULL;
  g_autoptr (SbStatement) select = NULL;

  assert_exec (connection, "CREATE TABLE t (a TEXT)");
  insert = prepare (connection, "INSERT INTO t (a) VALUES (:a)");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = i < 2 ? g_strdup_printf ("Ménaka %u", i) : NULL;

      sb_statement_lend_text (insert, ":a", text);
      assert_run (insert);
    }

  select = prepare (connection, "SELECT a FROM t ORDER BY rowid");
  assert_step (select, TRUE);
  g_assert_cmpstr (sb_statement_get_text (select, "a"), ==, "Ménaka 0");
  assert_step (select, TRUE);
  g_assert_cmpstr (sb_statement_get_text (select, "a"), ==, "Ménaka 1");
  assert_step (select, TRUE);
  g_assert_true (sb_statement_is_null (select, "a"));
}

static void
test_again (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbStatement) insert = NULL;

  assert_exec (connection, "CREATE TABLE t (a INTEGER, b INTEGER) STRICT");
  insert = prepare (connection, "INSERT INTO t VALUES (:a, :b)");
  sb_statement_bind_int (insert, ":b", 5);
  for (int i = 1; i <= 3; i++)
    {
      sb_statement_bind_int (insert, ":a", i);
      assert_run (insert);
      g_assert_cmpint (sb_connection_get_last_insert_rowid (connection), ==, i);
      g_assert_cmpint (sb_connection_get_n_changes (connection), ==, 1);
    }

  assert_integer (connection, "SELECT sum (a) * 100 + sum (b) FROM t", 615);
}

static void
test_lent (Fixture *fixture,
           gconstpointer data)
{
  static const char sql[] = "SELECT :a AS a UNION ALL SELECT 2";
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  SbStatement *first = prepare (connection, sql);
  SbStatement *second = prepare (connection, sql);
  SbStatement *third;

  g_assert_true (first != second);
  sb_statement_bind_int (first, ":a", 1);
  assert_step (first, TRUE);
  assert_step (second, TRUE);
  g_assert_cmpint (sb_statement_get_int (first, "a"), ==, 1);
  g_assert_true (sb_statement_is_null (second, "a"));
  sb_statement_free (second);
  sb_statement_free (first);

  /* The one that was kept is lent again, as if it were new. */
  third = prepare (connection, sql);
  g_assert_true (third == first);
  assert_step (third, TRUE);
  g_assert_true (sb_statement_is_null (third, "a"));
  sb_statement_free (third);
}

static void
test_keeps_connection (Fixture *fixture,
                       gconstpointer data)
{
  SbConnection *connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  SbStatement *statement = prepare (connection, "SELECT 1 AS a");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  assert_exec (connection, "CREATE TABLE t (a INTEGER) STRICT");
  g_object_unref (connection);
  assert_step (statement, TRUE);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  sb_statement_free (statement);
  /* The last one out takes the log along. */
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_schema_changes (Fixture *fixture,
                     gconstpointer data)
{
  static const char sql[] = "SELECT * FROM t";
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  SbStatement *statement;

  assert_exec (connection, "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)");
  statement = prepare (connection, sql);
  assert_step (statement, TRUE);
  g_assert_true (sb_statement_has_column (statement, "a"));
  sb_statement_free (statement);

  assert_exec (connection, "DROP TABLE t; CREATE TABLE t (b INTEGER, c INTEGER) STRICT; INSERT INTO t VALUES (2, 3)");
  statement = prepare (connection, sql);
  assert_step (statement, TRUE);
  g_assert_false (sb_statement_has_column (statement, "a"));
  g_assert_cmpint (sb_statement_get_int (statement, "c"), ==, 3);
  g_assert_cmpint (sb_statement_get_int (statement, "b"), ==, 2);
  g_assert_cmpint (sb_statement_get_int (statement, "c"), ==, 3);
  sb_statement_free (statement);
}

static void
test_constraint (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbStatement) insert = NULL;
  g_autoptr (GError) error = NULL;

  assert_exec (connection, "CREATE TABLE t (a INTEGER UNIQUE) STRICT");
  insert = prepare (connection, "INSERT INTO t VALUES (:a)");
  sb_statement_bind_int (insert, ":a", 1);
  assert_run (insert);
  g_assert_false (sb_statement_run (insert, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "t.a"));
  g_clear_error (&error);
  sb_statement_bind_text (insert, ":a", "one");
  g_assert_false (sb_statement_run (insert, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CONSTRAINT);
  sb_statement_bind_int (insert, ":a", 2);
  assert_run (insert);
}

static void
test_unknown_name (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbStatement) statement = prepare (connection, "SELECT :a AS a");

  g_assert_true (sb_statement_has_parameter (statement, ":a"));
  g_assert_false (sb_statement_has_parameter (statement, ":b"));
  g_test_expect_message ("sb-sqlite", G_LOG_LEVEL_CRITICAL, "no parameter :b in: SELECT :a AS a");
  sb_statement_bind_int (statement, ":b", 1);
  g_test_assert_expected_messages ();

  assert_step (statement, TRUE);
  g_test_expect_message ("sb-sqlite", G_LOG_LEVEL_CRITICAL, "no column b in: SELECT :a AS a");
  g_assert_cmpint (sb_statement_get_int (statement, "b"), ==, 0);
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/sqlite/statement/types", test_types);
  add_test ("/sqlite/statement/empty", test_empty);
  add_test ("/sqlite/statement/again", test_again);
  add_test ("/sqlite/statement/lent-text", test_lent_text);
  add_test ("/sqlite/statement/lent", test_lent);
  add_test ("/sqlite/statement/keeps-connection", test_keeps_connection);
  add_test ("/sqlite/statement/schema-changes", test_schema_changes);
  add_test ("/sqlite/statement/constraint", test_constraint);
  add_test ("/sqlite/statement/unknown-name", test_unknown_name);

  return g_test_run ();
}
