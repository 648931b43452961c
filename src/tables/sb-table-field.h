/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-table.h"

G_BEGIN_DECLS

/* What the rows of a table are about. */
typedef enum
{
  SB_TABLE_EVENTS,
  SB_TABLE_DOCUMENTS,
  SB_TABLE_PLACES,
  SB_TABLE_FIGURES,
  SB_N_TABLE_SUBJECTS,
} SbTableSubject;

/* What a column can tell, whatever it is called. Not every subject has all. */
typedef enum
{
  SB_TABLE_FIELD_ID,
  SB_TABLE_FIELD_DATE,
  SB_TABLE_FIELD_DATE_END,
  SB_TABLE_FIELD_DATE_PRECISION,
  SB_TABLE_FIELD_YEAR,
  SB_TABLE_FIELD_COUNTRY,
  SB_TABLE_FIELD_COUNTRY_CODE,
  SB_TABLE_FIELD_ADMIN1,
  SB_TABLE_FIELD_ADMIN2,
  SB_TABLE_FIELD_ADMIN3,
  SB_TABLE_FIELD_LOCATION,
  SB_TABLE_FIELD_LATITUDE,
  SB_TABLE_FIELD_LONGITUDE,
  SB_TABLE_FIELD_POINT,
  SB_TABLE_FIELD_PLACE_PRECISION,
  SB_TABLE_FIELD_TYPE,
  SB_TABLE_FIELD_SUBTYPE,
  SB_TABLE_FIELD_VIOLENCE, /* of UCDP: 1 to 3 */
  SB_TABLE_FIELD_ACTOR1,
  SB_TABLE_FIELD_ASSOCIATES1,
  SB_TABLE_FIELD_INTER1,
  SB_TABLE_FIELD_ACTOR2,
  SB_TABLE_FIELD_ASSOCIATES2,
  SB_TABLE_FIELD_INTER2,
  SB_TABLE_FIELD_TARGETING,
  SB_TABLE_FIELD_FATALITIES,
  SB_TABLE_FIELD_FATALITIES_LOW,
  SB_TABLE_FIELD_FATALITIES_HIGH,
  SB_TABLE_FIELD_NOTES,
  SB_TABLE_FIELD_SOURCE,
  SB_TABLE_FIELD_TAGS,
  SB_TABLE_FIELD_TIMESTAMP,
  SB_TABLE_FIELD_URL,
  SB_TABLE_FIELD_TITLE,
  SB_TABLE_FIELD_TEXT,
  SB_TABLE_FIELD_LANGUAGE,
  SB_TABLE_FIELD_FILES, /* the JSON of sb-table-file.h */
  SB_TABLE_FIELD_NAME_FR,
  SB_TABLE_FIELD_OTHER_NAMES,
  SB_TABLE_FIELD_KIND,
  SB_TABLE_FIELD_POPULATION,
  SB_TABLE_FIELD_PCODE,
  SB_TABLE_FIELD_DELETED, /* when the source took a row back */
  SB_N_TABLE_FIELDS,
} SbTableField;

/* The name of a field in an import specification: "date", "actor1". Static. */
const char *sb_table_field_get_name (SbTableField field);
gboolean sb_table_field_parse (const char *name,
                               SbTableField *field);
/* Whether rows about @subject have it. */
gboolean sb_table_field_is_of (SbTableField field,
                               SbTableSubject subject);

/**
 * SbFieldMap:
 *
 * Which column tells what. Columns may be added while rows are read (JSON). A
 * plain struct; the columns of each field stand in the order in which they are
 * preferred.
 */
#define SB_FIELD_MAP_MAX_COLUMNS 6

typedef struct
{
  SbTableSubject subject;
  gboolean is_exact; /* what columns are called does not count */
  guint n_columns; /* looked at so far */
  struct
  {
    guint column;
    guint rank; /* the smaller, the surer */
  } columns[SB_N_TABLE_FIELDS][SB_FIELD_MAP_MAX_COLUMNS];
  guint n_found[SB_N_TABLE_FIELDS];
} SbFieldMap;

void sb_field_map_init (SbFieldMap *self,
                        SbTableSubject subject);
/* Looks at the columns of @table that are new, by what they are called. */
void sb_field_map_update (SbFieldMap *self,
                          SbTable *table);
/* Says that @column tells @field, and nothing else does. */
void sb_field_map_set (SbFieldMap *self,
                       SbTableField field,
                       guint column);
gboolean sb_field_map_has (const SbFieldMap *self,
                           SbTableField field);

/* What @row says of @field, without the space before it; NULL for nothing but
 * space. Borrowed from the row. */
const char *sb_field_map_get (const SbFieldMap *self,
                              const SbTableRow *row,
                              SbTableField field);

/* How many fields of @subject a header of these cells names. */
guint sb_table_field_count_known (const char *const *cells,
                                  guint n_cells,
                                  SbTableSubject subject);

G_END_DECLS
