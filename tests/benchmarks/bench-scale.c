/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sb-made-events.h"
#include "sb-search.h"
#include "sb-situation-changes.h"
#include "sb-situation-loader.h"

/* How long any page of a list and the situation of any day take in a large
 * catalogue: 100,000 events, or as many as SB_BENCH_EVENTS says; or in the file
 * that is the argument, which make-catalogue made and which is kept. Prints
 * medians and 95th percentiles in milliseconds, of the time that passes and of
 * that of the processor, and for each the ratio to the median in a catalogue of
 * 10,000. SB_BENCH_ONLY measures what has its text in the name, and no more. */

#define DEFAULT_N_EVENTS 100000
#define SMALL_N_EVENTS   10000
#define N_RUNS           41
#define PAGE             50

typedef struct
{
  SbStore *store; /* (owned) */
  SbMadeEvents *made; /* (owned) */
  GRand *rand; /* (owned) */
  double index_seconds; /* that it took to index all */
} Bench;

typedef void (*FillFunc) (Bench *bench,
                          SbQuery *query);

static int
pick_day (Bench *bench)
{
  return g_rand_int_range (bench->rand, SB_MADE_FIRST_DAY, SB_MADE_LAST_DAY);
}

static gint64
pick_any (Bench *bench,
          GArray *ids,
          guint first,
          guint last)
{
  return g_array_index (ids, gint64, (guint) g_rand_int_range (bench->rand, (gint32) first, (gint32) MIN (last, ids->len)));
}

static void
fill_first (Bench *bench,
            SbQuery *query)
{
}

static void
fill_middle (Bench *bench,
             SbQuery *query)
{
  query->offset = bench->made->n_events / 2;
}

static void
fill_deep (Bench *bench,
           SbQuery *query)
{
  query->offset = bench->made->n_events - bench->made->n_events / 100;
}

static void
fill_oldest (Bench *bench,
             SbQuery *query)
{
  query->flags = SB_QUERY_OLDEST_FIRST;
}

static void
fill_month (Bench *bench,
            SbQuery *query)
{
  query->has_period = TRUE;
  query->first_day = pick_day (bench);
  query->last_day = query->first_day + 30;
}

static void
fill_as_of (Bench *bench,
            SbQuery *query)
{
  query->has_as_of = TRUE;
  query->as_of = pick_day (bench);
}

static void
fill_busy_actor (Bench *bench,
                 SbQuery *query)
{
  query->actor = pick_any (bench, bench->made->actors, 0, 3);
}

static void
fill_quiet_actor (Bench *bench,
                  SbQuery *query)
{
  query->actor = pick_any (bench, bench->made->actors, bench->made->actors->len / 2, G_MAXUINT);
}

static void
fill_busy_actor_oldest (Bench *bench,
                        SbQuery *query)
{
  fill_busy_actor (bench, query);
  query->flags = SB_QUERY_OLDEST_FIRST;
}

static void
fill_busy_actor_month (Bench *bench,
                       SbQuery *query)
{
  fill_busy_actor (bench, query);
  fill_month (bench, query);
}

static void
fill_busy_place (Bench *bench,
                 SbQuery *query)
{
  query->place = pick_any (bench, bench->made->places, 0, 3);
}

static void
fill_quiet_place (Bench *bench,
                  SbQuery *query)
{
  query->place = pick_any (bench, bench->made->places, bench->made->places->len / 2, G_MAXUINT);
}

static void
fill_actor_and_place (Bench *bench,
                      SbQuery *query)
{
  fill_busy_actor (bench, query);
  fill_busy_place (bench, query);
}

static void
fill_large_source (Bench *bench,
                   SbQuery *query)
{
  query->source = pick_any (bench, bench->made->sources, 0, 1);
}

static void
fill_small_source (Bench *bench,
                   SbQuery *query)
{
  query->source = pick_any (bench, bench->made->sources, 30, G_MAXUINT);
}

static void
fill_middling_source (Bench *bench,
                      SbQuery *query)
{
  query->source = pick_any (bench, bench->made->sources, 10, 25);
}

static void
fill_large_source_month (Bench *bench,
                         SbQuery *query)
{
  fill_large_source (bench, query);
  fill_month (bench, query);
}

static void
fill_small_source_month (Bench *bench,
                         SbQuery *query)
{
  fill_small_source (bench, query);
  fill_month (bench, query);
}

static void
fill_document (Bench *bench,
               SbQuery *query)
{
  query->document = pick_any (bench, bench->made->documents, 0, G_MAXUINT);
}

static void
fill_large_dossier (Bench *bench,
                    SbQuery *query)
{
  query->dossier = bench->made->large_dossier;
}

static void
fill_small_dossier (Bench *bench,
                    SbQuery *query)
{
  query->dossier = bench->made->small_dossier;
}

static void
fill_key_facts (Bench *bench,
                SbQuery *query)
{
  query->flags = SB_QUERY_KEY_FACTS;
}

static void
fill_unsourced (Bench *bench,
                SbQuery *query)
{
  query->flags = SB_QUERY_UNSOURCED;
}

static void
fill_withdrawn (Bench *bench,
                SbQuery *query)
{
  query->flags = SB_QUERY_WITHDRAWN;
}

static void
fill_common_words (Bench *bench,
                   SbQuery *query)
{
  query->text = g_strdup ("attaque village");
}

static void
fill_rare_words (Bench *bench,
                 SbQuery *query)
{
  query->text = g_strdup ("licorne");
}

/* Half way down the list, behind a record of a day. */
static void
fill_behind (Bench *bench,
             SbQuery *query)
{
  g_autoptr (SbQuery) first = sb_query_new (query->kind);
  g_autoptr (GPtrArray) records = NULL;

  first->has_as_of = TRUE;
  first->as_of = (SB_MADE_FIRST_DAY + SB_MADE_LAST_DAY) / 2;
  first->limit = 1;
  records = sb_store_list (bench->store, first, NULL);
  query->after = sb_record_get_id (g_ptr_array_index (records, 0));
}

/* The page before that one. */
static void
fill_before (Bench *bench,
             SbQuery *query)
{
  fill_behind (bench, query);
  query->flags = SB_QUERY_OLDEST_FIRST;
}

static const struct
{
  const char *name;
  SbKind kind;
  FillFunc fill;
} pages[] = {
  { "events, first page", SB_KIND_EVENT, fill_first },
  { "events, middle", SB_KIND_EVENT, fill_middle },
  { "events, far down", SB_KIND_EVENT, fill_deep },
  { "events, oldest first", SB_KIND_EVENT, fill_oldest },
  { "events, a month", SB_KIND_EVENT, fill_month },
  { "events, as of a day", SB_KIND_EVENT, fill_as_of },
  { "events, busy actor", SB_KIND_EVENT, fill_busy_actor },
  { "events, quiet actor", SB_KIND_EVENT, fill_quiet_actor },
  { "events, busy actor, oldest", SB_KIND_EVENT, fill_busy_actor_oldest },
  { "events, busy actor, a month", SB_KIND_EVENT, fill_busy_actor_month },
  { "events, busy place", SB_KIND_EVENT, fill_busy_place },
  { "events, quiet place", SB_KIND_EVENT, fill_quiet_place },
  { "events, actor and place", SB_KIND_EVENT, fill_actor_and_place },
  { "events, large source", SB_KIND_EVENT, fill_large_source },
  { "events, small source", SB_KIND_EVENT, fill_small_source },
  { "events, middling source", SB_KIND_EVENT, fill_middling_source },
  { "events, large source, a month", SB_KIND_EVENT, fill_large_source_month },
  { "events, small source, a month", SB_KIND_EVENT, fill_small_source_month },
  { "events, document", SB_KIND_EVENT, fill_document },
  { "events, large dossier", SB_KIND_EVENT, fill_large_dossier },
  { "events, small dossier", SB_KIND_EVENT, fill_small_dossier },
  { "events, key facts", SB_KIND_EVENT, fill_key_facts },
  { "events, unsourced", SB_KIND_EVENT, fill_unsourced },
  { "events, with withdrawn", SB_KIND_EVENT, fill_withdrawn },
  { "events, common words", SB_KIND_EVENT, fill_common_words },
  { "events, words in none", SB_KIND_EVENT, fill_rare_words },
  { "documents", SB_KIND_DOCUMENT, fill_first },
  { "documents, oldest first", SB_KIND_DOCUMENT, fill_oldest },
  { "documents, words in none", SB_KIND_DOCUMENT, fill_rare_words },
  { "documents, small source", SB_KIND_DOCUMENT, fill_small_source },
  { "extracts", SB_KIND_EXTRACT, fill_first },
  { "extracts, oldest first", SB_KIND_EXTRACT, fill_oldest },
  { "extracts, words in none", SB_KIND_EXTRACT, fill_rare_words },
  { "extracts, document", SB_KIND_EXTRACT, fill_document },
  { "places", SB_KIND_PLACE, fill_first },
  { "places, words in none", SB_KIND_PLACE, fill_rare_words },
  { "actors", SB_KIND_ACTOR, fill_first },
  { "claims", SB_KIND_CLAIM, fill_first },
  { "claims, oldest first", SB_KIND_CLAIM, fill_oldest },
  { "claims, as of a day", SB_KIND_CLAIM, fill_as_of },
  { "claims, behind one", SB_KIND_CLAIM, fill_behind },
  { "claims, before one", SB_KIND_CLAIM, fill_before },
  { "claims, words in none", SB_KIND_CLAIM, fill_rare_words },
  { "claims, busy actor", SB_KIND_CLAIM, fill_busy_actor },
  { "claims, quiet actor", SB_KIND_CLAIM, fill_quiet_actor },
  { "controls, as of a day", SB_KIND_CONTROL, fill_as_of },
  { "controls, oldest first", SB_KIND_CONTROL, fill_oldest },
  { "controls, behind one", SB_KIND_CONTROL, fill_behind },
  { "controls, busy place", SB_KIND_CONTROL, fill_busy_place },
  { "controls, quiet holder", SB_KIND_CONTROL, fill_quiet_actor },
  { "controls, quiet place", SB_KIND_CONTROL, fill_quiet_place },
  { "restrictions, as of a day", SB_KIND_RESTRICTION, fill_as_of },
  { "relations, quiet actor", SB_KIND_RELATION, fill_quiet_actor },
};

/* Milliseconds. */
typedef struct
{
  double wall;
  double cpu; /* of the thread */
} Time;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static Time
read_clocks (void)
{
  return (Time) { read_clock (CLOCK_MONOTONIC), read_clock (CLOCK_THREAD_CPUTIME_ID) };
}

static void
add_time (GArray *times,
          Time start)
{
  Time now = read_clocks ();
  Time time = { now.wall - start.wall, now.cpu - start.cpu };

  g_array_append_val (times, time);
}

static int
compare_wall (gconstpointer a,
              gconstpointer b)
{
  double difference = ((const Time *) a)->wall - ((const Time *) b)->wall;

  return difference < 0 ? -1 : difference > 0;
}

static int
compare_cpu (gconstpointer a,
             gconstpointer b)
{
  double difference = ((const Time *) a)->cpu - ((const Time *) b)->cpu;

  return difference < 0 ? -1 : difference > 0;
}

static Time
get_quantile (GArray *times,
              double quantile)
{
  guint position = (guint) (quantile * (times->len - 1));
  Time time;

  g_array_sort (times, compare_wall);
  time.wall = g_array_index (times, Time, position).wall;
  g_array_sort (times, compare_cpu);
  time.cpu = g_array_index (times, Time, position).cpu;
  return time;
}

static GArray *
measure_page (Bench *bench,
              guint page)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (Time));

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (pages[page].kind);
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GError) error = NULL;
      Time start;

      pages[page].fill (bench, query);
      query->limit = PAGE;
      start = read_clocks ();
      records = sb_store_list (bench->store, query, &error);
      add_time (times, start);
      if (records == NULL)
        g_error ("%s: %s", pages[page].name, error->message);
    }

  return times;
}

/* The page behind the last one, from one end of the list to the other. */
static GArray *
measure_next (Bench *bench)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (Time));
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  fill_busy_actor (bench, query);
  query->limit = PAGE;
  for (guint i = 0; i < 10 * N_RUNS; i++)
    {
      Time start = read_clocks ();
      g_autoptr (GPtrArray) records = sb_store_list (bench->store, query, NULL);

      add_time (times, start);
      query->after = records != NULL && records->len > 0 ? sb_record_get_id (g_ptr_array_index (records, records->len - 1)) : 0;
    }

  return times;
}

static GArray *
measure_days (Bench *bench)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (Time));

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
      Time start = read_clocks ();
      g_autoptr (GArray) counts = NULL;

      query->has_period = TRUE;
      query->first_day = SB_MADE_FIRST_DAY;
      query->last_day = SB_MADE_LAST_DAY;
      counts = sb_store_count_events_by_day (bench->store, query, NULL);
      add_time (times, start);
    }

  return times;
}

static GArray *
measure_state (Bench *bench,
               gboolean has_since)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (Time));

  for (guint i = 0; i < N_RUNS; i++)
    {
      SbSituationRequest request = { .as_of = pick_day (bench), .has_since = has_since, .limit = PAGE };
      Time start = read_clocks ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SbSituationInput) input = NULL;
      g_autoptr (SbSituation) situation = NULL;
      g_autoptr (SbSituationChanges) changes = NULL;

      request.since = request.as_of - 7;
      input = sb_situation_loader_load (bench->store, &request, &error);
      if (input == NULL)
        g_error ("%s", error->message);
      situation = sb_situation_new (input, request.as_of);
      if (has_since)
        changes = sb_situation_changes_new (input, request.since, request.as_of);
      add_time (times, start);
    }

  return times;
}

#define N_MEASURES (G_N_ELEMENTS (pages) + 4)

static const char *
get_name (guint number)
{
  static const char *const others[] = { "events, next page of an actor", "events a day, all years", "state on a day", "state and a week of changes" };

  return number < G_N_ELEMENTS (pages) ? pages[number].name : others[number - G_N_ELEMENTS (pages)];
}

static gboolean
is_wanted (guint number)
{
  const char *only = g_getenv ("SB_BENCH_ONLY");

  return only == NULL || strstr (get_name (number), only) != NULL;
}

static GArray *
measure (Bench *bench,
         guint number)
{
  if (number < G_N_ELEMENTS (pages))
    return measure_page (bench, number);

  switch (number - G_N_ELEMENTS (pages))
    {
    case 0:
      return measure_next (bench);
    case 1:
      return measure_days (bench);
    case 2:
      return measure_state (bench, FALSE);
    default:
      return measure_state (bench, TRUE);
    }
}

static void
bench_open (Bench *bench,
            const char *folder,
            const char *existing,
            guint n_events)
{
  g_autofree char *path = existing != NULL ? g_strdup (existing) : g_strdup_printf ("%s/%u.sqlite", folder, n_events);
  g_autoptr (GError) error = NULL;

  gint64 start;

  bench->rand = g_rand_new_with_seed (SB_MADE_SEED);
  bench->store = sb_store_open (path, existing != NULL ? SB_STORE_DEFAULT : SB_STORE_CREATE, &error);
  if (bench->store != NULL)
    bench->made = existing != NULL ? sb_made_events_new_again (bench->store, &error)
                                   : sb_made_events_new (bench->store, n_events, SB_MADE_SEED, &error);
  start = g_get_monotonic_time ();
  if (bench->made == NULL || !sb_store_index (bench->store, NULL, NULL, &error))
    g_error ("%s", error->message);
  bench->index_seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
bench_close (Bench *bench,
             gboolean is_kept)
{
  g_autofree char *path = g_strdup (sb_store_get_path (bench->store));

  sb_made_events_free (bench->made);
  g_object_unref (bench->store);
  g_rand_free (bench->rand);
  if (!is_kept)
    g_unlink (path);
}

static double
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (double) status.st_size : 0;
}

int
main (int argc,
      char *argv[])
{
  const char *wish = g_getenv ("SB_BENCH_EVENTS");
  const char *existing = argc > 1 ? argv[1] : NULL;
  guint n_events = wish != NULL ? (guint) strtoul (wish, NULL, 10) : DEFAULT_N_EVENTS;
  g_autofree char *folder = g_dir_make_tmp ("sb-scale-XXXXXX", NULL);
  double medians[N_MEASURES];
  Bench small = { NULL };
  Bench large = { NULL };

  bench_open (&small, folder, NULL, SMALL_N_EVENTS);
  for (guint i = 0; i < N_MEASURES; i++)
    {
      g_autoptr (GArray) times = is_wanted (i) ? measure (&small, i) : NULL;

      medians[i] = times != NULL ? get_quantile (times, 0.5).cpu : 0;
    }
  bench_close (&small, FALSE);

  bench_open (&large, folder, existing, n_events);
  g_print ("%u events, %.0f a second stored, indexed in %.1f s; the file has %.1f MB\n", large.made->n_events,
           large.made->events_per_second, large.index_seconds, get_size (sb_store_get_path (large.store)) / 1e6);
  for (guint i = 0; i < N_MEASURES; i++)
    {
      g_autoptr (GArray) times = is_wanted (i) ? measure (&large, i) : NULL;
      Time p50;
      Time p95;

      if (times == NULL)
        continue;

      p50 = get_quantile (times, 0.5);
      p95 = get_quantile (times, 0.95);
      g_print ("%-32s p50 %8.2f ms   p95 %8.2f ms   cpu p50 %8.2f   p95 %8.2f   × %.1f\n", get_name (i), p50.wall, p95.wall, p50.cpu,
               p95.cpu, p50.cpu / medians[i]);
    }
  bench_close (&large, existing != NULL);
  g_rmdir (folder);
  return 0;
}
