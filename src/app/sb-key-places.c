/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-places.h"

#include "sb-code-names.h"
#include "sb-corridor-network.h"

struct _SbKeyPlaces
{
  gatomicrefcount ref_count;
  SbLanguage language;
  SbGazetteer *gazetteer; /* (owned) */
  SbPlaceFinder *finders[SB_N_KEY_PLACES_SETS]; /* (owned) tagged by the number in the gazetteer */
};

G_DEFINE_BOXED_TYPE (SbKeyPlaces, sb_key_places, sb_key_places_ref, sb_key_places_unref)

static gboolean
is_in_set (const SbGazetteerPlace *place,
           SbKeyPlacesSet set,
           SbCorridorNetwork *roads,
           SbRegionShapes *shapes)
{
  guint node;

  if (set == SB_KEY_PLACES_ON_ROADS)
    return sb_corridor_network_find_node (roads, place->key, &node);

  return set == SB_KEY_PLACES_ALL || sb_region_shapes_find (shapes, place->key) != NULL;
}

static void
add_place (SbPlaceFinder *finder,
           const SbGazetteerPlace *place,
           guint tag,
           SbLanguage language)
{
  SbNamedPlace named = {
    .other_names = place->other_names,
    .context = place->kind != SB_PLACE_KIND_COUNTRY ? sb_country_get_name (place->country, language) : NULL,
    .kind = place->kind,
    .position = place->position,
    .population = place->population,
    .tag = tag,
  };

  for (SbLanguage one = 0; one < SB_N_LANGUAGES; one++)
    named.names[one] = place->names[one];
  sb_place_finder_add_named (finder, &named);
}

SbKeyPlaces *
sb_key_places_new (SbLanguage language,
                   GError **error)
{
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (error);
  g_autoptr (SbCorridorNetwork) roads = gazetteer != NULL ? sb_corridor_network_new (gazetteer, error) : NULL;
  g_autoptr (SbRegionShapes) shapes = roads != NULL ? sb_region_shapes_new (error) : NULL;
  SbKeyPlaces *self;

  if (shapes == NULL)
    return NULL;

  self = g_new0 (SbKeyPlaces, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->language = language;
  self->gazetteer = g_steal_pointer (&gazetteer);
  for (SbKeyPlacesSet set = 0; set < SB_N_KEY_PLACES_SETS; set++)
    {
      self->finders[set] = sb_place_finder_new (language, NULL);
      for (guint i = 0; i < sb_gazetteer_get_n_places (self->gazetteer); i++)
        if (is_in_set (sb_gazetteer_get_place (self->gazetteer, i), set, roads, shapes))
          add_place (self->finders[set], sb_gazetteer_get_place (self->gazetteer, i), i, language);
      sb_place_finder_finish (self->finders[set]);
    }

  return self;
}

SbKeyPlaces *
sb_key_places_ref (SbKeyPlaces *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_key_places_unref (SbKeyPlaces *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (SbKeyPlacesSet set = 0; set < SB_N_KEY_PLACES_SETS; set++)
    sb_place_finder_unref (self->finders[set]);
  sb_gazetteer_unref (self->gazetteer);
  g_free (self);
}

SbPlaceFinder *
sb_key_places_get_finder (SbKeyPlaces *self,
                          SbKeyPlacesSet set)
{
  g_return_val_if_fail (self != NULL && (guint) set < SB_N_KEY_PLACES_SETS, NULL);

  return self->finders[set];
}

const char *
sb_key_places_get_key (SbKeyPlaces *self,
                       guint tag)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tag < sb_gazetteer_get_n_places (self->gazetteer) ? sb_gazetteer_get_place (self->gazetteer, tag)->key : NULL;
}

const char *
sb_key_places_get_name (SbKeyPlaces *self,
                        const char *key)
{
  const SbGazetteerPlace *place;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  place = sb_gazetteer_find_key (self->gazetteer, key);
  return place != NULL ? place->names[self->language] : key;
}
