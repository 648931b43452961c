/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sqlite"

#include "config.h"

#include "sb-sqlite-error.h"

#include <gio/gio.h>

#include "sb-sqlite-error-private.h"

G_DEFINE_QUARK (sb - sqlite - error - quark, sb_sqlite_error)

static const struct
{
  int result;
  SbSqliteError code;
} codes[] = {
  { SQLITE_BUSY, SB_SQLITE_ERROR_BUSY },
  { SQLITE_LOCKED, SB_SQLITE_ERROR_BUSY },
  { SQLITE_FULL, SB_SQLITE_ERROR_FULL },
  { SQLITE_READONLY, SB_SQLITE_ERROR_READ_ONLY },
  { SQLITE_PERM, SB_SQLITE_ERROR_READ_ONLY },
  { SQLITE_CORRUPT, SB_SQLITE_ERROR_CORRUPT },
  { SQLITE_NOTADB, SB_SQLITE_ERROR_NOT_A_DATABASE },
  { SQLITE_CONSTRAINT, SB_SQLITE_ERROR_CONSTRAINT },
  { SQLITE_MISMATCH, SB_SQLITE_ERROR_CONSTRAINT },
  { SQLITE_IOERR, SB_SQLITE_ERROR_IO },
  { SQLITE_PROTOCOL, SB_SQLITE_ERROR_IO },
  { SQLITE_CANTOPEN, SB_SQLITE_ERROR_CANT_OPEN },
  { SQLITE_NOMEM, SB_SQLITE_ERROR_NO_MEMORY },
  { SQLITE_TOOBIG, SB_SQLITE_ERROR_TOO_BIG },
};

/* Said of a file whose header names a layout of the schema that was never made.
 * SQLite has no code of its own for it (sqlite3InitOne() in src/prepare.c), and
 * all files of ours are of the layout that every SQLite of this century reads:
 * the header is damaged. */
#define UNKNOWN_LAYOUT "unsupported file format"

static SbSqliteError
find_code (int result,
           const char *message)
{
  if (result == SQLITE_IOERR_NOMEM)
    return SB_SQLITE_ERROR_NO_MEMORY;
  if (result == SQLITE_ERROR && g_str_equal (message, UNKNOWN_LAYOUT))
    return SB_SQLITE_ERROR_CORRUPT;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      /* The low byte of an extended code is the plain one. */
      if (codes[i].result == (result & 0xff))
        return codes[i].code;
    }

  return SB_SQLITE_ERROR_FAILED;
}

void
_sb_sqlite_set_error (GError **error,
                      sqlite3 *db,
                      int result)
{
  const char *message = sqlite3_errstr (result);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, message);
      return;
    }

  /* The message of the connection belongs to its last call, which may have
   * been another one. */
  if (db != NULL && (sqlite3_errcode (db) & 0xff) == (result & 0xff))
    message = sqlite3_errmsg (db);

  g_set_error (error, SB_SQLITE_ERROR, find_code (result, message), "%s (%d)", message, result);
}
