/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-import-spec.h"
#include "sb-table-field.h"

G_BEGIN_DECLS

/* Who made a table, as far as that tells what is in it. */
typedef enum
{
  SB_TABLE_SHAPE_UNKNOWN,
  SB_TABLE_SHAPE_ACLED,
  SB_TABLE_SHAPE_ACLED_DELETED, /* the keys of what ACLED took back */
  SB_TABLE_SHAPE_UCDP,
  SB_TABLE_SHAPE_GDELT,
  SB_TABLE_SHAPE_EVENTS, /* of anybody */
  SB_TABLE_SHAPE_RELIEFWEB,
  SB_TABLE_SHAPE_GDACS,
  SB_TABLE_SHAPE_DOCUMENTS,
  SB_TABLE_SHAPE_HAPI,
  SB_TABLE_SHAPE_GEONAMES,
  SB_TABLE_SHAPE_COD, /* administrative areas with p-codes */
  SB_TABLE_SHAPE_PLACES,
  SB_N_TABLE_SHAPES,
} SbTableShape;

/* What @table is, by its columns and first rows; it begins again with the first
 * row. */
SbTableShape sb_table_guess_shape (SbTable *table);

/* What the rows of a shape are about. */
SbTableSubject sb_table_shape_get_subject (SbTableShape shape);
/* "acled", "ucdp", "events"; "table" for an unknown one. Static. */
const char *sb_table_shape_get_name (SbTableShape shape);

/* Which column of @table tells what, @spec (nullable) before all else. What is in
 * the first rows counts as well, so the table begins again with the first. Fails
 * with %SB_TABLE_ERROR_COLUMNS when @spec names a column that is not there. */
gboolean sb_table_map_columns (SbTable *table,
                               SbTableSubject subject,
                               SbImportSpec *spec,
                               SbFieldMap *map,
                               GError **error);

G_END_DECLS
