/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-place.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-table-error.h"
#include "sb-table-number.h"

struct _SbPlaceReader
{
  SbTable *table; /* (owned) */
  SbImportSpec *spec; /* (owned) (nullable) */
  SbFieldMap map;
};

static const char *
get (SbPlaceReader *self,
     const SbTableRow *row,
     SbTableField field)
{
  const char *cell = sb_field_map_get (&self->map, row, field);

  if (cell == NULL && self->spec != NULL)
    cell = sb_import_spec_get_default (self->spec, field);
  return cell;
}

SbPlaceReader *
sb_place_reader_new (SbTable *table,
                     SbImportSpec *spec,
                     GError **error)
{
  g_autoptr (SbPlaceReader) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (SbPlaceReader, 1);
  self->table = sb_table_ref (table);
  self->spec = spec != NULL ? sb_import_spec_ref (spec) : NULL;
  if (!sb_table_map_columns (table, SB_TABLE_PLACES, spec, &self->map, error))
    return NULL;

  if (!sb_field_map_has (&self->map, SB_TABLE_FIELD_TITLE) && self->map.n_columns > 0)
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS, "name");
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
sb_place_reader_free (SbPlaceReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->table, sb_table_unref);
  g_clear_pointer (&self->spec, sb_import_spec_unref);
  g_free (self);
}

/* The level of the area whose p-code it is: the digit in the name of its column,
 * "ADM2_PCODE". */
static guint
get_level (SbPlaceReader *self)
{
  guint n_columns;
  const char *const *columns = sb_table_get_columns (self->table, &n_columns);
  const char *digit;

  if (!sb_field_map_has (&self->map, SB_TABLE_FIELD_PCODE))
    return 0;

  digit = strpbrk (columns[self->map.columns[SB_TABLE_FIELD_PCODE][0].column], "1234");
  return digit != NULL ? (guint) (*digit - '0') : 0;
}

static const char *
read_position (SbPlaceReader *self,
               const SbTableRow *row,
               SbTablePlace *place)
{
  const char *latitude = get (self, row, SB_TABLE_FIELD_LATITUDE);
  const char *longitude = get (self, row, SB_TABLE_FIELD_LONGITUDE);

  if (latitude == NULL && longitude == NULL)
    {
      place->has_position =
        sb_table_point_parse (get (self, row, SB_TABLE_FIELD_POINT), &place->latitude, &place->longitude);
      return NULL;
    }

  if (!sb_table_degrees_parse (latitude, 90, &place->latitude))
    return N_ ("The latitude is none.");
  if (!sb_table_degrees_parse (longitude, 180, &place->longitude))
    return N_ ("The longitude is none.");

  place->has_position = TRUE;
  return NULL;
}

gboolean
sb_place_reader_next (SbPlaceReader *self,
                      SbTablePlace *place,
                      const char **reason)
{
  const SbTableRow *row;

  g_return_val_if_fail (self != NULL && place != NULL && reason != NULL, FALSE);

  row = sb_table_next (self->table);
  if (row == NULL)
    return FALSE;

  sb_field_map_update (&self->map, self->table);
  *place = (SbTablePlace) { .line = row->line, .population = -1, .level = get_level (self) };
  *reason = row->fault;
  if (row->fault != NULL)
    return TRUE;

  place->id = get (self, row, SB_TABLE_FIELD_ID);
  place->name = get (self, row, SB_TABLE_FIELD_TITLE);
  place->name_fr = get (self, row, SB_TABLE_FIELD_NAME_FR);
  place->other_names = get (self, row, SB_TABLE_FIELD_OTHER_NAMES);
  place->pcode = get (self, row, SB_TABLE_FIELD_PCODE);
  place->country = get (self, row, SB_TABLE_FIELD_COUNTRY);
  place->country_code = get (self, row, SB_TABLE_FIELD_COUNTRY_CODE);
  place->admin1 = get (self, row, SB_TABLE_FIELD_ADMIN1);
  place->admin2 = get (self, row, SB_TABLE_FIELD_ADMIN2);
  place->kind = get (self, row, SB_TABLE_FIELD_KIND);
  place->notes = get (self, row, SB_TABLE_FIELD_NOTES);
  if (!sb_table_count_parse (get (self, row, SB_TABLE_FIELD_POPULATION), &place->population))
    place->population = -1;
  *reason = place->name == NULL ? N_ ("There is no name.") : read_position (self, row, place);
  return TRUE;
}
