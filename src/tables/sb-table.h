/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  SB_TABLE_FORMAT_DELIMITED, /* CSV, TSV and the like */
  SB_TABLE_FORMAT_JSON, /* an array, or one in an envelope; GeoJSON as well */
  SB_TABLE_FORMAT_JSON_LINES,
  SB_TABLE_FORMAT_KML, /* KMZ as well */
  SB_TABLE_FORMAT_GPX,
  SB_TABLE_FORMAT_RSS, /* the items of RSS: reports of ReliefWeb, alerts of GDACS */
} SbTableFormat;

/* One row, borrowed from its table until the next is read. */
typedef struct
{
  guint line; /* where it begins, from 1; for JSON of its record */
  const char *fault; /* (nullable) why it cannot be used; static, translatable */
  guint n_cells; /* of text it may be fewer or more than there are columns */
  const char *const *cells; /* NULL for what is not there */
} SbTableRow;

/**
 * SbTable:
 *
 * A file of data as columns and rows, whatever it is written in: what has no
 * rows of its own (JSON, KML) is made flat, nested names joined by points and
 * lists by "; ". Rows are read one after the other and not kept, so that memory
 * is that of the file. Owned by one; any thread.
 *
 * The text is UTF-8, UTF-16 or an 8-bit set, which is found out. Of separated
 * cells, the row that names the columns may come behind a title and be followed by
 * one of HXL tags; files that are known to have none (GDELT, GeoNames, some of
 * UCDP) get the names of their columns by what is in them.
 */
typedef struct _SbTable SbTable;

#define SB_TYPE_TABLE (sb_table_get_type ())

GType sb_table_get_type (void);

/* What is known of a file beforehand. Filled by name; 0 is: find out. */
typedef struct
{
  char separator;
  gboolean has_no_header;
} SbTableOptions;

/* Opens a file. @options (nullable). NULL with an SB_TABLE_ERROR. */
SbTable *sb_table_new (GBytes *bytes,
                       const SbTableOptions *options,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbTable *sb_table_ref (SbTable *self);
void sb_table_unref (SbTable *self);

SbTableFormat sb_table_get_format (const SbTable *self);
/* The name of the layout that a file without a header has: "gdelt", "geonames",
 * "ucdp"; (nullable). Static. */
const char *sb_table_get_layout (const SbTable *self);

/* The columns; of JSON those met so far. Borrowed until a row is read. */
const char *const *sb_table_get_columns (const SbTable *self,
                                         guint *n_columns);
/* The HXL tag of a column, "#date+start"; (nullable). */
const char *sb_table_get_tag (const SbTable *self,
                              guint column);

/* The next row; NULL at the end. */
const SbTableRow *sb_table_next (SbTable *self);
/* How much of the file was read, from 0 to 1. */
double sb_table_get_fraction (const SbTable *self);
/* Begins again with the first row. */
void sb_table_rewind (SbTable *self);

/* Whether the bytes are JSON by the letter of RFC 8259; if not, the error says
 * where. */
gboolean sb_json_check (GBytes *bytes,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTable, sb_table_unref)

G_END_DECLS
