/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-place.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-field-reader.h"
#include "sb-table-number.h"

struct _SbPlaceReader
{
  SbFieldReader fields;
};

SbPlaceReader *
sb_place_reader_new (SbTable *table,
                     SbImportSpec *spec,
                     GError **error)
{
  g_autoptr (SbPlaceReader) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (SbPlaceReader, 1);
  if (!_sb_field_reader_init (&self->fields, table, SB_TABLE_PLACES, spec, error) ||
      !_sb_field_reader_require (&self->fields, SB_TABLE_FIELD_TITLE, "name", error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sb_place_reader_free (SbPlaceReader *self)
{
  g_return_if_fail (self != NULL);

  _sb_field_reader_clear (&self->fields);
  g_free (self);
}

/* The level of the area whose p-code it is: the digit in the name of its column,
 * "ADM2_PCODE". */
static guint
get_level (SbPlaceReader *self)
{
  const char *column = _sb_field_reader_get_column (&self->fields, SB_TABLE_FIELD_PCODE);
  const char *digit = column != NULL ? strpbrk (column, "1234") : NULL;

  return digit != NULL ? (guint) (*digit - '0') : 0;
}

static const char *
read_position (SbPlaceReader *self,
               const SbTableRow *row,
               SbTablePlace *place)
{
  const char *latitude = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_LATITUDE);
  const char *longitude = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_LONGITUDE);

  if (latitude == NULL && longitude == NULL)
    {
      place->has_position =
        sb_table_point_parse (_sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_POINT), &place->latitude, &place->longitude);
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

  row = _sb_field_reader_next (&self->fields);
  if (row == NULL)
    return FALSE;

  *place = (SbTablePlace) { .line = row->line, .population = -1, .level = get_level (self) };
  *reason = row->fault;
  if (row->fault != NULL)
    return TRUE;

  place->id = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_ID);
  place->name = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_TITLE);
  place->name_fr = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_NAME_FR);
  place->other_names = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_OTHER_NAMES);
  place->pcode = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_PCODE);
  place->country = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_COUNTRY);
  place->country_code = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_COUNTRY_CODE);
  place->admin1 = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_ADMIN1);
  place->admin2 = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_ADMIN2);
  place->kind = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_KIND);
  place->notes = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_NOTES);
  if (!sb_table_count_parse (_sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_POPULATION), &place->population))
    place->population = -1;
  *reason = place->name == NULL ? N_ ("There is no name.") : read_position (self, row, place);
  return TRUE;
}
