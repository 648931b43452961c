/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-import-spec.h"

G_BEGIN_DECLS

/* What the cells of a column are that are not empty. */
typedef enum
{
  SB_CELL_KIND_NONE, /* all are empty */
  SB_CELL_KIND_NUMBER,
  SB_CELL_KIND_DATE,
  SB_CELL_KIND_TEXT, /* anything, also when they differ in kind */
} SbCellKind;

/* One column as somebody who is to say what it holds sees it. */
typedef struct
{
  SbCellKind kind;
  char *name; /* (owned) as the file calls it */
  char *examples; /* (owned) a few of its cells in one line; "" when all are empty */
} SbTableSampleColumn;

/**
 * SbTableSample:
 *
 * The beginning of a table, and what an import would make of it. Filled by name by
 * sb_table_sample_new(), then left alone; owned by one.
 */
typedef struct
{
  SbImportSpec *spec; /* (owned) how it was read */
  GPtrArray *columns; /* (owned) (element-type SbTableSampleColumn) */
  guint n_rows; /* looked at */
  guint n_usable; /* of them */
  gboolean is_whole; /* there are no more rows */
  guint refused_line; /* the first row that cannot be used; 0 when all can */
  const char *reason; /* (nullable) why: static, in English, translatable */
  GError *error; /* (owned) (nullable) why none can: a column that is needed is not named */
} SbTableSample;

#define SB_TYPE_TABLE_SAMPLE (sb_table_sample_get_type ())

GType sb_table_sample_get_type (void);

/* Reads the beginning of a file as @spec says, or without one (NULL) as an import
 * would by itself. NULL with an SB_TABLE_ERROR when the file is no table. Takes its
 * time, as the file is opened whole: never on the main loop. */
SbTableSample *sb_table_sample_new (GBytes *bytes,
                                    SbImportSpec *spec,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbTableSample *sb_table_sample_copy (const SbTableSample *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_table_sample_free (SbTableSample *self);

/* What the columns are called, or where no line names them what kind of cells they
 * have, in one word that is the same for the next file of the kind: hexadecimal
 * digits. */
char *sb_table_sample_make_key (const SbTableSample *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTableSample, sb_table_sample_free)

G_END_DECLS
