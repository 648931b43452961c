/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"
#include "sb-focus-private.h"

#include "sb-place.h"
#include "sb-region-shapes.h"
#include "sb-road-route.h"

#include <math.h>

/* Of a region that no way from a port to the capital touches: from so many ports to its
 * own town, the nearest first. */
#define MOST_PORTS 3

/* A region, as the roads have it. */
typedef struct
{
  const SbBriefingInput *input;
  const SbRoadNetwork *network;
  SbRecord *place;
  SbRegionShapes *shapes; /* (owned) (nullable) */
  const SbRegionShape *shape; /* (nullable) */
} Region;

static void
region_clear (Region *self)
{
  g_clear_pointer (&self->shapes, sb_region_shapes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Region, region_clear)

static Region
get_region (const SbBriefingInput *input,
            const SbRoadNetwork *network,
            SbRecord *place)
{
  const char *key = sb_record_get_text (place, SB_PLACE_KEY);
  Region self = { input, network, place, sb_region_shapes_new (NULL), NULL };

  if (self.shapes != NULL && key != NULL)
    self.shape = sb_region_shapes_find (self.shapes, key);
  return self;
}

/* By its shape, or else by what the catalogue says is a part of it. */
static gboolean
holds (const Region *self,
       guint place)
{
  const SbRoadPlace *road_place = sb_road_network_get_place (self->network, place);

  if (road_place->ref != NULL && _sb_focus_lies_in (self->input, road_place->ref, self->place))
    return TRUE;

  return self->shape != NULL && sb_region_shape_contains (self->shape, sb_mercator_project (road_place->position));
}

/* Its largest town on a road; FALSE when there is none. */
static gboolean
find_town (const Region *self,
           guint *town)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < sb_road_network_get_n_places (self->network); i++)
    if (holds (self, i) &&
        (!is_found || sb_road_network_get_place (self->network, i)->population > sb_road_network_get_place (self->network, *town)->population))
      {
        *town = i;
        is_found = TRUE;
      }

  return is_found;
}

/* The landlocked capital of its country, or else the nearest. */
static gboolean
find_capital (const SbRoadNetwork *network,
              guint town,
              guint *capital)
{
  const SbRoadPlace *from = sb_road_network_get_place (network, town);
  double least = HUGE_VAL;

  for (guint i = 0; i < sb_road_network_get_n_landlocked (network); i++)
    {
      guint place = sb_road_network_get_landlocked (network, i);
      const SbRoadPlace *to = sb_road_network_get_place (network, place);
      double km = g_strcmp0 (from->country, to->country) == 0 ? -1 : sb_position_get_distance_km (from->position, to->position);

      if (km >= least)
        continue;
      least = km;
      *capital = place;
    }

  return least < HUGE_VAL;
}

static gboolean
is_touched (const Region *self,
            const SbRoadRoute *route)
{
  for (guint i = 0; route->usual != NULL && i <= route->usual->n_legs; i++)
    if (holds (self, route->usual->places[i]))
      return TRUE;

  return FALSE;
}

/* The ways from a port to the capital that go through the region; where none does, those
 * from the nearest ports to its town. */
static void
add_ports (const Region *self,
           SbRoadConditions *conditions,
           guint town,
           guint capital,
           GPtrArray *routes)
{
  g_autoptr (GPtrArray) ports = sb_road_list_ports (conditions, capital);
  guint n_before = routes->len;

  for (guint i = 0; i < ports->len;)
    if (is_touched (self, g_ptr_array_index (ports, i)))
      g_ptr_array_add (routes, g_ptr_array_steal_index (ports, i));
    else
      i++;
  if (routes->len > n_before)
    return;

  for (guint i = 0; i < MIN (ports->len, MOST_PORTS); i++)
    g_ptr_array_add (routes, sb_road_route_new (conditions, ((const SbRoadRoute *) g_ptr_array_index (ports, i))->from, town));
}

/* The ways of the region that the briefing is about: from its town to the capital, and
 * from the ports. None when nothing of it is on a road. */
static GPtrArray *
list_of_place (const SbBriefingInput *input,
               SbRoadConditions *conditions,
               SbRecord *place)
{
  GPtrArray *routes = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_road_route_free);
  g_auto (Region) region = get_region (input, sb_road_conditions_get_network (conditions), place);
  guint town = 0;
  guint capital = 0;

  if (!find_town (&region, &town) || !find_capital (region.network, town, &capital))
    return routes;

  if (town != capital)
    g_ptr_array_add (routes, sb_road_route_new (conditions, town, capital));
  add_ports (&region, conditions, town, capital, routes);
  return routes;
}

static GPtrArray *
list_named (SbRoadConditions *conditions,
            char **ways)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);
  GPtrArray *routes = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_road_route_free);

  for (guint i = 0; ways[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (ways[i], ">", 2);
      guint from;
      guint to;

      if (sb_road_network_find_place_key (network, ends[0], &from) && sb_road_network_find_place_key (network, ends[1], &to))
        g_ptr_array_add (routes, sb_road_route_new (conditions, from, to));
    }

  return routes;
}

GPtrArray *
_sb_composer_list_routes (const SbComposer *self,
                          const SbBriefingInput *input,
                          const SbTemplateBlock *block)
{
  SbRoadConditions *conditions = sb_briefing_input_get_roads (input);
  SbRecord *place = block->has_ways_of_place ? _sb_selection_get_place (self->selection) : NULL;
  const SbRoadNetwork *network = conditions != NULL ? sb_road_conditions_get_network (conditions) : NULL;
  g_autoptr (GPtrArray) routes = NULL;

  if (conditions != NULL && block->ways != NULL)
    return list_named (conditions, block->ways);

  if (conditions != NULL && place != NULL)
    routes = list_of_place (input, conditions, place);
  if (routes != NULL && routes->len > 0)
    return g_steal_pointer (&routes);

  if (network != NULL && sb_road_network_get_n_landlocked (network) > 0)
    return sb_road_list_ports (conditions, sb_road_network_get_landlocked (network, 0));

  return g_ptr_array_new_with_free_func ((GDestroyNotify) sb_road_route_free);
}
