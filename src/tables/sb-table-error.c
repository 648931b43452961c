/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-error.h"

G_DEFINE_QUARK (sb - table - error - quark, sb_table_error)

static const char *const error_names[] = {
  [SB_TABLE_ERROR_EMPTY] = "empty",
  [SB_TABLE_ERROR_HTML] = "html",
  [SB_TABLE_ERROR_MALFORMED] = "malformed",
  [SB_TABLE_ERROR_TOO_LARGE] = "too-large",
  [SB_TABLE_ERROR_TOO_COMPLEX] = "too-complex",
  [SB_TABLE_ERROR_UNKNOWN] = "unknown",
  [SB_TABLE_ERROR_COLUMNS] = "columns",
  [SB_TABLE_ERROR_SPECIFICATION] = "specification",
};

const char *
sb_table_error_get_name (SbTableError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (error_names), "unknown");

  return error_names[code];
}
