/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first @length bytes of the file at @path, read in the way that SQLite
 * reads; FALSE when there are not so many, or the file cannot be read. No other
 * way will do for a file that this program may have open as a database: on
 * POSIX, closing a file takes away all locks that the process has on it, those
 * of SQLite as well. Another program then believes itself alone, removes the
 * log, and what is written here from then on is lost. Any thread. */
gboolean sb_file_start_read (const char *path,
                             guint8 *bytes,
                             gsize length);

G_END_DECLS
