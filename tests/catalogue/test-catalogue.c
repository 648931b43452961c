/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-catalogue.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "sb-search.h"
#include "sb-sqlite-error.h"
#include "sb-test-records.h"

typedef struct
{
  char *folder; /* (owned) */
  SbCatalogue *catalogue; /* (owned) */
  GAsyncResult *result; /* (owned) (nullable) */
  guint kinds; /* of all signals so far */
  guint n_signals;
} Fixture;

static void
changed_cb (SbCatalogue *catalogue,
            guint kinds,
            gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->kinds |= kinds;
  fixture->n_signals++;
}

static void
wait_for_signal (Fixture *fixture)
{
  while (fixture->n_signals == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_catalogue (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->catalogue, "changed", G_CALLBACK (changed_cb), fixture);
  sb_catalogue_open_async (fixture->catalogue, NULL, sb_test_result_cb, &fixture->result);
  sb_catalogue_open_finish (fixture->catalogue, sb_test_result_wait (&fixture->result), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  wait_for_signal (fixture);
  fixture->n_signals = 0;
  fixture->kinds = 0;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = sb_test_make_folder ();
  path = g_build_filename (fixture->folder, "catalogue.sqlite", NULL);
  fixture->catalogue = sb_catalogue_new (path);
  open_catalogue (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->result);
  sb_test_close_catalogue (fixture->catalogue);
  sb_test_remove_folder (fixture->folder);
}

static void
store_records (Fixture *fixture,
               SbRecord *record,
               const char *label)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);
  g_autoptr (GError) error = NULL;

  sb_change_set_put (changes, record);
  sb_catalogue_write_async (fixture->catalogue, changes, NULL, sb_test_result_cb, &fixture->result);
  g_assert_true (sb_catalogue_write_finish (fixture->catalogue, sb_test_result_wait (&fixture->result), &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
}

static GPtrArray *
list (Fixture *fixture,
      SbKind kind)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  sb_catalogue_list_async (fixture->catalogue, query, NULL, sb_test_result_cb, &fixture->result);
  records = sb_catalogue_list_finish (fixture->catalogue, sb_test_result_wait (&fixture->result), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return records;
}

static void
test_write (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (GPtrArray) records = NULL;

  store_records (fixture, actor, "Add actor");
  records = list (fixture, SB_KIND_ACTOR);
  g_assert_cmpuint (records->len, ==, 1);

  wait_for_signal (fixture);
  g_assert_cmpuint (fixture->kinds, ==, 1u << SB_KIND_ACTOR);
  g_assert_cmpstr (sb_catalogue_get_undo_label (fixture->catalogue), ==, "Add actor");
  g_assert_null (sb_catalogue_get_redo_label (fixture->catalogue));
}

static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  store_records (fixture, actor, "Add actor");
  wait_for_signal (fixture);
  fixture->n_signals = 0;

  sb_catalogue_undo_async (fixture->catalogue, sb_test_result_cb, &fixture->result);
  label = sb_catalogue_undo_finish (fixture->catalogue, sb_test_result_wait (&fixture->result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Add actor");
  g_clear_object (&fixture->result);

  wait_for_signal (fixture);
  g_assert_null (sb_catalogue_get_undo_label (fixture->catalogue));
  g_assert_cmpstr (sb_catalogue_get_redo_label (fixture->catalogue), ==, "Add actor");
  records = list (fixture, SB_KIND_ACTOR);
  g_assert_cmpuint (records->len, ==, 0);
}

static gpointer
pass_on (SbStore *store,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  g_async_queue_push (data, data);
  return NULL;
}

/* Many units of work in one turn of the main loop are told once: the loop is
 * held until the writer is through with all of them. */
static void
test_coalesced (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GAsyncQueue) through = g_async_queue_new ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
      g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");

      sb_change_set_put (changes, actor);
      sb_catalogue_write_async (fixture->catalogue, changes, NULL, NULL, NULL);
    }
  sb_catalogue_run_writer_async (fixture->catalogue, pass_on, through, NULL, NULL, NULL, sb_test_result_cb, &fixture->result);
  g_async_queue_pop (through);

  sb_test_result_wait (&fixture->result);
  wait_for_signal (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_signals, ==, 1);
}

/* What another program does to the file is told too. */
static void
test_other_program (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (SbStore) other = sb_test_open_store (fixture->folder);
  g_autoptr (SbRecord) actor = sb_test_make_actor ("FLA");
  g_autoptr (GPtrArray) records = NULL;

  sb_test_put (other, actor, "Add actor");
  wait_for_signal (fixture);
  g_assert_cmpuint (fixture->kinds & (1u << SB_KIND_ACTOR), !=, 0);
  g_assert_cmpstr (sb_catalogue_get_undo_label (fixture->catalogue), ==, "Add actor");
  records = list (fixture, SB_KIND_ACTOR);
  g_assert_cmpuint (records->len, ==, 1);
}

static gpointer
wait_for_ever (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  GError *failure = NULL;

  while (failure == NULL)
    {
      g_autoptr (SbRecord) record = sb_store_get (store, SB_KIND_ACTOR, 1, &failure);
    }

  g_propagate_error (error, failure);
  return NULL;
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  sb_catalogue_read_async (fixture->catalogue, wait_for_ever, NULL, NULL, NULL, cancellable, sb_test_result_cb, &fixture->result);
  g_cancellable_cancel (cancellable);
  g_assert_null (sb_catalogue_read_finish (fixture->catalogue, sb_test_result_wait (&fixture->result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&fixture->result);

  /* The store is as good as before. */
  records = list (fixture, SB_KIND_ACTOR);
  g_assert_cmpuint (records->len, ==, 0);
}

static void
test_not_a_catalogue (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  g_autoptr (SbCatalogue) catalogue = sb_catalogue_new (path);
  g_autoptr (GError) error = NULL;
  Fixture fixture = { 0 };

  g_assert_true (g_file_set_contents (path, "Ceci n’est pas un catalogue, mais c’est assez long pour en être un.", -1, NULL));
  sb_catalogue_open_async (catalogue, NULL, sb_test_result_cb, &fixture.result);
  g_assert_false (sb_catalogue_open_finish (catalogue, sb_test_result_wait (&fixture.result), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_clear_object (&fixture.result);

  sb_catalogue_read_async (catalogue, wait_for_ever, NULL, NULL, NULL, NULL, sb_test_result_cb, &fixture.result);
  g_assert_null (sb_catalogue_read_finish (catalogue, sb_test_result_wait (&fixture.result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_object (&fixture.result);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

static gpointer
count_unindexed (SbStore *store,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ACTOR);

  g_assert_cmpint (sb_store_count (store, query, error), ==, 1);
  return GINT_TO_POINTER ((int) sb_store_count_unindexed (store, error));
}

/* What is written is indexed by itself, behind it. */
static void
test_indexing (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  int n_unindexed;

  store_records (fixture, actor, NULL);
  do
    {
      sb_catalogue_read_async (fixture->catalogue, count_unindexed, NULL, NULL, NULL, NULL, sb_test_result_cb, &fixture->result);
      n_unindexed = GPOINTER_TO_INT (sb_catalogue_read_finish (fixture->catalogue, sb_test_result_wait (&fixture->result), NULL));
      g_clear_object (&fixture->result);
    }
  while (n_unindexed != 0);
}

/* "nobody", who has no right to what root made. */
#define NOBODY 65534

/* Root has a right to everything, and gives it up to be refused; it can have it
 * back. */
static void
give_up_rights (void)
{
  if (getuid () == 0)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, 0), ==, 0);
}

static void
take_rights_back (void)
{
  uid_t real;
  uid_t effective;
  uid_t saved;

  g_assert_cmpint (getresuid (&real, &effective, &saved), ==, 0);
  if (saved == 0)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
}

static void
fill_catalogue (const char *folder,
                const char *name)
{
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (SbRecord) actor = sb_test_make_actor (name);
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Add actor");
  g_autoptr (GError) error = NULL;

  sb_change_set_put (changes, actor);
  g_assert_cmpint (sb_store_apply (store, changes, &error), >, 0);
  g_assert_no_error (error);
}

static void
check_read_only (Fixture *fixture,
                 guint n_actors)
{
  g_autoptr (GPtrArray) actors = list (fixture, SB_KIND_ACTOR);
  g_autoptr (SbRecord) actor = sb_test_make_actor ("Autre");
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Add actor");
  g_autoptr (GError) error = NULL;

  g_assert_true (sb_catalogue_is_read_only (fixture->catalogue));
  g_assert_null (sb_catalogue_get_undo_label (fixture->catalogue));
  g_assert_cmpuint (actors->len, ==, n_actors);

  sb_change_set_put (changes, actor);
  sb_catalogue_write_async (fixture->catalogue, changes, NULL, sb_test_result_cb, &fixture->result);
  g_assert_false (sb_catalogue_write_finish (fixture->catalogue, sb_test_result_wait (&fixture->result), &error));
  g_assert_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_READ_ONLY);
  g_clear_object (&fixture->result);
}

/* On a disk that may only be read: a file without the right to write it, in a folder
 * without it. What its owner changes is heard of all the same. */
static void
test_read_only (void)
{
  Fixture fixture = { 0 };
  g_autofree char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  fill_catalogue (folder, "JNIM");
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  give_up_rights ();
  fixture.folder = g_strdup (folder);
  fixture.catalogue = sb_catalogue_new (path);
  open_catalogue (&fixture);
  check_read_only (&fixture, 1);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "catalogue.sqlite");

  take_rights_back ();
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  fill_catalogue (folder, "FLA");
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  give_up_rights ();
  fixture.n_signals = 0;
  wait_for_signal (&fixture);
  check_read_only (&fixture, 2);

  take_rights_back ();
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  tear_down (&fixture, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/catalogue/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("write", test_write);
  ADD ("undo", test_undo);
  ADD ("coalesced", test_coalesced);
  ADD ("other-program", test_other_program);
  ADD ("cancelled", test_cancelled);
  ADD ("indexing", test_indexing);
#undef ADD
  g_test_add_func ("/catalogue/catalogue/not-a-catalogue", test_not_a_catalogue);
  g_test_add_func ("/catalogue/catalogue/read-only", test_read_only);

  return g_test_run ();
}
