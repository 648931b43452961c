/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: text of separated cells (CSV, TSV and their abuses) row
 * by row.
 *
 * A quotation mark that opens a cell quotes it; it is closed by one that a
 * separator, the end of the line or of the file follows, spaces between them
 * aside; two inside are one. Any other quotation mark is a character. Lines end
 * with CR LF, LF, or, in a text without LF, CR. Empty lines are no rows. A quoted
 * cell that is never closed is a fault of its row, and the next line is the next
 * row. */

/* The most that a row may have. */
#define SB_DELIMITED_MAX_CELL  (1 << 20) /* bytes */
#define SB_DELIMITED_MAX_ROW   (4 << 20)
#define SB_DELIMITED_MAX_CELLS 4096

typedef struct
{
  const char *text; /* (unowned) */
  gsize length;
  gsize position;
  guint line; /* of @position, from 1 */
  char separator;
  gboolean ends_with_cr; /* lines end with CR alone */
  gboolean is_unquoted; /* quotation marks are characters */

  /* The row that was read last. */
  guint row_line; /* of its first character */
  const char *fault; /* (nullable) static, translatable: what is wrong with it */
  GString *cells; /* (owned) each ends with a NUL */
  GArray *offsets; /* (owned) (element-type gsize) of the cells in it */
  GPtrArray *pointers; /* (owned) (element-type utf8) to the cells */
} SbDelimited;

/* @text is valid UTF-8 and must outlive this. A @separator of '\0' is found out:
 * by a first line "sep=;", or else by what parts the first lines most evenly. */
void sb_delimited_init (SbDelimited *self,
                        const char *text,
                        gsize length,
                        char separator);
void sb_delimited_clear (SbDelimited *self);

/* Reads a row; FALSE at the end. The cells are those of @pointers. */
gboolean sb_delimited_next (SbDelimited *self);

/* Whether a line of @text is longer than any row: no table at all. */
gboolean sb_delimited_has_endless_line (const char *text,
                                        gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbDelimited, sb_delimited_clear)

G_END_DECLS
