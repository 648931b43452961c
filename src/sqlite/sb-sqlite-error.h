/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SB_SQLITE_ERROR (sb_sqlite_error_quark ())

/**
 * SbSqliteError:
 * @SB_SQLITE_ERROR_FAILED: anything else, such as a mistake in the SQL
 * @SB_SQLITE_ERROR_BUSY: another process kept the database locked for longer
 *   than the busy timeout
 * @SB_SQLITE_ERROR_FULL: the disk is full
 * @SB_SQLITE_ERROR_READ_ONLY: the file may not be written to
 * @SB_SQLITE_ERROR_CORRUPT: the file is damaged
 * @SB_SQLITE_ERROR_NOT_A_DATABASE: the file is something else
 * @SB_SQLITE_ERROR_NEWER: the file was made by a newer version of the program
 * @SB_SQLITE_ERROR_CONSTRAINT: a constraint of the schema forbids it
 * @SB_SQLITE_ERROR_IO: the disk could not be read or written
 * @SB_SQLITE_ERROR_CANT_OPEN: the file cannot be opened though it is there, or
 *   cannot be made
 * @SB_SQLITE_ERROR_NOT_FOUND: there is no such file
 * @SB_SQLITE_ERROR_NO_MEMORY: not enough memory
 * @SB_SQLITE_ERROR_TOO_BIG: a value is larger than a database can hold
 * @SB_SQLITE_ERROR_UNFINISHED: changes wait in the log beside the file, and the
 *   folder cannot be written to, which reading them takes
 *
 * What can go wrong with a database. Work that was cancelled or interrupted
 * is %G_IO_ERROR_CANCELLED instead.
 */
typedef enum
{
  SB_SQLITE_ERROR_FAILED,
  SB_SQLITE_ERROR_BUSY,
  SB_SQLITE_ERROR_FULL,
  SB_SQLITE_ERROR_READ_ONLY,
  SB_SQLITE_ERROR_CORRUPT,
  SB_SQLITE_ERROR_NOT_A_DATABASE,
  SB_SQLITE_ERROR_NEWER,
  SB_SQLITE_ERROR_CONSTRAINT,
  SB_SQLITE_ERROR_IO,
  SB_SQLITE_ERROR_CANT_OPEN,
  SB_SQLITE_ERROR_NOT_FOUND,
  SB_SQLITE_ERROR_NO_MEMORY,
  SB_SQLITE_ERROR_TOO_BIG,
  SB_SQLITE_ERROR_UNFINISHED,
} SbSqliteError;

GQuark sb_sqlite_error_quark (void);

G_END_DECLS
