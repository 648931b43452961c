/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-sqlite-error.h"
#include "sb-statement.h"

G_BEGIN_DECLS

/**
 * SbConnection:
 *
 * An open SQLite database. A connection may go from thread to thread but
 * belongs to one at a time; only sb_connection_interrupt() is for any thread.
 * The file is in WAL mode, so that readers with connections of their own are
 * not held up by the writer. Foreign keys are enforced, a locked file is
 * waited for up to twenty seconds, and a file that was tampered with can do no
 * more than give wrong rows (SQLITE_DBCONFIG_DEFENSIVE; the schema stays
 * trusted, because FTS5 and R*Tree tables in triggers need it).
 *
 * All errors are of SB_SQLITE_ERROR or %G_IO_ERROR_CANCELLED.
 */
#define SB_TYPE_CONNECTION (sb_connection_get_type ())

G_DECLARE_FINAL_TYPE (SbConnection, sb_connection, SB, CONNECTION, GObject)

typedef enum
{
  SB_CONNECTION_NONE = 0,
  SB_CONNECTION_CREATE = 1 << 0, /* make the file if there is none */
  SB_CONNECTION_READ_ONLY = 1 << 1, /* never with CREATE */
} SbConnectionFlags;

/* Opens the file at @path, which is in the encoding of file names, or
 * ":memory:". To be written to, the file must be one that may be. To be read,
 * neither it nor its folder need be, unless changes wait in a log beside it
 * (%SB_SQLITE_ERROR_UNFINISHED); in such a folder it is taken for granted that
 * nobody else changes the file as long as it is open. */
SbConnection *sb_connection_open (const char *path,
                                  SbConnectionFlags flags,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *sb_connection_get_path (SbConnection *self);
gboolean sb_connection_is_read_only (SbConnection *self);

/* The handle, a `sqlite3 *`, for functions of SQLite that this layer does not
 * offer, such as sqlite3_create_function_v2(). Borrowed. */
struct sqlite3 *sb_connection_get_handle (SbConnection *self);

/* Runs a script of statements; their rows are dropped. It is not a
 * transaction by itself. */
gboolean sb_connection_exec (SbConnection *self,
                             const char *sql,
                             GError **error);

/* Lends the statement for @sql, one statement, which the connection compiles
 * once and keeps. The same text may be lent several times at once. */
SbStatement *sb_connection_prepare (SbConnection *self,
                                    const char *sql,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Transactions. The outermost one takes the lock of the writer at once (of a
 * reader, on a read-only connection it fixes what is seen); one inside another
 * is a savepoint. Each begin takes one commit or one rollback; a commit that
 * failed is still to be rolled back. SbTransaction does so by itself. */
gboolean sb_connection_begin (SbConnection *self,
                              GError **error);
gboolean sb_connection_commit (SbConnection *self,
                               GError **error);
void sb_connection_rollback (SbConnection *self);
gboolean sb_connection_is_in_transaction (SbConnection *self);

/* Until the next call, statements that run, and those that are started, fail
 * with %G_IO_ERROR_CANCELLED once @cancellable is cancelled. Commits and
 * rollbacks are not affected. */
void sb_connection_set_cancellable (SbConnection *self,
                                    GCancellable *cancellable); /* (nullable) */

/* How long a lock of another process is waited for from now on; then it is
 * %SB_SQLITE_ERROR_BUSY. A wait ends as well when the cancellable is
 * cancelled. */
void sb_connection_set_busy_timeout (SbConnection *self,
                                     guint milliseconds);

/* Any thread. Stops what runs at this moment with %G_IO_ERROR_CANCELLED. */
void sb_connection_interrupt (SbConnection *self);

/* Of the last statement that inserted, or changed, rows. */
gint64 sb_connection_get_last_insert_rowid (SbConnection *self);
gint64 sb_connection_get_n_changes (SbConnection *self);

/* Reads the one number that @sql gives, say a pragma or a count; 0 when it
 * gives no row. */
gboolean sb_connection_get_integer (SbConnection *self,
                                    const char *sql,
                                    gint64 *value,
                                    GError **error);

/* A number that is not the same as before when another connection has changed
 * the database. */
gboolean sb_connection_get_data_version (SbConnection *self,
                                         gint64 *version,
                                         GError **error);

/* At which state of the database something was read. */
typedef struct
{
  gint64 data_version; /* see above */
  gint64 n_changes; /* that this connection has made */
  gboolean is_settled; /* the connection was not in the midst of writing */
} SbReadMark;

/* Whether the database is, for this connection, as it was when @mark was set, so
 * that what was kept from then is still right; sets it anew. FALSE at first, when
 * @mark is all zeros, and as long as the connection has a transaction of its own
 * that writes, which might be rolled back. To be asked while a statement stands on
 * a row: then what that statement reads is of this same moment. */
gboolean sb_connection_is_unchanged (SbConnection *self,
                                     SbReadMark *mark,
                                     GError **error);

/* The version of the schema, 0 in a new file. Setting it is part of the
 * transaction. */
gboolean sb_connection_get_user_version (SbConnection *self,
                                         int *version,
                                         GError **error);
gboolean sb_connection_set_user_version (SbConnection *self,
                                         int version,
                                         GError **error);

/* Reads all of the file. Returns what is wrong with its pages and indexes, or
 * with its foreign keys, in English, one sentence a string, at most a hundred;
 * an empty array when nothing is. */
GStrv sb_connection_check_pages (SbConnection *self,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv sb_connection_check_references (SbConnection *self,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Both. */
GStrv sb_connection_check_integrity (SbConnection *self,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
