/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-gazetteer.h"
#include "sb-geo-error.h"
#include "sb-geo-resources.h"
#include "sb-text.h"

#include <stdlib.h>
#include <string.h>

#define RESOURCE_PATH "/org/example/SahelBrief/geo/gazetteer.tsv"

/* A full GeoNames dump has 12 million lines; this is for what ships. */
#define MAX_PLACES 500000
#define MAX_BYTES  (64 * 1024 * 1024)

typedef enum
{
  COLUMN_KEY,
  COLUMN_KIND,
  COLUMN_COUNTRY,
  COLUMN_PARENT,
  COLUMN_LATITUDE,
  COLUMN_LONGITUDE,
  COLUMN_PRECISION,
  COLUMN_POPULATION,
  COLUMN_SEAT,
  COLUMN_GEONAMES,
  COLUMN_FR,
  COLUMN_EN,
  COLUMN_OTHER_NAMES,
  COLUMN_PCODES,
  N_COLUMNS,
} Column;

struct _SbGazetteer
{
  gatomicrefcount ref_count;
  char *text; /* (owned): the file, cut into strings in place */
  GArray *places; /* (owned) (element-type SbGazetteerPlace) */
  GPtrArray *name_lists; /* (owned) (element-type GStrv): the arrays alone */
  GHashTable *keys; /* (owned): key to place, borrowed */
  GHashTable *pcodes; /* (owned): p-code to place, borrowed */
  GHashTable *names; /* (owned) (nullable): folded name to GPtrArray; made
                         * by the first search, see ensure_names() */
  gsize names_made;
};

G_DEFINE_BOXED_TYPE (SbGazetteer, sb_gazetteer, sb_gazetteer_ref, sb_gazetteer_unref)

/* Cuts @text at @separator into at most @max parts. */
static guint
cut (char *text,
     char separator,
     char **parts,
     guint max)
{
  guint n = 0;

  while (n < max)
    {
      char *end = strchr (text, separator);

      parts[n++] = text;
      if (end == NULL)
        break;
      *end = '\0';
      text = end + 1;
    }

  return n;
}

static const char *const *
cut_names (SbGazetteer *self,
           char *text)
{
  guint n = 1;
  char **names;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '|';
  names = g_new0 (char *, n + 1);
  if (*text != '\0')
    cut (text, '|', names, n);
  g_ptr_array_add (self->name_lists, names);

  return (const char *const *) names;
}

static gboolean
read_degrees (const char *text,
              double *degrees)
{
  char *end;

  *degrees = g_ascii_strtod (text, &end);

  return end != text && *end == '\0';
}

static gboolean
read_place (SbGazetteer *self,
            char **columns,
            SbGazetteerPlace *place)
{
  const SbTerm *kind = sb_vocabulary_find_name (&sb_place_kind_vocabulary, columns[COLUMN_KIND]);
  const SbTerm *precision = sb_vocabulary_find_name (&sb_place_precision_vocabulary, columns[COLUMN_PRECISION]);

  if (kind == NULL || precision == NULL || !read_degrees (columns[COLUMN_LATITUDE], &place->position.latitude) ||
      !read_degrees (columns[COLUMN_LONGITUDE], &place->position.longitude))
    return FALSE;

  place->key = columns[COLUMN_KEY];
  place->kind = kind->value;
  place->country = columns[COLUMN_COUNTRY];
  place->parent = columns[COLUMN_PARENT][0] != '\0' ? columns[COLUMN_PARENT] : NULL;
  place->precision = precision->value;
  place->population = strtoul (columns[COLUMN_POPULATION], NULL, 10);
  place->seat = MIN (strtoul (columns[COLUMN_SEAT], NULL, 10), SB_SEAT_COMMUNE);
  place->geonames = strtoul (columns[COLUMN_GEONAMES], NULL, 10);
  place->names[SB_LANGUAGE_FR] = columns[COLUMN_FR];
  place->names[SB_LANGUAGE_EN] = columns[COLUMN_EN];
  place->other_names = cut_names (self, columns[COLUMN_OTHER_NAMES]);
  place->pcodes = cut_names (self, columns[COLUMN_PCODES]);

  return sb_position_is_valid (place->position) && place->key[0] != '\0' && place->names[SB_LANGUAGE_FR][0] != '\0' &&
         place->names[SB_LANGUAGE_EN][0] != '\0';
}

/* The first line names the columns. */
static gboolean
read_lines (SbGazetteer *self,
            GError **error)
{
  char *line = strchr (self->text, '\n');

  for (guint number = 2; line != NULL && line[1] != '\0'; number++)
    {
      char *columns[N_COLUMNS];
      SbGazetteerPlace place = { 0 };
      char *next = strchr (line + 1, '\n');

      if (next != NULL)
        *next = '\0';
      if (self->places->len == MAX_PLACES || cut (line + 1, '\t', columns, N_COLUMNS) != N_COLUMNS ||
          !read_place (self, columns, &place))
        {
          g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The gazetteer is damaged at line %u", number);
          return FALSE;
        }
      g_array_append_val (self->places, place);
      line = next;
    }

  if (self->places->len == 0)
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The gazetteer holds no place");
      return FALSE;
    }

  return TRUE;
}

SbGazetteer *
sb_gazetteer_new_from_bytes (GBytes *bytes,
                             GError **error)
{
  g_autoptr (SbGazetteer) self = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > MAX_BYTES || !g_utf8_validate_len (data != NULL ? data : "", length, NULL))
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The gazetteer is not text");
      return NULL;
    }

  self = g_new0 (SbGazetteer, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strndup (data != NULL ? data : "", length);
  self->places = g_array_new (FALSE, FALSE, sizeof (SbGazetteerPlace));
  self->name_lists = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->pcodes = g_hash_table_new (g_str_hash, g_str_equal);
  if (!read_lines (self, error))
    return NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      SbGazetteerPlace *place = &g_array_index (self->places, SbGazetteerPlace, i);

      if (!g_hash_table_insert (self->keys, (char *) place->key, place))
        {
          g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The gazetteer has two places with the key %s",
                       place->key);
          return NULL;
        }
      for (guint j = 0; place->pcodes[j] != NULL; j++)
        if (!g_hash_table_insert (self->pcodes, (char *) place->pcodes[j], place))
          {
            g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The gazetteer has two places with the p-code %s",
                         place->pcodes[j]);
            return NULL;
          }
    }

  return g_steal_pointer (&self);
}

SbGazetteer *
sb_gazetteer_new (GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (sb_geo_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  return sb_gazetteer_new_from_bytes (bytes, error);
}

SbGazetteer *
sb_gazetteer_ref (SbGazetteer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_gazetteer_unref (SbGazetteer *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->pcodes, g_hash_table_unref);
  g_clear_pointer (&self->name_lists, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->text);
  g_free (self);
}

guint
sb_gazetteer_get_n_places (SbGazetteer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places->len;
}

const SbGazetteerPlace *
sb_gazetteer_get_place (SbGazetteer *self,
                        guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->places->len, NULL);

  return &g_array_index (self->places, SbGazetteerPlace, index);
}

const SbGazetteerPlace *
sb_gazetteer_find_key (SbGazetteer *self,
                       const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->keys, key);
}

const char *
sb_gazetteer_place_get_pcode (const SbGazetteerPlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  return place->pcodes[0] != NULL && place->pcodes[1] == NULL ? place->pcodes[0] : NULL;
}

const SbGazetteerPlace *
sb_gazetteer_find_pcode (SbGazetteer *self,
                         const char *pcode)
{
  g_autofree char *upper = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (pcode != NULL, NULL);

  upper = g_ascii_strup (pcode, -1);

  return g_hash_table_lookup (self->pcodes, upper);
}

static void
add_name (GHashTable *names,
          const char *name,
          const SbGazetteerPlace *place)
{
  g_autofree char *folded = sb_fold (name);
  GPtrArray *places = g_hash_table_lookup (names, folded);

  if (*folded == '\0')
    return;
  if (places == NULL)
    {
      places = g_ptr_array_new ();
      g_hash_table_insert (names, g_steal_pointer (&folded), places);
    }
  if (!g_ptr_array_find (places, place, NULL))
    g_ptr_array_add (places, (gpointer) place);
}

/* Folding all names takes some milliseconds: only those who search pay. */
static GHashTable *
ensure_names (SbGazetteer *self)
{
  if (g_once_init_enter (&self->names_made))
    {
      self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      for (guint i = 0; i < self->places->len; i++)
        {
          const SbGazetteerPlace *place = &g_array_index (self->places, SbGazetteerPlace, i);

          for (guint language = 0; language < SB_N_LANGUAGES; language++)
            add_name (self->names, place->names[language], place);
          for (guint j = 0; place->other_names[j] != NULL; j++)
            add_name (self->names, place->other_names[j], place);
        }
      g_once_init_leave (&self->names_made, 1);
    }

  return self->names;
}

/* Whether @folded is a name of its own and not merely another one. */
static gboolean
is_own_name (const SbGazetteerPlace *place,
             const char *folded)
{
  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *name = sb_fold (place->names[language]);

      if (g_str_equal (name, folded))
        return TRUE;
    }

  return FALSE;
}

/* Seats count for more than size: the larger, the more often it is meant. */
static gint64
get_weight (const SbGazetteerPlace *place,
            const char *folded)
{
  static const gint64 seats[] = { 0, 4000000, 400000, 40000, 4000 };
  gint64 weight = place->population + seats[place->seat];

  if (place->kind == SB_PLACE_KIND_COUNTRY)
    weight += 100000000;
  /* "Kayes" alone is the town; the region is called by its kind. */
  else if (place->kind != SB_PLACE_KIND_REGION)
    weight += 2000;

  return weight + (is_own_name (place, folded) ? 1000000000 : 0);
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer folded)
{
  gint64 left = get_weight (*(const SbGazetteerPlace *const *) a, folded);
  gint64 right = get_weight (*(const SbGazetteerPlace *const *) b, folded);

  return left > right ? -1 : left < right;
}

GPtrArray *
sb_gazetteer_find_name (SbGazetteer *self,
                        const char *name)
{
  GPtrArray *result = g_ptr_array_new ();
  g_autofree char *folded = NULL;
  GPtrArray *places;

  g_return_val_if_fail (self != NULL, result);
  g_return_val_if_fail (name != NULL, result);

  folded = sb_fold (name);
  places = g_hash_table_lookup (ensure_names (self), folded);
  if (places != NULL)
    {
      g_ptr_array_extend (result, places, NULL, NULL);
      g_ptr_array_sort_with_data (result, compare_weights, folded);
    }

  return result;
}

static gboolean
is_settlement (const SbGazetteerPlace *place)
{
  switch (place->kind)
    {
    case SB_PLACE_KIND_TOWN:
    case SB_PLACE_KIND_VILLAGE:
    case SB_PLACE_KIND_BORDER_POST:
    case SB_PLACE_KIND_CAMP:
      return TRUE;
    default:
      return FALSE;
    }
}

const SbGazetteerPlace *
sb_gazetteer_find_nearest (SbGazetteer *self,
                           SbPosition position,
                           double max_km)
{
  const SbGazetteerPlace *nearest = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const SbGazetteerPlace *place = &g_array_index (self->places, SbGazetteerPlace, i);
      double km;

      if (!is_settlement (place))
        continue;
      km = sb_position_get_distance_km (position, place->position);
      if (km <= max_km)
        {
          max_km = km;
          nearest = place;
        }
    }

  return nearest;
}
