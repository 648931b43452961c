/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-import.h"

G_BEGIN_DECLS

/* What the window says of an import, in the language of the interface. Results:
 * (element-type SbImportResult). */

/* What came of several files. */
typedef struct
{
  guint n_taken; /* files that brought something new */
  guint n_known; /* files that were there already */
  guint n_failed;
  guint n_feeds; /* feeds that lists brought */
  guint n_rows; /* rows of data that were new or had changed */
  guint n_rejected; /* lines of data that were not taken */
} SbImportTotals;

SbImportTotals sb_import_words_add_up (GPtrArray *results);

/* What came in, in a few words. */
char *sb_import_words_sum_up (const SbImportTotals *totals) G_GNUC_WARN_UNUSED_RESULT;

/* A paragraph for each file of which nothing was taken: which one, and why. The
 * first few; the others are counted. "" when all went well. */
char *sb_import_words_list_failures (GPtrArray *results) G_GNUC_WARN_UNUSED_RESULT;

/* A line for each row of data that was not taken: where, and why. The first few;
 * the others are counted. "" when there is none. */
char *sb_import_words_list_rejections (GPtrArray *results) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
