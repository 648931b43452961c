/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include <stdlib.h>

#include "sb-made-events.h"
#include "sb-search.h"

/* Makes a catalogue of a size that is asked for, and indexes it, to try the programs
 * on:
 *
 *   make-catalogue FILE [EVENTS]
 */

#define DEFAULT_N_EVENTS 100000

int
main (int argc,
      char *argv[])
{
  guint n_events = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : DEFAULT_N_EVENTS;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbMadeEvents) made = NULL;

  if (argc < 2 || n_events == 0 || g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_printerr ("make-catalogue FILE [EVENTS]: FILE must not be there yet\n");
      return 2;
    }

  store = sb_store_open (argv[1], SB_STORE_CREATE, &error);
  made = store != NULL ? sb_made_events_new (store, n_events, SB_MADE_SEED, &error) : NULL;
  if (made == NULL || !sb_store_index (store, NULL, NULL, &error))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return 1;
    }

  g_print ("%u events, %.0f a second\n", made->n_events, made->events_per_second);
  return 0;
}
