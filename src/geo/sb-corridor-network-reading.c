/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-corridor-network-private.h"

#include "sb-geo-error.h"

#define MAX_ROADS 4000
#define MAX_STOPS 1000 /* of one road */

/* Longer legs are slips of the pen: there is no such stretch without a place. */
#define MAX_LEG_KM  2000
#define MAX_ROAD_KM 20000

static void
set_invalid (GError **error,
             const char *key,
             const char *what)
{
  g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "Road %s: %s", key, what);
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* Keeps a copy for as long as the network lives. */
static const char *
keep (SbCorridorNetwork *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static void
read_bilingual (SbCorridorNetwork *self,
                JsonObject *object,
                const char *member,
                const char **texts)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    texts[language] = keep (self, get_string (json_node_get_object (node), sb_language_get_code (language)));
}

static guint
ensure_node (SbCorridorNetwork *self,
             const SbGazetteerPlace *place)
{
  guint node = GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, place));

  if (node == 0)
    {
      g_ptr_array_add (self->places, (gpointer) place);
      node = self->places->len;
      g_hash_table_insert (self->nodes, (gpointer) place, GUINT_TO_POINTER (node));
    }

  return node - 1;
}

/* One leg for each pair of places; a distance that is stated anywhere beats one
 * that is reckoned, and a road a track. */
static guint
ensure_leg (SbCorridorNetwork *self,
            guint from,
            guint to,
            double km,
            gboolean track)
{
  guint64 pair = (guint64) MIN (from, to) << 32 | MAX (from, to);
  guint leg = GPOINTER_TO_UINT (g_hash_table_lookup (self->pairs, &pair));
  const SbGazetteerPlace *a = self->places->pdata[from];
  const SbGazetteerPlace *b = self->places->pdata[to];
  SbCorridorLeg new_leg = { { from, to }, km, FALSE, track };

  if (km < 0)
    {
      new_leg.km = sb_position_get_distance_km (a->position, b->position) * SB_CORRIDOR_DETOUR;
      new_leg.estimated = TRUE;
    }
  if (leg == 0)
    {
      g_array_append_val (self->legs, new_leg);
      leg = self->legs->len;
      g_hash_table_insert (self->pairs, g_memdup2 (&pair, sizeof pair), GUINT_TO_POINTER (leg));
    }
  else
    {
      SbCorridorLeg *old = &g_array_index (self->legs, SbCorridorLeg, leg - 1);

      new_leg.track = old->track && track;
      if (old->estimated && !new_leg.estimated)
        *old = new_leg;
      old->track = new_leg.track;
    }

  return leg - 1;
}

/* A stop as it is written: a key, the kilometres of the leg before it, and those
 * from the start of the road; below 0 for what is not said. */
typedef struct
{
  const char *key;
  double leg_km;
  double road_km;
} Stop;

/* @km is as it was when the element is null. */
static gboolean
read_km (JsonArray *array,
         guint index,
         double most,
         double *km)
{
  JsonNode *node = index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  *km = json_node_get_double (node);
  return *km > 0 && *km <= most;
}

/* "key", ["key", km] or ["key", null, km from the start]. */
static gboolean
read_stop (JsonNode *node,
           Stop *stop)
{
  JsonArray *array;

  *stop = (Stop) { NULL, -1, -1 };
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      stop->key = json_node_get_string (node);
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  if (json_array_get_length (array) < 2 || json_array_get_length (array) > 3 ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 0)))
    return FALSE;

  stop->key = json_node_get_string (json_array_get_element (array, 0));
  return stop->key != NULL && read_km (array, 1, MAX_LEG_KM, &stop->leg_km) && read_km (array, 2, MAX_ROAD_KM, &stop->road_km);
}

/* Spreads the kilometres that are stated between two stops over those legs
 * between them that are reckoned, unless a road before has settled them. */
static gboolean
spread (SbCorridorNetwork *self,
        const SbCorridorStop *stops,
        guint first,
        guint last,
        double km)
{
  double reckoned = 0;
  guint n_reckoned = 0;

  for (guint i = first + 1; i <= last; i++)
    {
      const SbCorridorLeg *leg = &g_array_index (self->legs, SbCorridorLeg, stops[i].leg);

      if (leg->estimated && !g_hash_table_contains (self->settled, GUINT_TO_POINTER (stops[i].leg + 1)))
        {
          reckoned += leg->km;
          n_reckoned++;
        }
      else
        {
          km -= leg->km;
        }
    }
  if (n_reckoned == 0)
    return TRUE;
  if (km <= 0)
    return FALSE;

  for (guint i = first + 1; i <= last; i++)
    {
      SbCorridorLeg *leg = &g_array_index (self->legs, SbCorridorLeg, stops[i].leg);

      if (!leg->estimated || !g_hash_table_add (self->settled, GUINT_TO_POINTER (stops[i].leg + 1)))
        continue;

      leg->km *= km / reckoned;
      leg->estimated = n_reckoned > 1;
    }

  return TRUE;
}

static gboolean
is_track (JsonObject *road)
{
  JsonNode *node = json_object_get_member (road, "track");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
}

static gboolean
read_stops (SbCorridorNetwork *self,
            JsonObject *object,
            SbCorridorRoad *road,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, "stops");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_stops = array != NULL ? json_array_get_length (array) : 0;
  SbCorridorStop *stops;
  double stated_km = 0;
  guint stated = 0;

  if (n_stops < 2 || n_stops > MAX_STOPS)
    {
      set_invalid (error, road->key, "a road needs two stops or more");
      return FALSE;
    }

  stops = g_new0 (SbCorridorStop, n_stops);
  g_ptr_array_add (self->stops, stops);
  for (guint i = 0; i < n_stops; i++)
    {
      Stop stop;

      if (!read_stop (json_array_get_element (array, i), &stop))
        {
          set_invalid (error, road->key, "a stop is neither a key nor a key and kilometres");
          return FALSE;
        }
      stops[i].place = sb_gazetteer_find_key (self->gazetteer, stop.key);
      if (stops[i].place == NULL || (i > 0 && stops[i].place == stops[i - 1].place))
        {
          g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "Road %s: no place with the key “%s” to go to",
                       road->key, stop.key);
          return FALSE;
        }
      stops[i].node = ensure_node (self, stops[i].place);
      if (i > 0)
        stops[i].leg = ensure_leg (self, stops[i - 1].node, stops[i].node, stop.leg_km, is_track (object));
      if (stop.road_km < 0)
        continue;

      if (stop.road_km <= stated_km || !spread (self, stops, stated, i, stop.road_km - stated_km))
        {
          set_invalid (error, road->key, "the kilometres from its start do not grow");
          return FALSE;
        }
      stated = i;
      stated_km = stop.road_km;
    }
  road->stops = stops;
  road->n_stops = n_stops;

  return TRUE;
}

static gboolean
read_road (SbCorridorNetwork *self,
           JsonNode *node,
           GError **error)
{
  SbCorridorRoad road = { 0 };
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node) || get_string (json_node_get_object (node), "key") == NULL)
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "A road without a key");
      return FALSE;
    }

  object = json_node_get_object (node);
  road.key = keep (self, get_string (object, "key"));
  road.code = keep (self, get_string (object, "code"));
  road.country = keep (self, get_string (object, "country"));
  read_bilingual (self, object, "name", road.names);
  read_bilingual (self, object, "carries", road.carries);
  read_bilingual (self, object, "source", road.sources);
  if (road.names[SB_LANGUAGE_FR] == NULL || road.names[SB_LANGUAGE_EN] == NULL)
    {
      set_invalid (error, road.key, "it needs a French and an English name");
      return FALSE;
    }
  if (sb_corridor_network_find_key (self, road.key) != NULL)
    {
      set_invalid (error, road.key, "two roads have this key");
      return FALSE;
    }
  if (!read_stops (self, object, &road, error))
    return FALSE;

  g_array_append_val (self->roads, road);

  return TRUE;
}

static gboolean
read_roads (SbCorridorNetwork *self,
            JsonNode *root,
            GError **error)
{
  JsonNode *member = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
                       ? json_object_get_member (json_node_get_object (root), "corridors")
                       : NULL;
  JsonArray *array = member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;

  if (array == NULL || json_array_get_length (array) > MAX_ROADS)
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "No list of corridors");
      return FALSE;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_road (self, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_node (SbCorridorNetwork *self,
           const char *key,
           guint *node,
           GError **error)
{
  if (key != NULL && sb_corridor_network_find_node (self, key, node))
    return TRUE;

  g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "No road leads to the capital or port “%s”", key != NULL ? key : "");
  return FALSE;
}

static gboolean
read_service (SbCorridorNetwork *self,
              const char *capital,
              JsonNode *node,
              GError **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_ports = array != NULL ? json_array_get_length (array) : 0;
  g_autofree guint *ports = g_new0 (guint, MAX (n_ports, 1));
  SbCorridorService service = { 0, NULL, n_ports };

  if (!read_node (self, capital, &service.capital, error))
    return FALSE;
  for (guint i = 0; i < n_ports; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *key = JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING ? json_node_get_string (element) : NULL;

      if (!read_node (self, key, &ports[i], error))
        return FALSE;
    }
  service.ports = g_steal_pointer (&ports);
  g_array_append_val (self->services, service);

  return TRUE;
}

/* Which ports serve which capital: may be left out. */
static gboolean
read_services (SbCorridorNetwork *self,
               JsonNode *root,
               GError **error)
{
  JsonNode *member = json_object_get_member (json_node_get_object (root), "landlocked");
  g_autoptr (GList) capitals = NULL;

  if (member == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (member))
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "No list of ports");
      return FALSE;
    }

  capitals = json_object_get_members (json_node_get_object (member));
  for (GList *l = capitals; l != NULL; l = l->next)
    if (!read_service (self, l->data, json_object_get_member (json_node_get_object (member), l->data), error))
      return FALSE;

  return TRUE;
}

/* Distances along the roads, now that all legs have their lengths. */
static void
add_up (SbCorridorNetwork *self)
{
  for (guint i = 0; i < self->roads->len; i++)
    {
      SbCorridorStop *stops = self->stops->pdata[i];
      guint n_stops = g_array_index (self->roads, SbCorridorRoad, i).n_stops;

      for (guint j = 1; j < n_stops; j++)
        stops[j].km = stops[j - 1].km + g_array_index (self->legs, SbCorridorLeg, stops[j].leg).km;
    }
}

/* The links of a node lie together: a walk over the network reads them in one
 * go. */
static void
link_nodes (SbCorridorNetwork *self)
{
  guint n_nodes = self->places->len;
  guint *next;

  g_array_set_size (self->first_links, n_nodes + 1);
  g_array_set_size (self->links, 2 * self->legs->len);
  next = (guint *) self->first_links->data;
  for (guint i = 0; i < self->legs->len; i++)
    for (guint end = 0; end < 2; end++)
      next[g_array_index (self->legs, SbCorridorLeg, i).nodes[end]]++;
  for (guint i = 1; i <= n_nodes; i++)
    next[i] += next[i - 1];
  for (guint i = 0; i < self->legs->len; i++)
    {
      const SbCorridorLeg *leg = &g_array_index (self->legs, SbCorridorLeg, i);

      for (guint end = 0; end < 2; end++)
        g_array_index (self->links, SbCorridorLink, --next[leg->nodes[end]]) =
          (SbCorridorLink) { i, leg->nodes[1 - end] };
    }
}

gboolean
_sb_corridor_network_read (SbCorridorNetwork *self,
                           JsonNode *root,
                           GError **error)
{
  if (!read_roads (self, root, error) || !read_services (self, root, error))
    return FALSE;

  add_up (self);
  link_nodes (self);
  return TRUE;
}
