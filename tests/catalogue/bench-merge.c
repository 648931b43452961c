/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "sb-event.h"
#include "sb-merge.h"
#include "sb-record-builder.h"
#include "sb-test-records.h"

/* Merging and parting an actor that many events name, in the worker of a
 * catalogue: time, memory, room, and the longest turn of the main loop meanwhile.
 * The number of events is the argument, 100,000 without one. */

#define BATCH 10000

static gint64
read_memory_kb (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, name);
  return line != NULL ? g_ascii_strtoll (line + strlen (name) + 1, NULL, 10) : 0;
}

static double
read_file_mb (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;
  double size = 0;

  if (g_stat (path, &info) == 0)
    size += (double) info.st_size;
  if (g_stat (log, &info) == 0)
    size += (double) info.st_size;
  return size / (1 << 20);
}

static void
add_events (SbStore *store,
            SbRef *actor,
            guint n_events)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (SbRecord) plain = sb_test_make_event ("Attaque contre un convoi sur la route de Kayes", "2026-04-25");
      g_autoptr (SbRecord) event = NULL;
      SbRecordBuilder *builder = sb_record_builder_new_from (plain);
      SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);

      sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, "Le convoi a été attaqué entre deux villages, avant le jour.", NULL);
      sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, actor);
      sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (item));
      event = sb_record_builder_end (builder);
      sb_change_set_put (changes, event);
    }
  g_assert_cmpint (sb_store_apply (store, changes, NULL), >, 0);
}

/* Waits for the result; returns the longest turn of the main loop, in µs. */
static gint64
wait_for_result (GAsyncResult **result)
{
  gint64 longest = 0;

  while (*result == NULL)
    {
      gint64 start;

      g_main_context_iteration (NULL, FALSE);
      start = g_get_monotonic_time ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - start);
      g_usleep (500);
    }

  return longest;
}

typedef enum
{
  MERGE,
  PART,
  UNDO,
} Deed;

static void
measure (SbCatalogue *catalogue,
         const char *name,
         Deed deed)
{
  g_autoptr (SbOperation) operation = sb_operation_new ("Merge");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 longest;

  if (deed == MERGE)
    sb_catalogue_merge_async (catalogue, SB_KIND_ACTOR, 1, 2, "Merge", operation, sb_test_result_cb, &result);
  else if (deed == PART)
    sb_catalogue_unmerge_async (catalogue, 1, "Part", operation, sb_test_result_cb, &result);
  else
    sb_catalogue_undo_async (catalogue, sb_test_result_cb, &result);
  longest = wait_for_result (&result);
  if (deed == UNDO)
    g_free (sb_catalogue_undo_finish (catalogue, result, &error));
  else
    {
      g_autoptr (GPtrArray) notes = sb_catalogue_merge_finish (catalogue, result, &error);
    }
  g_assert_no_error (error);
  sb_operation_complete (operation);
  printf ("%-16s %7.2f s, longest turn of the main loop %.1f ms, memory %.0f MB at most, file and log %.0f MB\n", name,
          (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, (double) longest / 1000,
          (double) read_memory_kb ("VmHWM:") / 1024, read_file_mb (sb_catalogue_get_path (catalogue)));
  fflush (stdout);
}

int
main (int argc,
      char **argv)
{
  guint n_events = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (SbRecord) kept = sb_test_make_actor ("Alpha");
  g_autoptr (SbRecord) gone = sb_test_make_actor ("Beta");
  g_autoptr (SbRef) ref = sb_record_dup_ref (gone);
  g_autoptr (GAsyncResult) opened = NULL;
  SbCatalogue *catalogue;

  sb_test_put (store, kept, "Add");
  sb_test_put (store, gone, "Add");
  for (guint i = 0; i < n_events; i += BATCH)
    add_events (store, ref, MIN (BATCH, n_events - i));

  catalogue = sb_catalogue_new (sb_store_get_path (store));
  sb_catalogue_open_async (catalogue, NULL, sb_test_result_cb, &opened);
  wait_for_result (&opened);
  printf ("%u events; memory %.0f MB, file and log %.0f MB\n", n_events, (double) read_memory_kb ("VmRSS:") / 1024,
          read_file_mb (sb_catalogue_get_path (catalogue)));
  measure (catalogue, "merge", MERGE);
  measure (catalogue, "part", PART);
  measure (catalogue, "undo the parting", UNDO);
  g_clear_object (&opened);
  sb_test_close_catalogue (catalogue);
  g_clear_object (&store);
  sb_test_remove_folder (folder);
  return 0;
}
