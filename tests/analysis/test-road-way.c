/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-road-words.h"

#include <math.h>

/* Ways through networks that are made by chance, against brute force: Floyd and
 * Warshall's distances between all places, and every simple way that there is. */

#define N_ROUNDS    120
#define N_PLACES    9
#define LEG_CHANCE  0.4
#define MANY_PLACES 60

typedef struct
{
  SbRoadNetwork *network; /* (owned) */
  guint8 *states; /* (owned) */
} Made;

static void
made_clear (Made *made)
{
  g_clear_pointer (&made->network, sb_road_network_unref);
  g_clear_pointer (&made->states, g_free);
}

/* Whole kilometres, so that ways of equal length are common. */
static Made
make (GRand *rand,
      guint n_places,
      double chance)
{
  SbRoadNetworkBuilder *builder = sb_road_network_builder_new ();
  Made made = { 0 };
  guint n_legs;

  for (guint i = 0; i < n_places; i++)
    {
      g_autofree char *name = g_strdup_printf ("P%u", i);
      SbRoadPlace place = { .names = { name, name }, .position = { i, 0 } };

      sb_road_network_builder_add_place (builder, &place);
    }
  for (guint i = 0; i < n_places; i++)
    for (guint j = i + 1; j < n_places; j++)
      if (g_rand_double (rand) < chance)
        sb_road_network_builder_add_leg (builder, i, j, g_rand_int_range (rand, 1, 20),
                                         g_rand_int_range (rand, 0, 4) == 0 ? SB_ROAD_LEG_TRACK : SB_ROAD_LEG_DEFAULT);

  made.network = sb_road_network_builder_end (builder);
  n_legs = sb_road_network_get_n_legs (made.network);
  made.states = g_new0 (guint8, MAX (n_legs, 1));
  for (guint i = 0; i < n_legs; i++)
    made.states[i] = (guint8) g_rand_int_range (rand, 0, SB_N_ROAD_STATES);

  return made;
}

static double
get_cost (const SbRoadLeg *leg)
{
  return leg->is_track ? leg->km * SB_ROAD_TRACK_COST : leg->km;
}

static double *
measure_all (const Made *made,
             SbRoadState worst)
{
  guint n = sb_road_network_get_n_places (made->network);
  double *cost = g_new (double, n *n);

  for (guint i = 0; i < n * n; i++)
    cost[i] = i % (n + 1) == 0 ? 0 : HUGE_VAL;
  for (guint i = 0; i < sb_road_network_get_n_legs (made->network); i++)
    {
      const SbRoadLeg *leg = sb_road_network_get_leg (made->network, i);

      if (made->states[i] <= worst)
        cost[leg->places[0] * n + leg->places[1]] = cost[leg->places[1] * n + leg->places[0]] = get_cost (leg);
    }
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        cost[i * n + j] = MIN (cost[i * n + j], cost[i * n + k] + cost[k * n + j]);

  return cost;
}

static void
assert_way (const Made *made,
            const SbRoadWay *way,
            SbRoadState worst,
            guint from,
            guint to)
{
  double km = 0;
  double cost = 0;
  double track_km = 0;

  g_assert_cmpuint (way->places[0], ==, from);
  g_assert_cmpuint (way->places[way->n_legs], ==, to);
  for (guint i = 0; i < way->n_legs; i++)
    {
      const SbRoadLeg *leg = sb_road_network_get_leg (made->network, way->legs[i]);

      g_assert_cmpuint (made->states[way->legs[i]], <=, worst);
      g_assert_true ((leg->places[0] == way->places[i] && leg->places[1] == way->places[i + 1]) ||
                     (leg->places[1] == way->places[i] && leg->places[0] == way->places[i + 1]));
      km += leg->km;
      cost += get_cost (leg);
      track_km += leg->is_track ? leg->km : 0;
    }
  g_assert_cmpfloat_with_epsilon (way->km, km, 1e-9);
  g_assert_cmpfloat_with_epsilon (way->cost, cost, 1e-9);
  g_assert_cmpfloat_with_epsilon (way->track_km, track_km, 1e-9);
}

static void
test_shortest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < N_ROUNDS / 4; round++)
    {
      Made made = make (rand, MANY_PLACES, 0.05);
      SbRoadState worst = (SbRoadState) (round % SB_N_ROAD_STATES);
      g_autofree double *expected = measure_all (&made, worst);

      for (guint from = 0; from < MANY_PLACES; from += 7)
        {
          g_autofree double *cost = sb_road_way_measure (made.network, made.states, worst, &from, 1);

          for (guint to = 0; to < MANY_PLACES; to++)
            {
              g_autoptr (SbRoadWay) way = sb_road_way_find (made.network, made.states, worst, from, to);

              g_assert_true (cost[to] == expected[from * MANY_PLACES + to]);
              if (cost[to] == HUGE_VAL)
                g_assert_null (way);
              else
                assert_way (&made, way, worst, from, to);
              if (way != NULL)
                g_assert_true (way->cost == cost[to]);
            }
        }
      made_clear (&made);
    }
}

/* Collects the cost of every way that goes through no place twice. */
static void
walk (const Made *made,
      SbRoadState worst,
      guint place,
      guint to,
      guint seen,
      double cost,
      GArray *costs)
{
  guint n_links;
  const SbRoadLink *links = sb_road_network_get_links (made->network, place, &n_links);

  if (place == to)
    {
      g_array_append_val (costs, cost);
      return;
    }

  for (guint i = 0; i < n_links; i++)
    if (made->states[links[i].leg] <= worst && (seen & 1u << links[i].place) == 0)
      walk (made, worst, links[i].place, to, seen | 1u << links[i].place,
            cost + get_cost (sb_road_network_get_leg (made->network, links[i].leg)), costs);
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
test_several (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      Made made = make (rand, N_PLACES, LEG_CHANCE);
      guint most = 1 + round % 6;
      g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (GPtrArray) ways = sb_road_way_find_several (made.network, made.states, SB_ROAD_THREATENED, 0, N_PLACES - 1, most);

      walk (&made, SB_ROAD_THREATENED, 0, N_PLACES - 1, 1, 0, costs);
      g_array_sort (costs, compare);
      g_assert_cmpuint (ways->len, ==, MIN (most, costs->len));
      for (guint i = 0; i < ways->len; i++)
        {
          const SbRoadWay *way = g_ptr_array_index (ways, i);

          assert_way (&made, way, SB_ROAD_THREATENED, 0, N_PLACES - 1);
          g_assert_cmpfloat_with_epsilon (way->cost, g_array_index (costs, double, i), 1e-9);
          for (guint j = 0; j < i; j++)
            g_assert_false (sb_road_way_equal (way, g_ptr_array_index (ways, j)));
        }
      made_clear (&made);
    }
}

static void
test_nowhere (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  Made made = make (rand, 3, 0);
  g_autoptr (SbRoadWay) none = sb_road_way_find (made.network, NULL, SB_ROAD_CUT, 0, 2);
  g_autoptr (SbRoadWay) here = sb_road_way_find (made.network, NULL, SB_ROAD_CUT, 1, 1);
  g_autoptr (GPtrArray) several = sb_road_way_find_several (made.network, NULL, SB_ROAD_CUT, 0, 2, 3);

  g_assert_null (none);
  g_assert_nonnull (here);
  g_assert_cmpuint (here->n_legs, ==, 0);
  g_assert_cmpuint (several->len, ==, 0);
  made_clear (&made);
}

/* Two roads of five places that share their middle. */
static void
test_parts (void)
{
  static const guint first[] = { 0, 1, 2, 3 };
  static const guint second[] = { 1, 2, 4 };
  SbRoadNetworkBuilder *builder = sb_road_network_builder_new ();
  SbRoad one = { .code = "N1", .names = { "N1", "N1" }, .stops = first, .n_stops = G_N_ELEMENTS (first) };
  SbRoad two = { .names = { "two", "two" }, .stops = second, .n_stops = G_N_ELEMENTS (second) };
  g_autoptr (SbRoadNetwork) network = NULL;
  g_autoptr (SbRoadWay) way = NULL;
  g_autoptr (GArray) parts = NULL;

  for (guint i = 0; i < 5; i++)
    sb_road_network_builder_add_place (builder, &(SbRoadPlace) { .names = { "P", "P" } });
  for (guint i = 1; i < G_N_ELEMENTS (first); i++)
    sb_road_network_builder_add_leg (builder, first[i - 1], first[i], 10, SB_ROAD_LEG_DEFAULT);
  sb_road_network_builder_add_leg (builder, 2, 4, 10, SB_ROAD_LEG_DEFAULT);
  sb_road_network_builder_add_road (builder, &two);
  sb_road_network_builder_add_road (builder, &one);
  network = sb_road_network_builder_end (builder);

  /* The first road goes on for longest; then there is only the other. */
  way = sb_road_way_find (network, NULL, SB_ROAD_CUT, 0, 4);
  parts = sb_road_way_list_parts (way, network);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpstr (g_array_index (parts, SbRoadPart, 0).road->code, ==, "N1");
  g_assert_cmpuint (g_array_index (parts, SbRoadPart, 0).last, ==, 2);
  g_assert_cmpstr (g_array_index (parts, SbRoadPart, 1).road->names[0], ==, "two");
}

/* The way over paved roads goes before the shorter one on tracks, and why is said. */
static void
test_words (void)
{
  static const char *const names[] = { "Ansongo", "Labbezanga", "Ayorou" };
  SbRoadNetworkBuilder *builder = sb_road_network_builder_new ();
  g_autoptr (SbRoadNetwork) network = NULL;
  g_autoptr (GPtrArray) ways = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *other = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      SbRoadPlace place = { .names = { names[i], names[i] }, .position = { i, 0 } };

      sb_road_network_builder_add_place (builder, &place);
    }
  sb_road_network_builder_add_leg (builder, 0, 2, 100, SB_ROAD_LEG_DEFAULT);
  sb_road_network_builder_add_leg (builder, 0, 1, 30, SB_ROAD_LEG_DEFAULT);
  sb_road_network_builder_add_leg (builder, 1, 2, 60, SB_ROAD_LEG_TRACK);
  network = sb_road_network_builder_end (builder);

  ways = sb_road_way_find_several (network, NULL, SB_ROAD_OPEN, 0, 2, 2);
  g_assert_cmpuint (ways->len, ==, 2);
  first = sb_road_way_describe_surface (g_ptr_array_index (ways, 0), network, SB_LANGUAGE_EN);
  second = sb_road_way_describe_surface (g_ptr_array_index (ways, 1), network, SB_LANGUAGE_EN);
  other = sb_road_way_describe_other (g_ptr_array_index (ways, 1), g_ptr_array_index (ways, 0), network, SB_LANGUAGE_EN);
  g_assert_cmpstr (first, ==, "Ansongo–Ayorou");
  g_assert_cmpstr (second, ==, "Ansongo–Labbezanga, Labbezanga–Ayorou, partly on tracks (60\302\240km)");
  g_assert_cmpstr (other, ==,
                   "Another way: 90\302\240km, by Ansongo–Labbezanga, Labbezanga–Ayorou, partly on tracks (60\302\240km): "
                   "shorter, but a kilometre of track counts as one and a half.");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/road-way/shortest", test_shortest);
  g_test_add_func ("/analysis/road-way/several", test_several);
  g_test_add_func ("/analysis/road-way/nowhere", test_nowhere);
  g_test_add_func ("/analysis/road-way/parts", test_parts);
  g_test_add_func ("/analysis/road-way/words", test_words);

  return g_test_run ();
}
