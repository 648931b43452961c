/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-network-private.h"

#include "sb-text.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (SbRoadNetwork, sb_road_network, sb_road_network_ref, sb_road_network_unref)

SbRoadNetwork *
sb_road_network_ref (SbRoadNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_road_network_unref (SbRoadNetwork *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->services);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->keys);
  g_array_unref (self->first_roads);
  g_ptr_array_unref (self->leg_roads);
  g_array_unref (self->first_links);
  g_array_unref (self->links);
  g_array_unref (self->shipped);
  g_array_unref (self->roads);
  g_hash_table_unref (self->pairs);
  g_array_unref (self->legs);
  g_array_unref (self->places);
  g_ptr_array_unref (self->refs);
  g_ptr_array_unref (self->lists);
  g_string_chunk_free (self->texts);
  g_free (self);
}

guint
sb_road_network_get_n_places (const SbRoadNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places->len;
}

const SbRoadPlace *
sb_road_network_get_place (const SbRoadNetwork *self,
                           guint place)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place < self->places->len, NULL);

  return &g_array_index (self->places, SbRoadPlace, place);
}

guint
sb_road_network_get_n_legs (const SbRoadNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->legs->len;
}

const SbRoadLeg *
sb_road_network_get_leg (const SbRoadNetwork *self,
                         guint leg)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (leg < self->legs->len, NULL);

  return &g_array_index (self->legs, SbRoadLeg, leg);
}

const SbRoadLink *
sb_road_network_get_links (const SbRoadNetwork *self,
                           guint place,
                           guint *n_links)
{
  guint first;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place < self->places->len, NULL);
  g_return_val_if_fail (n_links != NULL, NULL);

  first = g_array_index (self->first_links, guint, place);
  *n_links = g_array_index (self->first_links, guint, place + 1) - first;

  return &g_array_index (self->links, SbRoadLink, first);
}

const SbRoad *const *
sb_road_network_get_roads_of (const SbRoadNetwork *self,
                              guint leg,
                              guint *n_roads)
{
  guint first;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (leg < self->legs->len, NULL);
  g_return_val_if_fail (n_roads != NULL, NULL);

  first = g_array_index (self->first_roads, guint, leg);
  *n_roads = g_array_index (self->first_roads, guint, leg + 1) - first;

  return (const SbRoad *const *) self->leg_roads->pdata + first;
}

guint
sb_road_network_get_n_roads (const SbRoadNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->roads->len;
}

const SbRoad *
sb_road_network_get_road (const SbRoadNetwork *self,
                          guint road)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (road < self->roads->len, NULL);

  return &g_array_index (self->roads, SbRoad, road);
}

const SbRoad *
sb_road_network_find_corridor (const SbRoadNetwork *self,
                               const SbRef *corridor)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; corridor != NULL && i < self->roads->len; i++)
    {
      const SbRoad *road = &g_array_index (self->roads, SbRoad, i);

      if (road->ref != NULL && sb_ref_equal (road->ref, corridor))
        return road;
    }

  return NULL;
}

static const SbRoad *
find_road (GArray *roads,
           const char *key)
{
  for (guint i = 0; i < roads->len; i++)
    if (g_strcmp0 (g_array_index (roads, SbRoad, i).key, key) == 0)
      return &g_array_index (roads, SbRoad, i);

  return NULL;
}

const SbRoad *
sb_road_network_find_shipped (const SbRoadNetwork *self,
                              const char *key)
{
  const SbRoad *road;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  road = find_road (self->shipped, key);
  if (road != NULL)
    return road;

  road = find_road (self->roads, key);
  return road != NULL && road->ref == NULL ? road : NULL;
}

gboolean
sb_road_network_find_place (const SbRoadNetwork *self,
                            const SbRef *place,
                            guint *found)
{
  gint64 id;
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (found != NULL, FALSE);

  id = place != NULL ? sb_ref_get_id (place) : 0;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, &id));
  if (index == 0)
    return FALSE;

  *found = index - 1;
  return TRUE;
}

gboolean
sb_road_network_find_place_key (const SbRoadNetwork *self,
                                const char *key,
                                guint *found)
{
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (found != NULL, FALSE);

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, key));
  if (index == 0)
    return FALSE;

  *found = index - 1;
  return TRUE;
}

static gboolean
has_own_name (const SbRoadPlace *place,
              const char *folded)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_autofree char *name = place->names[i] != NULL ? sb_fold (place->names[i]) : NULL;

      if (g_strcmp0 (name, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  guint place;
  gboolean is_own;
  guint population;
} Named;

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  const Named *one = a;
  const Named *other = b;

  if (one->is_own != other->is_own)
    return one->is_own ? -1 : 1;
  if (one->population != other->population)
    return one->population > other->population ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

GArray *
sb_road_network_find_name (const SbRoadNetwork *self,
                           const char *name)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = NULL;
  GArray *found;
  guint place;

  g_return_val_if_fail (self != NULL, places);
  g_return_val_if_fail (name != NULL, places);

  if (sb_road_network_find_place_key (self, name, &place))
    {
      g_array_append_val (places, place);
      return places;
    }

  folded = sb_fold (name);
  found = g_hash_table_lookup (self->names, folded);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);
      const SbRoadPlace *candidate = sb_road_network_get_place (self, index);
      Named one = { index, has_own_name (candidate, folded), candidate->population };

      g_array_append_val (named, one);
    }
  g_array_sort (named, compare_named);
  for (guint i = 0; i < named->len; i++)
    g_array_append_val (places, g_array_index (named, Named, i).place);

  return places;
}

gboolean
sb_road_network_find_nearest (const SbRoadNetwork *self,
                              SbPosition position,
                              double max_km,
                              guint *found)
{
  double least = max_km;
  gboolean is_found = FALSE;

  g_return_val_if_fail (self != NULL && found != NULL, FALSE);

  for (guint i = 0; i < sb_road_network_get_n_places (self); i++)
    {
      double km = sb_position_get_distance_km (sb_road_network_get_place (self, i)->position, position);

      if (km > least)
        continue;

      least = km;
      *found = i;
      is_found = TRUE;
    }

  return is_found;
}

const GArray *
sb_road_network_get_ports_of (const SbRoadNetwork *self,
                              guint capital)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->services->len; i++)
    if (g_array_index (self->services, SbRoadService, i).capital == capital)
      return g_array_index (self->services, SbRoadService, i).ports;

  return NULL;
}

guint
sb_road_network_get_n_landlocked (const SbRoadNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->services->len;
}

guint
sb_road_network_get_landlocked (const SbRoadNetwork *self,
                                guint index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->services->len, 0);

  return g_array_index (self->services, SbRoadService, index).capital;
}
