/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "sb-store-check.h"
#include "sb-test-records.h"

/* A program that is killed while it writes: what it was told is stored is
 * there, each unit of work whole or not at all, and the file is sound. */

#define N_KILLS         40
#define MAX_UNITS       12
#define EVENTS_PER_UNIT 5

static const char *program;

/* The child: one unit of work after the other, a line for each that is stored,
 * until it is killed. */
static int
write_until_killed (const char *folder)
{
  g_autoptr (SbStore) store = sb_test_open_store (folder);

  while (TRUE)
    {
      g_autoptr (SbChangeSet) changes = sb_change_set_new ("Add events");
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < EVENTS_PER_UNIT; i++)
        {
          g_autoptr (SbRecord) event = sb_test_make_event ("Attaque", "2026-04-25");

          sb_change_set_put (changes, event);
        }

      if (sb_store_apply (store, changes, &error) < 0)
        return 1;

      puts ("stored");
      fflush (stdout);
    }
}

/* Kills a child some time after it stored @n_units; returns how many it said
 * that it stored. */
static guint
kill_after (const char *folder,
            guint n_units,
            gulong delay_us)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_stored = 0;
  char *line;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write-until-killed", folder, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  while (n_stored < n_units && (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      n_stored++;
      g_free (line);
    }

  /* Somewhere in the middle of the next one. */
  g_usleep (delay_us);
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      n_stored++;
      g_free (line);
    }

  return n_stored;
}

static void
test_killed (void)
{
  char *folder = sb_test_make_folder ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260425);
  guint n_stored = 0;
  gint64 n_events = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
      g_autoptr (SbStore) store = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      guint n_units = (guint) g_rand_int_range (rand, 0, MAX_UNITS);

      n_stored += kill_after (folder, n_units, (gulong) g_rand_int_range (rand, 0, 4000));
      store = sb_test_open_store (folder);
      n_events = sb_store_count (store, query, &error);
      g_assert_no_error (error);

      /* The last unit may be stored without having been told. */
      g_assert_cmpint (n_events % EVENTS_PER_UNIT, ==, 0);
      g_assert_cmpint (n_events / EVENTS_PER_UNIT, >=, n_stored);
      g_assert_cmpint (n_events / EVENTS_PER_UNIT, <=, n_stored + i + 1);

      if (i % 10 == 9)
        {
          findings = sb_store_check (store, NULL, NULL, NULL, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (findings->len, ==, 0);
        }
    }

  g_test_message ("%u units of work told, %" G_GINT64_FORMAT " there", n_stored, n_events / EVENTS_PER_UNIT);
  g_assert_cmpuint (n_stored, >, N_KILLS);
  sb_test_remove_folder (folder);
}

int
main (int argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--write-until-killed") == 0)
    return write_until_killed (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/store/killed", test_killed);

  return g_test_run ();
}
