/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-table-intake-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-place.h"
#include "sb-table-country.h"
#include "sb-table-place.h"

/* A town of fewer people is a village. */
#define TOWN_POPULATION 5000

/* Other names of a place that are kept: GeoNames has some places in a hundred
 * scripts. */
#define MAX_OTHER_NAMES 30

/* The feature codes of GeoNames, by how they begin. */
static const struct
{
  const char *code;
  SbPlaceKind kind;
} features[] = {
  { "PPLC", SB_PLACE_KIND_TOWN },
  { "PPLA", SB_PLACE_KIND_TOWN },
  { "PPL", SB_PLACE_KIND_VILLAGE },
  { "ADM1", SB_PLACE_KIND_REGION },
  { "ADM", SB_PLACE_KIND_DISTRICT },
  { "PCL", SB_PLACE_KIND_COUNTRY },
  { "STM", SB_PLACE_KIND_RIVER },
  { "WAD", SB_PLACE_KIND_RIVER },
  { "LK", SB_PLACE_KIND_LAKE },
  { "FRST", SB_PLACE_KIND_FOREST },
  { "AIR", SB_PLACE_KIND_AIRPORT },
  { "PRT", SB_PLACE_KIND_PORT },
  { "CMP", SB_PLACE_KIND_CAMP },
  { "RGN", SB_PLACE_KIND_AREA },
  { "AREA", SB_PLACE_KIND_AREA },
};

static int
find_kind (const SbTablePlace *place)
{
  const SbTerm *term = place->kind != NULL ? sb_vocabulary_find_name (&sb_place_kind_vocabulary, place->kind) : NULL;

  if (place->level == 1)
    return SB_PLACE_KIND_REGION;
  if (place->level > 1)
    return SB_PLACE_KIND_DISTRICT;
  if (term != NULL)
    return term->value;

  for (guint i = 0; place->kind != NULL && i < G_N_ELEMENTS (features); i++)
    if (g_str_has_prefix (place->kind, features[i].code))
      return features[i].kind == SB_PLACE_KIND_VILLAGE && place->population >= TOWN_POPULATION ? (int) SB_PLACE_KIND_TOWN
                                                                                               : (int) features[i].kind;

  return SB_PLACE_KIND_SITE;
}

static gboolean
is_geonames (SbIntake *self)
{
  return self->request->shape == SB_TABLE_SHAPE_GEONAMES;
}

static char *
make_uuid (SbIntake *self,
           const SbTablePlace *place)
{
  g_autofree char *key = NULL;

  if (is_geonames (self) && place->id != NULL)
    return _sb_intake_make_uuid ("geonames", place->id);
  if (place->pcode != NULL)
    return _sb_intake_make_uuid ("pcode", place->pcode);

  key = g_strdup_printf ("%s|%.3f|%.3f", place->name, place->latitude, place->longitude);
  return _sb_intake_make_uuid ("place", key);
}

static void
add_other_names (SbRecordBuilder *builder,
                 const SbTablePlace *place)
{
  g_auto (GStrv) names = place->other_names != NULL ? g_strsplit_set (place->other_names, ",;|", MAX_OTHER_NAMES + 1) : NULL;

  sb_record_builder_clear (builder, SB_PLACE_NAMES);
  for (guint i = 0; names != NULL && names[i] != NULL && i < MAX_OTHER_NAMES; i++)
    {
      SbRecordBuilder *item;

      g_strstrip (names[i]);
      if (*names[i] == '\0' || g_str_equal (names[i], place->name))
        continue;
      item = sb_record_builder_new (&sb_place_name_schema);
      sb_record_builder_set_text (item, SB_PLACE_NAME_NAME, names[i]);
      sb_record_builder_take_item (builder, SB_PLACE_NAMES, sb_record_builder_end (item));
    }
}

static void
fill_in (SbIntake *self,
         SbRecordBuilder *builder,
         const SbTablePlace *place)
{
  const SbTableCountry *country = sb_table_country_find (place->country_code);
  g_autofree char *note = place->notes != NULL ? g_strchomp (g_strdup (place->notes)) : NULL;
  g_autoptr (SbRef) parent = NULL;
  int kind = find_kind (place);

  if (country == NULL)
    country = sb_table_country_find (place->country);
  sb_record_builder_set_words (builder, SB_PLACE_NAME, place->name_fr, place->name);
  sb_record_builder_set_term (builder, SB_PLACE_KIND, kind);
  sb_record_builder_set_text (builder, SB_PLACE_COUNTRY, country != NULL ? country->alpha2 : NULL);
  if (place->has_position)
    {
      sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, place->latitude);
      sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, place->longitude);
      sb_record_builder_set_term (builder, SB_PLACE_PRECISION, place->level > 0 ? SB_PLACE_PRECISION_REGION : SB_PLACE_PRECISION_EXACT);
    }
  if (place->population > 0)
    sb_record_builder_set_integer (builder, SB_PLACE_POPULATION, place->population);
  if (place->pcode != NULL)
    sb_record_builder_set_text (builder, SB_PLACE_PCODE, place->pcode);
  if (is_geonames (self) && place->id != NULL)
    sb_record_builder_set_integer (builder, SB_PLACE_GEONAMES, g_ascii_strtoll (place->id, NULL, 10));
  if (place->level != 1 && place->admin1 != NULL)
    parent = _sb_place_book_find_area (self->places, place->admin1, country != NULL ? country->alpha2 : NULL, self->changes);
  if (parent != NULL)
    sb_record_builder_set_ref (builder, SB_PLACE_PARENT, parent);
  if (note != NULL)
    sb_record_builder_set_words (builder, SB_PLACE_NOTE, NULL, note);
  add_other_names (builder, place);
}

/* The place that is there already, whatever it was called by: of its number or its
 * p-code, or a region of its name. FALSE on an error. */
static gboolean
find_stored (SbIntake *self,
             const SbTablePlace *place,
             const char *uuid,
             SbRecord **stored,
             GError **error)
{
  const SbTableCountry *country = sb_table_country_find (place->country_code);
  gint64 number = is_geonames (self) && place->id != NULL ? g_ascii_strtoll (place->id, NULL, 10) : 0;
  g_autoptr (SbRef) ref = _sb_place_book_find_code (self->places, number, place->pcode, self->changes);
  g_autoptr (GError) failure = NULL;

  if (ref == NULL && place->level == 1)
    ref = _sb_place_book_find_area (self->places, place->name, country != NULL ? country->alpha2 : NULL, self->changes);
  /* What is still on its way cannot be read. */
  if (ref != NULL && sb_ref_get_id (ref) == 0 && !_sb_intake_flush (self, TRUE, error))
    return FALSE;

  *stored = sb_store_get_by_uuid (self->store, SB_KIND_PLACE, ref != NULL ? sb_ref_get_uuid (ref) : uuid, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A place that came from elsewhere is left as it is, but for what it lacks. */
static void
complete (SbRecordBuilder *builder,
          SbRecord *stored,
          const SbTablePlace *place,
          gint64 number)
{
  if (place->pcode != NULL && !sb_record_has (stored, SB_PLACE_PCODE))
    sb_record_builder_set_text (builder, SB_PLACE_PCODE, place->pcode);
  if (number > 0 && !sb_record_has (stored, SB_PLACE_GEONAMES))
    sb_record_builder_set_integer (builder, SB_PLACE_GEONAMES, number);
  if (place->population > 0 && !sb_record_has (stored, SB_PLACE_POPULATION))
    sb_record_builder_set_integer (builder, SB_PLACE_POPULATION, place->population);
  if (place->has_position && !sb_record_has (stored, SB_PLACE_LATITUDE))
    {
      sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, place->latitude);
      sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, place->longitude);
    }
}

static gboolean
take_place (SbIntake *self,
            const SbTablePlace *place,
            GError **error)
{
  g_autofree char *uuid = make_uuid (self, place);
  gint64 number = is_geonames (self) && place->id != NULL ? g_ascii_strtoll (place->id, NULL, 10) : 0;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) record = NULL;

  if (!g_hash_table_add (self->seen, g_strdup (uuid)))
    {
      _sb_intake_reject (self, place->line, N_ ("The same place stands in the file before."));
      return TRUE;
    }
  if (!find_stored (self, place, uuid, &stored, error))
    return FALSE;

  builder = stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_place_schema);
  if (stored != NULL && !g_str_equal (sb_record_get_uuid (stored), uuid))
    {
      complete (builder, stored, place, number);
    }
  else
    {
      sb_record_builder_set_uuid (builder, uuid);
      fill_in (self, builder, place);
    }
  record = sb_record_builder_end (g_steal_pointer (&builder));
  if (_sb_intake_put (self, record, stored) && stored == NULL)
    _sb_place_book_add (self->places, record);
  return TRUE;
}

gboolean
_sb_intake_places (SbIntake *self,
                   GError **error)
{
  g_autoptr (SbPlaceReader) reader = sb_place_reader_new (self->request->table, self->request->spec, error);
  SbTablePlace place;
  const char *reason;

  if (reader == NULL)
    return FALSE;

  while (sb_place_reader_next (reader, &place, &reason))
    {
      if (reason != NULL)
        _sb_intake_reject (self, place.line, reason);
      else if (!take_place (self, &place, error))
        return FALSE;
      if (!_sb_intake_flush (self, FALSE, error))
        return FALSE;
    }

  return TRUE;
}
