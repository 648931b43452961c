/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-import-spec.h"
#include "sb-table-field.h"

G_BEGIN_DECLS

/**
 * SbFieldReader:
 *
 * What the readers of events, documents and places share: the rows of a table by
 * what they say, under an import specification. A plain struct inside the reader
 * that has it.
 */
typedef struct
{
  SbTable *table; /* (owned) */
  SbImportSpec *spec; /* (owned) (nullable) */
  SbFieldMap map;
} SbFieldReader;

/* @spec: (nullable). Fails with %SB_TABLE_ERROR_COLUMNS when it names a column that
 * is not there; to be cleared then as well. */
gboolean _sb_field_reader_init (SbFieldReader *self,
                                SbTable *table,
                                SbTableSubject subject,
                                SbImportSpec *spec,
                                GError **error);
void _sb_field_reader_clear (SbFieldReader *self);

/* Whether a column tells @field. */
gboolean _sb_field_reader_has (const SbFieldReader *self,
                               SbTableField field);

/* FALSE with %SB_TABLE_ERROR_COLUMNS and @name when no column tells @field. A table
 * without a column, the answer of a service that has nothing, lacks none. */
gboolean _sb_field_reader_require (const SbFieldReader *self,
                                   SbTableField field,
                                   const char *name,
                                   GError **error);

/* The next row, with the columns that came with it; NULL after the last. Borrowed
 * until the next call. */
const SbTableRow *_sb_field_reader_next (SbFieldReader *self);

/* What @row says of @field, or else what the specification does; NULL for nothing.
 * Borrowed. */
const char *_sb_field_reader_get (const SbFieldReader *self,
                                  const SbTableRow *row,
                                  SbTableField field);

/* How the specification says that days are written; NULL when it does not. */
const char *_sb_field_reader_get_date_format (const SbFieldReader *self);

/* The column that tells @field surest, as it is called; NULL when none does. */
const char *_sb_field_reader_get_column (const SbFieldReader *self,
                                         SbTableField field);

G_END_DECLS
