/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-event.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-field-reader.h"
#include "sb-table-country.h"
#include "sb-table-date.h"
#include "sb-table-error.h"
#include "sb-table-number.h"

/* How many rows are looked at to find out whether the day or the month comes
 * first. */
#define N_ORDER_ROWS 2000

struct _SbEventReader
{
  SbFieldReader fields;
  SbTableDateOrder order;
  gboolean has_fips; /* GDELT: the codes of countries are of FIPS 10-4 */
};

/* What UCDP counts, as ACLED calls it. */
static const struct
{
  const char *type;
  const char *subtype;
} violence[] = {
  { NULL, NULL },
  { "Battles", "Armed clash" },
  { "Battles", "Armed clash" },
  { "Violence against civilians", "Attack" },
};

static void
find_order (SbEventReader *self)
{
  const SbTableRow *row;

  for (guint i = 0; i < N_ORDER_ROWS && (row = _sb_field_reader_next (&self->fields)) != NULL; i++)
    {
      int told = sb_table_date_tell_order (sb_field_map_get (&self->fields.map, row, SB_TABLE_FIELD_DATE));

      if (told == 0)
        continue;
      self->order = told > 0 ? SB_TABLE_DATE_DAY_FIRST : SB_TABLE_DATE_MONTH_FIRST;
      break;
    }

  sb_table_rewind (self->fields.table);
}

static gboolean
has_fips_codes (SbEventReader *self)
{
  const char *column = _sb_field_reader_get_column (&self->fields, SB_TABLE_FIELD_COUNTRY_CODE);

  return column != NULL && g_ascii_strcasecmp (column, "ActionGeo_CountryCode") == 0;
}

SbEventReader *
sb_event_reader_new (SbTable *table,
                     SbImportSpec *spec,
                     GError **error)
{
  g_autoptr (SbEventReader) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (SbEventReader, 1);
  if (!_sb_field_reader_init (&self->fields, table, SB_TABLE_EVENTS, spec, error))
    return NULL;

  /* A list of what was taken back has keys alone. */
  if (!_sb_field_reader_has (&self->fields, SB_TABLE_FIELD_DATE) && !_sb_field_reader_has (&self->fields, SB_TABLE_FIELD_YEAR) &&
      !_sb_field_reader_has (&self->fields, SB_TABLE_FIELD_DELETED) &&
      (spec == NULL || sb_import_spec_get_default (spec, SB_TABLE_FIELD_DATE) == NULL))
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS, "date");
      return NULL;
    }

  self->has_fips = has_fips_codes (self);
  find_order (self);
  return g_steal_pointer (&self);
}

void
sb_event_reader_free (SbEventReader *self)
{
  g_return_if_fail (self != NULL);

  _sb_field_reader_clear (&self->fields);
  g_free (self);
}

static gboolean
parse_day (SbEventReader *self,
           const char *cell,
           int *first,
           int *last)
{
  const char *format = _sb_field_reader_get_date_format (&self->fields);

  if (format == NULL)
    return sb_table_date_parse (cell, self->order, first, last);

  if (!sb_table_date_parse_format (cell, format, first))
    return FALSE;

  *last = *first;
  return TRUE;
}

static const char *
read_date (SbEventReader *self,
           const SbTableRow *row,
           SbTableEvent *event)
{
  const char *date = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_DATE);
  const char *end = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_DATE_END);
  int end_first;
  int end_last;
  gint64 precision;

  if (date == NULL)
    date = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_YEAR);
  if (date == NULL)
    return N_ ("There is no date.");
  if (!parse_day (self, date, &event->first_day, &event->last_day))
    return N_ ("The date cannot be read.");

  /* An end before the beginning is a slip of the source, and says nothing. */
  if (end != NULL && parse_day (self, end, &end_first, &end_last) && end_last > event->last_day)
    event->last_day = end_last;
  if (sb_table_count_parse (_sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_DATE_PRECISION), &precision) && precision < 10)
    event->date_precision = (guint) precision;
  return NULL;
}

static const char *
read_position (SbEventReader *self,
               const SbTableRow *row,
               SbTableEvent *event)
{
  const char *latitude = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_LATITUDE);
  const char *longitude = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_LONGITUDE);
  gint64 precision;

  if (sb_table_count_parse (_sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_PLACE_PRECISION), &precision) && precision < 10)
    event->place_precision = (guint) precision;

  if (latitude == NULL && longitude == NULL)
    {
      event->has_position =
        sb_table_point_parse (_sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_POINT), &event->latitude, &event->longitude);
      return NULL;
    }

  if (!sb_table_degrees_parse (latitude, 90, &event->latitude))
    return N_ ("The latitude is none.");
  if (!sb_table_degrees_parse (longitude, 180, &event->longitude))
    return N_ ("The longitude is none.");

  event->has_position = TRUE;
  return NULL;
}

static const char *
read_count (SbEventReader *self,
            const SbTableRow *row,
            SbTableField field,
            gint64 *count)
{
  const char *cell = _sb_field_reader_get (&self->fields, row, field);

  *count = -1;
  /* "-1", "n/a" and the like are how some say that it is not known. */
  if (cell == NULL || g_ascii_strcasecmp (cell, "n/a") == 0 || g_ascii_strcasecmp (cell, "na") == 0 ||
      g_ascii_strcasecmp (cell, "null") == 0 || g_str_equal (cell, "-") || g_str_equal (cell, "-1") ||
      g_str_equal (cell, "?"))
    return NULL;

  return sb_table_count_parse (cell, count) ? NULL : N_ ("The number of deaths cannot be read.");
}

static const char *
read_fatalities (SbEventReader *self,
                 const SbTableRow *row,
                 SbTableEvent *event)
{
  const char *reason = read_count (self, row, SB_TABLE_FIELD_FATALITIES, &event->fatalities);

  if (reason == NULL)
    reason = read_count (self, row, SB_TABLE_FIELD_FATALITIES_LOW, &event->fatalities_low);
  if (reason == NULL)
    reason = read_count (self, row, SB_TABLE_FIELD_FATALITIES_HIGH, &event->fatalities_high);
  if (reason != NULL)
    return reason;

  if (event->fatalities_low >= 0 && event->fatalities_high >= 0 && event->fatalities_high < event->fatalities_low)
    return N_ ("The lowest number of deaths is above the highest.");

  return NULL;
}

static void
read_texts (SbEventReader *self,
            const SbTableRow *row,
            SbTableEvent *event)
{
  static const struct
  {
    SbTableField field;
    gsize offset;
  } texts[] = {
    { SB_TABLE_FIELD_ID, G_STRUCT_OFFSET (SbTableEvent, id) },
    { SB_TABLE_FIELD_COUNTRY, G_STRUCT_OFFSET (SbTableEvent, country) },
    { SB_TABLE_FIELD_COUNTRY_CODE, G_STRUCT_OFFSET (SbTableEvent, country_code) },
    { SB_TABLE_FIELD_ADMIN1, G_STRUCT_OFFSET (SbTableEvent, admin1) },
    { SB_TABLE_FIELD_ADMIN2, G_STRUCT_OFFSET (SbTableEvent, admin2) },
    { SB_TABLE_FIELD_ADMIN3, G_STRUCT_OFFSET (SbTableEvent, admin3) },
    { SB_TABLE_FIELD_LOCATION, G_STRUCT_OFFSET (SbTableEvent, location) },
    { SB_TABLE_FIELD_TYPE, G_STRUCT_OFFSET (SbTableEvent, type) },
    { SB_TABLE_FIELD_SUBTYPE, G_STRUCT_OFFSET (SbTableEvent, subtype) },
    { SB_TABLE_FIELD_ACTOR1, G_STRUCT_OFFSET (SbTableEvent, actor1) },
    { SB_TABLE_FIELD_ASSOCIATES1, G_STRUCT_OFFSET (SbTableEvent, associates1) },
    { SB_TABLE_FIELD_INTER1, G_STRUCT_OFFSET (SbTableEvent, inter1) },
    { SB_TABLE_FIELD_ACTOR2, G_STRUCT_OFFSET (SbTableEvent, actor2) },
    { SB_TABLE_FIELD_ASSOCIATES2, G_STRUCT_OFFSET (SbTableEvent, associates2) },
    { SB_TABLE_FIELD_INTER2, G_STRUCT_OFFSET (SbTableEvent, inter2) },
    { SB_TABLE_FIELD_TARGETING, G_STRUCT_OFFSET (SbTableEvent, targeting) },
    { SB_TABLE_FIELD_TITLE, G_STRUCT_OFFSET (SbTableEvent, title) },
    { SB_TABLE_FIELD_NOTES, G_STRUCT_OFFSET (SbTableEvent, notes) },
    { SB_TABLE_FIELD_SOURCE, G_STRUCT_OFFSET (SbTableEvent, source) },
    { SB_TABLE_FIELD_TAGS, G_STRUCT_OFFSET (SbTableEvent, tags) },
    { SB_TABLE_FIELD_URL, G_STRUCT_OFFSET (SbTableEvent, url) },
  };
  gint64 kind;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (const char *, event, texts[i].offset) = _sb_field_reader_get (&self->fields, row, texts[i].field);

  if (self->has_fips)
    {
      const SbTableCountry *country = sb_table_country_find_fips (event->country_code);

      event->country_code = country != NULL ? country->alpha2 : NULL;
      event->country = country != NULL ? country->name : event->country;
    }

  if (event->type == NULL && sb_table_count_parse (_sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_VIOLENCE), &kind) && kind >= 1 &&
      kind < (gint64) G_N_ELEMENTS (violence))
    {
      event->type = violence[kind].type;
      event->subtype = violence[kind].subtype;
    }
}

static const char *
read_row (SbEventReader *self,
          const SbTableRow *row,
          SbTableEvent *event)
{
  const char *deleted;
  const char *reason;
  double seconds;

  if (row->fault != NULL)
    return row->fault;

  read_texts (self, row, event);
  deleted = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_DELETED);
  if (deleted != NULL && event->id != NULL)
    {
      event->deleted = sb_table_number_parse (deleted, FALSE, &seconds) && seconds > 0 && seconds < 1e11 ? (gint64) seconds : 1;
      return NULL;
    }

  reason = read_date (self, row, event);
  if (reason == NULL)
    reason = read_position (self, row, event);
  if (reason == NULL)
    reason = read_fatalities (self, row, event);
  return reason;
}

gboolean
sb_event_reader_next (SbEventReader *self,
                      SbTableEvent *event,
                      const char **reason)
{
  const SbTableRow *row;

  g_return_val_if_fail (self != NULL && event != NULL && reason != NULL, FALSE);

  row = _sb_field_reader_next (&self->fields);
  if (row == NULL)
    return FALSE;

  *event = (SbTableEvent) { .line = row->line, .fatalities = -1, .fatalities_low = -1, .fatalities_high = -1 };
  *reason = read_row (self, row, event);
  return TRUE;
}
