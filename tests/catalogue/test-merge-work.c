/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "sb-event.h"
#include "sb-merge.h"
#include "sb-record-builder.h"
#include "sb-store-check.h"
#include "sb-test-records.h"

/* Merges of actors that much names: in the worker of a catalogue, cancelled, and
 * killed. All of a merge is there, or nothing of it. */

#define N_EVENTS 1100
#define N_KILLS  6

static const char *program;

/* How many events name an actor of the name. */
static gint64
count_events (SbStore *store,
              gint64 actor)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  query->actor = actor;
  return sb_store_count (store, query, NULL);
}

/* Two actors, ids 1 and 2, with events of the second; returns the folder. */
static char *
make_store (guint n_events)
{
  char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (SbRecord) kept = sb_test_make_actor ("Alpha");
  g_autoptr (SbRecord) gone = sb_test_make_actor ("Beta");
  g_autoptr (SbRef) ref = sb_record_dup_ref (gone);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (GError) error = NULL;

  sb_change_set_put (changes, kept);
  sb_change_set_put (changes, gone);
  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (SbRecord) plain = sb_test_make_event ("Attaque", "2026-04-25");
      g_autoptr (SbRecord) event = NULL;
      SbRecordBuilder *builder = sb_record_builder_new_from (plain);
      SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);

      sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, ref);
      sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (item));
      event = sb_record_builder_end (builder);
      sb_change_set_put (changes, event);
    }
  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);
  return folder;
}

/* All of the merge is there, or nothing: TRUE for all. */
static gboolean
check_whole (SbStore *store,
             gint64 n_events)
{
  const SbMergeQuery query = { 0 };
  g_autoptr (GPtrArray) merges = sb_store_list_merges (store, &query, NULL);
  g_autoptr (SbRecord) gone = sb_store_get (store, SB_KIND_ACTOR, 2, NULL);

  g_assert_cmpuint (merges->len, ==, gone == NULL ? 1 : 0);
  g_assert_cmpint (count_events (store, 1), ==, gone == NULL ? n_events : 0);
  g_assert_cmpint (count_events (store, 2), ==, gone == NULL ? 0 : n_events);
  return gone == NULL;
}

typedef struct
{
  GCancellable *cancellable; /* (unowned) */
  guint n_left; /* calls until it is cancelled */
  double last;
} Watch;

static void
watch (double fraction,
       gpointer user_data)
{
  Watch *self = user_data;

  g_assert_cmpfloat (fraction, >, self->last);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  if (self->n_left-- == 0)
    g_cancellable_cancel (self->cancellable);
}

/* Cancelled at its first and its second part, and then not. */
static void
test_cancelled (void)
{
  char *folder = make_store (N_EVENTS);
  g_autoptr (SbStore) store = sb_test_open_store (folder);

  for (guint is_parting = 0; is_parting < 2; is_parting++)
    for (guint i = 0; i < 3; i++)
      {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GPtrArray) notes = NULL;
        g_autoptr (GError) error = NULL;
        Watch self = { cancellable, i < 2 ? i : G_MAXUINT, 0 };

        sb_store_set_cancellable (store, cancellable);
        notes = is_parting ? sb_store_unmerge (store, 1, "Part", watch, &self, &error)
                           : sb_store_merge (store, SB_KIND_ACTOR, 1, 2, "Merge", watch, &self, &error);
        sb_store_set_cancellable (store, NULL);
        if (i < 2)
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        else
          g_assert_no_error (error);
        g_assert_cmpint (check_whole (store, N_EVENTS), ==, (i < 2) == (is_parting == 1));
      }

  g_clear_object (&store);
  sb_test_remove_folder (folder);
}

static void
told_cb (SbOperation *operation,
         GParamSpec *pspec,
         gpointer user_data)
{
  guint *n_told = user_data;

  (*n_told)++;
}

static void
cancel_cb (SbOperation *operation,
           GParamSpec *pspec,
           gpointer user_data)
{
  sb_operation_cancel (operation);
}

/* In the worker: the main loop turns meanwhile, and tells how far it is. */
static void
test_worker (void)
{
  char *folder = make_store (N_EVENTS);
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  SbCatalogue *catalogue = sb_test_open_catalogue (folder);
  guint n_told = 0;

  for (guint i = 0; i < 3; i++)
    {
      gboolean is_cancelled = i == 0;
      g_autoptr (SbOperation) operation = sb_operation_new ("Merge");
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) notes = NULL;
      g_autoptr (GError) error = NULL;

      n_told = 0;
      g_signal_connect (operation, "notify::fraction", G_CALLBACK (told_cb), &n_told);
      if (is_cancelled)
        g_signal_connect (operation, "notify::fraction", G_CALLBACK (cancel_cb), NULL);
      if (i < 2)
        sb_catalogue_merge_async (catalogue, SB_KIND_ACTOR, 1, 2, "Merge", operation, sb_test_result_cb, &result);
      else
        sb_catalogue_unmerge_async (catalogue, 1, "Part", operation, sb_test_result_cb, &result);
      notes = sb_catalogue_merge_finish (catalogue, sb_test_result_wait (&result), &error);
      if (is_cancelled)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_no_error (error);
      g_assert_cmpint (notes == NULL, ==, is_cancelled);
      g_assert_cmpuint (n_told, >, 0);
      g_assert_cmpint (check_whole (store, N_EVENTS), ==, i == 1);
      sb_operation_complete (operation);
    }

  sb_test_close_catalogue (catalogue);
  g_clear_object (&store);
  sb_test_remove_folder (folder);
}

static void
tell_part (double fraction,
           gpointer user_data)
{
  puts ("part");
  fflush (stdout);
}

/* The child: merges and parts, a line for each part of it, until it is killed. */
static int
work_until_killed (const char *folder)
{
  g_autoptr (SbStore) store = sb_test_open_store (folder);

  while (TRUE)
    {
      const SbMergeQuery query = { 0 };
      g_autoptr (GPtrArray) merges = sb_store_list_merges (store, &query, NULL);
      g_autoptr (GPtrArray) notes = NULL;

      if (merges->len > 0)
        notes = sb_store_unmerge (store, ((const SbMerge *) g_ptr_array_index (merges, 0))->id, "Part", tell_part, NULL, NULL);
      else
        notes = sb_store_merge (store, SB_KIND_ACTOR, 1, 2, "Merge", tell_part, NULL, NULL);
      if (notes == NULL)
        return 1;
    }
}

static void
test_killed (void)
{
  char *folder = make_store (N_EVENTS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260425);
  guint n_merged = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "--work-until-killed", folder, NULL);
      g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      g_autoptr (SbStore) store = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      /* Some parts into the work, and a little after that. */
      for (guint n_left = (guint) g_rand_int_range (rand, 0, 4); n_left > 0; n_left--)
        {
          g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

          g_assert_cmpstr (line, ==, "part");
        }
      g_usleep ((gulong) g_rand_int_range (rand, 0, 40000));
      g_subprocess_send_signal (child, SIGKILL);
      g_subprocess_wait (child, NULL, NULL);

      store = sb_test_open_store (folder);
      n_merged += check_whole (store, N_EVENTS);
      if (i % 3 != 2)
        continue;
      findings = sb_store_check (store, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
    }

  g_test_message ("%u times merged, %u times not", n_merged, N_KILLS - n_merged);
  sb_test_remove_folder (folder);
}

int
main (int argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--work-until-killed") == 0)
    return work_until_killed (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/merge-work/cancelled", test_cancelled);
  g_test_add_func ("/catalogue/merge-work/worker", test_worker);
  g_test_add_func ("/catalogue/merge-work/killed", test_killed);

  return g_test_run ();
}
