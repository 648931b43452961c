/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-dossier-reader.h"

G_BEGIN_DECLS

/* What of a file was not taken. */
typedef struct
{
  guint line; /* from 1; 0 when no line is known */
  char *reason; /* (owned) in English, translatable */
} SbImportRejection;

/**
 * SbImportResult:
 *
 * What became of one file. Filled by name by who makes it, then left alone;
 * owned by one.
 */
typedef struct
{
  char *file; /* (owned) as it was given */
  const char *kind; /* "html", "text", "pdf", "opml", "dossier", or the shape of
                       data: "acled", "events"…; NULL when it could not be told */
  SbImportCounts counts;
  guint n_withdrawn; /* events that their source took back */
  gboolean is_data; /* rows were counted, not the file */
  GPtrArray *rejections; /* (owned) (element-type SbImportRejection) */
  gint64 document; /* the id of the document, 0 when it is none */
  GError *error; /* (owned) (nullable) why nothing was taken */
} SbImportResult;

#define SB_TYPE_IMPORT_RESULT (sb_import_result_get_type ())

GType sb_import_result_get_type (void);

SbImportResult *sb_import_result_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbImportResult *sb_import_result_copy (const SbImportResult *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_import_result_free (SbImportResult *self);
/* Adds that line @line (0 for none) was not taken, because of @reason. */
void sb_import_result_reject (SbImportResult *self,
                              guint line,
                              const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbImportResult, sb_import_result_free)

G_END_DECLS
