/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-route.h"

#include "sb-figure.h"

#include <math.h>

/* Of the undisturbed way: what a road makes up of it for its figures to be told. */
#define LEAST_PART 0.1

/* What is still passed. */
#define WORST_PASSED SB_ROAD_THREATENED

static void
cut_off_free (gpointer data)
{
  SbRoadCutOff *self = data;

  g_ptr_array_unref (self->restrictions);
  g_free (self);
}

/* Which of the places that nothing cuts off from each other each place is one of,
 * in the strictest reading. */
static guint *
find_islands (const SbRoadConditions *conditions)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);
  const guint8 *states = sb_road_conditions_get_states (conditions, SB_ROAD_READING_ALL);
  guint n_places = sb_road_network_get_n_places (network);
  guint *islands = g_new0 (guint, MAX (n_places, 1));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_islands = 0;

  for (guint start = 0; start < n_places; start++)
    {
      if (islands[start] != 0)
        continue;

      islands[start] = ++n_islands;
      g_array_append_val (queue, start);
      while (queue->len > 0)
        {
          guint place = g_array_index (queue, guint, queue->len - 1);
          guint n_links;
          const SbRoadLink *links = sb_road_network_get_links (network, place, &n_links);

          g_array_set_size (queue, queue->len - 1);
          for (guint i = 0; i < n_links; i++)
            if (states[links[i].leg] <= WORST_PASSED && islands[links[i].place] == 0)
              {
                islands[links[i].place] = n_islands;
                g_array_append_val (queue, links[i].place);
              }
        }
    }

  return islands;
}

/* What cuts the legs that lead away from an island. */
static GPtrArray *
list_around (const SbRoadConditions *conditions,
             const guint *islands,
             guint island)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);
  GPtrArray *restrictions = g_ptr_array_new ();

  for (guint i = 0; i < sb_road_network_get_n_legs (network); i++)
    {
      const SbRoadLeg *leg = sb_road_network_get_leg (network, i);
      const GArray *burdens = sb_road_conditions_get_burdens (conditions, i);

      if ((islands[leg->places[0]] == island) == (islands[leg->places[1]] == island))
        continue;

      for (guint j = 0; j < burdens->len; j++)
        {
          const SbRoadBurden *burden = &g_array_index (burdens, SbRoadBurden, j);

          if (burden->state > WORST_PASSED && !g_ptr_array_find (restrictions, burden->restriction, NULL))
            g_ptr_array_add (restrictions, (gpointer) burden->restriction);
        }
    }

  return restrictions;
}

/* The islands of which what is around was listed before: a cut-off town is rarely
 * alone. */
static GPtrArray *
ensure_around (const SbRoadConditions *conditions,
               const guint *islands,
               guint island,
               GHashTable *around)
{
  GPtrArray *restrictions = g_hash_table_lookup (around, GUINT_TO_POINTER (island));

  if (restrictions == NULL)
    {
      restrictions = list_around (conditions, islands, island);
      g_hash_table_insert (around, GUINT_TO_POINTER (island), restrictions);
    }

  return g_ptr_array_ref (restrictions);
}

/* How sure it is: whatever is denied, or if what is uncertain is in force, or if what is
 * denied is true. */
static guint
get_doubt (const SbRoadCutOff *cut_off)
{
  return (cut_off->readings & 1u << SB_ROAD_READING_SURE) != 0 ? 0 : (cut_off->readings & 1u << SB_ROAD_READING_UNDENIED) != 0 ? 1
                                                                                                                               : 2;
}

/* What is surest first, then the largest. */
static int
compare_cut_off (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const SbRoadNetwork *network = data;
  const SbRoadCutOff *one = *(SbRoadCutOff *const *) a;
  const SbRoadCutOff *other = *(SbRoadCutOff *const *) b;
  guint population_one = sb_road_network_get_place (network, one->place)->population;
  guint population_other = sb_road_network_get_place (network, other->place)->population;

  if (get_doubt (one) != get_doubt (other))
    return get_doubt (one) < get_doubt (other) ? -1 : 1;
  if (population_one != population_other)
    return population_one > population_other ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

/* The readings in which a place is not reached, though it would be undisturbed. */
static guint
get_readings (double *const *km,
              const double *undisturbed,
              guint place)
{
  guint readings = 0;

  for (guint i = 0; i < SB_N_ROAD_READINGS; i++)
    if (km[i][place] == HUGE_VAL && undisturbed[place] < HUGE_VAL)
      readings |= 1u << i;

  return readings;
}

static void
append_cut_off (SbRoadConditions *conditions,
                const guint *sources,
                guint n_sources,
                const char *country,
                const guint *islands,
                GHashTable *around,
                GPtrArray *list)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);
  g_autofree double *undisturbed = sb_road_way_measure (network, NULL, SB_ROAD_CUT, sources, n_sources);
  double *km[SB_N_ROAD_READINGS];

  for (guint i = 0; i < SB_N_ROAD_READINGS; i++)
    km[i] = sb_road_way_measure (network, sb_road_conditions_get_states (conditions, i), WORST_PASSED, sources, n_sources);

  for (guint place = 0; place < sb_road_network_get_n_places (network); place++)
    {
      guint readings = get_readings (km, undisturbed, place);
      SbRoadCutOff *cut_off;

      if (readings == 0 || (country != NULL && g_strcmp0 (country, sb_road_network_get_place (network, place)->country) != 0))
        continue;

      cut_off = g_new0 (SbRoadCutOff, 1);
      cut_off->place = place;
      cut_off->readings = readings;
      cut_off->restrictions = ensure_around (conditions, islands, islands[place], around);
      g_ptr_array_add (list, cut_off);
    }

  for (guint i = 0; i < SB_N_ROAD_READINGS; i++)
    g_free (km[i]);
}

static GHashTable *
create_around (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
sb_road_list_cut_off (SbRoadConditions *conditions,
                      const guint *sources,
                      guint n_sources,
                      const char *country)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (cut_off_free);
  g_autofree guint *islands = NULL;
  g_autoptr (GHashTable) around = create_around ();

  g_return_val_if_fail (conditions != NULL, list);

  islands = find_islands (conditions);
  append_cut_off (conditions, sources, n_sources, country, islands, around, list);
  g_ptr_array_sort_with_data (list, compare_cut_off, sb_road_conditions_get_network (conditions));

  return list;
}

GPtrArray *
sb_road_list_cut_off_from_capitals (SbRoadConditions *conditions)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (cut_off_free);
  const SbRoadNetwork *network;
  g_autofree guint *islands = NULL;
  g_autoptr (GHashTable) around = create_around ();

  g_return_val_if_fail (conditions != NULL, list);

  network = sb_road_conditions_get_network (conditions);
  islands = find_islands (conditions);
  for (guint place = 0; place < sb_road_network_get_n_places (network); place++)
    {
      const SbRoadPlace *capital = sb_road_network_get_place (network, place);

      if ((capital->flags & SB_ROAD_PLACE_CAPITAL) != 0)
        append_cut_off (conditions, &place, 1, capital->country, islands, around, list);
    }
  g_ptr_array_sort_with_data (list, compare_cut_off, (gpointer) network);

  return list;
}

GPtrArray *
sb_road_list_cut_off_from_ports (SbRoadConditions *conditions)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (guint));
  const SbRoadNetwork *network;

  g_return_val_if_fail (conditions != NULL, g_ptr_array_new ());

  network = sb_road_conditions_get_network (conditions);
  for (guint place = 0; place < sb_road_network_get_n_places (network); place++)
    if ((sb_road_network_get_place (network, place)->flags & SB_ROAD_PLACE_PORT) != 0)
      g_array_append_val (ports, place);

  return sb_road_list_cut_off (conditions, (const guint *) (gpointer) ports->data, ports->len, NULL);
}

static void
share_free (gpointer data)
{
  SbRoadShare *self = data;

  g_object_unref (self->figure);
  g_free (self);
}

GPtrArray *
sb_road_list_shares (SbRoadConditions *conditions)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (share_free);
  const SbRoadNetwork *network;
  const guint8 *states;
  const GPtrArray *figures;

  g_return_val_if_fail (conditions != NULL, shares);

  network = sb_road_conditions_get_network (conditions);
  states = sb_road_conditions_get_states (conditions, SB_ROAD_READING_ALL);
  figures = sb_road_conditions_get_figures (conditions);
  for (guint i = 0; i < figures->len; i++)
    {
      SbRecord *figure = g_ptr_array_index (figures, i);
      SbRoadShare share = { figure, sb_road_network_find_corridor (network, sb_record_get_ref (figure, SB_FIGURE_ABOUT)) };

      for (guint j = 0; share.road != NULL && j + 1 < share.road->n_stops; j++)
        {
          guint leg = share.road->legs[j];
          double km = sb_road_network_get_leg (network, leg)->km;

          share.state = MAX (share.state, (SbRoadState) states[leg]);
          share.km += km;
          share.touched_km += states[leg] > SB_ROAD_OPEN ? km : 0;
          share.cut_km += states[leg] > WORST_PASSED ? km : 0;
        }
      if (share.touched_km <= 0)
        continue;

      g_object_ref (figure);
      g_ptr_array_add (shares, g_memdup2 (&share, sizeof share));
    }

  return shares;
}

static double
measure_common (const SbRoadRoute *route,
                const SbRoad *road)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (route->conditions);
  double km = 0;

  for (guint i = 0; i < route->usual->n_legs; i++)
    for (guint j = 0; j + 1 < road->n_stops; j++)
      if (road->legs[j] == route->usual->legs[i])
        km += sb_road_network_get_leg (network, road->legs[j])->km;

  return km;
}

GPtrArray *
sb_road_route_list_shares (const SbRoadRoute *self)
{
  GPtrArray *shares;

  g_return_val_if_fail (self != NULL, NULL);

  shares = sb_road_list_shares (self->conditions);
  for (guint i = shares->len; i > 0; i--)
    if (self->usual == NULL || measure_common (self, ((SbRoadShare *) g_ptr_array_index (shares, i - 1))->road) < LEAST_PART * self->usual->km)
      g_ptr_array_remove_index (shares, i - 1);

  return shares;
}
