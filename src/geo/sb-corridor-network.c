/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-corridor-network-private.h"

#include "sb-geo-error.h"
#include "sb-geo-resources.h"

#define RESOURCE_PATH "/org/example/SahelBrief/geo/corridors.json"

#define MAX_BYTES (16 * 1024 * 1024)

G_DEFINE_BOXED_TYPE (SbCorridorNetwork, sb_corridor_network, sb_corridor_network_ref, sb_corridor_network_unref)

static void
clear_service (gpointer data)
{
  g_free ((gpointer) ((SbCorridorService *) data)->ports);
}

static SbCorridorNetwork *
create_empty (SbGazetteer *gazetteer)
{
  SbCorridorNetwork *self = g_new0 (SbCorridorNetwork, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->gazetteer = sb_gazetteer_ref (gazetteer);
  self->texts = g_string_chunk_new (4096);
  self->roads = g_array_new (FALSE, FALSE, sizeof (SbCorridorRoad));
  self->stops = g_ptr_array_new_with_free_func (g_free);
  self->places = g_ptr_array_new ();
  self->nodes = g_hash_table_new (NULL, NULL);
  self->legs = g_array_new (FALSE, FALSE, sizeof (SbCorridorLeg));
  self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->links = g_array_new (FALSE, TRUE, sizeof (SbCorridorLink));
  self->first_links = g_array_new (FALSE, TRUE, sizeof (guint));
  self->settled = g_hash_table_new (NULL, NULL);
  self->services = g_array_new (FALSE, FALSE, sizeof (SbCorridorService));
  g_array_set_clear_func (self->services, clear_service);

  return self;
}

SbCorridorNetwork *
sb_corridor_network_new_from_bytes (SbGazetteer *gazetteer,
                                    GBytes *bytes,
                                    GError **error)
{
  g_autoptr (SbCorridorNetwork) self = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *data;
  gsize length;

  g_return_val_if_fail (gazetteer != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0 || length > MAX_BYTES || !json_parser_load_from_data (parser, data, length, NULL))
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The roads are not JSON");
      return NULL;
    }

  self = create_empty (gazetteer);
  return _sb_corridor_network_read (self, json_parser_get_root (parser), error) ? g_steal_pointer (&self) : NULL;
}

SbCorridorNetwork *
sb_corridor_network_new (SbGazetteer *gazetteer,
                         GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (sb_geo_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  return sb_corridor_network_new_from_bytes (gazetteer, bytes, error);
}

SbCorridorNetwork *
sb_corridor_network_ref (SbCorridorNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_corridor_network_unref (SbCorridorNetwork *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->settled);
  g_array_unref (self->services);
  g_array_unref (self->first_links);
  g_array_unref (self->links);
  g_hash_table_unref (self->pairs);
  g_array_unref (self->legs);
  g_hash_table_unref (self->nodes);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->stops);
  g_array_unref (self->roads);
  g_string_chunk_free (self->texts);
  sb_gazetteer_unref (self->gazetteer);
  g_free (self);
}

guint
sb_corridor_network_get_n_roads (SbCorridorNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->roads->len;
}

const SbCorridorRoad *
sb_corridor_network_get_road (SbCorridorNetwork *self,
                              guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->roads->len, NULL);

  return &g_array_index (self->roads, SbCorridorRoad, index);
}

const SbCorridorRoad *
sb_corridor_network_find_key (SbCorridorNetwork *self,
                              const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->roads->len; i++)
    {
      const SbCorridorRoad *road = &g_array_index (self->roads, SbCorridorRoad, i);

      if (g_str_equal (road->key, key))
        return road;
    }

  return NULL;
}

guint
sb_corridor_network_get_n_nodes (SbCorridorNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places->len;
}

const SbGazetteerPlace *
sb_corridor_network_get_place (SbCorridorNetwork *self,
                               guint node)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node < self->places->len, NULL);

  return self->places->pdata[node];
}

guint
sb_corridor_network_get_n_legs (SbCorridorNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->legs->len;
}

const SbCorridorLeg *
sb_corridor_network_get_leg (SbCorridorNetwork *self,
                             guint leg)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (leg < self->legs->len, NULL);

  return &g_array_index (self->legs, SbCorridorLeg, leg);
}

const SbCorridorLink *
sb_corridor_network_get_links (SbCorridorNetwork *self,
                               guint node,
                               guint *n_links)
{
  guint first;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node < self->places->len, NULL);
  g_return_val_if_fail (n_links != NULL, NULL);

  first = g_array_index (self->first_links, guint, node);
  *n_links = g_array_index (self->first_links, guint, node + 1) - first;

  return &g_array_index (self->links, SbCorridorLink, first);
}

gboolean
sb_corridor_network_find_node (SbCorridorNetwork *self,
                               const char *key,
                               guint *node)
{
  const SbGazetteerPlace *place;
  guint found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  place = sb_gazetteer_find_key (self->gazetteer, key);
  found = place != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, place)) : 0;
  if (found == 0)
    return FALSE;

  *node = found - 1;

  return TRUE;
}

guint
sb_corridor_network_get_n_services (SbCorridorNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->services->len;
}

const SbCorridorService *
sb_corridor_network_get_service (SbCorridorNetwork *self,
                                 guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->services->len, NULL);

  return &g_array_index (self->services, SbCorridorService, index);
}

gboolean
sb_corridor_network_is_port (SbCorridorNetwork *self,
                             guint node)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->services->len; i++)
    {
      const SbCorridorService *service = &g_array_index (self->services, SbCorridorService, i);

      for (guint j = 0; j < service->n_ports; j++)
        if (service->ports[j] == node)
          return TRUE;
    }

  return FALSE;
}
