/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-table-field.h"

G_BEGIN_DECLS

/**
 * SbImportSpec:
 *
 * How a table is to be read, saved so that the next file of its kind is read
 * alike: docs/import-specification.md. Immutable, reference counted, safe between
 * threads.
 */
typedef struct _SbImportSpec SbImportSpec;

#define SB_TYPE_IMPORT_SPEC (sb_import_spec_get_type ())

GType sb_import_spec_get_type (void);

/* Reads JSON. NULL with %SB_TABLE_ERROR_SPECIFICATION, whose message names the
 * member that is wrong. */
SbImportSpec *sb_import_spec_new (GBytes *bytes,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What an import of @table would do by itself, as a specification to begin
 * with. */
SbImportSpec *sb_import_spec_new_for_table (SbTable *table,
                                            SbTableSubject subject) G_GNUC_WARN_UNUSED_RESULT;

/* What a person says of a table; filled by name, everything borrowed. */
typedef struct
{
  SbTableSubject subject;
  gboolean has_no_header;
  const char *columns[SB_N_TABLE_FIELDS]; /* (nullable) each: the column of the field */
  const char *date_format; /* (nullable) in letters of strftime, a valid one */
  const char *source; /* (nullable) */
} SbImportSpecEdit;

/* @self as @edit has it: these columns and no others are used, and what @edit does
 * not speak of (grade, separator, defaults) stays. */
SbImportSpec *sb_import_spec_new_edited (const SbImportSpec *self,
                                         const SbImportSpecEdit *edit) G_GNUC_WARN_UNUSED_RESULT;

SbImportSpec *sb_import_spec_ref (SbImportSpec *self);
void sb_import_spec_unref (SbImportSpec *self);

/* As JSON, indented. */
char *sb_import_spec_to_json (const SbImportSpec *self) G_GNUC_WARN_UNUSED_RESULT;

/* What the rows are about. */
SbTableSubject sb_import_spec_get_subject (const SbImportSpec *self);
/* Its name: "events". Static. */
const char *sb_import_spec_get_subject_name (const SbImportSpec *self);
/* How to open the file. */
const SbTableOptions *sb_import_spec_get_options (const SbImportSpec *self);
/* The column of @field; (nullable). */
const char *sb_import_spec_get_column (const SbImportSpec *self,
                                       SbTableField field);
/* What @field is where a row has nothing; (nullable). */
const char *sb_import_spec_get_default (const SbImportSpec *self,
                                        SbTableField field);
/* How days are written, in letters of strftime; (nullable). */
const char *sb_import_spec_get_date_format (const SbImportSpec *self);
/* Who publishes the table; (nullable). */
const char *sb_import_spec_get_source (const SbImportSpec *self);
/* The grade of what is taken, "B2", "F6"; (nullable). */
const char *sb_import_spec_get_grade (const SbImportSpec *self);

/* Whether a file has all events of its source in the period and the countries
 * that it covers, so that one which is not in it was taken back. */
gboolean sb_import_spec_is_complete (const SbImportSpec *self);

/* Whether no column is used but those that it names; otherwise what columns are
 * called counts as well. */
gboolean sb_import_spec_is_exact (const SbImportSpec *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbImportSpec, sb_import_spec_unref)

G_END_DECLS
