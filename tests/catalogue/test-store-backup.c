/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-dossier-reader.h"
#include "sb-store-backup.h"
#include "sb-store-check.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* Backups, and how one of them comes back. */

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, "catalogue.sqlite", NULL);
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

/* The sample dossier, read once and copied. */
static void
make_catalogue (const char *folder)
{
  static char *contents;
  static gsize length;
  g_autofree char *path = get_path (folder);
  g_autoptr (GError) error = NULL;

  if (contents == NULL)
    {
      g_autoptr (SbStore) store = sb_test_open_store (folder);

      sb_dossier_read_sample (store, NULL, &error);
      g_assert_no_error (error);
      g_clear_object (&store);
      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
    }

  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static gint64
count_actors (SbStore *store)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ACTOR);

  return sb_store_count (store, query, NULL);
}

static char *
read_file (const char *path,
           gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

/* What is in the file, so that it can be seen whether it was left alone. */
static char *
hash_file (const char *path)
{
  gsize length;
  g_autofree char *contents = read_file (path, &length);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) contents, length);
}

/* Zeroes over a page in the middle. */
static void
damage (const char *path,
        gsize page)
{
  gsize length;
  g_autofree char *contents = read_file (path, &length);

  g_assert_cmpuint (length, >, (page + 1) * 4096);
  memset (contents + page * 4096, 0, 4096);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
test_backup (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "copy.sqlite", NULL);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbStore) copy = NULL;
  g_autoptr (GError) error = NULL;

  make_catalogue (folder);
  store = sb_test_open_store (folder);
  g_assert_true (sb_store_backup (store, path, NULL, &error));
  g_assert_no_error (error);

  copy = sb_store_open (path, SB_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_actors (copy), ==, count_actors (store));

  g_assert_false (sb_store_backup (store, "/proc/nowhere/copy.sqlite", NULL, &error));
  g_assert_nonnull (error);
  g_clear_object (&store);
  g_clear_object (&copy);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

static void
test_daily_backup (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = 0;

  make_catalogue (folder);
  store = sb_test_open_store (folder);

  /* Nine days of before, and a file that is no daily backup. */
  g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("catalogue-2020-01-%02u.sqlite", i);
      g_autofree char *old = g_build_filename (backups, name, NULL);

      g_assert_true (g_file_set_contents (old, "", -1, NULL));
    }
  {
    g_autofree char *other = g_build_filename (backups, "catalogue-version-1.sqlite", NULL);

    g_assert_true (g_file_set_contents (other, "", -1, NULL));
  }

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (sb_store_backup_daily (store, NULL, &error));
      g_assert_no_error (error);
    }

  dir = g_dir_open (backups, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 8);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* A damaged catalogue makes no backup, and so takes the place of no good one. */
static void
test_damaged_backup (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autofree char *target = g_build_filename (folder, "copy.sqlite", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  make_catalogue (folder);
  store = sb_test_open_store (folder);
  g_assert_true (sb_store_backup (store, target, NULL, &error));
  g_clear_object (&store);
  before = hash_file (target);

  damage (path, 20);
  store = sb_test_open_store (folder);
  g_assert_false (sb_store_backup (store, target, NULL, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT);
  g_clear_error (&error);
  after = hash_file (target);
  g_assert_cmpstr (before, ==, after);

  g_assert_false (sb_store_backup_daily (store, NULL, &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT);
  files = sb_backup_list (path);
  g_assert_cmpuint (files->len, ==, 0);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* A backup of nothing would be the only one of the day. */
static void
test_empty_backup (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sb_store_backup_daily (store, NULL, &error));
  g_assert_no_error (error);
  files = sb_backup_list (path);
  g_assert_cmpuint (files->len, ==, 0);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* What a program left that was killed while it copied. */
static void
test_abandoned_backup (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  static const struct
  {
    const char *name;
    gboolean is_dropped;
  } files[] = {
    { "catalogue-2026-01-01.sqlite.2147483646.part", TRUE },
    { "catalogue-2026-01-01.sqlite.2147483646.part-journal", TRUE },
    { "catalogue-2026-01-01.sqlite.1.part", FALSE },
    { "catalogue-2026-01-01.sqlite", FALSE },
    { "notes.part", FALSE },
  };
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make_catalogue (folder);
  g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (backups, files[i].name, NULL);

      g_assert_true (g_file_set_contents (file, "", 0, NULL));
    }

  store = sb_test_open_store (folder);
  g_assert_true (sb_store_backup_daily (store, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (backups, files[i].name, NULL);

      g_assert_cmpint (g_file_test (file, G_FILE_TEST_EXISTS), ==, !files[i].is_dropped);
    }
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* Stores an actor after a backup was made; returns the path of the backup. */
static char *
make_backup_and_go_on (const char *folder)
{
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) actor = sb_test_make_actor ("Nouveau");
  g_autoptr (GError) error = NULL;
  char *backup = g_build_filename (folder, "copy.sqlite", NULL);

  make_catalogue (folder);
  store = sb_test_open_store (folder);
  g_assert_true (sb_store_backup (store, backup, NULL, &error));
  g_assert_no_error (error);
  sb_test_put (store, actor, "Add actor");
  return backup;
}

/* Those who have the catalogue open see another one, and go on. */
static void
test_restore_open (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autofree char *backup = make_backup_and_go_on (folder);
  g_autofree char *before = hash_file (backup);
  g_autofree char *after = NULL;
  g_autoptr (SbStore) writer = sb_test_open_store (folder);
  g_autoptr (SbStore) reader = NULL;
  g_autoptr (SbStore) kept = NULL;
  g_autoptr (SbRecord) actor = sb_test_make_actor ("Autre");
  g_autoptr (SbRestoration) outcome = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_actors;

  reader = sb_store_open (path, SB_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  n_actors = count_actors (reader);
  outcome = sb_store_restore (path, backup, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (outcome->was_replaced);
  g_assert_cmpint (count_actors (reader), ==, n_actors - 1);
  g_assert_cmpint (count_actors (writer), ==, n_actors - 1);
  sb_test_put (writer, actor, "Add actor");
  g_assert_cmpint (count_actors (reader), ==, n_actors);
  findings = sb_store_check (reader, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  kept = sb_store_open (outcome->kept, SB_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_actors (kept), ==, n_actors);
  after = hash_file (backup);
  g_assert_cmpstr (before, ==, after);
  g_clear_object (&writer);
  g_clear_object (&reader);
  g_clear_object (&kept);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

/* Files in the place of the catalogue that nothing can be read from. */
static void
test_restore_damaged (void)
{
  static const char *const cases[] = { "garbage", "empty", "truncated", "no header", "page", "none" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = sb_test_make_folder ();
      g_autofree char *path = get_path (folder);
      g_autofree char *log = g_strconcat (path, "-wal", NULL);
      g_autofree char *backup = make_backup_and_go_on (folder);
      g_autofree char *contents = NULL;
      g_autoptr (SbStore) store = NULL;
      g_autoptr (SbRestoration) outcome = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_test_message ("%s", cases[i]);
      contents = read_file (path, &length);
      if (i == 0)
        memset (contents, 'x', length);
      else if (i == 1)
        length = 0;
      else if (i == 2)
        length = 5 * 4096 + 1000;
      else if (i == 3)
        memset (contents, 0, 100);
      else if (i == 4)
        memset (contents + 20 * 4096, 0xff, 4096);
      g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
      if (i == 5)
        g_unlink (path);

      /* A log that would be taken for that of the restored file. */
      g_assert_true (g_file_set_contents (log, "x", 1, NULL));

      outcome = sb_store_restore (path, backup, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (outcome->kept != NULL, ==, i != 5);
      store = sb_test_open_store (folder);
      findings = sb_store_check (store, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_cmpint (count_actors (store), >, 20);
      if (outcome->was_replaced)
        {
          gsize kept_length;
          g_autofree char *kept = read_file (outcome->kept, &kept_length);

          g_assert_cmpmem (kept, kept_length, contents, length);
        }
      g_clear_object (&store);
      sb_test_remove_folder (g_steal_pointer (&folder));
    }
}

static void
make_bad_backup (const char *path,
                 guint number)
{
  if (number == 0)
    exec_on (path, "CREATE TABLE recipe (name TEXT)");
  else if (number == 1)
    exec_on (path, "PRAGMA user_version = 1000; PRAGMA application_id = 1398882930; CREATE TABLE t (x)");
  else if (number == 2)
    g_assert_true (g_file_set_contents (path, "not a database", -1, NULL));
  else if (number == 3)
    g_assert_true (g_file_set_contents (path, "", 0, NULL));
  else if (number == 4)
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

/* What may not be restored leaves the catalogue as it is. */
static void
test_restore_refused (void)
{
  const struct
  {
    GQuark domain;
    int code;
  } cases[] = {
    { SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FOREIGN },
    { SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_NEWER },
    { SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_BACKUP },
    { SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_BACKUP },
    { G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY },
    { SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_FOUND },
    { SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_BACKUP },
    { G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = sb_test_make_folder ();
      g_autofree char *path = get_path (folder);
      g_autofree char *bad = g_build_filename (folder, "bad.sqlite", NULL);
      g_autofree char *good = make_backup_and_go_on (folder);
      g_autofree char *before = hash_file (path);
      g_autofree char *after = NULL;
      g_autoptr (SbRestoration) outcome = NULL;
      g_autoptr (GError) error = NULL;

      make_bad_backup (bad, i);
      if (i == 6)
        {
          damage (good, 20);
          g_rename (good, bad);
        }
      outcome = sb_store_restore (path, i == 7 ? path : bad, NULL, &error);
      g_assert_null (outcome);
      g_assert_error (error, cases[i].domain, cases[i].code);
      after = hash_file (path);
      g_assert_cmpstr (before, ==, after);
      sb_test_remove_folder (g_steal_pointer (&folder));
    }
}

/* The database of another program, or of a newer one, stays. */
static void
test_restore_over_foreign (void)
{
  static const struct
  {
    const char *sql;
    SbCatalogueError code;
  } cases[] = {
    { "CREATE TABLE recipe (name TEXT)", SB_CATALOGUE_ERROR_FOREIGN },
    { "PRAGMA user_version = 1000; PRAGMA application_id = 1398882930; CREATE TABLE t (x)", SB_CATALOGUE_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = sb_test_make_folder ();
      g_autofree char *path = get_path (folder);
      g_autofree char *backup = make_backup_and_go_on (folder);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (SbRestoration) outcome = NULL;
      g_autoptr (GError) error = NULL;

      g_unlink (path);
      exec_on (path, cases[i].sql);
      before = hash_file (path);
      outcome = sb_store_restore (path, backup, NULL, &error);
      g_assert_null (outcome);
      g_assert_error (error, SB_CATALOGUE_ERROR, (int) cases[i].code);
      after = hash_file (path);
      g_assert_cmpstr (before, ==, after);
      sb_test_remove_folder (g_steal_pointer (&folder));
    }
}

static void
changed_cb (SbCatalogue *catalogue,
            guint kinds,
            guint *heard)
{
  *heard |= kinds;
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  sb_catalogue_open_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gpointer
count_in_reader (SbStore *store,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  return GINT_TO_POINTER ((int) count_actors (store));
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  *(int *) user_data = GPOINTER_TO_INT (sb_catalogue_read_finish (SB_CATALOGUE (object), result, NULL));
}

static int
count_in_catalogue (SbCatalogue *catalogue)
{
  int n_actors = -1;

  sb_catalogue_read_async (catalogue, count_in_reader, NULL, NULL, NULL, NULL, counted_cb, &n_actors);
  while (n_actors < 0)
    g_main_context_iteration (NULL, TRUE);

  return n_actors;
}

/* A window that has the catalogue open is told, whichever way it was restored. */
static void
test_restore_under_window (void)
{
  for (guint is_replaced = 0; is_replaced <= 1; is_replaced++)
    {
      g_autofree char *folder = sb_test_make_folder ();
      g_autofree char *path = get_path (folder);
      g_autofree char *backup = make_backup_and_go_on (folder);
      SbCatalogue *catalogue = sb_catalogue_new (path);
      g_autoptr (SbRestoration) outcome = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_open = FALSE;
      guint heard = 0;
      int n_actors;

      sb_catalogue_open_async (catalogue, NULL, opened_cb, &is_open);
      while (!is_open)
        g_main_context_iteration (NULL, TRUE);
      n_actors = count_in_catalogue (catalogue);
      while (g_main_context_iteration (NULL, FALSE))
        ;

      if (is_replaced)
        {
          g_autofree char *aside = g_build_filename (folder, "aside.sqlite", NULL);

          g_rename (path, aside);
          g_assert_true (g_file_set_contents (path, "garbage", -1, NULL));
        }
      g_signal_connect (catalogue, "changed", G_CALLBACK (changed_cb), &heard);
      outcome = sb_store_restore (path, backup, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (outcome->was_replaced, ==, is_replaced);
      while ((heard & 1u << SB_KIND_ACTOR) == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (count_in_catalogue (catalogue), ==, n_actors - 1);
      sb_test_close_catalogue (catalogue);
      sb_test_remove_folder (g_steal_pointer (&folder));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add_func ("/catalogue/store-backup/" path, func)
  ADD ("whole", test_backup);
  ADD ("daily", test_daily_backup);
  ADD ("damaged", test_damaged_backup);
  ADD ("empty", test_empty_backup);
  ADD ("abandoned", test_abandoned_backup);
  ADD ("restore-open", test_restore_open);
  ADD ("restore-damaged", test_restore_damaged);
  ADD ("restore-refused", test_restore_refused);
  ADD ("restore-over-foreign", test_restore_over_foreign);
  ADD ("restore-under-window", test_restore_under_window);
#undef ADD
  return g_test_run ();
}
