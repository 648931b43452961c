/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <sqlite3.h>

#include "sb-sqlite-error.h"

G_BEGIN_DECLS

/* Sets @error from a result code of SQLite, plain or extended, and from the
 * last message of @db, which may be NULL. */
void _sb_sqlite_set_error (GError **error,
                           sqlite3 *db,
                           int result);

G_END_DECLS
