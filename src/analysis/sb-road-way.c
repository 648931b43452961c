/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-way.h"

#include <math.h>
#include <string.h>

/* A place that may be settled next: at the cost of @rank, what is still to go with
 * it where the search is led. */
typedef struct
{
  double rank;
  guint place;
} Open;

#define NO_LEG G_MAXUINT

/* One search. */
typedef struct
{
  const SbRoadNetwork *network;
  const guint8 *states; /* (nullable) */
  SbRoadState worst;
  const double *to_go; /* (nullable): cost to the goal at least, by place */
  const guint8 *barred_places; /* (nullable) */
  const guint8 *barred_legs; /* (nullable) */

  double *cost; /* (owned): by place */
  guint *came_by; /* (owned): leg, by place */
  GArray *heap; /* (owned) (element-type Open) */
} Search;

static double
get_cost (const SbRoadNetwork *network,
          guint leg)
{
  const SbRoadLeg *found = sb_road_network_get_leg (network, leg);

  return found->is_track ? found->km * SB_ROAD_TRACK_COST : found->km;
}

static void
begin (Search *self)
{
  guint n_places = sb_road_network_get_n_places (self->network);

  self->cost = g_new (double, MAX (n_places, 1));
  self->came_by = g_new (guint, MAX (n_places, 1));
  self->heap = g_array_sized_new (FALSE, FALSE, sizeof (Open), 64);
  for (guint i = 0; i < n_places; i++)
    {
      self->cost[i] = HUGE_VAL;
      self->came_by[i] = NO_LEG;
    }
}

static void
end (Search *self)
{
  g_free (self->cost);
  g_free (self->came_by);
  g_array_unref (self->heap);
}

/* The order of places of one rank is that of their numbers, so that the same
 * question has the same answer everywhere. */
static gboolean
is_before (const Open *a,
           const Open *b)
{
  return a->rank < b->rank || (a->rank == b->rank && a->place < b->place);
}

static void
push (GArray *heap,
      Open open)
{
  guint child = heap->len;

  g_array_append_val (heap, open);
  while (child > 0)
    {
      guint parent = (child - 1) / 2;

      if (!is_before (&open, &g_array_index (heap, Open, parent)))
        break;

      g_array_index (heap, Open, child) = g_array_index (heap, Open, parent);
      child = parent;
    }
  g_array_index (heap, Open, child) = open;
}

static Open
pop (GArray *heap)
{
  Open first = g_array_index (heap, Open, 0);
  Open last = g_array_index (heap, Open, heap->len - 1);
  guint parent = 0;

  g_array_set_size (heap, heap->len - 1);
  while (heap->len > 0)
    {
      guint child = 2 * parent + 1;

      if (child >= heap->len)
        break;
      if (child + 1 < heap->len && is_before (&g_array_index (heap, Open, child + 1), &g_array_index (heap, Open, child)))
        child++;
      if (!is_before (&g_array_index (heap, Open, child), &last))
        break;

      g_array_index (heap, Open, parent) = g_array_index (heap, Open, child);
      parent = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Open, parent) = last;

  return first;
}

static void
reach (Search *self,
       guint place,
       double cost,
       guint leg)
{
  double to_go = self->to_go != NULL ? self->to_go[place] : 0;

  if (cost >= self->cost[place] || to_go == HUGE_VAL)
    return;

  self->cost[place] = cost;
  self->came_by[place] = leg;
  push (self->heap, (Open) { cost + to_go, place });
}

static gboolean
is_barred (const Search *self,
           const SbRoadLink *link)
{
  return (self->states != NULL && self->states[link->leg] > self->worst) ||
         (self->barred_legs != NULL && self->barred_legs[link->leg]) ||
         (self->barred_places != NULL && self->barred_places[link->place]);
}

/* Goes on until @goal is settled, or all that can be. */
static void
run (Search *self,
     guint goal)
{
  while (self->heap->len > 0)
    {
      Open open = pop (self->heap);
      double to_go = self->to_go != NULL ? self->to_go[open.place] : 0;
      const SbRoadLink *links;
      guint n_links;

      if (open.place == goal)
        return;
      if (open.rank > self->cost[open.place] + to_go)
        continue;

      links = sb_road_network_get_links (self->network, open.place, &n_links);
      for (guint i = 0; i < n_links; i++)
        if (!is_barred (self, &links[i]))
          reach (self, links[i].place, self->cost[open.place] + get_cost (self->network, links[i].leg), links[i].leg);
    }
}

static guint
get_other_end (const SbRoadNetwork *network,
               guint leg,
               guint place)
{
  const SbRoadLeg *found = sb_road_network_get_leg (network, leg);

  return found->places[found->places[0] == place ? 1 : 0];
}

SbRoadWay *
sb_road_way_new (const SbRoadNetwork *network,
                 const guint *legs,
                 guint n_legs,
                 guint from)
{
  SbRoadWay *way = g_new0 (SbRoadWay, 1);

  way->n_legs = n_legs;
  way->legs = g_memdup2 (legs, sizeof *legs * n_legs);
  way->places = g_new (guint, n_legs + 1);
  way->places[0] = from;
  for (guint i = 0; i < n_legs; i++)
    {
      way->places[i + 1] = get_other_end (network, legs[i], way->places[i]);
      way->km += sb_road_network_get_leg (network, legs[i])->km;
      way->cost += get_cost (network, legs[i]);
      way->track_km += sb_road_network_get_leg (network, legs[i])->is_track ? sb_road_network_get_leg (network, legs[i])->km : 0;
      way->is_estimated = way->is_estimated || sb_road_network_get_leg (network, legs[i])->is_estimated;
    }

  return way;
}

/* The legs by which @to was reached, in order, behind those that are in @legs. */
static void
trace (const Search *self,
       guint to,
       GArray *legs)
{
  guint first = legs->len;

  for (guint place = to; self->came_by[place] != NO_LEG;)
    {
      guint leg = self->came_by[place];

      g_array_append_val (legs, leg);
      place = get_other_end (self->network, leg, place);
    }
  for (guint i = first, j = legs->len; i + 1 < j; i++, j--)
    {
      guint leg = g_array_index (legs, guint, i);

      g_array_index (legs, guint, i) = g_array_index (legs, guint, j - 1);
      g_array_index (legs, guint, j - 1) = leg;
    }
}

void
sb_road_way_free (SbRoadWay *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->places);
  g_free (self->legs);
  g_free (self);
}

SbRoadWay *
sb_road_way_find (const SbRoadNetwork *network,
                  const guint8 *states,
                  SbRoadState worst,
                  guint from,
                  guint to)
{
  Search search = { network, states, worst };
  g_autoptr (GArray) legs = NULL;
  SbRoadWay *way = NULL;

  g_return_val_if_fail (network != NULL, NULL);
  g_return_val_if_fail (MAX (from, to) < sb_road_network_get_n_places (network), NULL);

  begin (&search);
  reach (&search, from, 0, NO_LEG);
  run (&search, to);
  if (search.cost[to] < HUGE_VAL)
    {
      legs = g_array_new (FALSE, FALSE, sizeof (guint));
      trace (&search, to, legs);
      way = sb_road_way_new (network, (const guint *) (gpointer) legs->data, legs->len, from);
    }
  end (&search);

  return way;
}

double *
sb_road_way_measure (const SbRoadNetwork *network,
                     const guint8 *states,
                     SbRoadState worst,
                     const guint *sources,
                     guint n_sources)
{
  Search search = { network, states, worst };
  double *cost;

  g_return_val_if_fail (network != NULL, NULL);

  begin (&search);
  for (guint i = 0; i < n_sources; i++)
    reach (&search, sources[i], 0, NO_LEG);
  run (&search, G_MAXUINT);
  cost = g_steal_pointer (&search.cost);
  end (&search);

  return cost;
}

gboolean
sb_road_way_equal (const SbRoadWay *a,
                   const SbRoadWay *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->n_legs == b->n_legs && a->places[0] == b->places[0] &&
         (a->n_legs == 0 || memcmp (a->legs, b->legs, sizeof *a->legs * a->n_legs) == 0);
}

/* Looking for several ways. */
typedef struct
{
  const SbRoadNetwork *network;
  const guint8 *states; /* (nullable) */
  SbRoadState worst;
  guint to;
  double *to_go; /* (owned) */
  guint8 *barred_places; /* (owned) */
  guint8 *barred_legs; /* (owned) */
  GPtrArray *found; /* (owned) (element-type SbRoadWay) */
  GPtrArray *candidates; /* (owned) (element-type SbRoadWay) */
} Several;

static gboolean
is_known (GPtrArray *ways,
          const SbRoadWay *way)
{
  for (guint i = 0; i < ways->len; i++)
    if (sb_road_way_equal (g_ptr_array_index (ways, i), way))
      return TRUE;

  return FALSE;
}

/* Those that go as @way does up to its place @spur may not go on as any of the
 * ways that are found. */
static void
bar (Several *self,
     const SbRoadWay *way,
     guint spur)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const SbRoadWay *other = g_ptr_array_index (self->found, i);

      if (other->n_legs > spur && (spur == 0 || memcmp (other->legs, way->legs, sizeof *way->legs * spur) == 0))
        self->barred_legs[other->legs[spur]] = TRUE;
    }
  for (guint i = 0; i < spur; i++)
    self->barred_places[way->places[i]] = TRUE;
}

static void
add_candidate (Several *self,
               const SbRoadWay *way,
               guint spur)
{
  Search search = { self->network, self->states, self->worst, self->to_go, self->barred_places, self->barred_legs };

  begin (&search);
  reach (&search, way->places[spur], 0, NO_LEG);
  run (&search, self->to);
  if (search.cost[self->to] < HUGE_VAL)
    {
      g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (guint));
      SbRoadWay *candidate;

      g_array_append_vals (legs, way->legs, spur);
      trace (&search, self->to, legs);
      candidate = sb_road_way_new (self->network, (const guint *) (gpointer) legs->data, legs->len, way->places[0]);
      if (is_known (self->candidates, candidate))
        sb_road_way_free (candidate);
      else
        g_ptr_array_add (self->candidates, candidate);
    }
  end (&search);
}

static void
add_candidates (Several *self,
                const SbRoadWay *way)
{
  for (guint spur = 0; spur < way->n_legs; spur++)
    {
      memset (self->barred_places, 0, MAX (sb_road_network_get_n_places (self->network), 1));
      memset (self->barred_legs, 0, MAX (sb_road_network_get_n_legs (self->network), 1));
      bar (self, way, spur);
      add_candidate (self, way, spur);
    }
}

static SbRoadWay *
take_shortest (GPtrArray *candidates)
{
  guint shortest = 0;

  for (guint i = 1; i < candidates->len; i++)
    if (((SbRoadWay *) g_ptr_array_index (candidates, i))->cost < ((SbRoadWay *) g_ptr_array_index (candidates, shortest))->cost)
      shortest = i;

  return g_ptr_array_steal_index (candidates, shortest);
}

GPtrArray *
sb_road_way_find_several (const SbRoadNetwork *network,
                          const guint8 *states,
                          SbRoadState worst,
                          guint from,
                          guint to,
                          guint most)
{
  Several self = { network, states, worst, to };
  SbRoadWay *first;

  g_return_val_if_fail (network != NULL, NULL);

  self.found = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_road_way_free);
  first = most > 0 ? sb_road_way_find (network, states, worst, from, to) : NULL;
  if (first == NULL)
    return self.found;

  g_ptr_array_add (self.found, first);
  self.candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_road_way_free);
  self.to_go = sb_road_way_measure (network, states, worst, &to, 1);
  self.barred_places = g_new0 (guint8, MAX (sb_road_network_get_n_places (network), 1));
  self.barred_legs = g_new0 (guint8, MAX (sb_road_network_get_n_legs (network), 1));
  while (self.found->len < most)
    {
      add_candidates (&self, g_ptr_array_index (self.found, self.found->len - 1));
      if (self.candidates->len == 0)
        break;

      g_ptr_array_add (self.found, take_shortest (self.candidates));
    }
  g_free (self.barred_legs);
  g_free (self.barred_places);
  g_free (self.to_go);
  g_ptr_array_unref (self.candidates);

  return self.found;
}

static gboolean
has_road (const SbRoadNetwork *network,
          guint leg,
          const SbRoad *road)
{
  guint n_roads;
  const SbRoad *const *roads = sb_road_network_get_roads_of (network, leg, &n_roads);

  for (guint i = 0; i < n_roads; i++)
    if (roads[i] == road)
      return TRUE;

  return FALSE;
}

/* The road that goes on as @self does for longest; of equals one with a number. */
static SbRoadPart
find_part (const SbRoadWay *self,
           const SbRoadNetwork *network,
           guint first)
{
  guint n_roads;
  const SbRoad *const *roads = sb_road_network_get_roads_of (network, self->legs[first], &n_roads);
  SbRoadPart best = { NULL, first, first + 1 };

  for (guint i = 0; i < n_roads; i++)
    {
      guint last = first + 1;

      while (last < self->n_legs && has_road (network, self->legs[last], roads[i]))
        last++;
      if (best.road == NULL || last > best.last || (last == best.last && best.road->code == NULL && roads[i]->code != NULL))
        best = (SbRoadPart) { roads[i], first, last };
    }

  return best;
}

GArray *
sb_road_way_list_parts (const SbRoadWay *self,
                        const SbRoadNetwork *network)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (SbRoadPart));

  g_return_val_if_fail (self != NULL, parts);
  g_return_val_if_fail (network != NULL, parts);

  for (guint first = 0; first < self->n_legs;)
    {
      SbRoadPart part = find_part (self, network, first);

      g_array_append_val (parts, part);
      first = part.last;
    }

  return parts;
}
