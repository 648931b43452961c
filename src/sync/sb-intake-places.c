/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-table-intake-private.h"

#include <math.h>
#include <string.h>

#include "sb-place.h"
#include "sb-table-country.h"
#include "sb-text.h"

/* How far apart two places of one name may lie and be the same, in kilometres; for
 * areas, whose position is that of their middle, more. */
#define SAME_TOWN_KM 30
#define SAME_AREA_KM 250

/* A place that the catalogue has or that was made on the way. */
typedef struct
{
  SbRef *ref; /* (owned) */
  char *country; /* (owned) (nullable) */
  int kind; /* SbPlaceKind, -1 for none */
  gboolean has_position;
  SbPosition position;
} Entry;

struct _SbPlaceBook
{
  SbGazetteer *gazetteer; /* (owned) */
  GPtrArray *entries; /* (owned) (element-type Entry) */
  GHashTable *names; /* (owned) folded names to GPtrArray of Entry */
  GHashTable *keys; /* (owned) keys of the gazetteer, p-codes and numbers of
                       GeoNames to Entry */
};

/* Codes of several kinds in one table. */
#define PCODE_PREFIX    "pcode:"
#define GEONAMES_PREFIX "geonames:"
#define UUID_PREFIX     "uuid:"

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  sb_ref_unref (entry->ref);
  g_free (entry->country);
  g_free (entry);
}

void
_sb_place_book_free (SbPlaceBook *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->gazetteer, sb_gazetteer_unref);
  g_free (self);
}

static void
add_name (SbPlaceBook *self,
          const char *name,
          Entry *entry)
{
  g_autofree char *folded = name != NULL ? sb_fold (name) : NULL;
  GPtrArray *entries;

  if (folded == NULL || *folded == '\0')
    return;

  entries = g_hash_table_lookup (self->names, folded);
  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (self->names, g_steal_pointer (&folded), entries);
    }
  if (!g_ptr_array_find (entries, entry, NULL))
    g_ptr_array_add (entries, entry);
}

static void
add_key (SbPlaceBook *self,
         const char *prefix,
         const char *code,
         Entry *entry)
{
  g_autofree char *key = code != NULL ? g_strconcat (prefix, code, NULL) : NULL;

  if (key != NULL && !g_hash_table_contains (self->keys, key))
    g_hash_table_insert (self->keys, g_steal_pointer (&key), entry);
}

static Entry *
add_record (SbPlaceBook *self,
            SbRecord *place)
{
  Entry *entry = g_new0 (Entry, 1);
  const char *key = sb_record_get_text (place, SB_PLACE_KEY);

  entry->ref = sb_record_dup_ref (place);
  entry->country = g_strdup (sb_record_get_text (place, SB_PLACE_COUNTRY));
  entry->kind = sb_record_get_term (place, SB_PLACE_KIND, -1);
  entry->has_position = sb_record_has (place, SB_PLACE_LATITUDE) && sb_record_has (place, SB_PLACE_LONGITUDE);
  entry->position.latitude = sb_record_get_real (place, SB_PLACE_LATITUDE, 0);
  entry->position.longitude = sb_record_get_real (place, SB_PLACE_LONGITUDE, 0);
  g_ptr_array_add (self->entries, entry);

  add_name (self, sb_record_get_words (place, SB_PLACE_NAME, SB_LANGUAGE_FR), entry);
  add_name (self, sb_record_get_words (place, SB_PLACE_NAME, SB_LANGUAGE_EN), entry);
  for (guint i = 0; i < sb_record_get_n_items (place, SB_PLACE_NAMES); i++)
    add_name (self, sb_record_get_text (sb_record_get_item (place, SB_PLACE_NAMES, i), SB_PLACE_NAME_NAME), entry);
  add_key (self, "", key, entry);
  add_key (self, UUID_PREFIX, sb_record_get_uuid (place), entry);
  add_key (self, PCODE_PREFIX, sb_record_get_text (place, SB_PLACE_PCODE), entry);
  if (sb_record_has (place, SB_PLACE_GEONAMES))
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_integer (place, SB_PLACE_GEONAMES, 0));

      add_key (self, GEONAMES_PREFIX, number, entry);
    }
  return entry;
}

SbPlaceBook *
_sb_place_book_new (SbStore *store,
                    SbGazetteer *gazetteer,
                    GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_PLACE);
  g_autoptr (GPtrArray) places = sb_store_list (store, query, error);
  SbPlaceBook *self;

  if (places == NULL)
    return NULL;

  self = g_new0 (SbPlaceBook, 1);
  self->gazetteer = sb_gazetteer_ref (gazetteer);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < places->len; i++)
    add_record (self, g_ptr_array_index (places, i));

  return self;
}

static gboolean
is_area (int kind)
{
  return kind == SB_PLACE_KIND_REGION || kind == SB_PLACE_KIND_DISTRICT || kind == SB_PLACE_KIND_AREA ||
         kind == SB_PLACE_KIND_COUNTRY;
}

/* Whether it is an area that is sought must be so of the place as well. Where
 * nothing says how near a place is, the name decides in the end. */
typedef enum
{
  MATCH_KIND,
  MATCH_NAME,
} Match;

/* Whether a place may be the one that is sought: in its country, an area where one
 * is meant, and not too far away. */
static gboolean
may_be (const SbSoughtPlace *sought,
        Match match,
        const char *country,
        int kind,
        gboolean has_position,
        SbPosition position)
{
  gboolean seeks_area = sought->precision >= SB_PLACE_PRECISION_AREA;

  if (sought->country != NULL && country != NULL && !g_str_equal (sought->country, country))
    return FALSE;
  if (is_area (kind) != seeks_area && match == MATCH_KIND)
    return FALSE;
  if (!sought->has_position || !has_position)
    return sought->country != NULL && country != NULL;

  return sb_position_get_distance_km (sought->position, position) <= (is_area (kind) ? SAME_AREA_KM : SAME_TOWN_KM);
}

static double
get_distance (const Entry *entry,
              const SbSoughtPlace *sought)
{
  return entry->has_position && sought->has_position ? sb_position_get_distance_km (sought->position, entry->position)
                                                     : SAME_AREA_KM;
}

/* The nearest; of those that are as near, always the same one. */
static gboolean
is_better (const Entry *entry,
           const Entry *best,
           const SbSoughtPlace *sought)
{
  double km = get_distance (entry, sought);
  double best_km = best != NULL ? get_distance (best, sought) : INFINITY;

  return km < best_km || (km <= best_km && strcmp (sb_ref_get_uuid (entry->ref), sb_ref_get_uuid (best->ref)) < 0);
}

static Entry *
find_entry (SbPlaceBook *self,
            const char *folded,
            const SbSoughtPlace *sought,
            Match match)
{
  GPtrArray *entries = g_hash_table_lookup (self->names, folded);
  Entry *best = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (!may_be (sought, match, entry->country, entry->kind, entry->has_position, entry->position))
        continue;
      if (sought->preferred != NULL && sb_ref_equal (entry->ref, sought->preferred))
        return entry;
      if (is_better (entry, best, sought))
        best = entry;
    }

  return best;
}

/* One that an analyst renamed is still the one that was made of a name. */
static Entry *
find_uuid (SbPlaceBook *self,
           const char *uuid)
{
  g_autofree char *key = g_strconcat (UUID_PREFIX, uuid, NULL);

  return g_hash_table_lookup (self->keys, key);
}

static Entry *
take_from_gazetteer (SbPlaceBook *self,
                     const SbGazetteerPlace *place,
                     SbChangeSet *changes)
{
  Entry *known = g_hash_table_lookup (self->keys, place->key);
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autofree char *uuid = NULL;

  if (known != NULL)
    return known;

  uuid = _sb_intake_make_uuid ("gazetteer", place->key);
  known = find_uuid (self, uuid);
  if (known != NULL)
    return known;

  builder = sb_record_builder_new (&sb_place_schema);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_words (builder, SB_PLACE_NAME, place->names[SB_LANGUAGE_FR], place->names[SB_LANGUAGE_EN]);
  sb_record_builder_set_term (builder, SB_PLACE_KIND, (int) place->kind);
  sb_record_builder_set_text (builder, SB_PLACE_COUNTRY, place->country);
  sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, place->position.latitude);
  sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, place->position.longitude);
  sb_record_builder_set_term (builder, SB_PLACE_PRECISION, (int) place->precision);
  if (place->population > 0)
    sb_record_builder_set_integer (builder, SB_PLACE_POPULATION, place->population);
  if (place->geonames > 0)
    sb_record_builder_set_integer (builder, SB_PLACE_GEONAMES, place->geonames);
  sb_record_builder_set_text (builder, SB_PLACE_KEY, place->key);
  sb_record_builder_set_text (builder, SB_PLACE_PCODE, sb_gazetteer_place_get_pcode (place));
  if (place->parent != NULL)
    {
      const SbGazetteerPlace *parent = sb_gazetteer_find_key (self->gazetteer, place->parent);

      if (parent != NULL)
        sb_record_builder_set_ref (builder, SB_PLACE_PARENT, take_from_gazetteer (self, parent, changes)->ref);
    }
  record = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (changes, record);
  return add_record (self, record);
}

static const SbGazetteerPlace *
find_in_gazetteer (SbPlaceBook *self,
                   const char *name,
                   const SbSoughtPlace *sought,
                   Match match)
{
  g_autoptr (GPtrArray) places = sb_gazetteer_find_name (self->gazetteer, name);

  for (guint i = 0; i < places->len; i++)
    {
      const SbGazetteerPlace *place = g_ptr_array_index (places, i);

      if (may_be (sought, match, place->country, (int) place->kind, TRUE, place->position))
        return place;
    }

  return NULL;
}

/* UCDP says what a place is behind its name: "Diboli town", "Kayes region". */
static char *
strip_kind (const char *name)
{
  static const char *const kinds[] = { " town", " village", " city", " region", " province", " district", " department", " cercle", " commune" };
  char *stripped = g_strstrip (g_strdup (name));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (stripped);

      if (length > strlen (kinds[i]) && g_ascii_strcasecmp (stripped + length - strlen (kinds[i]), kinds[i]) == 0)
        {
          stripped[length - strlen (kinds[i])] = '\0';
          break;
        }
    }

  return stripped;
}

static SbRef *
make_place (SbPlaceBook *self,
            const char *name,
            const SbSoughtPlace *sought,
            SbChangeSet *changes)
{
  gboolean seeks_area = sought->precision >= SB_PLACE_PRECISION_AREA;
  SbRecordBuilder *builder;
  g_autofree char *folded = sb_fold (name);
  g_autofree char *key =
    g_strdup_printf ("%s:%s:%s:%.0f:%.0f", seeks_area ? "area" : "town", sought->country != NULL ? sought->country : "", folded,
                     sought->has_position ? sought->position.latitude * 10 : 9999, sought->position.longitude * 10);
  g_autofree char *uuid = _sb_intake_make_uuid ("place", key);
  Entry *known = find_uuid (self, uuid);
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (SbRef) parent = NULL;

  if (known != NULL)
    return sb_ref_ref (known->ref);

  if (sought->admin1 != NULL && !seeks_area)
    parent = _sb_place_book_find_area (self, sought->admin1, sought->country, changes);
  builder = sb_record_builder_new (&sb_place_schema);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_words (builder, SB_PLACE_NAME, NULL, name);
  sb_record_builder_set_term (builder, SB_PLACE_KIND, seeks_area ? SB_PLACE_KIND_AREA : SB_PLACE_KIND_VILLAGE);
  sb_record_builder_set_text (builder, SB_PLACE_COUNTRY, sought->country);
  sb_record_builder_set_ref (builder, SB_PLACE_PARENT, parent);
  if (sought->has_position)
    {
      sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, sought->position.latitude);
      sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, sought->position.longitude);
      sb_record_builder_set_term (builder, SB_PLACE_PRECISION, (int) sought->precision);
    }
  record = sb_record_builder_end (builder);
  sb_change_set_put (changes, record);
  return sb_ref_ref (add_record (self, record)->ref);
}

static Entry *
find_match (SbPlaceBook *self,
            const char *name,
            const SbSoughtPlace *sought,
            Match match,
            SbChangeSet *changes)
{
  g_autofree char *folded = sb_fold (name);
  Entry *entry = find_entry (self, folded, sought, match);
  const SbGazetteerPlace *place = entry == NULL ? find_in_gazetteer (self, name, sought, match) : NULL;

  if (place == NULL)
    return entry;

  entry = take_from_gazetteer (self, place, changes);
  /* The next time it is found at once. */
  add_name (self, name, entry);
  return entry;
}

static SbRef *
find_known (SbPlaceBook *self,
            const char *name,
            const SbSoughtPlace *sought,
            SbChangeSet *changes)
{
  Entry *entry = find_match (self, name, sought, MATCH_KIND, changes);

  if (entry == NULL && !sought->has_position)
    entry = find_match (self, name, sought, MATCH_NAME, changes);
  return entry != NULL ? sb_ref_ref (entry->ref) : NULL;
}

SbRef *
_sb_place_book_find_area (SbPlaceBook *self,
                          const char *name,
                          const char *country,
                          SbChangeSet *changes)
{
  g_autofree char *stripped = strip_kind (name);
  g_autoptr (GPtrArray) places = sb_gazetteer_find_name (self->gazetteer, stripped);
  g_autofree char *folded = sb_fold (stripped);
  GPtrArray *entries = g_hash_table_lookup (self->names, folded);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (is_area (entry->kind) && (country == NULL || g_strcmp0 (country, entry->country) == 0))
        return sb_ref_ref (entry->ref);
    }

  for (guint i = 0; i < places->len; i++)
    {
      const SbGazetteerPlace *place = g_ptr_array_index (places, i);

      if (is_area ((int) place->kind) && (country == NULL || g_str_equal (country, place->country)))
        return sb_ref_ref (take_from_gazetteer (self, place, changes)->ref);
    }

  return NULL;
}

SbRef *
_sb_place_book_find_code (SbPlaceBook *self,
                          gint64 geonames,
                          const char *pcode,
                          SbChangeSet *changes)
{
  g_autofree char *number = g_strdup_printf (GEONAMES_PREFIX "%" G_GINT64_FORMAT, geonames);
  g_autofree char *code = pcode != NULL ? g_strconcat (PCODE_PREFIX, pcode, NULL) : NULL;
  Entry *entry = geonames > 0 ? g_hash_table_lookup (self->keys, number) : NULL;

  if (entry == NULL && code != NULL)
    entry = g_hash_table_lookup (self->keys, code);
  if (entry == NULL && code != NULL)
    {
      const SbGazetteerPlace *place = sb_gazetteer_find_pcode (self->gazetteer, pcode);

      entry = place != NULL && sb_gazetteer_place_get_pcode (place) != NULL ? take_from_gazetteer (self, place, changes) : NULL;
    }
  return entry != NULL ? sb_ref_ref (entry->ref) : NULL;
}

void
_sb_place_book_add (SbPlaceBook *self,
                    SbRecord *place)
{
  add_record (self, place);
}

SbRef *
_sb_place_book_find (SbPlaceBook *self,
                     const SbSoughtPlace *sought,
                     SbChangeSet *changes)
{
  const char *name = sought->name != NULL ? sought->name : sought->admin2 != NULL ? sought->admin2
                                                                                  : sought->admin1;
  g_autofree char *stripped = NULL;
  SbRef *found;

  if (name == NULL)
    {
      const SbTableCountry *country = sb_table_country_find (sought->country);

      return country != NULL ? _sb_place_book_find_area (self, country->name_fr, country->alpha2, changes) : NULL;
    }

  found = find_known (self, name, sought, changes);
  if (found != NULL)
    return found;

  stripped = strip_kind (name);
  found = g_str_equal (stripped, name) ? NULL : find_known (self, stripped, sought, changes);
  return found != NULL ? found : make_place (self, stripped, sought, changes);
}
