/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-name-set-private.h"

#include "sb-documents-resources.h"

#include <string.h>

/* The names that ship with the program: data/names/README.md. */

#define RESOURCE_PATH "/org/example/SahelBrief/names/"

/* The weights of places of one name, all below that of a record. */
#define COUNTRY_WEIGHT 900
#define KNOWN_WEIGHT   800 /* what data/names has */
#define SEAT_WEIGHT    100 /* the more, the higher the seat */

enum
{
  COLUMN_KIND,
  COLUMN_KEY,
  COLUMN_FR,
  COLUMN_EN,
  COLUMN_OTHERS,
  N_COLUMNS
};

static const struct
{
  const char *name;
  SbMentionKind kind;
  int place_kind;
} kinds[] = {
  { "group", SB_MENTION_ACTOR, SB_NAME_NO_PLACE },
  { "force", SB_MENTION_ACTOR, SB_NAME_NO_PLACE },
  { "organisation", SB_MENTION_ACTOR, SB_NAME_NO_PLACE },
  { "institution", SB_MENTION_ACTOR, SB_NAME_NO_PLACE },
  { "company", SB_MENTION_ACTOR, SB_NAME_NO_PLACE },
  { "media", SB_MENTION_ACTOR, SB_NAME_NO_PLACE },
  { "community", SB_MENTION_ACTOR, SB_NAME_NO_PLACE },
  { "person", SB_MENTION_PERSON, SB_NAME_NO_PLACE },
  { "country", SB_MENTION_PLACE, SB_PLACE_KIND_COUNTRY },
  { "area", SB_MENTION_PLACE, SB_PLACE_KIND_AREA },
  { "region", SB_MENTION_PLACE, SB_PLACE_KIND_REGION },
  { "town", SB_MENTION_PLACE, SB_PLACE_KIND_TOWN },
  { "river", SB_MENTION_PLACE, SB_PLACE_KIND_RIVER },
  { "lake", SB_MENTION_PLACE, SB_PLACE_KIND_LAKE },
  { "instrument", SB_MENTION_INSTRUMENT, SB_NAME_NO_PLACE },
};

static char *
read_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (sb_documents_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* @text may have the marks of the README before it. */
static const char *
read_marks (const char *text,
            guint *flags)
{
  *flags = SB_NAME_DEFAULT;
  for (; *text == '=' || *text == '!'; text++)
    *flags |= *text == '=' ? SB_NAME_EXACT : SB_NAME_SURNAME;

  return text;
}

/* The target that is called by one of @names already. */
static guint
find_namesake (const SbNameSet *self,
               SbMentionKind kind,
               const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint flags, target;
      const char *name = read_marks (names[i], &flags);

      if (*name == '\0' || (flags & SB_NAME_SURNAME) != 0)
        continue;
      target = _sb_name_set_find_target (self, kind, name);
      if (target != SB_NAME_TARGET_NONE)
        return target;
    }

  return SB_NAME_TARGET_NONE;
}

static void
add_all_names (SbNameSet *self,
               guint target,
               const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint flags;
      const char *name = read_marks (names[i], &flags);

      if (*name != '\0')
        _sb_name_set_add_name (self, target, name, flags);
    }
}

/* Only records take the place of what ships: two of these that share a name, as
 * two persons do, stay two. */
static guint
find_record_target (const SbNameSet *self,
                    SbMentionKind kind,
                    const char *const *names)
{
  guint target = find_namesake (self, kind, names);

  return target != SB_NAME_TARGET_NONE && _sb_name_set_get_target (self, target)->record != 0 ? target
                                                                                              : SB_NAME_TARGET_NONE;
}

static void
add_line (SbNameSet *self,
          char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  g_auto (GStrv) others = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  SbNameTarget described = { .weight = KNOWN_WEIGHT };
  guint target, flags, kind;

  if (line[0] == '#' || g_strv_length (columns) != N_COLUMNS)
    return;

  for (kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    if (strcmp (kinds[kind].name, columns[COLUMN_KIND]) == 0)
      break;
  if (kind == G_N_ELEMENTS (kinds))
    return;

  others = g_strsplit (columns[COLUMN_OTHERS], "|", -1);
  g_ptr_array_add (names, columns[COLUMN_FR]);
  g_ptr_array_add (names, columns[COLUMN_EN]);
  for (guint i = 0; others[i] != NULL; i++)
    g_ptr_array_add (names, others[i]);
  g_ptr_array_add (names, NULL);

  described.kind = kinds[kind].kind;
  described.is_community = strcmp (kinds[kind].name, "community") == 0;
  described.place_kind = kinds[kind].place_kind;
  described.names[SB_LANGUAGE_FR] = read_marks (columns[COLUMN_FR], &flags);
  described.names[SB_LANGUAGE_EN] = read_marks (columns[COLUMN_EN], &flags);
  if (described.place_kind == SB_PLACE_KIND_COUNTRY)
    {
      described.key = columns[COLUMN_KEY];
      described.weight = COUNTRY_WEIGHT;
    }

  target = described.key != NULL ? _sb_name_set_find_key (self, described.key) : SB_NAME_TARGET_NONE;
  if (target == SB_NAME_TARGET_NONE)
    target = find_record_target (self, described.kind, (const char *const *) names->pdata);
  if (target == SB_NAME_TARGET_NONE)
    target = _sb_name_set_add_target (self, &described);
  add_all_names (self, target, (const char *const *) names->pdata);
}

static void
add_lines (SbNameSet *self,
           const char *name)
{
  g_autofree char *text = read_resource (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, lines[i]);
}

static guint
weigh (const SbGazetteerPlace *place)
{
  guint size = place->population >= 100000 ? 60 : place->population >= 10000 ? 30
                                                : place->population > 0      ? 10
                                                                             : 0;

  if (place->kind == SB_PLACE_KIND_COUNTRY)
    return COUNTRY_WEIGHT;
  if (place->seat != SB_SEAT_NONE)
    return SEAT_WEIGHT * (SB_SEAT_COMMUNE + 1 - place->seat) + size;
  /* A region after the town that it is called by. */
  return size;
}

static void
add_place (SbNameSet *self,
           const SbGazetteerPlace *place)
{
  SbNameTarget described = { .kind = SB_MENTION_PLACE, .key = place->key, .place_kind = (int) place->kind };
  guint target = _sb_name_set_find_key (self, place->key);

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    described.names[i] = place->names[i];
  described.weight = weigh (place);
  if (target == SB_NAME_TARGET_NONE)
    target = _sb_name_set_add_target (self, &described);

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (i == 0 || strcmp (place->names[i], place->names[0]) != 0)
      _sb_name_set_add_name (self, target, place->names[i], SB_NAME_DEFAULT);
  for (guint i = 0; place->other_names[i] != NULL; i++)
    _sb_name_set_add_name (self, target, place->other_names[i], SB_NAME_DEFAULT);
}

static void
add_road (SbNameSet *self,
          const SbCorridorRoad *road)
{
  SbNameTarget described = { .kind = SB_MENTION_ROUTE, .key = road->key, .place_kind = SB_NAME_NO_PLACE };
  g_autofree guint *stops = g_new (guint, road->n_stops + 1);
  guint target = _sb_name_set_find_key (self, road->key);
  guint n_stops = 0;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    described.names[i] = road->names[i];
  if (target == SB_NAME_TARGET_NONE)
    target = _sb_name_set_add_target (self, &described);
  if (road->code != NULL)
    _sb_name_set_add_name (self, target, road->code, SB_NAME_DEFAULT);

  for (guint i = 0; i < road->n_stops; i++)
    {
      guint stop = _sb_name_set_find_key (self, road->stops[i].place->key);

      if (stop != SB_NAME_TARGET_NONE)
        stops[n_stops++] = stop;
    }
  _sb_name_set_add_route (self, target, stops, n_stops);
}

void
sb_name_set_add_shipped (SbNameSet *self,
                         SbGazetteer *gazetteer,
                         SbCorridorNetwork *network)
{
  g_autofree char *given_names = read_resource ("given-names.txt");
  g_autofree char *surnames = read_resource ("surnames.txt");

  g_return_if_fail (self != NULL && gazetteer != NULL && network != NULL);

  _sb_name_set_add_given_names (self, given_names);
  _sb_name_set_add_surnames (self, surnames);
  for (guint i = 0; i < sb_gazetteer_get_n_places (gazetteer); i++)
    add_place (self, sb_gazetteer_get_place (gazetteer, i));
  for (guint i = 0; i < sb_corridor_network_get_n_roads (network); i++)
    add_road (self, sb_corridor_network_get_road (network, i));
  add_lines (self, "countries.tsv");
  add_lines (self, "places.tsv");
  add_lines (self, "actors.tsv");
  add_lines (self, "persons.tsv");
  add_lines (self, "instruments.tsv");
}

SbNameSet *
sb_name_set_new_shipped (GError **error)
{
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (error);
  g_autoptr (SbCorridorNetwork) network = NULL;
  SbNameSet *self;

  if (gazetteer == NULL)
    return NULL;
  network = sb_corridor_network_new (gazetteer, error);
  if (network == NULL)
    return NULL;

  self = sb_name_set_new ();
  sb_name_set_add_shipped (self, gazetteer, network);
  sb_name_set_end (self);
  return self;
}
