/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-route.h"

#include <math.h>

/* What is still passed. */
#define WORST_PASSED SB_ROAD_THREATENED

static void
verdict_free (gpointer data)
{
  SbRoadVerdict *self = data;

  g_clear_pointer (&self->way, sb_road_way_free);
  g_clear_pointer (&self->open, sb_road_way_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->cut, g_array_unref);
  g_clear_pointer (&self->restrictions, g_ptr_array_unref);
  g_free (self);
}

void
sb_road_route_free (SbRoadRoute *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->usual, sb_road_way_free);
  g_ptr_array_unref (self->verdicts);
  sb_road_conditions_unref (self->conditions);
  g_free (self);
}

static void
add_leg (GArray *legs,
         guint leg)
{
  for (guint i = 0; i < legs->len; i++)
    if (g_array_index (legs, guint, i) == leg)
      return;

  g_array_append_val (legs, leg);
}

static guint
count_reached (const double *km,
               guint n_places)
{
  guint n_reached = 0;

  for (guint i = 0; i < n_places; i++)
    n_reached += km[i] < HUGE_VAL ? 1 : 0;

  return n_reached;
}

/* The places from which @end is reached, whatever is cut, without one that is @reached from
 * the other end. */
static gboolean *
find_beyond (const SbRoadNetwork *network,
             const double *reached,
             guint end)
{
  gboolean *beyond = g_new0 (gboolean, sb_road_network_get_n_places (network));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  beyond[end] = TRUE;
  g_array_append_val (queue, end);
  while (queue->len > 0)
    {
      guint place = g_array_index (queue, guint, queue->len - 1);
      guint n_links;
      const SbRoadLink *links = sb_road_network_get_links (network, place, &n_links);

      g_array_set_size (queue, queue->len - 1);
      for (guint i = 0; i < n_links; i++)
        if (reached[links[i].place] == HUGE_VAL && !beyond[links[i].place])
          {
            beyond[links[i].place] = TRUE;
            g_array_append_val (queue, links[i].place);
          }
    }

  return beyond;
}

/* The legs at which the places end that can be reached from one of the two, from
 * the one from which fewer can be, towards the other: a town that is cut off among them
 * stands in nobody's way. */
static void
add_frontier (const SbRoadRoute *self,
              const guint8 *states,
              GArray *legs)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (self->conditions);
  guint n_places = sb_road_network_get_n_places (network);
  g_autofree double *from = sb_road_way_measure (network, states, WORST_PASSED, &self->from, 1);
  g_autofree double *to = sb_road_way_measure (network, states, WORST_PASSED, &self->to, 1);
  gboolean is_from = count_reached (from, n_places) < count_reached (to, n_places);
  const double *km = is_from ? from : to;
  g_autofree gboolean *beyond = find_beyond (network, km, is_from ? self->to : self->from);

  for (guint i = 0; i < sb_road_network_get_n_legs (network); i++)
    {
      const SbRoadLeg *leg = sb_road_network_get_leg (network, i);

      if ((km[leg->places[0]] < HUGE_VAL && beyond[leg->places[1]]) || (km[leg->places[1]] < HUGE_VAL && beyond[leg->places[0]]))
        add_leg (legs, i);
    }
}

static void
add_cut (const SbRoadRoute *self,
         SbRoadVerdict *verdict,
         const guint8 *states)
{
  for (guint i = 0; self->usual != NULL && i < self->usual->n_legs; i++)
    if (states[self->usual->legs[i]] > WORST_PASSED)
      add_leg (verdict->cut, self->usual->legs[i]);

  if (verdict->way == NULL && self->usual != NULL)
    add_frontier (self, states, verdict->cut);
}

static void
add_restriction (GPtrArray *restrictions,
                 const SbRoadRestriction *restriction)
{
  if (!g_ptr_array_find (restrictions, restriction, NULL))
    g_ptr_array_add (restrictions, (gpointer) restriction);
}

/* What counts on a leg in @reading, or of that only what cuts it. */
static void
add_restrictions_of (GPtrArray *restrictions,
                     const SbRoadConditions *conditions,
                     guint leg,
                     SbRoadReading reading,
                     SbRoadState least)
{
  const GArray *burdens = sb_road_conditions_get_burdens (conditions, leg);

  for (guint i = 0; i < burdens->len; i++)
    {
      const SbRoadBurden *burden = &g_array_index (burdens, SbRoadBurden, i);

      if (burden->state >= least && sb_road_restriction_counts (burden->restriction, reading))
        add_restriction (restrictions, burden->restriction);
    }
}

static SbRoadVerdict *
create_verdict (const SbRoadRoute *self,
                SbRoadReading reading)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (self->conditions);
  const guint8 *states = sb_road_conditions_get_states (self->conditions, reading);
  SbRoadVerdict *verdict = g_new0 (SbRoadVerdict, 1);

  verdict->reading = reading;
  verdict->readings = 1u << reading;
  verdict->cut = g_array_new (FALSE, FALSE, sizeof (guint));
  verdict->restrictions = g_ptr_array_new ();
  verdict->others = sb_road_way_find_several (network, states, WORST_PASSED, self->from, self->to, 1 + SB_ROAD_OTHER_WAYS);
  if (verdict->others->len > 0)
    verdict->way = g_ptr_array_steal_index (verdict->others, 0);
  if (sb_road_verdict_get_state (verdict, self->conditions) != SB_ROAD_OPEN)
    verdict->open = sb_road_way_find (network, states, SB_ROAD_OPEN, self->from, self->to);
  add_cut (self, verdict, states);

  for (guint i = 0; i < verdict->cut->len; i++)
    add_restrictions_of (verdict->restrictions, self->conditions, g_array_index (verdict->cut, guint, i), reading, SB_ROAD_CUT);
  for (guint i = 0; verdict->way != NULL && i < verdict->way->n_legs; i++)
    add_restrictions_of (verdict->restrictions, self->conditions, verdict->way->legs[i], reading, SB_ROAD_LIMITED);

  return verdict;
}

static gboolean
is_same (const SbRoadVerdict *a,
         const SbRoadVerdict *b)
{
  if (!sb_road_way_equal (a->way, b->way) || a->restrictions->len != b->restrictions->len)
    return FALSE;

  for (guint i = 0; i < a->restrictions->len; i++)
    if (!g_ptr_array_find (b->restrictions, g_ptr_array_index (a->restrictions, i), NULL))
      return FALSE;

  return TRUE;
}

SbRoadRoute *
sb_road_route_new (SbRoadConditions *conditions,
                   guint from,
                   guint to)
{
  SbRoadRoute *self;

  g_return_val_if_fail (conditions != NULL, NULL);

  self = g_new0 (SbRoadRoute, 1);
  self->conditions = sb_road_conditions_ref (conditions);
  self->from = from;
  self->to = to;
  self->usual = sb_road_way_find (sb_road_conditions_get_network (conditions), NULL, SB_ROAD_CUT, from, to);
  self->verdicts = g_ptr_array_new_with_free_func (verdict_free);
  for (SbRoadReading reading = 0; reading < SB_N_ROAD_READINGS; reading++)
    {
      SbRoadVerdict *verdict = create_verdict (self, reading);
      SbRoadVerdict *last = self->verdicts->len > 0 ? g_ptr_array_index (self->verdicts, self->verdicts->len - 1) : NULL;

      if (last != NULL && is_same (last, verdict))
        {
          last->readings |= verdict->readings;
          verdict_free (verdict);
        }
      else
        {
          g_ptr_array_add (self->verdicts, verdict);
        }
    }

  return self;
}

double
sb_road_route_get_detour_km (const SbRoadRoute *self,
                             const SbRoadVerdict *verdict)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (verdict != NULL, 0);

  return verdict->way != NULL && self->usual != NULL ? MAX (verdict->way->km - self->usual->km, 0) : 0;
}

double
sb_road_route_get_detour_ratio (const SbRoadRoute *self,
                                const SbRoadVerdict *verdict)
{
  g_return_val_if_fail (self != NULL, 1);
  g_return_val_if_fail (verdict != NULL, 1);

  return verdict->way != NULL && self->usual != NULL && self->usual->km > 0 ? MAX (verdict->way->km / self->usual->km, 1) : 1;
}

SbRoadState
sb_road_verdict_get_state (const SbRoadVerdict *self,
                           const SbRoadConditions *conditions)
{
  const guint8 *states;
  SbRoadState state = SB_ROAD_OPEN;

  g_return_val_if_fail (self != NULL, SB_ROAD_CUT);
  g_return_val_if_fail (conditions != NULL, SB_ROAD_CUT);

  if (self->way == NULL)
    return SB_ROAD_CUT;

  states = sb_road_conditions_get_states (conditions, self->reading);
  for (guint i = 0; i < self->way->n_legs; i++)
    state = MAX (state, (SbRoadState) states[self->way->legs[i]]);

  return state;
}

static void
add_closures (const SbRoadVerdict *self,
              const SbRoadConditions *conditions,
              GPtrArray *restrictions)
{
  for (guint i = 0; i < self->cut->len; i++)
    add_restrictions_of (restrictions, conditions, g_array_index (self->cut, guint, i), self->reading, SB_ROAD_CUT);
}

GPtrArray *
sb_road_verdict_list_grounds (const SbRoadVerdict *self,
                              const SbRoadConditions *conditions)
{
  GPtrArray *grounds = g_ptr_array_new ();
  SbRoadState state;

  g_return_val_if_fail (self != NULL, grounds);
  g_return_val_if_fail (conditions != NULL, grounds);

  state = sb_road_verdict_get_state (self, conditions);
  if (self->way == NULL)
    add_closures (self, conditions, grounds);
  for (guint i = 0; self->way != NULL && state > SB_ROAD_OPEN && i < self->way->n_legs; i++)
    add_restrictions_of (grounds, conditions, self->way->legs[i], self->reading, state);

  return grounds;
}

GPtrArray *
sb_road_verdict_list_closures (const SbRoadVerdict *self,
                               const SbRoadConditions *conditions)
{
  GPtrArray *closures = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, closures);
  g_return_val_if_fail (conditions != NULL, closures);

  if (self->way != NULL)
    add_closures (self, conditions, closures);

  return closures;
}

static int
compare_routes (gconstpointer a,
                gconstpointer b)
{
  const SbRoadRoute *one = *(SbRoadRoute *const *) a;
  const SbRoadRoute *other = *(SbRoadRoute *const *) b;
  double km_one = one->usual != NULL ? one->usual->km : HUGE_VAL;
  double km_other = other->usual != NULL ? other->usual->km : HUGE_VAL;

  return km_one < km_other ? -1 : km_one > km_other;
}

GPtrArray *
sb_road_list_ports (SbRoadConditions *conditions,
                    guint capital)
{
  GPtrArray *routes = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_road_route_free);
  const GArray *ports;

  g_return_val_if_fail (conditions != NULL, routes);

  ports = sb_road_network_get_ports_of (sb_road_conditions_get_network (conditions), capital);
  for (guint i = 0; ports != NULL && i < ports->len; i++)
    g_ptr_array_add (routes, sb_road_route_new (conditions, g_array_index (ports, guint, i), capital));
  g_ptr_array_sort (routes, compare_routes);

  return routes;
}
