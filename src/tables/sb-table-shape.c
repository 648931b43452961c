/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-shape.h"

#include <string.h>

#include "sb-table-error.h"

/* Of JSON, the columns are those of the first rows. */
#define N_LOOKED_AT 25

static const struct
{
  const char *name;
  SbTableSubject subject;
} shapes[SB_N_TABLE_SHAPES] = {
  [SB_TABLE_SHAPE_UNKNOWN] = { "table", SB_TABLE_EVENTS },
  [SB_TABLE_SHAPE_ACLED] = { "acled", SB_TABLE_EVENTS },
  [SB_TABLE_SHAPE_ACLED_DELETED] = { "acled-deleted", SB_TABLE_EVENTS },
  [SB_TABLE_SHAPE_UCDP] = { "ucdp", SB_TABLE_EVENTS },
  [SB_TABLE_SHAPE_GDELT] = { "gdelt", SB_TABLE_EVENTS },
  [SB_TABLE_SHAPE_EVENTS] = { "events", SB_TABLE_EVENTS },
  [SB_TABLE_SHAPE_RELIEFWEB] = { "reliefweb", SB_TABLE_DOCUMENTS },
  [SB_TABLE_SHAPE_GDACS] = { "gdacs", SB_TABLE_DOCUMENTS },
  [SB_TABLE_SHAPE_DOCUMENTS] = { "documents", SB_TABLE_DOCUMENTS },
  [SB_TABLE_SHAPE_HAPI] = { "hapi", SB_TABLE_FIGURES },
  [SB_TABLE_SHAPE_GEONAMES] = { "geonames", SB_TABLE_PLACES },
  [SB_TABLE_SHAPE_COD] = { "cod-ab", SB_TABLE_PLACES },
  [SB_TABLE_SHAPE_PLACES] = { "places", SB_TABLE_PLACES },
};

/* Columns by which a shape is known: all of them must be there. A name that ends
 * with a point is the beginning of one. */
static const struct
{
  SbTableShape shape;
  const char *columns[3];
} marks[] = {
  { SB_TABLE_SHAPE_ACLED_DELETED, { "event_id_cnty", "deleted_timestamp" } },
  { SB_TABLE_SHAPE_ACLED, { "event_id_cnty", "event_date", "event_type" } },
  { SB_TABLE_SHAPE_UCDP, { "type_of_violence", "side_a", "date_start" } },
  { SB_TABLE_SHAPE_GDELT, { "GLOBALEVENTID", "SQLDATE" } },
  { SB_TABLE_SHAPE_HAPI, { "location_code", "reference_period_start" } },
  { SB_TABLE_SHAPE_HAPI, { "location_code", "risk_class" } },
  { SB_TABLE_SHAPE_RELIEFWEB, { "id", "fields." } },
  { SB_TABLE_SHAPE_GDACS, { "eventtype", "alertlevel" } },
  { SB_TABLE_SHAPE_GEONAMES, { "geonameid", "feature_code", "country_code" } },
};

static gboolean
has_column (const char *const *columns,
            guint n_columns,
            const char *name)
{
  gboolean is_beginning = g_str_has_suffix (name, ".");

  for (guint i = 0; i < n_columns; i++)
    {
      const char *column = columns[i];

      if (g_str_has_prefix (column, "properties."))
        column += strlen ("properties.");
      if (is_beginning ? g_str_has_prefix (column, name) : g_ascii_strcasecmp (column, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_all (const char *const *columns,
         guint n_columns,
         const char *const *names)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks[0].columns) && names[i] != NULL; i++)
    if (!has_column (columns, n_columns, names[i]))
      return FALSE;

  return TRUE;
}

/* Reads the first rows, so that the columns of JSON are known. */
static void
look_ahead (SbTable *table)
{
  for (guint i = 0; i < N_LOOKED_AT && sb_table_next (table) != NULL; i++)
    ;
  sb_table_rewind (table);
}

static gboolean
has_position (const SbFieldMap *map)
{
  return sb_field_map_has (map, SB_TABLE_FIELD_POINT) ||
         (sb_field_map_has (map, SB_TABLE_FIELD_LATITUDE) && sb_field_map_has (map, SB_TABLE_FIELD_LONGITUDE));
}

/* A day, a place, and who did it, to whom, or what in so many words: a table of
 * prices has a day, a place and a type as well. */
static gboolean
is_events (const SbFieldMap *map)
{
  gboolean has_place = has_position (map) || sb_field_map_has (map, SB_TABLE_FIELD_LOCATION) ||
                       sb_field_map_has (map, SB_TABLE_FIELD_ADMIN1);
  gboolean has_words = sb_field_map_has (map, SB_TABLE_FIELD_NOTES) || sb_field_map_has (map, SB_TABLE_FIELD_TITLE);
  gboolean has_deed = sb_field_map_has (map, SB_TABLE_FIELD_ACTOR1) || sb_field_map_has (map, SB_TABLE_FIELD_FATALITIES) ||
                      (sb_field_map_has (map, SB_TABLE_FIELD_TYPE) && has_words);

  return sb_field_map_has (map, SB_TABLE_FIELD_DATE) && has_place && has_deed;
}

static SbTableShape
guess_by_fields (SbTable *table)
{
  SbFieldMap events;
  SbFieldMap documents;
  SbFieldMap places;

  sb_field_map_init (&events, SB_TABLE_EVENTS);
  sb_field_map_init (&documents, SB_TABLE_DOCUMENTS);
  sb_field_map_init (&places, SB_TABLE_PLACES);
  sb_field_map_update (&events, table);
  sb_field_map_update (&documents, table);
  sb_field_map_update (&places, table);

  if (sb_field_map_has (&places, SB_TABLE_FIELD_PCODE) && sb_field_map_has (&places, SB_TABLE_FIELD_TITLE) &&
      !is_events (&events))
    return SB_TABLE_SHAPE_COD;
  if (is_events (&events))
    return SB_TABLE_SHAPE_EVENTS;
  if (sb_field_map_has (&documents, SB_TABLE_FIELD_TITLE) && !has_position (&places) &&
      (sb_field_map_has (&documents, SB_TABLE_FIELD_URL) || sb_field_map_has (&documents, SB_TABLE_FIELD_TEXT)))
    return SB_TABLE_SHAPE_DOCUMENTS;
  if (sb_field_map_has (&places, SB_TABLE_FIELD_TITLE) && has_position (&places))
    return SB_TABLE_SHAPE_PLACES;

  return SB_TABLE_SHAPE_UNKNOWN;
}

SbTableShape
sb_table_guess_shape (SbTable *table)
{
  const char *const *columns;
  guint n_columns;

  g_return_val_if_fail (table != NULL, SB_TABLE_SHAPE_UNKNOWN);

  look_ahead (table);
  columns = sb_table_get_columns (table, &n_columns);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (has_all (columns, n_columns, marks[i].columns))
      return marks[i].shape;

  return guess_by_fields (table);
}

SbTableSubject
sb_table_shape_get_subject (SbTableShape shape)
{
  g_return_val_if_fail ((guint) shape < SB_N_TABLE_SHAPES, SB_TABLE_EVENTS);

  return shapes[shape].subject;
}

const char *
sb_table_shape_get_name (SbTableShape shape)
{
  g_return_val_if_fail ((guint) shape < SB_N_TABLE_SHAPES, "table");

  return shapes[shape].name;
}

static int
find_column (SbTable *table,
             const char *name)
{
  guint n_columns;
  const char *const *columns = sb_table_get_columns (table, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i], name))
      return (int) i;
  for (guint i = 0; i < n_columns; i++)
    if (g_ascii_strcasecmp (columns[i], name) == 0)
      return (int) i;

  return -1;
}

static gboolean
map_by_spec (SbTable *table,
             SbImportSpec *spec,
             SbFieldMap *map,
             GError **error)
{
  for (guint i = 0; i < SB_N_TABLE_FIELDS; i++)
    {
      const char *name = sb_import_spec_get_column (spec, (SbTableField) i);
      int column = name != NULL ? find_column (table, name) : -1;

      if (name != NULL && column < 0)
        {
          g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS, "%s", name);
          return FALSE;
        }
      if (name != NULL)
        sb_field_map_set (map, (SbTableField) i, (guint) column);
    }

  return TRUE;
}

gboolean
sb_table_map_columns (SbTable *table,
                      SbTableSubject subject,
                      SbImportSpec *spec,
                      SbFieldMap *map,
                      GError **error)
{
  g_return_val_if_fail (table != NULL && map != NULL, FALSE);

  look_ahead (table);
  sb_field_map_init (map, subject);
  map->is_exact = spec != NULL && sb_import_spec_is_exact (spec);
  sb_field_map_update (map, table);
  return spec == NULL || map_by_spec (table, spec, map, error);
}
