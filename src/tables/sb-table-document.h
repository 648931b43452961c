/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-table-shape.h"

G_BEGIN_DECLS

/**
 * SbTableDocument:
 *
 * One text as a service lists it. Borrowed from the row, NULL when there is
 * nothing.
 */
typedef struct
{
  guint line;
  const char *id;
  const char *title;
  const char *url;
  gboolean has_day;
  int day; /* from 1970 */
  const char *source; /* several with "; " */
  const char *country; /* several with "; ", the primary one first */
  const char *language;
  const char *text; /* as its service has it: Markdown, HTML or plain */
  const char *files; /* that are published with it, for sb_table_files_new() */
} SbTableDocument;

/**
 * SbTableDocumentReader:
 *
 * Reads a table as documents. Owned by one.
 */
typedef struct _SbTableDocumentReader SbTableDocumentReader;

/* As sb_event_reader_new(); a title is what cannot be done without. */
SbTableDocumentReader *sb_table_document_reader_new (SbTable *table,
                                                     SbImportSpec *spec,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_table_document_reader_free (SbTableDocumentReader *self);

/* As sb_event_reader_next(). */
gboolean sb_table_document_reader_next (SbTableDocumentReader *self,
                                        SbTableDocument *document,
                                        const char **reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTableDocumentReader, sb_table_document_reader_free)

G_END_DECLS
