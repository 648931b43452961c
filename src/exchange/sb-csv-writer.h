/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbCsvRow:
 *
 * One row of CSV (RFC 4180) while it is put together: commas, CRLF, quotes where
 * they are needed. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it; docs/exports.md tells how a reader takes it off again.
 * Plain struct, cleared by sb_csv_row_clear().
 */
typedef struct
{
  GString *text; /* (owned) */
  guint n_fields;
} SbCsvRow;

void sb_csv_row_init (SbCsvRow *self);
void sb_csv_row_clear (SbCsvRow *self);

/* The next field: a text, nothing for NULL. */
void sb_csv_row_add_text (SbCsvRow *self,
                          const char *text);
/* The next field: a number, whose minus sign begins no formula. */
void sb_csv_row_add_integer (SbCsvRow *self,
                             gint64 value);
void sb_csv_row_add_real (SbCsvRow *self,
                          double value);
/* Ends the row and gives its text; the next one begins. Borrowed until then. */
const char *sb_csv_row_end (SbCsvRow *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbCsvRow, sb_csv_row_clear)

G_END_DECLS
