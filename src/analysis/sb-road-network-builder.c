/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-network-private.h"

#include "sb-text.h"

#include <string.h>

/* A network that is not finished yet. */
struct _SbRoadNetworkBuilder
{
  SbRoadNetwork *network; /* (owned) */
};

static void
clear_service (gpointer data)
{
  g_array_unref (((SbRoadService *) data)->ports);
}

SbRoadNetworkBuilder *
sb_road_network_builder_new (void)
{
  SbRoadNetworkBuilder *self = g_new0 (SbRoadNetworkBuilder, 1);
  SbRoadNetwork *network = g_new0 (SbRoadNetwork, 1);

  g_atomic_ref_count_init (&network->ref_count);
  network->texts = g_string_chunk_new (4096);
  network->lists = g_ptr_array_new_with_free_func (g_free);
  network->refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  network->places = g_array_new (FALSE, FALSE, sizeof (SbRoadPlace));
  network->legs = g_array_new (FALSE, FALSE, sizeof (SbRoadLeg));
  network->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  network->roads = g_array_new (FALSE, FALSE, sizeof (SbRoad));
  network->shipped = g_array_new (FALSE, FALSE, sizeof (SbRoad));
  network->links = g_array_new (FALSE, TRUE, sizeof (SbRoadLink));
  network->first_links = g_array_new (FALSE, TRUE, sizeof (guint));
  network->leg_roads = g_ptr_array_new ();
  network->first_roads = g_array_new (FALSE, TRUE, sizeof (guint));
  network->keys = g_hash_table_new (g_str_hash, g_str_equal);
  network->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  network->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  network->services = g_array_new (FALSE, FALSE, sizeof (SbRoadService));
  g_array_set_clear_func (network->services, clear_service);
  self->network = network;

  return self;
}

void
sb_road_network_builder_free (SbRoadNetworkBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->network, sb_road_network_unref);
  g_free (self);
}

/* Keeps a copy for as long as the network lives. */
static const char *
keep (SbRoadNetwork *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static SbRef *
keep_ref (SbRoadNetwork *self,
          SbRef *ref)
{
  if (ref != NULL)
    g_ptr_array_add (self->refs, sb_ref_ref (ref));

  return ref;
}

static const char *const *
keep_list (SbRoadNetwork *self,
           const char *const *texts)
{
  guint n_texts = texts != NULL ? g_strv_length ((char **) texts) : 0;
  const char **list;

  if (n_texts == 0)
    return NULL;

  list = g_new0 (const char *, n_texts + 1);
  for (guint i = 0; i < n_texts; i++)
    list[i] = keep (self, texts[i]);
  g_ptr_array_add (self->lists, list);

  return list;
}

static void
add_name (SbRoadNetwork *self,
          const char *name,
          guint place)
{
  g_autofree char *folded = name != NULL ? sb_fold (name) : NULL;
  GArray *places;

  if (folded == NULL || folded[0] == '\0')
    return;

  places = g_hash_table_lookup (self->names, folded);
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->names, g_steal_pointer (&folded), places);
    }
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) == place)
      return;

  g_array_append_val (places, place);
}

void
sb_road_network_builder_bind (SbRoadNetworkBuilder *self,
                              guint place,
                              gint64 record)
{
  g_return_if_fail (self != NULL);

  g_hash_table_insert (self->network->ids, g_memdup2 (&record, sizeof record), GUINT_TO_POINTER (place + 1));
}

guint
sb_road_network_builder_add_place (SbRoadNetworkBuilder *self,
                                   const SbRoadPlace *place)
{
  SbRoadNetwork *network;
  SbRoadPlace copy;
  guint index;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (place != NULL, 0);

  network = self->network;
  index = network->places->len;
  copy = *place;
  copy.key = keep (network, place->key);
  copy.ref = keep_ref (network, place->ref);
  copy.country = keep (network, place->country);
  copy.other_names = keep_list (network, place->other_names);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      copy.names[i] = keep (network, place->names[i]);
      add_name (network, copy.names[i], index);
    }
  for (guint i = 0; copy.other_names != NULL && copy.other_names[i] != NULL; i++)
    add_name (network, copy.other_names[i], index);
  if (copy.key != NULL)
    g_hash_table_insert (network->keys, (gpointer) copy.key, GUINT_TO_POINTER (index + 1));
  if (copy.ref != NULL)
    sb_road_network_builder_bind (self, index, sb_ref_get_id (copy.ref));
  g_array_append_val (network->places, copy);

  return index;
}

static guint
find_leg (const SbRoadNetwork *self,
          guint from,
          guint to)
{
  guint64 pair = (guint64) MIN (from, to) << 32 | MAX (from, to);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, &pair));
}

guint
sb_road_network_builder_add_leg (SbRoadNetworkBuilder *self,
                                 guint from,
                                 guint to,
                                 double km,
                                 SbRoadLegFlags flags)
{
  SbRoadNetwork *network;
  gboolean is_estimated = (flags & SB_ROAD_LEG_ESTIMATED) != 0;
  gboolean is_track = (flags & SB_ROAD_LEG_TRACK) != 0;
  SbRoadLeg *leg;
  guint64 pair;
  guint found;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (from != to, 0);
  g_return_val_if_fail (MAX (from, to) < self->network->places->len, 0);

  network = self->network;
  pair = (guint64) MIN (from, to) << 32 | MAX (from, to);
  found = find_leg (network, from, to);
  if (found == 0)
    {
      g_array_append_val (network->legs, ((SbRoadLeg) { { from, to }, km, is_estimated, is_track }));
      found = network->legs->len;
      g_hash_table_insert (network->pairs, g_memdup2 (&pair, sizeof pair), GUINT_TO_POINTER (found));
    }

  leg = &g_array_index (network->legs, SbRoadLeg, found - 1);
  leg->is_track = leg->is_track && is_track;
  if (leg->is_estimated && !is_estimated)
    {
      leg->km = km;
      leg->is_estimated = FALSE;
    }

  return found - 1;
}

static void
add_road (SbRoadNetwork *self,
          GArray *roads,
          const SbRoad *road)
{
  SbRoad copy = *road;
  guint *stops = g_memdup2 (road->stops, sizeof *stops * road->n_stops);
  guint *legs = g_new0 (guint, road->n_stops);

  g_ptr_array_add (self->lists, stops);
  g_ptr_array_add (self->lists, legs);
  for (guint i = 1; i < road->n_stops; i++)
    {
      guint leg = find_leg (self, stops[i - 1], stops[i]);

      g_assert (leg > 0);
      legs[i - 1] = leg - 1;
    }
  copy.stops = stops;
  copy.legs = legs;
  copy.ref = keep_ref (self, road->ref);
  copy.key = keep (self, road->key);
  copy.code = keep (self, road->code);
  copy.country = keep (self, road->country);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    copy.names[i] = keep (self, road->names[i]);
  g_array_append_val (roads, copy);
}

void
sb_road_network_builder_add_road (SbRoadNetworkBuilder *self,
                                  const SbRoad *road)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (road != NULL && road->n_stops >= 2);

  add_road (self->network, self->network->roads, road);
}

void
sb_road_network_builder_add_shipped (SbRoadNetworkBuilder *self,
                                     const SbRoad *road)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (road != NULL && road->n_stops >= 2);

  add_road (self->network, self->network->shipped, road);
}

void
sb_road_network_builder_add_port (SbRoadNetworkBuilder *self,
                                  guint capital,
                                  guint port)
{
  SbRoadService service = { capital, NULL };

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->network->services->len; i++)
    if (g_array_index (self->network->services, SbRoadService, i).capital == capital)
      {
        g_array_append_val (g_array_index (self->network->services, SbRoadService, i).ports, port);
        return;
      }

  service.ports = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (service.ports, port);
  g_array_append_val (self->network->services, service);
}

/* The links of a place lie together: a walk over the network reads them in one
 * go. */
static void
link_places (SbRoadNetwork *self)
{
  guint n_places = self->places->len;
  guint *next;

  g_array_set_size (self->first_links, n_places + 1);
  g_array_set_size (self->links, 2 * self->legs->len);
  next = (guint *) (gpointer) self->first_links->data;
  for (guint i = 0; i < self->legs->len; i++)
    for (guint end = 0; end < 2; end++)
      next[g_array_index (self->legs, SbRoadLeg, i).places[end]]++;
  for (guint i = 1; i <= n_places; i++)
    next[i] += next[i - 1];
  for (guint i = 0; i < self->legs->len; i++)
    {
      const SbRoadLeg *leg = &g_array_index (self->legs, SbRoadLeg, i);

      for (guint end = 0; end < 2; end++)
        g_array_index (self->links, SbRoadLink, --next[leg->places[end]]) = (SbRoadLink) { i, leg->places[1 - end] };
    }
}

/* Counts the roads over each leg, or notes them. */
static void
walk_roads (SbRoadNetwork *self,
            GArray *roads,
            guint *next,
            gboolean notes)
{
  for (guint i = 0; i < roads->len; i++)
    {
      const SbRoad *road = &g_array_index (roads, SbRoad, i);

      for (guint j = 0; j + 1 < road->n_stops; j++)
        if (notes)
          g_ptr_array_index (self->leg_roads, next[road->legs[j]]++) = (gpointer) road;
        else
          next[road->legs[j] + 1]++;
    }
}

static void
link_roads (SbRoadNetwork *self)
{
  guint n_legs = self->legs->len;
  g_autofree guint *next = NULL;
  guint *first;

  g_array_set_size (self->first_roads, n_legs + 1);
  first = (guint *) (gpointer) self->first_roads->data;
  walk_roads (self, self->roads, first, FALSE);
  walk_roads (self, self->shipped, first, FALSE);
  for (guint i = 1; i <= n_legs; i++)
    first[i] += first[i - 1];
  g_ptr_array_set_size (self->leg_roads, (int) first[n_legs]);
  next = g_memdup2 (first, sizeof *first * (n_legs + 1));
  walk_roads (self, self->roads, next, TRUE);
  walk_roads (self, self->shipped, next, TRUE);
}

SbRoadNetwork *
sb_road_network_builder_end (SbRoadNetworkBuilder *self)
{
  SbRoadNetwork *network;

  g_return_val_if_fail (self != NULL, NULL);

  network = g_steal_pointer (&self->network);
  link_places (network);
  link_roads (network);
  sb_road_network_builder_free (self);

  return network;
}
