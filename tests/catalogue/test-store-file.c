/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-connection.h"
#include "sb-dossier-reader.h"
#include "sb-store-check.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* What can be wrong with the file of a catalogue. */

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, "catalogue.sqlite", NULL);
}

static char *
hash_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) contents, length);
}

/* Opening it fails with this error and leaves every byte as it was. */
static void
check_refused (const char *path,
               GQuark domain,
               int code)
{
  g_autofree char *before = hash_file (path);
  g_autofree char *after = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = sb_store_open (path, SB_STORE_CREATE, &error);
  g_assert_null (store);
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
  after = hash_file (path);
  g_assert_cmpstr (after, ==, before);
}

static void
exec_on (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_not_there (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = sb_store_open (path, SB_STORE_DEFAULT, &error);
  g_assert_null (store);
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  sb_test_remove_folder (g_steal_pointer (&folder));
}

static void
test_foreign (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);

  exec_on (path, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('mafé')");
  check_refused (path, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FOREIGN);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

static void
test_not_a_database (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autofree char *text = g_strnfill (4096, 'x');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  check_refused (path, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_A_DATABASE);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

static void
test_folder (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  SbStoreFlags flags[] = { SB_STORE_DEFAULT, SB_STORE_CREATE, SB_STORE_READ_ONLY };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbStore) store = sb_store_open (folder, flags[i], &error);

      g_assert_null (store);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
    }
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* Nothing can be read from it, and its rights are not to blame. */
static void
test_empty (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  store = sb_store_open (path, SB_STORE_READ_ONLY, &error);
  g_assert_null (store);
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_A_DATABASE);
  g_clear_error (&error);

  store = sb_store_open (path, SB_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* To make a catalogue where there is none is no search for one. */
static void
test_no_place (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "none", "catalogue.sqlite", NULL);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = sb_store_open (path, SB_STORE_CREATE, &error);
  g_assert_null (store);
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CANT_OPEN);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

static void
make_catalogue (const char *folder)
{
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (GError) error = NULL;

  sb_dossier_read_sample (store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_newer (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);

  make_catalogue (folder);
  exec_on (path, "PRAGMA user_version = 1000");
  check_refused (path, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_NEWER);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* Zeroes over a page in the middle: the check says so, and nothing crashes. */
static void
test_damaged (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autofree char *contents = NULL;
  gsize length;

  make_catalogue (folder);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize page = 3; page < 40; page += 6)
    {
      g_autofree char *damaged = g_memdup2 (contents, length);
      g_autoptr (SbStore) store = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      memset (damaged + page * 4096, 0, 4096);
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      store = sb_store_open (path, SB_STORE_DEFAULT, &error);
      if (store != NULL)
        findings = sb_store_check (store, NULL, NULL, NULL, &error);
      g_test_message ("page %" G_GSIZE_FORMAT ": %s", page, error != NULL ? error->message : ((SbFinding *) g_ptr_array_index (findings, 0))->detail);
      g_assert_true (error != NULL || findings->len > 0);
    }

  sb_test_remove_folder (g_steal_pointer (&folder));
}

static gint64
count_actors (SbStore *store)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ACTOR);

  return sb_store_count (store, query, NULL);
}

static void
test_read_only (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Add actor");
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (GError) error = NULL;

  make_catalogue (folder);
  store = sb_store_open (path, SB_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_actors (store), >, 0);

  sb_change_set_put (changes, actor);
  g_assert_cmpint (sb_store_apply (store, changes, &error), ==, -1);
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_READ_ONLY);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* A disk that is full is played by SQLite's own limit of pages. */
static void
test_full (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = NULL;
  gint64 pages;

  g_assert_true (sb_connection_get_integer (store->connection, "PRAGMA page_count", &pages, NULL));
  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + 20);
  g_assert_true (sb_connection_get_integer (store->connection, limit, &pages, NULL));
  g_assert_false (sb_dossier_read_sample (store, NULL, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FULL);
  g_clear_error (&error);

  g_assert_cmpint (count_actors (store), ==, 0);
  findings = sb_store_check (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  /* And there is room again. */
  g_assert_true (sb_connection_get_integer (store->connection, "PRAGMA max_page_count = 100000", &pages, NULL));
  g_assert_true (sb_dossier_read_sample (store, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

static void
test_two_stores (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) first = sb_test_open_store (folder);
  g_autoptr (SbStore) second = sb_test_open_store (folder);
  g_autoptr (SbRecord) one = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) other = sb_test_make_actor ("FLA");
  g_autofree char *label = NULL;

  sb_test_put (first, one, "Add one");
  g_assert_cmpint (count_actors (second), ==, 1);
  sb_test_put (second, other, "Add other");
  g_assert_cmpint (count_actors (first), ==, 2);

  /* They share one history. */
  label = sb_store_undo (first, NULL);
  g_assert_cmpstr (label, ==, "Add other");
  g_assert_cmpint (count_actors (second), ==, 1);
  g_clear_object (&first);
  g_clear_object (&second);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* Killed while it was being made: a file without a table is no other's. */
static void
test_half_made (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;

  exec_on (path, "PRAGMA journal_mode = WAL; CREATE TABLE t (x); DROP TABLE t");
  store = sb_store_open (path, SB_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_actors (store), ==, 0);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

/* The file and its journal as a program leaves them that is killed while it
 * makes the first tables: pages are written, and nothing is committed. */
static void
leave_half_made (const char *folder,
                 const char *path)
{
  g_autofree char *working = g_build_filename (folder, "working.sqlite", NULL);
  g_autofree char *working_journal = g_strconcat (working, "-journal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (working, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "CREATE TABLE early (x); DROP TABLE early;"
                                 "PRAGMA cache_size = 1; BEGIN;"
                                 "CREATE TABLE half (x);"
                                 "INSERT INTO half WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500)"
                                 " SELECT randomblob (1000) FROM n",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  copy_file (working, path);
  copy_file (working_journal, journal);
  sqlite3_close (db);
  g_unlink (working);
}

static void
test_hot_journal (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sb-catalogue-XXXXXX", NULL);
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;

  leave_half_made (folder, path);
  store = sb_store_open (path, SB_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add_func ("/catalogue/store-file/" path, func)
  ADD ("not-there", test_not_there);
  ADD ("foreign", test_foreign);
  ADD ("not-a-database", test_not_a_database);
  ADD ("folder", test_folder);
  ADD ("empty", test_empty);
  ADD ("no-place", test_no_place);
  ADD ("newer", test_newer);
  ADD ("damaged", test_damaged);
  ADD ("read-only", test_read_only);
  ADD ("full", test_full);
  ADD ("two-stores", test_two_stores);
  ADD ("half-made", test_half_made);
  ADD ("hot-journal", test_hot_journal);
#undef ADD
  return g_test_run ();
}
