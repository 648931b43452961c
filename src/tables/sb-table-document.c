/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-document.h"

#include <glib/gi18n.h>

#include "sb-table-date.h"
#include "sb-table-error.h"

struct _SbTableDocumentReader
{
  SbTable *table; /* (owned) */
  SbImportSpec *spec; /* (owned) (nullable) */
  SbFieldMap map;
};

static const char *
get (SbTableDocumentReader *self,
     const SbTableRow *row,
     SbTableField field)
{
  const char *cell = sb_field_map_get (&self->map, row, field);

  if (cell == NULL && self->spec != NULL)
    cell = sb_import_spec_get_default (self->spec, field);
  return cell;
}

SbTableDocumentReader *
sb_table_document_reader_new (SbTable *table,
                              SbImportSpec *spec,
                              GError **error)
{
  g_autoptr (SbTableDocumentReader) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (SbTableDocumentReader, 1);
  self->table = sb_table_ref (table);
  self->spec = spec != NULL ? sb_import_spec_ref (spec) : NULL;
  if (!sb_table_map_columns (table, SB_TABLE_DOCUMENTS, spec, &self->map, error))
    return NULL;

  /* An answer without records has no columns, and is no error. */
  if (!sb_field_map_has (&self->map, SB_TABLE_FIELD_TITLE) && self->map.n_columns > 0)
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS, "title");
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
sb_table_document_reader_free (SbTableDocumentReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->table, sb_table_unref);
  g_clear_pointer (&self->spec, sb_import_spec_unref);
  g_free (self);
}

static gboolean
parse_day (SbTableDocumentReader *self,
           const char *text,
           int *day)
{
  const char *format = self->spec != NULL ? sb_import_spec_get_date_format (self->spec) : NULL;
  int last;

  if (format != NULL)
    return sb_table_date_parse_format (text, format, day);

  return sb_table_date_parse (text, SB_TABLE_DATE_DAY_FIRST, day, &last);
}

gboolean
sb_table_document_reader_next (SbTableDocumentReader *self,
                               SbTableDocument *document,
                               const char **reason)
{
  const SbTableRow *row;
  const char *date;

  g_return_val_if_fail (self != NULL && document != NULL && reason != NULL, FALSE);

  row = sb_table_next (self->table);
  if (row == NULL)
    return FALSE;

  sb_field_map_update (&self->map, self->table);
  *document = (SbTableDocument) { .line = row->line };
  *reason = row->fault;
  if (row->fault != NULL)
    return TRUE;

  document->id = get (self, row, SB_TABLE_FIELD_ID);
  document->title = get (self, row, SB_TABLE_FIELD_TITLE);
  document->url = get (self, row, SB_TABLE_FIELD_URL);
  document->source = get (self, row, SB_TABLE_FIELD_SOURCE);
  document->country = get (self, row, SB_TABLE_FIELD_COUNTRY);
  document->language = get (self, row, SB_TABLE_FIELD_LANGUAGE);
  document->text = get (self, row, SB_TABLE_FIELD_TEXT);
  date = get (self, row, SB_TABLE_FIELD_DATE);
  document->has_day = date != NULL && parse_day (self, date, &document->day);
  if (document->title == NULL)
    *reason = N_ ("There is no title.");
  return TRUE;
}
