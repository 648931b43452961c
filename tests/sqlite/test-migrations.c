/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "fixture.h"
#include "sb-migrations.h"

static const SbMigration migrations[] = {
  { 1, "-- The first one.\n"
       "CREATE TABLE p (id INTEGER PRIMARY KEY) STRICT;"
       "CREATE TABLE c (p INTEGER REFERENCES p (id) ON DELETE CASCADE) STRICT;" },
  { 2, "ALTER TABLE p ADD COLUMN name TEXT;" },
  { 5, "CREATE TABLE q (id INTEGER PRIMARY KEY, label TEXT) STRICT;"
       "INSERT INTO q SELECT id, name FROM p; DROP TABLE p; ALTER TABLE q RENAME TO p;" },
};

/* The calls of the callback: "from-to " each. */
static gboolean
note_call (SbConnection *connection,
           int from,
           int to,
           gpointer user_data,
           GError **error)
{
  g_string_append_printf (user_data, "%d-%d ", from, to);

  return TRUE;
}

static gboolean
refuse (SbConnection *connection,
        int from,
        int to,
        gpointer user_data,
        GError **error)
{
  g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FULL, "no room for a backup");

  return FALSE;
}

static void
migrate (SbConnection *connection,
         guint n_migrations,
         GString *calls)
{
  g_autoptr (GError) error = NULL;
  gboolean success = sb_migrations_run (connection, migrations, n_migrations, note_call, calls, &error);

  g_assert_no_error (error);
  g_assert_true (success);
}

static void
test_steps (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (GString) calls = g_string_new (NULL);

  migrate (connection, 1, calls);
  assert_integer (connection, "PRAGMA user_version", 1);
  assert_exec (connection, "INSERT INTO p VALUES (1); INSERT INTO c VALUES (1)");

  migrate (connection, 3, calls);
  assert_integer (connection, "PRAGMA user_version", 5);
  migrate (connection, 3, calls);

  /* p was dropped, and what refers to it was not. */
  assert_integer (connection, "SELECT count (*) FROM c", 1);
  assert_integer (connection, "PRAGMA foreign_keys", 1);
  g_assert_cmpstr (calls->str, ==, "1-5 ");
}

static void
test_newer (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (GString) calls = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  migrate (connection, 3, calls);
  g_assert_false (sb_migrations_run (connection, migrations, 2, note_call, calls, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NEWER);
  g_assert_cmpstr (calls->str, ==, "");
  assert_integer (connection, "PRAGMA user_version", 5);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (GString) calls = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  migrate (connection, 1, calls);
  g_assert_false (sb_migrations_run (connection, migrations, 2, refuse, NULL, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FULL);
  assert_integer (connection, "PRAGMA user_version", 1);
}

static void
assert_leaves_no_trace (Fixture *fixture,
                        const char *sql,
                        int code)
{
  const SbMigration broken[] = { migrations[0], migrations[1], { 3, sql } };
  g_autoptr (SbConnection) connection = open_database (fixture->path, SB_CONNECTION_CREATE);
  g_autoptr (GError) error = NULL;

  g_assert_false (sb_migrations_run (connection, broken, 3, NULL, NULL, &error));
  g_assert_error (error, SB_SQLITE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "migration 3: "));
  assert_integer (connection, "PRAGMA user_version", 2);
  assert_integer (connection, "SELECT count (*) FROM sqlite_schema WHERE name = 'trace'", 0);
  assert_integer (connection, "PRAGMA foreign_keys", 1);
}

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  assert_leaves_no_trace (fixture, "CREATE TABLE trace (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);",
                          SB_SQLITE_ERROR_FAILED);
  assert_leaves_no_trace (fixture, "CREATE TABLE trace (a TEXT) STRICT; INSERT INTO c VALUES (99);",
                          SB_SQLITE_ERROR_CONSTRAINT);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/sqlite/migrations/steps", test_steps);
  add_test ("/sqlite/migrations/newer", test_newer);
  add_test ("/sqlite/migrations/refused", test_refused);
  add_test ("/sqlite/migrations/broken", test_broken);

  return g_test_run ();
}
