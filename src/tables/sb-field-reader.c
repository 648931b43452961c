/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-field-reader.h"

#include "sb-table-error.h"
#include "sb-table-shape.h"

gboolean
_sb_field_reader_init (SbFieldReader *self,
                       SbTable *table,
                       SbTableSubject subject,
                       SbImportSpec *spec,
                       GError **error)
{
  self->table = sb_table_ref (table);
  self->spec = spec != NULL ? sb_import_spec_ref (spec) : NULL;
  return sb_table_map_columns (table, subject, spec, &self->map, error);
}

void
_sb_field_reader_clear (SbFieldReader *self)
{
  g_clear_pointer (&self->table, sb_table_unref);
  g_clear_pointer (&self->spec, sb_import_spec_unref);
}

gboolean
_sb_field_reader_has (const SbFieldReader *self,
                      SbTableField field)
{
  return sb_field_map_has (&self->map, field);
}

gboolean
_sb_field_reader_require (const SbFieldReader *self,
                          SbTableField field,
                          const char *name,
                          GError **error)
{
  if (_sb_field_reader_has (self, field) || self->map.n_columns == 0)
    return TRUE;

  g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS, name);
  return FALSE;
}

const SbTableRow *
_sb_field_reader_next (SbFieldReader *self)
{
  const SbTableRow *row = sb_table_next (self->table);

  if (row != NULL)
    sb_field_map_update (&self->map, self->table);
  return row;
}

const char *
_sb_field_reader_get (const SbFieldReader *self,
                      const SbTableRow *row,
                      SbTableField field)
{
  const char *cell = sb_field_map_get (&self->map, row, field);

  if (cell == NULL && self->spec != NULL)
    cell = sb_import_spec_get_default (self->spec, field);
  return cell;
}

const char *
_sb_field_reader_get_date_format (const SbFieldReader *self)
{
  return self->spec != NULL ? sb_import_spec_get_date_format (self->spec) : NULL;
}

const char *
_sb_field_reader_get_column (const SbFieldReader *self,
                             SbTableField field)
{
  guint n_columns;
  const char *const *columns = sb_table_get_columns (self->table, &n_columns);

  return _sb_field_reader_has (self, field) ? columns[self->map.columns[field][0].column] : NULL;
}
