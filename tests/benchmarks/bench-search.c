/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "sb-made-documents.h"
#include "sb-search.h"
#include "sb-test-records.h"

/* How long a search takes in a catalogue of many documents, by the kind of
 * query and after a change, and how long its index takes to be built. Arguments: how many documents
 * (100,000), how often each query (15), a catalogue to be used and kept, "anew"
 * to index that one once more, or a search to be measured alone. Prints the time that passes and the time of the
 * processor, medians and 95th percentiles. */

#define SEED        20260425
#define N_DOCUMENTS 100000
#define N_RUNS      15
#define COUNT_MAX   1000

static const struct
{
  const char *name;
  const char *text;
} queries[] = {
  { "stop word", "la" },
  { "frequent", "mali" },
  { "middling", "blocus" },
  { "rare", "kouyesnou" },
  { "two frequent", "mali bamako" },
  { "two middling", "drones senegal" },
  { "three", "état ministre défense" },
  { "frequent phrase", "\"burkina faso\"" },
  { "middling phrase", "\"africa corps\"" },
  { "prefix", "carbur*" },
  { "short prefix", "mal*" },
  { "accents", "securite" },
  { "inflected", "attaques" },
  { "alias", "GSIM" },
  { "not", "mali -bamako" },
  { "period", "mali since:2025" },
};

typedef struct
{
  GArray *wall; /* (owned) (element-type double) ms */
  GArray *cpu; /* (owned) (element-type double) ms */
} Times;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_percentile (GArray *times,
                guint percent)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, MIN (times->len * percent / 100, times->len - 1));
}

static void
print_times (const char *name,
             Times *times,
             const char *more)
{
  g_print ("  %-16s p50 %7.2f ms  p95 %7.2f ms   cpu p50 %7.2f  p95 %7.2f   %s\n", name, get_percentile (times->wall, 50),
           get_percentile (times->wall, 95), get_percentile (times->cpu, 50), get_percentile (times->cpu, 95), more);
}

static void
times_init (Times *times)
{
  times->wall = g_array_new (FALSE, FALSE, sizeof (double));
  times->cpu = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
times_clear (Times *times)
{
  g_array_unref (times->wall);
  g_array_unref (times->cpu);
}

static void
add_time (Times *times,
          double wall,
          double cpu)
{
  g_array_append_val (times->wall, wall);
  g_array_append_val (times->cpu, cpu);
}

static void
measure_query (SbStore *store,
               guint query,
               const SbSearchRequest *request,
               guint n_runs,
               Times *all)
{
  g_autofree char *more = NULL;
  gint64 total = 0;
  Times times;

  times_init (&times);
  for (guint i = 0; i <= n_runs; i++)
    {
      double wall = read_clock (CLOCK_MONOTONIC);
      double cpu = read_clock (CLOCK_THREAD_CPUTIME_ID);
      g_autoptr (GError) error = NULL;
      g_autoptr (SbSearchAnswer) answer = sb_store_search (store, request, &error);

      wall = read_clock (CLOCK_MONOTONIC) - wall;
      cpu = read_clock (CLOCK_THREAD_CPUTIME_ID) - cpu;
      if (answer == NULL)
        g_error ("%s: %s", request->text, error->message);
      total = answer->total;

      /* The first one compiles the statements. */
      if (i == 0)
        continue;
      add_time (&times, wall, cpu);
      add_time (all, wall, cpu);
    }

  more = g_strdup_printf ("%" G_GINT64_FORMAT " hits: %s", total, request->text);
  print_times (queries[query].name, &times, more);
  times_clear (&times);
}

static void
measure_queries (SbStore *store,
                 const char *only,
                 SbSearchOrder order,
                 guint count_max,
                 guint n_runs)
{
  Times all;

  times_init (&all);
  for (guint i = 0; i < (only != NULL ? 1 : G_N_ELEMENTS (queries)); i++)
    {
      SbSearchRequest request = { .text = only != NULL ? only : queries[i].text, .order = order, .count_max = count_max, .limit = 50 };

      measure_query (store, i, &request, n_runs, &all);
    }
  print_times ("all", &all, "");
  times_clear (&all);
}

/* The first search after a record was stored and indexed, which has to find out
 * what has changed. */
static void
measure_changes (SbStore *store,
                 guint n_runs)
{
  SbSearchRequest request = { .text = "kouyesnou", .order = SB_SEARCH_NEWEST, .limit = 1, .count_max = 1 };
  Times times;

  times_init (&times);
  for (guint i = 0; i <= n_runs; i++)
    {
      g_autoptr (SbRecord) event = sb_test_make_event ("Assaut", "2026-04-25");
      g_autoptr (SbSearchAnswer) answer = NULL;
      g_autoptr (GError) error = NULL;
      double wall;
      double cpu;

      sb_test_put (store, event, NULL);
      if (!sb_store_index (store, NULL, NULL, &error))
        g_error ("%s", error->message);

      wall = read_clock (CLOCK_MONOTONIC);
      cpu = read_clock (CLOCK_THREAD_CPUTIME_ID);
      answer = sb_store_search (store, &request, &error);
      if (answer == NULL)
        g_error ("%s", error->message);
      if (i > 0)
        add_time (&times, read_clock (CLOCK_MONOTONIC) - wall, read_clock (CLOCK_THREAD_CPUTIME_ID) - cpu);
    }
  print_times ("after a change", &times, "");
  times_clear (&times);
}

static gint64
measure_file (SbStore *store)
{
  GStatBuf status;

  return g_stat (sb_store_get_path (store), &status) == 0 ? status.st_size : 0;
}

static void
build_index (SbStore *store,
             guint n_documents)
{
  g_autoptr (GError) error = NULL;
  gint64 size = measure_file (store);
  double wall = read_clock (CLOCK_MONOTONIC);
  double cpu = read_clock (CLOCK_THREAD_CPUTIME_ID);

  if (!sb_store_rebuild_index (store, NULL, NULL, &error))
    g_error ("%s", error->message);
  wall = (read_clock (CLOCK_MONOTONIC) - wall) / 1e3;
  cpu = (read_clock (CLOCK_THREAD_CPUTIME_ID) - cpu) / 1e3;
  g_print ("indexing            %8.2f s, of the processor %8.2f s, %.2f s each 20,000; %.0f MB more than the %.0f MB before\n", wall, cpu,
           cpu * 20000 / n_documents, (double) (measure_file (store) - size) / 1e6, (double) size / 1e6);
}

static void
build (SbStore *store,
       guint n_documents)
{
  g_autoptr (GError) error = NULL;
  double wall = read_clock (CLOCK_MONOTONIC);
  double cpu = read_clock (CLOCK_THREAD_CPUTIME_ID);

  if (!sb_made_documents_add (store, SEED, n_documents, &error))
    g_error ("%s", error->message);
  g_print ("making and storing  %8.2f s, of the processor %8.2f s\n", (read_clock (CLOCK_MONOTONIC) - wall) / 1e3,
           (read_clock (CLOCK_THREAD_CPUTIME_ID) - cpu) / 1e3);
  build_index (store, n_documents);
}

int
main (int argc,
      char *argv[])
{
  guint n_documents = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : N_DOCUMENTS;
  guint n_runs = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : N_RUNS;
  char *folder = argc > 3 ? NULL : sb_test_make_folder ();
  g_autoptr (GError) error = NULL;
  gboolean is_anew = argc > 4 && g_str_equal (argv[4], "anew");
  const char *only = argc > 4 && !is_anew ? argv[4] : NULL;
  SbStore *store = argc > 3 ? sb_store_open (argv[3], SB_STORE_CREATE, &error) : sb_test_open_store (folder);

  if (store == NULL)
    g_error ("%s", error->message);

  g_print ("%u documents\n", n_documents);
  if (folder != NULL || measure_file (store) < 1000000)
    build (store, n_documents);
  else if (is_anew || sb_store_count_unindexed (store, NULL) > 0)
    build_index (store, n_documents);

  g_print ("ranked, the best 50 with snippets\n");
  measure_queries (store, only, SB_SEARCH_RELEVANCE, 0, n_runs);
  g_print ("the newest 50 with snippets, counting %u more\n", COUNT_MAX);
  measure_queries (store, only, SB_SEARCH_NEWEST, COUNT_MAX, n_runs);

  g_print ("the newest one, first after a change\n");
  measure_changes (store, MAX (n_runs, 1));

  g_object_unref (store);
  if (folder != NULL)
    sb_test_remove_folder (folder);
  return 0;
}
