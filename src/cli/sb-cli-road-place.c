/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-road-place.h"

#include "sb-cli-lookup.h"
#include "sb-coordinates.h"
#include "sb-gazetteer.h"
#include "sb-road-words.h"
#include "sb-text.h"

#include <glib/gi18n.h>

/* A town without a road is told the nearest place that has one, when that is no
 * farther. */
#define NEAREST_KM 150.0

/* A position stands for a place on the roads that is no farther, as in the window. */
#define REACH_KM 60.0

static gboolean
is_called (const SbRoadPlace *place,
           const char *folded)
{
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *name = sb_fold (sb_road_place_get_name (place, language));

      if (g_str_equal (name, folded))
        return TRUE;
    }

  return FALSE;
}

/* Says that @word could be several, all of them in one sentence. */
static void
tell_several (const SbRoadNetwork *network,
              const char *word,
              GArray *places)
{
  SbLanguage language = sb_language_get_interface ();
  GString *names = g_string_new (NULL);
  g_autofree char *quoted = sb_cli_quote (word);

  for (guint i = 0; i < places->len; i++)
    {
      const SbRoadPlace *place = sb_road_network_get_place (network, g_array_index (places, guint, i));

      g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "", sb_road_place_get_name (place, language),
                              place->key != NULL ? place->key : place->country != NULL ? place->country
                                                                                       : "");
    }
  /* Translators: a word, then places, each with its key in brackets. */
  sb_cli_tell (_ ("“%s” could be any of these; name one by what is in brackets: %s."), quoted, names->str);
  g_string_free (names, TRUE);
}

/* Says that no road leads to a town that the gazetteer knows. */
static void
tell_town (const SbRoadNetwork *network,
           const SbGazetteerPlace *town)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *km = NULL;
  guint nearest;

  if (!sb_road_network_find_nearest (network, town->position, NEAREST_KM, &nearest))
    {
      sb_cli_tell (_ ("No road of the network leads to %s."), town->names[language]);
      return;
    }

  km = sb_road_format_km (sb_position_get_distance_km (sb_road_network_get_place (network, nearest)->position, town->position), FALSE, language);
  /* Translators: a town, a place on the roads, how far it is from there. */
  sb_cli_tell (_ ("No road of the network leads to %s; the nearest place on one is %s, %s away."), town->names[language],
               sb_road_place_get_name (sb_road_network_get_place (network, nearest), language), km);
}

/* The nearest place on the roads; says which one that is. */
static gboolean
find_position (const SbRoadNetwork *network,
               const char *word,
               SbPosition position,
               guint *place)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *quoted = sb_cli_quote (word);
  g_autofree char *km = NULL;

  if (!sb_road_network_find_nearest (network, position, REACH_KM, place))
    {
      sb_cli_tell (_ ("There is no place on a road near %s."), quoted);
      return FALSE;
    }

  km = sb_road_format_km (sb_position_get_distance_km (sb_road_network_get_place (network, *place)->position, position), FALSE, language);
  /* Translators: what was typed, a place on the roads, how far it is from there. */
  sb_cli_tell (_ ("The place on a road nearest to %s is %s, %s away."), quoted,
               sb_road_place_get_name (sb_road_network_get_place (network, *place), language), km);
  return TRUE;
}

/* The seat of a region; says which town that is. */
static gboolean
find_seat (const SbRoadNetwork *network,
           SbGazetteer *gazetteer,
           const SbGazetteerPlace *region,
           guint *place)
{
  SbLanguage language = sb_language_get_interface ();

  for (guint i = 0; i < sb_gazetteer_get_n_places (gazetteer); i++)
    {
      const SbGazetteerPlace *town = sb_gazetteer_get_place (gazetteer, i);

      if ((town->seat == SB_SEAT_REGION || town->seat == SB_SEAT_COUNTRY) && g_strcmp0 (town->parent, region->key) == 0 &&
          sb_road_network_find_place_key (network, town->key, place))
        {
          /* Translators: a region, then a town. */
          sb_cli_tell (_ ("For the region %s, its seat is taken: %s."), region->names[language], town->names[language]);
          return TRUE;
        }
    }

  return FALSE;
}

/* What is neither a name nor a record of the roads. */
static gboolean
find_otherwise (const SbRoadNetwork *network,
                const char *word,
                guint *place)
{
  g_autofree char *quoted = sb_cli_quote (word);
  g_autoptr (SbGazetteer) gazetteer = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const SbGazetteerPlace *region;
  SbPosition position;

  if (sb_coordinates_parse (word, &position))
    return find_position (network, word, position, place);

  gazetteer = sb_gazetteer_new (NULL);
  region = gazetteer != NULL ? sb_gazetteer_find_pcode (gazetteer, word) : NULL;
  found = gazetteer != NULL ? sb_gazetteer_find_name (gazetteer, word) : NULL;
  if (region != NULL && find_seat (network, gazetteer, region, place))
    return TRUE;

  if (found != NULL && found->len > 0)
    tell_town (network, g_ptr_array_index (found, 0));
  else if (region != NULL)
    tell_town (network, region);
  else
    sb_cli_tell (_ ("No place on the roads is called “%s”."), quoted);
  return FALSE;
}

gboolean
sb_cli_find_road_place (const SbRoadNetwork *network,
                        const char *word,
                        guint *place)
{
  g_autofree char *folded = sb_fold (word);
  g_autoptr (GArray) found = NULL;
  guint n_own = 0;
  gint64 id;

  if (sb_cli_read_id (word, &id))
    {
      g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_PLACE, id, NULL, NULL);

      return sb_road_network_find_place (network, ref, place) || find_otherwise (network, word, place);
    }

  found = sb_road_network_find_name (network, word);
  for (guint i = 0; i < found->len; i++)
    n_own += is_called (sb_road_network_get_place (network, g_array_index (found, guint, i)), folded) ? 1 : 0;
  /* A name of its own goes before the other name of another place. */
  if (n_own > 0)
    g_array_set_size (found, n_own);
  if (found->len == 0)
    return find_otherwise (network, word, place);
  if (found->len > 1)
    {
      tell_several (network, word, found);
      return FALSE;
    }

  *place = g_array_index (found, guint, 0);
  return TRUE;
}
