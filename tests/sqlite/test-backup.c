/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "fixture.h"
#include "sb-backup.h"

typedef struct
{
  guint n_calls;
  double last;
  GCancellable *cancelled; /* (nullable) cancelled at the first call */
} Progress;

static void
note_progress (double fraction,
               gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  progress->last = fraction;
  progress->n_calls++;
  if (progress->cancelled != NULL)
    g_cancellable_cancel (progress->cancelled);
}

static SbConnection *
open_filled (Fixture *fixture)
{
  SbConnection *connection = open_database (fixture->path, SB_CONNECTION_CREATE);

  assert_exec (connection, "CREATE TABLE t (a BLOB) STRICT;"
                           "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                           "INSERT INTO t SELECT randomblob (1000) FROM n;"
                           "PRAGMA user_version = 12");

  return connection;
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

static void
test_whole (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_filled (fixture);
  g_autoptr (SbConnection) copy = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };
  guint n_files = count_files (fixture);

  g_file_set_contents (path, "an older one", -1, &error);
  g_assert_no_error (error);
  g_assert_true (sb_backup_run (connection, path, SB_BACKUP_DEFAULT, note_progress, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_calls, >, 2);
  g_assert_cmpfloat (progress.last, ==, 1.0);
  g_assert_cmpuint (count_files (fixture), ==, n_files + 1);

  copy = open_database (path, SB_CONNECTION_READ_ONLY);
  assert_integer (copy, "SELECT count (*) FROM t", 3000);
  assert_integer (copy, "PRAGMA user_version", 12);
  assert_integer (copy, "SELECT journal_mode = 'delete' FROM pragma_journal_mode", 1);
}

static void
test_in_transaction (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_filled (fixture);
  g_autoptr (SbConnection) reader = open_database (fixture->path, SB_CONNECTION_READ_ONLY);
  g_autoptr (SbConnection) copy = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  /* Someone else is writing: the copy has what was there before. */
  g_assert_true (sb_connection_begin (connection, &error));
  assert_exec (connection, "DELETE FROM t");
  g_assert_true (sb_backup_run (reader, path, SB_BACKUP_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  sb_connection_rollback (connection);

  copy = open_database (path, SB_CONNECTION_READ_ONLY);
  assert_integer (copy, "SELECT count (*) FROM t", 3000);
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_filled (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0, 0, cancellable };
  guint n_files;

  g_file_set_contents (path, "an older one", -1, &error);
  g_assert_no_error (error);
  n_files = count_files (fixture);
  g_assert_false (sb_backup_run (connection, path, SB_BACKUP_DEFAULT, note_progress, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_cmpuint (progress.n_calls, ==, 1);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, "an older one");
}

static void
test_nowhere (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbConnection) connection = open_filled (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sb_backup_run (connection, path, SB_BACKUP_DEFAULT, NULL, NULL, NULL, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CANT_OPEN);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/sqlite/backup/whole", test_whole);
  add_test ("/sqlite/backup/in-transaction", test_in_transaction);
  add_test ("/sqlite/backup/cancel", test_cancel);
  add_test ("/sqlite/backup/nowhere", test_nowhere);

  return g_test_run ();
}
