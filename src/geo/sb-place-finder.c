/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-place-finder.h"

#include "sb-mercator.h"
#include "sb-text.h"

#include <math.h>
#include <string.h>

/* Degrees on each side of a place, by what it is: about what it takes up, and what is
 * around it so that one sees where it is. */
#define REACH_POSITION 0.08
#define REACH_VILLAGE  0.12
#define REACH_TOWN     0.2
#define REACH_DISTRICT 0.8
#define REACH_REGION   2.2
#define REACH_COUNTRY  6.0

/* Two of one name that are nearer to each other are one place. */
#define SAME_PLACE_KM 10.0

/* A beginning that thousands have, as "a", is ranked by the first so many that are
 * looked at; each costs some nanoseconds. */
#define MAX_LOOKED_AT 50000

typedef struct
{
  char *names[SB_N_LANGUAGES]; /* (owned) */
  char *context; /* (owned) (nullable) */
  char *key; /* (owned) (nullable) */
  SbPlaceKind kind;
  SbPosition position;
  SbBounds bounds;
  gint64 weight; /* the more, the more often it is meant */
  SbRef *ref; /* (owned) (nullable) */
  guint tag;
} Place;

typedef struct
{
  char *folded; /* (owned) */
  char *name; /* (owned) (nullable): as it is written; NULL for a word within a name */
  guint place;
  gboolean is_own; /* what the place is called, rather than another name */
  guint8 word; /* the how manieth word of the name it begins with */
} Name;

struct _SbPlaceFinder
{
  gatomicrefcount ref_count;
  SbLanguage language;
  SbRegionShapes *shapes; /* (owned) (nullable) */
  GArray *places; /* (owned) (element-type Place) */
  GArray *names; /* (owned) (element-type Name): in the order of folded, once finished */
  GHashTable *keys; /* (owned): key of a record to its place plus one */
  GHashTable *own_names; /* (owned): folded name of a record to its place plus one */
  gboolean is_finished;
};

G_DEFINE_BOXED_TYPE (SbPlaceFinder, sb_place_finder, sb_place_finder_ref, sb_place_finder_unref)

static void
clear_place (gpointer data)
{
  Place *place = data;

  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    g_free (place->names[language]);
  g_free (place->context);
  g_free (place->key);
  g_clear_pointer (&place->ref, sb_ref_unref);
}

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->folded);
  g_free (name->name);
}

SbPlaceFinder *
sb_place_finder_new (SbLanguage language,
                     SbRegionShapes *shapes)
{
  SbPlaceFinder *self = g_new0 (SbPlaceFinder, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = language;
  self->shapes = shapes != NULL ? sb_region_shapes_ref (shapes) : NULL;
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->places, clear_place);
  g_array_set_clear_func (self->names, clear_name);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->own_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

SbPlaceFinder *
sb_place_finder_ref (SbPlaceFinder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_place_finder_unref (SbPlaceFinder *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->shapes, sb_region_shapes_unref);
  g_array_unref (self->names);
  g_array_unref (self->places);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->own_names);
  g_free (self);
}

/* The name, and each of its words: "cercle de Nioro" is found by "nioro". */
static void
add_name (SbPlaceFinder *self,
          guint place,
          const char *text,
          gboolean is_own)
{
  g_autofree char *folded = text != NULL ? sb_fold (text) : NULL;
  guint word = 0;

  if (folded == NULL || *folded == '\0')
    return;

  for (const char *start = folded; start != NULL; word++)
    {
      Name name = { .place = place, .is_own = is_own, .word = (guint8) MIN (word, 255) };

      name.folded = g_strdup (start);
      name.name = g_strdup (text);
      g_array_append_val (self->names, name);
      start = strchr (start, ' ');
      start = start != NULL ? start + 1 : NULL;
    }
}

static double
get_reach (int kind)
{
  switch (kind)
    {
    case SB_PLACE_KIND_COUNTRY:
      return REACH_COUNTRY;

    case SB_PLACE_KIND_REGION:
    case SB_PLACE_KIND_AREA:
    case SB_PLACE_KIND_RIVER:
      return REACH_REGION;

    case SB_PLACE_KIND_DISTRICT:
    case SB_PLACE_KIND_LAKE:
    case SB_PLACE_KIND_FOREST:
      return REACH_DISTRICT;

    case SB_PLACE_KIND_TOWN:
      return REACH_TOWN;

    case -1:
      return REACH_POSITION;

    default:
      return REACH_VILLAGE;
    }
}

SbBounds
sb_place_get_bounds (SbPosition position,
                     int kind)
{
  double reach = get_reach (kind);

  return (SbBounds) { position.longitude - reach, position.latitude - reach, position.longitude + reach,
                      position.latitude + reach };
}

/* The shape of a region, so that all of it is seen and no more. */
static SbBounds
find_bounds (SbPlaceFinder *self,
             const char *key,
             SbPlaceKind kind,
             SbPosition position)
{
  const SbRegionShape *shape = NULL;
  SbPosition north_west;
  SbPosition south_east;

  if (self->shapes != NULL && key != NULL && (kind == SB_PLACE_KIND_COUNTRY || kind == SB_PLACE_KIND_REGION))
    shape = sb_region_shapes_find (self->shapes, key);
  if (shape == NULL)
    return sb_place_get_bounds (position, (int) kind);

  north_west = sb_mercator_unproject ((SbPoint) { shape->box.x, shape->box.y });
  south_east = sb_mercator_unproject ((SbPoint) { shape->box.x + shape->box.width, shape->box.y + shape->box.height });
  return (SbBounds) { north_west.longitude, south_east.latitude, south_east.longitude, north_west.latitude };
}

static gint64
get_weight (SbPlaceKind kind,
            gint64 population)
{
  if (kind == SB_PLACE_KIND_COUNTRY)
    return population + 100000000;

  /* "Kayes" alone is the town; the region is called by its kind. */
  return kind == SB_PLACE_KIND_REGION ? population : population + 2000;
}

void
sb_place_finder_add_record (SbPlaceFinder *self,
                            SbRecord *place)
{
  SbPosition position = { sb_record_get_real (place, SB_PLACE_LONGITUDE, NAN), sb_record_get_real (place, SB_PLACE_LATITUDE, NAN) };
  SbRef *parent = sb_record_get_ref (place, SB_PLACE_PARENT);
  Place added = { 0 };

  g_return_if_fail (self != NULL && !self->is_finished);

  if (!sb_position_is_valid (position))
    return;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    added.names[language] = g_strdup (sb_record_get_words (place, SB_PLACE_NAME, language));
  added.context = parent != NULL ? g_strdup (sb_ref_get_name (parent, self->language)) : NULL;
  added.key = g_strdup (sb_record_get_text (place, SB_PLACE_KEY));
  added.kind = (SbPlaceKind) sb_record_get_term (place, SB_PLACE_KIND, SB_PLACE_KIND_TOWN);
  added.position = position;
  added.bounds = find_bounds (self, added.key, added.kind, position);
  /* What the analyst has a record of is meant more often than what is merely there. */
  added.weight = get_weight (added.kind, sb_record_get_integer (place, SB_PLACE_POPULATION, 0)) + 50000;
  added.ref = sb_record_dup_ref (place);
  g_array_append_val (self->places, added);
  if (added.key != NULL)
    g_hash_table_insert (self->keys, g_strdup (added.key), GUINT_TO_POINTER (self->places->len));

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      if (language > 0 && g_str_equal (added.names[language], added.names[0]))
        continue;
      add_name (self, self->places->len - 1, added.names[language], TRUE);
      g_hash_table_insert (self->own_names, sb_fold (added.names[language]), GUINT_TO_POINTER (self->places->len));
    }
  for (guint i = 0; i < sb_record_get_n_items (place, SB_PLACE_NAMES); i++)
    add_name (self, self->places->len - 1, sb_record_get_text (sb_record_get_item (place, SB_PLACE_NAMES, i), SB_PLACE_NAME_NAME), FALSE);
  add_name (self, self->places->len - 1, sb_record_get_text (place, SB_PLACE_PCODE), FALSE);
}

/* The place of a record that says the same, plus one; 0 for none. */
static guint
find_known (SbPlaceFinder *self,
            const SbGazetteerPlace *place)
{
  guint same = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, place->key));

  if (same > 0)
    return same;

  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *folded = sb_fold (place->names[language]);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->own_names, folded));
      const Place *known = found > 0 ? &g_array_index (self->places, Place, found - 1) : NULL;

      if (known != NULL && (known->kind == SB_PLACE_KIND_REGION) == (place->kind == SB_PLACE_KIND_REGION) &&
          sb_position_get_distance_km (known->position, place->position) < SAME_PLACE_KM)
        return found;
    }

  return 0;
}

static void
add_pcodes (SbPlaceFinder *self,
            guint index,
            const SbGazetteerPlace *place)
{
  for (guint i = 0; place->pcodes[i] != NULL; i++)
    add_name (self, index, place->pcodes[i], FALSE);
}

void
sb_place_finder_add_gazetteer (SbPlaceFinder *self,
                               SbGazetteer *gazetteer)
{
  static const gint64 seats[] = { 0, 4000000, 400000, 40000, 4000 };
  guint n_places = gazetteer != NULL ? sb_gazetteer_get_n_places (gazetteer) : 0;

  g_return_if_fail (self != NULL && !self->is_finished);

  for (guint i = 0; i < n_places; i++)
    {
      const SbGazetteerPlace *place = sb_gazetteer_get_place (gazetteer, i);
      const SbGazetteerPlace *parent = place->parent != NULL ? sb_gazetteer_find_key (gazetteer, place->parent) : NULL;
      guint known = find_known (self, place);
      Place added = { .kind = place->kind, .position = place->position };

      /* A record seldom has the p-code that the gazetteer knows. */
      if (known > 0)
        {
          add_pcodes (self, known - 1, place);
          continue;
        }

      for (guint language = 0; language < SB_N_LANGUAGES; language++)
        added.names[language] = g_strdup (place->names[language]);
      added.bounds = find_bounds (self, place->key, place->kind, place->position);
      added.context = parent != NULL ? g_strdup (parent->names[self->language]) : NULL;
      added.weight = get_weight (place->kind, place->population) + seats[MIN (place->seat, SB_SEAT_COMMUNE)];
      g_array_append_val (self->places, added);
      for (guint language = 0; language < SB_N_LANGUAGES; language++)
        if (language == 0 || !g_str_equal (place->names[language], place->names[0]))
          add_name (self, self->places->len - 1, place->names[language], TRUE);
      for (guint j = 0; place->other_names[j] != NULL; j++)
        add_name (self, self->places->len - 1, place->other_names[j], FALSE);
      add_pcodes (self, self->places->len - 1, place);
    }
}

void
sb_place_finder_add_named (SbPlaceFinder *self,
                           const SbNamedPlace *place)
{
  Place added = { 0 };
  const char *any;

  g_return_if_fail (self != NULL && !self->is_finished);
  g_return_if_fail (place != NULL);

  any = place->names[self->language];
  for (SbLanguage language = 0; any == NULL && language < SB_N_LANGUAGES; language++)
    any = place->names[language];
  g_return_if_fail (any != NULL);

  added.context = g_strdup (place->context);
  added.kind = place->kind;
  added.position = place->position;
  added.bounds = find_bounds (self, NULL, place->kind, place->position);
  added.weight = get_weight (place->kind, place->population);
  added.tag = place->tag;
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    added.names[language] = g_strdup (place->names[language] != NULL ? place->names[language] : any);
  g_array_append_val (self->places, added);

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if (language == 0 || !g_str_equal (added.names[language], added.names[0]))
      add_name (self, self->places->len - 1, added.names[language], TRUE);
  for (guint i = 0; place->other_names != NULL && place->other_names[i] != NULL; i++)
    add_name (self, self->places->len - 1, place->other_names[i], FALSE);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Name *) a)->folded, ((const Name *) b)->folded);
}

void
sb_place_finder_finish (SbPlaceFinder *self)
{
  g_return_if_fail (self != NULL);

  g_array_sort (self->names, compare_names);
  self->is_finished = TRUE;
}

/* The first name that is not before @folded. */
static guint
find_first (SbPlaceFinder *self,
            const char *folded)
{
  guint low = 0, high = self->names->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_array_index (self->names, Name, middle).folded, folded) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A name with how well it fits. */
typedef struct
{
  const Name *name;
  gint64 score;
} Hit;

static gint64
get_score (SbPlaceFinder *self,
           const Name *name,
           gsize length)
{
  gint64 score = g_array_index (self->places, Place, name->place).weight;

  /* Weights are below 10¹⁰: each of these goes before all weight. */
  if (name->folded[length] == '\0' && name->word == 0)
    score += G_GINT64_CONSTANT (8000000000000);
  if (name->word == 0)
    score += G_GINT64_CONSTANT (2000000000000);
  /* "Kayes" typed whole is the town of that name before what was once called so. */
  if (name->is_own)
    score += G_GINT64_CONSTANT (1000000000000);
  return score;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *left = a, *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;

  return (left->name->place > right->name->place) - (left->name->place < right->name->place);
}

/* The best @limit of all names that begin with @folded, each place once. */
static GArray *
collect (SbPlaceFinder *self,
         const char *folded,
         guint limit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  gsize length = strlen (folded);
  guint first = find_first (self, folded);

  for (guint i = first; i < self->names->len && i - first < MAX_LOOKED_AT; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      Hit hit = { name, 0 };
      gpointer known;

      if (strncmp (name->folded, folded, length) != 0)
        break;

      hit.score = get_score (self, name, length);
      known = g_hash_table_lookup (seen, GUINT_TO_POINTER (name->place + 1));
      if (known == NULL)
        {
          g_array_append_val (hits, hit);
          g_hash_table_insert (seen, GUINT_TO_POINTER (name->place + 1), GUINT_TO_POINTER (hits->len));
        }
      else if (g_array_index (hits, Hit, GPOINTER_TO_UINT (known) - 1).score < hit.score)
        g_array_index (hits, Hit, GPOINTER_TO_UINT (known) - 1) = hit;
    }

  g_array_sort (hits, compare_hits);
  if (hits->len > limit)
    g_array_set_size (hits, limit);
  return hits;
}

GArray *
sb_place_finder_find (SbPlaceFinder *self,
                      const char *text,
                      guint limit)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SbFoundPlace));
  g_autofree char *folded = NULL;
  g_autoptr (GArray) hits = NULL;

  g_return_val_if_fail (self != NULL && self->is_finished, found);
  g_return_val_if_fail (text != NULL, found);

  folded = sb_fold (text);
  if (*folded == '\0')
    return found;

  hits = collect (self, folded, limit);
  for (guint i = 0; i < hits->len; i++)
    {
      const Name *name = g_array_index (hits, Hit, i).name;
      const Place *place = &g_array_index (self->places, Place, name->place);
      SbFoundPlace one = { place->names[self->language], NULL, place->context, place->kind, place->position, place->bounds, place->ref, place->tag };

      if (!g_str_equal (name->name, one.name))
        one.matched = name->name;
      g_array_append_val (found, one);
    }

  return found;
}
