/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-sqlite-library-private.h"

#include <sqlite3.h>

/* What a statement keeps of the pages that it changes, in bytes, in case it has to take
 * back what it did; more goes to a file. A row with triggers changes some tens of pages,
 * and a file of them for each row was three quarters of all that a sync wrote. SQLite hands
 * this on to the disk at once, and its disk takes less than 128 KiB at once (os_unix.c). */
#define STATEMENT_JOURNAL_SIZE (124 << 10)

void
_sb_sqlite_set_up (void)
{
  static gsize is_set_up;

  if (!g_once_init_enter (&is_set_up))
    return;

  /* To count what it takes of memory, SQLite takes a lock each time. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config (SQLITE_CONFIG_STMTJRNL_SPILL, STATEMENT_JOURNAL_SIZE);
  g_once_init_leave (&is_set_up, 1);
}
