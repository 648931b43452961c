/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-merge-private.h"

#include "sb-corridor.h"

#include <math.h>

/* Kilometres between two stops are believed when they are no shorter than the
 * great circle, but for some carelessness, and not much longer. */
#define LEAST_RATIO 0.95
#define MOST_RATIO  2.5

static void
add_length (SbRoadMerge *self,
            guint from,
            guint to,
            double km,
            gboolean is_estimated,
            gboolean is_track)
{
  guint64 pair = (guint64) MIN (from, to) << 32 | MAX (from, to);
  SbRoadLength *length = g_hash_table_lookup (self->lengths, &pair);
  SbRoadLength stated = { km, is_estimated, is_track };

  if (km < 0)
    stated = (SbRoadLength) { _sb_road_merge_get_distance (self, from, to) * SB_CORRIDOR_DETOUR, TRUE, is_track };
  if (length == NULL)
    g_hash_table_insert (self->lengths, g_memdup2 (&pair, sizeof pair), g_memdup2 (&stated, sizeof stated));
  else if (length->is_estimated && !stated.is_estimated)
    *length = stated;
}

static SbRoadLength *
get_length (SbRoadMerge *self,
            guint from,
            guint to)
{
  guint64 pair = (guint64) MIN (from, to) << 32 | MAX (from, to);

  return g_hash_table_lookup (self->lengths, &pair);
}

double
_sb_road_merge_get_distance (SbRoadMerge *self,
                             guint from,
                             guint to)
{
  return sb_position_get_distance_km (g_array_index (self->places, SbRoadPlace, from).position,
                                      g_array_index (self->places, SbRoadPlace, to).position);
}

static void
add_shipped_roads (SbRoadMerge *self)
{
  for (guint i = 0; i < sb_corridor_network_get_n_roads (self->shipped); i++)
    {
      const SbCorridorRoad *road = sb_corridor_network_get_road (self->shipped, i);
      GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < road->n_stops; j++)
        {
          g_array_append_val (chain, road->stops[j].node);
          if (j > 0)
            {
              const SbCorridorLeg *leg = sb_corridor_network_get_leg (self->shipped, road->stops[j].leg);

              add_length (self, road->stops[j - 1].node, road->stops[j].node, leg->km, leg->estimated, leg->track);
            }
        }
      g_ptr_array_add (self->chains, chain);
    }
}

static gboolean
find_in_chain (const GArray *chain,
               guint place,
               guint *position)
{
  for (guint i = 0; i < chain->len; i++)
    if (g_array_index (chain, guint, i) == place)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
has_same_number (const SbCorridorRoad *road,
                 SbRecord *corridor)
{
  const char *code = sb_record_get_text (corridor, SB_CORRIDOR_CODE);
  const char *country = sb_record_get_text (corridor, SB_CORRIDOR_COUNTRY);

  return code != NULL && country != NULL && g_strcmp0 (road->code, code) == 0 && g_strcmp0 (road->country, country) == 0;
}

/* The shipped road that a corridor is, -1 for none. */
static int
find_shipped (SbRoadMerge *self,
              SbRecord *corridor,
              const GArray *stops)
{
  const char *key = sb_record_get_text (corridor, SB_CORRIDOR_KEY);

  for (guint i = 0; i < self->chains->len; i++)
    {
      const SbCorridorRoad *road = sb_corridor_network_get_road (self->shipped, i);
      guint n_shared = 0;
      guint position;

      if (key != NULL && g_str_equal (road->key, key))
        return (int) i;
      for (guint j = 0; j < stops->len && has_same_number (road, corridor); j++)
        n_shared += find_in_chain (g_ptr_array_index (self->chains, i), g_array_index (stops, SbRoadStop, j).place, &position) ? 1 : 0;
      if (n_shared >= 2)
        return (int) i;
    }

  return -1;
}

/* Puts @place between @from and @to, neighbours on some road, for all roads. */
static void
split_leg (SbRoadMerge *self,
           guint from,
           guint to,
           guint place)
{
  guint64 pair = (guint64) MIN (from, to) << 32 | MAX (from, to);
  SbRoadLength old = *get_length (self, from, to);
  double first = _sb_road_merge_get_distance (self, from, place);
  double second = _sb_road_merge_get_distance (self, place, to);
  double factor = old.is_estimated || first + second <= 0 ? SB_CORRIDOR_DETOUR : MAX (old.km / (first + second), 1);

  g_hash_table_remove (self->lengths, &pair);
  add_length (self, from, place, first * factor, TRUE, old.is_track);
  add_length (self, place, to, second * factor, TRUE, old.is_track);
  for (guint i = 0; i < self->chains->len; i++)
    {
      GArray *chain = g_ptr_array_index (self->chains, i);

      for (guint j = 1; j < chain->len; j++)
        {
          guint a = g_array_index (chain, guint, j - 1);
          guint b = g_array_index (chain, guint, j);

          if ((a == from && b == to) || (a == to && b == from))
            g_array_insert_val (chain, j, place);
        }
    }
}

/* Puts @place where it makes the least detour between two places of @chain that
 * a corridor has around it. */
static void
insert_place (SbRoadMerge *self,
              const GArray *chain,
              guint first,
              guint last,
              guint place)
{
  guint best = MIN (first, last);
  double least = HUGE_VAL;

  for (guint i = MIN (first, last); i < MAX (first, last); i++)
    {
      guint from = g_array_index (chain, guint, i);
      guint to = g_array_index (chain, guint, i + 1);
      double detour = _sb_road_merge_get_distance (self, from, place) + _sb_road_merge_get_distance (self, place, to) -
                      _sb_road_merge_get_distance (self, from, to);

      if (detour < least)
        {
          least = detour;
          best = i;
        }
    }
  split_leg (self, g_array_index (chain, guint, best), g_array_index (chain, guint, best + 1), place);
}

/* The stops that the shipped road lacks, between two that it has. */
static void
refine_shipped (SbRoadMerge *self,
                const SbRoadCorridor *corridor)
{
  const GArray *chain;

  if (corridor->shipped < 0)
    return;

  chain = g_ptr_array_index (self->chains, corridor->shipped);
  for (guint i = 1; i + 1 < corridor->stops->len; i++)
    {
      guint place = g_array_index (corridor->stops, SbRoadStop, i).place;
      guint before;
      guint after;
      guint position;
      gboolean has_after = FALSE;

      if (find_in_chain (chain, place, &position) ||
          !find_in_chain (chain, g_array_index (corridor->stops, SbRoadStop, i - 1).place, &before))
        continue;
      for (guint j = i + 1; j < corridor->stops->len && !has_after; j++)
        has_after = find_in_chain (chain, g_array_index (corridor->stops, SbRoadStop, j).place, &after);
      if (has_after && before != after)
        insert_place (self, chain, before, after, place);
    }
}

/* How long @chain is between two of its positions. */
static double
measure (SbRoadMerge *self,
         const GArray *chain,
         guint first,
         guint last)
{
  double km = 0;

  for (guint i = MIN (first, last); i < MAX (first, last); i++)
    km += get_length (self, g_array_index (chain, guint, i), g_array_index (chain, guint, i + 1))->km;

  return km;
}

/* The shipped road that runs between two neighbouring stops, with where on it
 * they are; FALSE when none does. */
static gboolean
find_way (SbRoadMerge *self,
          const SbRoadCorridor *corridor,
          guint from,
          guint to,
          double km,
          guint *way,
          guint *first,
          guint *last)
{
  double expected = km > 0 ? km : _sb_road_merge_get_distance (self, from, to) * SB_CORRIDOR_DETOUR;
  double least = HUGE_VAL;

  if (corridor->shipped >= 0 && find_in_chain (g_ptr_array_index (self->chains, corridor->shipped), from, first) &&
      find_in_chain (g_ptr_array_index (self->chains, corridor->shipped), to, last))
    {
      *way = (guint) corridor->shipped;
      return TRUE;
    }

  for (guint i = 0; i < self->chains->len; i++)
    {
      const GArray *chain = g_ptr_array_index (self->chains, i);
      guint a;
      guint b;
      double length;

      if (!find_in_chain (chain, from, &a) || !find_in_chain (chain, to, &b))
        continue;

      length = measure (self, chain, a, b);
      if (fabs (length - expected) <= SB_ROAD_SAME_WAY * MAX (length, expected) && fabs (length - expected) < least)
        {
          least = fabs (length - expected);
          *way = i;
          *first = a;
          *last = b;
        }
    }

  return least < HUGE_VAL;
}

/* Spreads the kilometres that a corridor states over what lies between two of
 * its stops, where that is only reckoned. */
static void
state_length (SbRoadMerge *self,
              const GArray *chain,
              guint first,
              guint last,
              double km)
{
  double stated = 0;
  double reckoned = 0;
  double straight = 0;
  double factor;

  for (guint i = first; i < last; i++)
    {
      const SbRoadLength *length = get_length (self, g_array_index (chain, guint, i), g_array_index (chain, guint, i + 1));

      *(length->is_estimated ? &reckoned : &stated) += length->km;
      if (length->is_estimated)
        straight += length->km / SB_CORRIDOR_DETOUR;
    }
  factor = reckoned > 0 ? (km - stated) / reckoned : 0;
  if (reckoned <= 0 || reckoned * factor < LEAST_RATIO * straight || reckoned * factor > MOST_RATIO * straight)
    return;

  for (guint i = first; i < last; i++)
    {
      SbRoadLength *length = get_length (self, g_array_index (chain, guint, i), g_array_index (chain, guint, i + 1));

      if (length->is_estimated)
        {
          length->km *= factor;
          length->is_estimated = last - first > 1;
        }
    }
}

static void
append_way (GArray *chain,
            const GArray *way,
            guint first,
            guint last)
{
  for (guint i = first; i != last;)
    {
      i = first < last ? i + 1 : i - 1;
      g_array_append_val (chain, g_array_index (way, guint, i));
    }
}

static void
lay_corridor (SbRoadMerge *self,
              SbRoadCorridor *corridor)
{
  corridor->chain = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (corridor->chain, g_array_index (corridor->stops, SbRoadStop, 0).place);
  for (guint i = 1; i < corridor->stops->len; i++)
    {
      const SbRoadStop *from = &g_array_index (corridor->stops, SbRoadStop, i - 1);
      const SbRoadStop *to = &g_array_index (corridor->stops, SbRoadStop, i);
      double km = from->km >= 0 && to->km >= 0 ? fabs (to->km - from->km) : -1;
      double straight = _sb_road_merge_get_distance (self, from->place, to->place);
      guint way = 0;
      guint first = 0;
      guint last = 0;

      if (km < LEAST_RATIO * straight || km > MOST_RATIO * straight + 1)
        km = -1;
      if (find_way (self, corridor, from->place, to->place, km, &way, &first, &last))
        {
          const GArray *chain = g_ptr_array_index (self->chains, way);

          if (km > 0)
            state_length (self, chain, MIN (first, last), MAX (first, last), km);
          append_way (corridor->chain, chain, first, last);
        }
      else
        {
          add_length (self, from->place, to->place, km, FALSE, FALSE);
          g_array_append_val (corridor->chain, to->place);
        }
    }
}

static SbRoadCorridor *
read_corridor (SbRoadMerge *self,
               SbRecord *record)
{
  SbRoadCorridor *corridor = g_new0 (SbRoadCorridor, 1);

  corridor->record = g_object_ref (record);
  corridor->stops = g_array_new (FALSE, FALSE, sizeof (SbRoadStop));
  for (guint i = 0; i < sb_record_get_n_items (record, SB_CORRIDOR_STOPS); i++)
    {
      SbRecord *item = sb_record_get_item (record, SB_CORRIDOR_STOPS, i);
      SbRoadStop stop = { 0, sb_record_get_real (item, SB_CORRIDOR_STOP_KM, -1) };
      guint n_stops = corridor->stops->len;

      if (_sb_road_merge_ensure_stop (self, item, &stop.place) &&
          (n_stops == 0 || g_array_index (corridor->stops, SbRoadStop, n_stops - 1).place != stop.place))
        g_array_append_val (corridor->stops, stop);
    }
  corridor->shipped = self->shipped != NULL ? find_shipped (self, record, corridor->stops) : -1;

  return corridor;
}

static void
corridor_free (gpointer data)
{
  SbRoadCorridor *corridor = data;

  g_object_unref (corridor->record);
  g_array_unref (corridor->stops);
  g_clear_pointer (&corridor->chain, g_array_unref);
  g_free (corridor);
}

static void
add_legs (SbRoadMerge *self,
          SbRoadNetworkBuilder *builder,
          const GArray *chain)
{
  for (guint i = 1; i < chain->len; i++)
    {
      guint from = g_array_index (chain, guint, i - 1);
      guint to = g_array_index (chain, guint, i);
      const SbRoadLength *length = get_length (self, from, to);

      sb_road_network_builder_add_leg (builder, from, to, length->km,
                                       (length->is_estimated ? SB_ROAD_LEG_ESTIMATED : SB_ROAD_LEG_DEFAULT) |
                                         (length->is_track ? SB_ROAD_LEG_TRACK : SB_ROAD_LEG_DEFAULT));
    }
}

static void
build_corridor (SbRoadMerge *self,
                SbRoadNetworkBuilder *builder,
                const SbRoadCorridor *corridor)
{
  const SbCorridorRoad *shipped = corridor->shipped >= 0 ? sb_corridor_network_get_road (self->shipped, (guint) corridor->shipped) : NULL;
  g_autoptr (SbRef) ref = sb_record_dup_ref (corridor->record);
  SbRoad road = {
    .ref = ref,
    .key = shipped != NULL ? shipped->key : NULL,
    .code = sb_record_get_text (corridor->record, SB_CORRIDOR_CODE),
    .country = sb_record_get_text (corridor->record, SB_CORRIDOR_COUNTRY),
    .names = { sb_record_get_title (corridor->record, 0), sb_record_get_title (corridor->record, 1) },
    .stops = (const guint *) (gpointer) corridor->chain->data,
    .n_stops = corridor->chain->len,
  };

  G_STATIC_ASSERT (SB_N_LANGUAGES == 2);
  add_legs (self, builder, corridor->chain);
  sb_road_network_builder_add_road (builder, &road);
}

static void
build_shipped (SbRoadMerge *self,
               SbRoadNetworkBuilder *builder,
               guint index,
               SbRecord *record)
{
  const SbCorridorRoad *shipped = sb_corridor_network_get_road (self->shipped, index);
  const GArray *chain = g_ptr_array_index (self->chains, index);
  g_autoptr (SbRef) ref = record != NULL ? sb_record_dup_ref (record) : NULL;
  SbRoad road = {
    .ref = ref,
    .key = shipped->key,
    .code = shipped->code,
    .country = shipped->country,
    .names = { shipped->names[0], shipped->names[1] },
    .stops = (const guint *) (gconstpointer) chain->data,
    .n_stops = chain->len,
  };

  add_legs (self, builder, chain);
  if (record != NULL)
    sb_road_network_builder_add_shipped (builder, &road);
  else
    sb_road_network_builder_add_road (builder, &road);
}

static void
add_ports (SbRoadMerge *self,
           SbRoadNetworkBuilder *builder)
{
  for (guint i = 0; i < sb_corridor_network_get_n_services (self->shipped); i++)
    {
      const SbCorridorService *service = sb_corridor_network_get_service (self->shipped, i);

      for (guint j = 0; j < service->n_ports; j++)
        sb_road_network_builder_add_port (builder, service->capital, service->ports[j]);
    }
}

static SbRoadNetwork *
build (SbRoadMerge *self)
{
  g_autoptr (SbRoadNetworkBuilder) builder = sb_road_network_builder_new ();
  g_autofree SbRecord **records = g_new0 (SbRecord *, MAX (self->chains->len, 1));
  GHashTableIter iter;
  gpointer id;
  gpointer place;

  for (guint i = 0; i < self->places->len; i++)
    sb_road_network_builder_add_place (builder, &g_array_index (self->places, SbRoadPlace, i));
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &id, &place))
    sb_road_network_builder_bind (builder, GPOINTER_TO_UINT (place) - 1, *(gint64 *) id);
  for (guint i = 0; i < self->corridors->len; i++)
    {
      const SbRoadCorridor *corridor = g_ptr_array_index (self->corridors, i);

      build_corridor (self, builder, corridor);
      if (corridor->shipped >= 0)
        records[corridor->shipped] = corridor->record;
    }
  for (guint i = 0; i < self->chains->len; i++)
    build_shipped (self, builder, i, records[i]);
  if (self->shipped != NULL)
    add_ports (self, builder);

  return sb_road_network_builder_end (g_steal_pointer (&builder));
}

static void
read_corridors (SbRoadMerge *self,
                GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      SbRoadCorridor *corridor = read_corridor (self, g_ptr_array_index (records, i));

      if (corridor->stops->len >= 2)
        g_ptr_array_add (self->corridors, corridor);
      else
        corridor_free (corridor);
    }

  /* The shipped roads are refined before anything is laid on them. */
  for (guint i = 0; i < self->corridors->len; i++)
    refine_shipped (self, g_ptr_array_index (self->corridors, i));
  for (guint i = 0; i < self->corridors->len; i++)
    lay_corridor (self, g_ptr_array_index (self->corridors, i));
}

SbRoadNetwork *
sb_road_network_new (SbCorridorNetwork *shipped,
                     GPtrArray *corridors,
                     GPtrArray *places)
{
  SbRoadMerge self = { shipped };
  SbRoadNetwork *network;

  self.lengths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self.chains = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.corridors = g_ptr_array_new_with_free_func (corridor_free);
  _sb_road_merge_begin_places (&self, places);
  if (shipped != NULL)
    add_shipped_roads (&self);
  if (corridors != NULL)
    read_corridors (&self, corridors);

  network = build (&self);

  _sb_road_merge_end_places (&self);
  g_ptr_array_unref (self.corridors);
  g_ptr_array_unref (self.chains);
  g_hash_table_unref (self.lengths);
  return network;
}
