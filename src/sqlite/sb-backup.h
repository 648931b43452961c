/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"

G_BEGIN_DECLS

/* How much of a backup is done, from 0 to 1. In the thread of the backup. */
typedef void (*SbBackupFunc) (double fraction,
                              gpointer user_data);

typedef enum
{
  SB_BACKUP_DEFAULT = 0, /* what is damaged is not copied */
  SB_BACKUP_AS_IT_IS = 1 << 0, /* it is, as far as it can be read */
} SbBackupFlags;

/* Copies the database, as it is at one moment, into one file at @path that
 * needs no other beside it. The file is there, in place of the one that was,
 * only once it is whole, is on the disk, and has been found sound: a copy of a
 * damaged database never takes the place of a good one
 * (%SB_SQLITE_ERROR_CORRUPT). Writers go on meanwhile; @connection itself must
 * not be in the middle of a change. @progress and @cancellable may be NULL. */
gboolean sb_backup_run (SbConnection *connection,
                        const char *path,
                        SbBackupFlags flags,
                        SbBackupFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error);

/* Makes the database of @to, which others may have open, the same as that of
 * @from, in one transaction: they go on reading what was there until it is
 * done. @to must not be in a transaction. */
gboolean sb_backup_copy_into (SbConnection *to,
                              SbConnection *from,
                              GCancellable *cancellable,
                              GError **error);

/* Makes sure that a name that was given to a file, or taken, in the folder of
 * @path stays so when the power fails. What fails is left out: not every file
 * system can. */
void sb_backup_flush_folder (const char *path);

G_END_DECLS
