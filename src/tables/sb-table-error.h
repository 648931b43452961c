/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbTableError:
 * @SB_TABLE_ERROR_EMPTY: no bytes, or only white space.
 * @SB_TABLE_ERROR_HTML: an HTML page where data should be, as services answer
 *   that are asked too often.
 * @SB_TABLE_ERROR_MALFORMED: JSON or XML that breaks its own rules; the message is
 *   the number of the line.
 * @SB_TABLE_ERROR_TOO_LARGE: a line, a cell or the file is longer than any
 *   table's.
 * @SB_TABLE_ERROR_TOO_COMPLEX: nested deeper, or of more columns, than data is.
 * @SB_TABLE_ERROR_UNKNOWN: a table of which nothing says what it holds.
 * @SB_TABLE_ERROR_COLUMNS: a column that cannot be done without is missing; the
 *   message is what it is called.
 * @SB_TABLE_ERROR_SPECIFICATION: an import specification that cannot be read; the
 *   message is the member that is wrong.
 *
 * Why a file of data cannot be read. What is wrong with one row is no error: the
 * row has a fault and the others are read.
 */
typedef enum
{
  SB_TABLE_ERROR_EMPTY,
  SB_TABLE_ERROR_HTML,
  SB_TABLE_ERROR_MALFORMED,
  SB_TABLE_ERROR_TOO_LARGE,
  SB_TABLE_ERROR_TOO_COMPLEX,
  SB_TABLE_ERROR_UNKNOWN,
  SB_TABLE_ERROR_COLUMNS,
  SB_TABLE_ERROR_SPECIFICATION,
} SbTableError;

#define SB_TABLE_ERROR (sb_table_error_quark ())

GQuark sb_table_error_quark (void);

/* The name of the code in files and on the command line: "too-large". Static. */
const char *sb_table_error_get_name (SbTableError code);

G_END_DECLS
