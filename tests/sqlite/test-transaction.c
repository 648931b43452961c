/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "fixture.h"
#include "sb-transaction.h"

static SbConnection *
open_with_table (Fixture *fixture)
{
  SbConnection *connection = open_database (fixture->path, SB_CONNECTION_CREATE);

  assert_exec (connection, "CREATE TABLE t (a INTEGER) STRICT");

  return connection;
}

static SbTransaction *
begin (SbConnection *connection)
{
  g_autoptr (GError) error = NULL;
  SbTransaction *transaction = sb_transaction_begin (connection, &error);

  g_assert_no_error (error);
  g_assert_nonnull (transaction);

  return transaction;
}

static void
test_commit (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_with_table (fixture);
  g_autoptr (SbTransaction) transaction = begin (connection);
  g_autoptr (GError) error = NULL;

  assert_exec (connection, "INSERT INTO t VALUES (1)");
  g_assert_true (sb_connection_is_in_transaction (connection));
  g_assert_true (sb_transaction_commit (transaction, &error));
  g_assert_no_error (error);
  g_assert_false (sb_connection_is_in_transaction (connection));
  g_clear_pointer (&transaction, sb_transaction_free);
  assert_integer (connection, "SELECT count (*) FROM t", 1);
}

static void
test_rollback (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_with_table (fixture);
  g_autoptr (SbTransaction) transaction = begin (connection);

  assert_exec (connection, "INSERT INTO t VALUES (1)");
  g_clear_pointer (&transaction, sb_transaction_free);
  g_assert_false (sb_connection_is_in_transaction (connection));
  assert_integer (connection, "SELECT count (*) FROM t", 0);
}

static void
test_nested (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_with_table (fixture);
  g_autoptr (SbTransaction) outer = begin (connection);
  g_autoptr (GError) error = NULL;

  assert_exec (connection, "INSERT INTO t VALUES (1)");
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (SbTransaction) middle = begin (connection);
      g_autoptr (SbTransaction) inner = begin (connection);

      assert_exec (connection, "INSERT INTO t VALUES (10)");
      if ((i & 1) != 0)
        g_assert_true (sb_transaction_commit (inner, &error));
      g_clear_pointer (&inner, sb_transaction_free);
      if ((i & 2) != 0)
        g_assert_true (sb_transaction_commit (middle, &error));
      g_assert_no_error (error);
    }

  g_assert_true (sb_transaction_commit (outer, &error));
  g_assert_no_error (error);
  assert_integer (connection, "SELECT sum (a) FROM t", 11);
}

static void
test_lost (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_with_table (fixture);
  g_autoptr (SbTransaction) outer = begin (connection);
  g_autoptr (SbTransaction) inner = begin (connection);
  g_autoptr (GError) error = NULL;

  /* SQLite has rolled back by itself, as it does on a full disk. */
  assert_exec (connection, "INSERT INTO t VALUES (1); ROLLBACK");
  g_assert_false (sb_transaction_commit (inner, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FAILED);
  g_clear_pointer (&inner, sb_transaction_free);
  g_clear_pointer (&outer, sb_transaction_free);
  g_assert_false (sb_connection_is_in_transaction (connection));
  assert_integer (connection, "SELECT count (*) FROM t", 0);
}

static void
test_deferred_constraint (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (SbTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  assert_exec (connection, "CREATE TABLE t (a INTEGER PRIMARY KEY,"
                           " b INTEGER REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED) STRICT");
  transaction = begin (connection);
  assert_exec (connection, "INSERT INTO t VALUES (1, 2)");
  g_assert_false (sb_transaction_commit (transaction, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CONSTRAINT);
  g_clear_pointer (&transaction, sb_transaction_free);
  assert_integer (connection, "SELECT count (*) FROM t", 0);
}

/* A statement that changes more pages than are kept in memory for it can be taken back
 * within its transaction. */
static void
test_large_statement (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_with_table (fixture);
  g_autoptr (SbTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  assert_exec (connection,
               "CREATE TABLE large (id INTEGER PRIMARY KEY, text TEXT UNIQUE) STRICT;"
               "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
               "INSERT INTO large SELECT i, printf ('%0200d', i) FROM n");

  transaction = begin (connection);
  assert_exec (connection, "UPDATE large SET text = text || 'a'");
  assert_exec (connection, "INSERT OR IGNORE INTO large SELECT id, 'b' FROM large");
  /* The last one of all meets the first. */
  g_assert_false (sb_connection_exec (connection, "UPDATE large SET text = iif (id < 10000, id, 1)", &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (sb_transaction_commit (transaction, &error));
  g_assert_no_error (error);
  g_clear_pointer (&transaction, sb_transaction_free);
  assert_integer (connection, "SELECT count (*) FROM large WHERE text LIKE '0%a' AND length (text) = 201", 10000);
}

static void
test_snapshot (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (SbConnection) writer = open_with_table (fixture);
  g_autoptr (SbConnection) reader = open_database (fixture->path, SB_CONNECTION_READ_ONLY);
  g_autoptr (SbTransaction) transaction = begin (reader);

  assert_integer (reader, "SELECT count (*) FROM t", 0);
  assert_exec (writer, "INSERT INTO t VALUES (1)");
  assert_integer (reader, "SELECT count (*) FROM t", 0);
  g_clear_pointer (&transaction, sb_transaction_free);
  assert_integer (reader, "SELECT count (*) FROM t", 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/sqlite/transaction/commit", test_commit);
  add_test ("/sqlite/transaction/rollback", test_rollback);
  add_test ("/sqlite/transaction/nested", test_nested);
  add_test ("/sqlite/transaction/lost", test_lost);
  add_test ("/sqlite/transaction/deferred-constraint", test_deferred_constraint);
  add_test ("/sqlite/transaction/large-statement", test_large_statement);
  add_test ("/sqlite/transaction/snapshot", test_snapshot);

  return g_test_run ();
}
