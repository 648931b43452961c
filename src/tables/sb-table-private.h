/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-delimited.h"
#include "sb-json-reader.h"
#include "sb-table.h"

G_BEGIN_DECLS

/* The most columns that rows of JSON or XML may make together. */
#define SB_TABLE_MAX_COLUMNS 2000

/* Columns that are found while rows are read, and the row that is being made. */
typedef struct
{
  GPtrArray *names; /* (owned) (element-type utf8) */
  GHashTable *indexes; /* (owned) name to index + 1 */
  GPtrArray *cells; /* (owned) (element-type GString) by column, reused */
  GArray *is_set; /* (owned) (element-type gboolean) by column */
  GPtrArray *pointers; /* (owned) (element-type utf8) the row */
} SbFlatRow;

/* A point, or the middle of what is larger. */
typedef struct
{
  guint n_points;
  double west;
  double east;
  double south;
  double north;
} SbTableExtent;

struct _SbTable
{
  gatomicrefcount ref_count;
  SbTableFormat format;
  GBytes *bytes; /* (owned) UTF-8 without a byte order mark */
  const char *text;
  gsize length;
  const char *layout; /* (nullable) static */
  SbTableRow row;

  /* Separated cells. */
  SbDelimited delimited;
  SbDelimited first; /* where the rows begin: position and line count */
  GPtrArray *columns; /* (owned) (element-type utf8) */
  GPtrArray *tags; /* (owned) (nullable) (element-type utf8) */

  /* JSON. */
  SbJsonReader json;
  gsize rows_start; /* of the first record */
  guint rows_line;
  gboolean is_single; /* the record is the whole */
  gboolean is_over;
  SbFlatRow flat;
  GString *path; /* (owned) of names */
  SbTableExtent extent;

  /* XML: rows are made when it is opened. */
  GPtrArray *made; /* (owned) (nullable) (element-type GPtrArray) of cells, NULL
                       for nothing */
  GArray *made_lines; /* (owned) (element-type guint) */
  guint next_made;
};

/* sb-table-flat.c */
void _sb_flat_row_init (SbFlatRow *self);
void _sb_flat_row_clear (SbFlatRow *self);
void _sb_flat_row_begin (SbFlatRow *self);
/* Adds @text to the cell of the column @name, "; " between; FALSE when there are
 * too many columns. */
gboolean _sb_flat_row_add (SbFlatRow *self,
                           const char *name,
                           const char *text);
void _sb_flat_row_end (SbFlatRow *self,
                       SbTableRow *row);
void _sb_table_extent_add (SbTableExtent *self,
                           double latitude,
                           double longitude);
/* Gives the row its position, if it has one. */
void _sb_flat_row_add_extent (SbFlatRow *self,
                              const SbTableExtent *extent);

/* sb-table-delimited.c */
gboolean _sb_table_open_delimited (SbTable *self,
                                   const SbTableOptions *options,
                                   GError **error);
/* sb-table-json.c: FALSE without an error when it is JSON of several lines. */
gboolean _sb_table_open_json (SbTable *self,
                              GError **error);
const SbTableRow *_sb_table_next_json (SbTable *self);
const SbTableRow *_sb_table_next_json_line (SbTable *self);
/* sb-table-xml.c */
gboolean _sb_table_open_xml (SbTable *self,
                             GError **error);

G_END_DECLS
