/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <glib/gstdio.h>

#include "sb-dossier-reader.h"
#include "sb-fault-vfs.h"
#include "sb-store-backup.h"
#include "sb-store-check.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* A disk that fails at one of the writes that some work takes, at the first, at
 * the last, or in between: whatever the work is, what was there
 * before is there, all of the work is or none of it, and it can be done again
 * when there is room. */

/* What is done while the disk fails, in a folder of its own. */
typedef struct
{
  const char *name;
  const char *file; /* (nullable) that is put there as the catalogue: "new",
                       "full" or one of an earlier schema */
  gboolean (*run) (const char *folder,
                   GError **error);
  /* Whether it was done, all of it; fails when it was done in part. */
  gboolean (*is_done) (const char *folder);
} Work;

/* Of how many writes one is tried by chance, and the most turns that are tried:
 * fewer writes than this are all tried. */
#define N_PARTS 32
#define N_TURNS 16

/* The stored files of earlier schemas. */
static const char *const versions[] = { "version-1", "version-2" };

/* Files that were made once, by their names. */
static GHashTable *files;

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, "catalogue.sqlite", NULL);
}

static char *
get_backup_path (const char *folder)
{
  return g_build_filename (folder, "copy.sqlite", NULL);
}

static void
put_file (const char *name,
          const char *path)
{
  GBytes *bytes = g_hash_table_lookup (files, name);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (bytes);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
keep_file (const char *name,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_hash_table_insert (files, (gpointer) name, g_bytes_new_take (contents, length));
}

static void
apply_all (SbStore *store)
{
  g_autoptr (SbChangeSet) changes = sb_test_make_all ("All");
  g_autoptr (GError) error = NULL;

  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);
}

/* A catalogue that an earlier program stored. */
static void
make_old (const char *path,
          const char *version)
{
  g_autofree char *name = g_strconcat (version, ".sql", NULL);
  g_autofree char *script = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "catalogue", "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (SbConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (script, &sql, NULL, &error);
  g_assert_no_error (error);
  connection = sb_connection_open (path, SB_CONNECTION_CREATE, &error);
  g_assert_no_error (error);
  sb_connection_exec (connection, "PRAGMA foreign_keys = OFF", NULL);
  sb_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
  g_clear_object (&connection);
  keep_file (version, path);
  g_unlink (path);
}

/* An actor that is there before all, and "All", which comes to it. */
static void
make_files (void)
{
  char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");

  files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  sb_test_put (store, actor, NULL);
  g_clear_object (&store);
  keep_file ("new", path);

  store = sb_test_open_store (folder);
  apply_all (store);
  g_clear_object (&store);
  keep_file ("full", path);
  g_unlink (path);

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    make_old (path, versions[i]);
  sb_test_remove_folder (folder);
}

static gint64
count (SbStore *store,
       SbKind kind)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GError) error = NULL;
  gint64 n_records = sb_store_count (store, query, &error);

  g_assert_no_error (error);
  return n_records;
}

/* Opens the catalogue at @path, which is sound. */
static SbStore *
open_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  SbStore *store = sb_store_open (path, SB_STORE_CREATE, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = sb_store_check (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((SbFinding *) g_ptr_array_index (findings, i))->detail);
  g_assert_cmpuint (findings->len, ==, 0);
  return store;
}

/* Whether all of "All" is in the catalogue at @path, or none of it. */
static gboolean
has_all (const char *path)
{
  g_autoptr (SbStore) store = open_sound (path);
  gint64 n_actors = count (store, SB_KIND_ACTOR);
  gboolean is_there = n_actors > 1;

  g_assert_cmpint (n_actors, ==, is_there ? 1 + SB_TEST_N_EACH : 1);
  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    if (kind != SB_KIND_ACTOR)
      g_assert_cmpint (count (store, kind), ==, is_there ? SB_TEST_N_EACH : 0);

  return is_there;
}

static gboolean
create (const char *folder,
        GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_CREATE, error);

  return store != NULL;
}

static gboolean
is_created (const char *folder)
{
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = open_sound (path);

  g_assert_cmpint (count (store, SB_KIND_ACTOR), ==, 0);
  return TRUE;
}

static gboolean
store_all (const char *folder,
           GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_DEFAULT, error);
  g_autoptr (SbChangeSet) changes = sb_test_make_all ("All");

  return store != NULL && sb_store_apply (store, changes, error) >= 0;
}

static gboolean
is_stored (const char *folder)
{
  g_autofree char *path = get_path (folder);

  return has_all (path);
}

static gboolean
undo_all (const char *folder,
          GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_DEFAULT, error);
  g_autofree char *label = store != NULL ? sb_store_undo (store, error) : NULL;

  return label != NULL;
}

static gboolean
is_undone (const char *folder)
{
  g_autofree char *path = get_path (folder);

  return !has_all (path);
}

static gboolean
migrate (const char *folder,
         GError **error)
{
  return create (folder, error);
}

/* The file has the old schema or the new one, with the actor either way; and
 * if a backup is there, it is whole. */
static gboolean
is_migrated (const char *folder)
{
  g_autofree char *path = get_path (folder);
  g_autofree char *backup = NULL;
  g_autoptr (SbConnection) connection = sb_connection_open (path, SB_CONNECTION_READ_ONLY, NULL);
  g_autoptr (SbStore) store = NULL;
  int version;
  int i;

  g_assert_nonnull (connection);
  g_assert_true (sb_connection_get_user_version (connection, &version, NULL));
  g_clear_object (&connection);

  /* Of the version that it had, whichever that was. */
  for (i = 1; i <= (int) G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *name = g_strdup_printf ("catalogue-version-%d.sqlite", i);

      g_free (backup);
      backup = g_build_filename (folder, "backups", name, NULL);
      if (g_file_test (backup, G_FILE_TEST_EXISTS))
        break;
    }

  if (i <= (int) G_N_ELEMENTS (versions))
    {
      g_autoptr (SbConnection) copy = sb_connection_open (backup, SB_CONNECTION_READ_ONLY, NULL);
      g_auto (GStrv) problems = sb_connection_check_integrity (copy, NULL);
      int old_version;

      g_assert_cmpuint (g_strv_length (problems), ==, 0);
      g_assert_true (sb_connection_get_user_version (copy, &old_version, NULL));
      g_assert_cmpint (old_version, ==, i);
    }
  else
    {
      /* Nothing is changed before there is one. */
      g_assert_cmpint (version, <=, (int) G_N_ELEMENTS (versions));
    }

  store = open_sound (path);
  g_assert_cmpint (count (store, SB_KIND_ACTOR), >, 0);
  return version > (int) G_N_ELEMENTS (versions);
}

/* Over a backup that is there: it is the one that stays. */
static gboolean
back_up (const char *folder,
         GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autofree char *backup = get_backup_path (folder);
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_READ_ONLY, error);

  return store != NULL && sb_store_backup (store, backup, NULL, error);
}

static gboolean
is_backed_up (const char *folder)
{
  g_autofree char *path = get_path (folder);
  g_autofree char *backup = get_backup_path (folder);

  g_assert_true (has_all (path));
  return has_all (backup);
}

static gboolean
restore (const char *folder,
         GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autofree char *backup = get_backup_path (folder);
  g_autoptr (SbRestoration) outcome = sb_store_restore (path, backup, NULL, error);

  return outcome != NULL;
}

static gboolean
is_restored (const char *folder)
{
  g_autofree char *path = get_path (folder);

  return !has_all (path);
}

static const Work works[] = {
  { "create", NULL, create, is_created },
  { "store", "new", store_all, is_stored },
  { "undo", "full", undo_all, is_undone },
  { "migrate-1", "version-1", migrate, is_migrated },
  { "migrate-2", "version-2", migrate, is_migrated },
  { "back-up", "full", back_up, is_backed_up },
  { "restore", "full", restore, is_restored },
};

/* Does the work with a disk that fails at the write number @n; returns whether
 * it came to that. */
static gboolean
try_work (const Work *work,
          SbFault fault,
          guint n)
{
  char *folder = sb_test_make_folder ();
  g_autofree char *path = get_path (folder);
  g_autofree char *backup = get_backup_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  gboolean is_reported_done;
  gboolean is_done;
  gboolean has_failed;

  if (work->file != NULL)
    put_file (work->file, path);
  if (work->run == back_up || work->run == restore)
    put_file ("new", backup);

  sb_fault_vfs_arm (fault, n);
  is_reported_done = work->run (folder, &error);
  has_failed = sb_fault_vfs_disarm ();
  g_assert_cmpint (is_reported_done, ==, error == NULL);
  if (error != NULL)
    g_assert_true (g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FULL) ||
                   g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_IO));

  /* What is said to be done is; what is said to have failed may have been. */
  is_done = work->is_done (folder);
  if (is_reported_done)
    g_assert_true (is_done);

  if (!is_done || work->run == create || work->run == migrate)
    {
      g_assert_true (work->run (folder, &again));
      g_assert_no_error (again);
      g_assert_true (work->is_done (folder));
    }

  sb_test_remove_folder (folder);
  return has_failed;
}

/* Does the work with a disk on which nothing fails, to know how many of its
 * writes could, and which of them are of most interest. */
static guint
count_writes (const Work *work,
              SbFault fault)
{
  gboolean has_failed = try_work (work, fault, G_MAXUINT);

  g_assert_false (has_failed);
  return sb_fault_vfs_get_n_asked ();
}

/* Adds write @n and the one before it to those that are tried. */
static void
add_turn (gboolean *is_tried,
          guint n_writes,
          guint n)
{
  g_assert_cmpuint (n, <=, n_writes);
  if (n > 0)
    is_tried[n - 1] = TRUE;
  if (n < n_writes)
    is_tried[n] = TRUE;
}

/* Which of @n_writes are tried: all, when they are few. Otherwise those at
 * which the work turns to another file or has flushed one, where what is stored
 * changes its meaning, or as many of them as there is time for; and one by
 * chance of each of the equal parts that the rest is divided into. */
static gboolean *
choose_writes (GRand *rand,
               guint n_writes,
               const GArray *turns)
{
  g_autofree gboolean *is_tried = g_new0 (gboolean, n_writes);
  guint n_turns = MIN (turns->len, N_TURNS);

  for (guint i = 0; i < n_turns; i++)
    add_turn (is_tried, n_writes, g_array_index (turns, guint, (guint64) i * turns->len / n_turns));

  add_turn (is_tried, n_writes, n_writes);
  for (guint i = 0; i < N_PARTS; i++)
    {
      guint first = (guint) ((guint64) i * n_writes / N_PARTS);
      guint end = (guint) ((guint64) (i + 1) * n_writes / N_PARTS);

      if (n_writes <= N_PARTS)
        is_tried[MIN (i, n_writes - 1)] = TRUE;
      else
        is_tried[g_rand_int_range (rand, (gint32) first, (gint32) end)] = TRUE;
    }

  return g_steal_pointer (&is_tried);
}

/* At all the writes of the work, or at many when it has hundreds: each costs
 * opening a catalogue three times and looking it through twice, and all of them
 * took hours. */
static void
try_many_writes (const Work *work,
                 SbFault fault)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_writes = count_writes (work, fault);
  g_autofree gboolean *is_tried = NULL;
  guint n_failed = 0;

  g_assert_cmpuint (n_writes, >, 0);
  is_tried = choose_writes (rand, n_writes, sb_fault_vfs_get_turns ());
  for (guint n = 0; n < n_writes; n++)
    {
      if (!is_tried[n])
        continue;

      g_test_message ("%s: at write %u", sb_fault_get_name (fault), n);
      /* The last may not be asked for again: where rows lie depends on their
       * identifiers. */
      if (try_work (work, fault, n))
        n_failed++;
    }

  g_test_message ("%s: fails at %u of %u writes", sb_fault_get_name (fault), n_failed, n_writes);
  g_assert_cmpuint (n_failed, >, 0);
}

/* At the first and at one by chance; the seed is that of the test. */
static void
try_some_writes (const Work *work,
                 SbFault fault)
{
  guint n = (guint) g_test_rand_int_range (1, fault == SB_FAULT_SYNC ? 6 : 400);

  g_assert_true (try_work (work, fault, 0));
  g_test_message ("%s: at write %u", sb_fault_get_name (fault), n);
  try_work (work, fault, n);
}

static void
test_work (gconstpointer data)
{
  const Work *work = data;
  gboolean is_slow = g_getenv ("SB_TEST_SLOW") != NULL;

  for (SbFault fault = 0; fault < SB_N_FAULTS; fault++)
    if (is_slow)
      try_many_writes (work, fault);
    else
      try_some_writes (work, fault);
}

int
main (int argc,
      char *argv[])
{
  int status;

  sb_fault_vfs_register ();
  g_test_init (&argc, &argv, NULL);
  make_files ();
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue/store-faults/", works[i].name, NULL);

      g_test_add_data_func (path, &works[i], test_work);
    }

  status = g_test_run ();
  g_hash_table_unref (files);
  return status;
}
