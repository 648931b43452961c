/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-road-way.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

/* Milliseconds of processor time for the questions about roads, on a network of
 * 5,000 places that is made by chance. One line of JSON a figure. */

#define N_PLACES 5000
#define WIDTH    100 /* of the grid that they stand on */
#define N_RUNS   200

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Towns on a crooked grid, a road to each neighbour that is not missing. */
static SbRoadNetwork *
make (GRand *rand)
{
  SbRoadNetworkBuilder *builder = sb_road_network_builder_new ();

  for (guint i = 0; i < N_PLACES; i++)
    {
      g_autofree char *name = g_strdup_printf ("P%u", i);

      sb_road_network_builder_add_place (builder, &(SbRoadPlace) { .names = { name, name } });
    }
  for (guint i = 0; i < N_PLACES; i++)
    {
      if (i % WIDTH + 1 < WIDTH && g_rand_double (rand) < 0.9)
        sb_road_network_builder_add_leg (builder, i, i + 1, g_rand_double_range (rand, 20, 90), SB_ROAD_LEG_DEFAULT);
      if (i + WIDTH < N_PLACES && g_rand_double (rand) < 0.9)
        sb_road_network_builder_add_leg (builder, i, i + WIDTH, g_rand_double_range (rand, 20, 90), SB_ROAD_LEG_DEFAULT);
    }

  return sb_road_network_builder_end (builder);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
print_figures (const char *what,
               const SbRoadNetwork *network,
               double *times)
{
  qsort (times, N_RUNS, sizeof *times, compare);
  g_print ("{\"bench\":\"road\",\"what\":\"%s\",\"places\":%u,\"legs\":%u,\"unit\":\"ms\",\"median\":%.3f,\"p95\":%.3f,\"max\":%.3f}\n", what,
           sb_road_network_get_n_places (network), sb_road_network_get_n_legs (network), times[N_RUNS / 2],
           times[(guint) (N_RUNS * 0.95)], times[N_RUNS - 1]);
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (SbRoadNetwork) network = make (rand);
  double ways[N_RUNS];
  double several[N_RUNS];
  double all[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      guint from = (guint) g_rand_int_range (rand, 0, N_PLACES);
      guint to = (guint) g_rand_int_range (rand, 0, N_PLACES);
      double start = get_cpu_ms ();
      g_autoptr (SbRoadWay) way = sb_road_way_find (network, NULL, SB_ROAD_CUT, from, to);
      g_autoptr (GPtrArray) three = NULL;
      g_autofree double *cost = NULL;

      ways[i] = get_cpu_ms () - start;
      start = get_cpu_ms ();
      three = sb_road_way_find_several (network, NULL, SB_ROAD_CUT, from, to, 3);
      several[i] = get_cpu_ms () - start;
      start = get_cpu_ms ();
      cost = sb_road_way_measure (network, NULL, SB_ROAD_CUT, &from, 1);
      all[i] = get_cpu_ms () - start;
    }
  print_figures ("way", network, ways);
  print_figures ("three-ways", network, several);
  print_figures ("reach", network, all);

  return 0;
}
