/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-merge-private.h"

#include "sb-corridor.h"
#include "sb-place.h"
#include "sb-text.h"

#include <math.h>

static gboolean
get_position (SbRecord *record,
              guint latitude,
              guint longitude,
              SbPosition *position)
{
  *position = (SbPosition) { sb_record_get_real (record, longitude, NAN), sb_record_get_real (record, latitude, NAN) };

  return !isnan (position->longitude) && !isnan (position->latitude) && sb_position_is_valid (*position);
}

static void
add_name (SbRoadMerge *self,
          const char *name,
          guint place)
{
  g_autofree char *folded = sb_fold (name);
  GArray *places = g_hash_table_lookup (self->names, folded);

  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->names, g_steal_pointer (&folded), places);
    }
  g_array_append_val (places, place);
}

static void
add_shipped_places (SbRoadMerge *self)
{
  for (guint i = 0; i < sb_corridor_network_get_n_nodes (self->shipped); i++)
    {
      const SbGazetteerPlace *place = sb_corridor_network_get_place (self->shipped, i);
      SbRoadPlace copy = {
        .key = place->key,
        .names = { place->names[0], place->names[1] },
        .other_names = place->other_names,
        .country = place->country,
        .position = place->position,
        .population = place->population,
        .flags = place->seat == SB_SEAT_COUNTRY ? SB_ROAD_PLACE_CAPITAL : SB_ROAD_PLACE_DEFAULT,
      };

      if (sb_corridor_network_is_port (self->shipped, i))
        copy.flags |= SB_ROAD_PLACE_PORT;
      for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
        add_name (self, place->names[language], i);
      g_array_append_val (self->places, copy);
    }
}

static gboolean
find_number (SbRoadMerge *self,
             gint64 geonames,
             guint *place)
{
  for (guint i = 0; geonames > 0 && self->shipped != NULL && i < sb_corridor_network_get_n_nodes (self->shipped); i++)
    if (sb_corridor_network_get_place (self->shipped, i)->geonames == geonames)
      {
        *place = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_near (SbRoadMerge *self,
           const char *name,
           SbPosition position,
           guint *place)
{
  g_autofree char *folded = sb_fold (name);
  GArray *places = g_hash_table_lookup (self->names, folded);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      guint candidate = g_array_index (places, guint, i);

      if (sb_position_get_distance_km (g_array_index (self->places, SbRoadPlace, candidate).position, position) > SB_ROAD_SAME_PLACE_KM)
        continue;

      *place = candidate;
      return TRUE;
    }

  return FALSE;
}

/* What no road leads through, for all that its name may be that of a town. */
static gboolean
is_spot (SbRecord *record)
{
  switch (sb_record_get_term (record, SB_PLACE_KIND, SB_PLACE_KIND_TOWN))
    {
    case SB_PLACE_KIND_TOWN:
    case SB_PLACE_KIND_VILLAGE:
    case SB_PLACE_KIND_BORDER_POST:
    case SB_PLACE_KIND_PORT:
    case SB_PLACE_KIND_SITE:
    case SB_PLACE_KIND_CAMP:
      return TRUE;

    default:
      return FALSE;
    }
}

/* The place of the shipped network that @record is. */
static gboolean
find_shipped (SbRoadMerge *self,
              SbRecord *record,
              guint *place)
{
  const char *key = sb_record_get_text (record, SB_PLACE_KEY);
  SbPosition position;

  if (self->shipped == NULL || !is_spot (record))
    return FALSE;
  if (key != NULL)
    return sb_corridor_network_find_node (self->shipped, key, place);
  if (find_number (self, sb_record_get_integer (record, SB_PLACE_GEONAMES, 0), place))
    return TRUE;
  if (!get_position (record, SB_PLACE_LATITUDE, SB_PLACE_LONGITUDE, &position))
    return FALSE;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if (find_near (self, sb_record_get_title (record, language), position, place))
      return TRUE;

  return FALSE;
}

static gpointer
own (SbRoadMerge *self,
     gpointer text)
{
  g_ptr_array_add (self->owned, text);
  return text;
}

/* The other names of the place and those of its record, as one list. */
static const char *const *
join_names (SbRoadMerge *self,
            const SbRoadPlace *place,
            SbRecord *record)
{
  GStrvBuilder *names = g_strv_builder_new ();
  char **list;

  for (guint i = 0; place->other_names != NULL && place->other_names[i] != NULL; i++)
    g_strv_builder_add (names, place->other_names[i]);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    g_strv_builder_add (names, sb_record_get_title (record, language));
  for (guint i = 0; i < sb_record_get_n_items (record, SB_PLACE_NAMES); i++)
    {
      const char *name = sb_record_get_text (sb_record_get_item (record, SB_PLACE_NAMES, i), SB_PLACE_NAME_NAME);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  g_strv_builder_unref (names);
  for (guint i = 0; list[i] != NULL; i++)
    own (self, list[i]);

  return own (self, list);
}

static void
bind (SbRoadMerge *self,
      guint place,
      SbRef *ref,
      SbRecord *record)
{
  SbRoadPlace *bound = &g_array_index (self->places, SbRoadPlace, place);
  gint64 id = sb_ref_get_id (ref);

  g_hash_table_insert (self->bound, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
  if (bound->ref == NULL)
    {
      bound->ref = ref;
      if (record != NULL)
        bound->other_names = join_names (self, bound, record);
    }
}

void
_sb_road_merge_begin_places (SbRoadMerge *self,
                             GPtrArray *records)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (SbRoadPlace));
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->records = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->record_refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  self->bound = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  if (self->shipped != NULL)
    add_shipped_places (self);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      SbRef *ref = sb_record_dup_ref (record);
      gint64 *id = own (self, g_new (gint64, 1));
      guint place;

      *id = sb_record_get_id (record);
      g_ptr_array_add (self->record_refs, ref);
      g_hash_table_insert (self->records, id, record);
      if (find_shipped (self, record, &place))
        bind (self, place, ref, record);
    }
}

void
_sb_road_merge_end_places (SbRoadMerge *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->bound);
  g_hash_table_unref (self->records);
  g_ptr_array_unref (self->record_refs);
  g_array_unref (self->places);
  g_ptr_array_unref (self->owned);
}

static const char *
get_name (SbRef *ref,
          SbRecord *record,
          SbLanguage language)
{
  return record != NULL ? sb_record_get_title (record, language) : sb_ref_get_name (ref, language);
}

/* A place that the catalogue alone knows. */
static guint
add_place (SbRoadMerge *self,
           SbRef *ref,
           SbRecord *record,
           SbPosition position)
{
  SbRoadPlace place = {
    .key = record != NULL ? sb_record_get_text (record, SB_PLACE_KEY) : NULL,
    .names = { get_name (ref, record, 0), get_name (ref, record, 1) },
    .country = record != NULL ? sb_record_get_text (record, SB_PLACE_COUNTRY) : NULL,
    .position = position,
    .population = record != NULL ? (guint) MAX (sb_record_get_integer (record, SB_PLACE_POPULATION, 0), 0) : 0,
  };

  if (record != NULL && sb_record_get_term (record, SB_PLACE_KIND, SB_PLACE_KIND_TOWN) == SB_PLACE_KIND_PORT)
    place.flags |= SB_ROAD_PLACE_PORT;
  g_array_append_val (self->places, place);
  bind (self, self->places->len - 1, ref, record);

  return self->places->len - 1;
}

gboolean
_sb_road_merge_ensure_stop (SbRoadMerge *self,
                            SbRecord *stop,
                            guint *place)
{
  SbRef *ref = sb_record_get_ref (stop, SB_CORRIDOR_STOP_PLACE);
  gint64 id = ref != NULL ? sb_ref_get_id (ref) : 0;
  SbRecord *record = g_hash_table_lookup (self->records, &id);
  guint bound = GPOINTER_TO_UINT (g_hash_table_lookup (self->bound, &id));
  SbPosition position;

  if (ref == NULL)
    return FALSE;
  if (bound > 0)
    {
      *place = bound - 1;
      return TRUE;
    }
  if (!(record != NULL && get_position (record, SB_PLACE_LATITUDE, SB_PLACE_LONGITUDE, &position)) &&
      !get_position (stop, SB_CORRIDOR_STOP_LATITUDE, SB_CORRIDOR_STOP_LONGITUDE, &position))
    return FALSE;

  *place = add_place (self, ref, record, position);
  return TRUE;
}
