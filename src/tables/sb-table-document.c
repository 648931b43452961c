/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-document.h"

#include <glib/gi18n.h>

#include "sb-field-reader.h"
#include "sb-table-date.h"

struct _SbTableDocumentReader
{
  SbFieldReader fields;
};

SbTableDocumentReader *
sb_table_document_reader_new (SbTable *table,
                              SbImportSpec *spec,
                              GError **error)
{
  g_autoptr (SbTableDocumentReader) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (SbTableDocumentReader, 1);
  if (!_sb_field_reader_init (&self->fields, table, SB_TABLE_DOCUMENTS, spec, error) ||
      !_sb_field_reader_require (&self->fields, SB_TABLE_FIELD_TITLE, "title", error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sb_table_document_reader_free (SbTableDocumentReader *self)
{
  g_return_if_fail (self != NULL);

  _sb_field_reader_clear (&self->fields);
  g_free (self);
}

static gboolean
parse_day (SbTableDocumentReader *self,
           const char *text,
           int *day)
{
  const char *format = _sb_field_reader_get_date_format (&self->fields);
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

  row = _sb_field_reader_next (&self->fields);
  if (row == NULL)
    return FALSE;

  *document = (SbTableDocument) { .line = row->line };
  *reason = row->fault;
  if (row->fault != NULL)
    return TRUE;

  document->id = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_ID);
  document->title = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_TITLE);
  document->url = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_URL);
  document->source = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_SOURCE);
  document->country = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_COUNTRY);
  document->language = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_LANGUAGE);
  document->text = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_TEXT);
  document->files = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_FILES);
  date = _sb_field_reader_get (&self->fields, row, SB_TABLE_FIELD_DATE);
  document->has_day = date != NULL && parse_day (self, date, &document->day);
  if (document->title == NULL)
    *reason = N_ ("There is no title.");
  return TRUE;
}
