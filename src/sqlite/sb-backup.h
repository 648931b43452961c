/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"

G_BEGIN_DECLS

/* How much of a backup is done, from 0 to 1. In the thread of the backup. */
typedef void (*SbBackupFunc) (double fraction,
                              gpointer user_data);

/* Copies the database, as it is at one moment, into one file at @path that
 * needs no other beside it. The file is there, in place of the one that was,
 * only once it is whole. Writers go on meanwhile; the copy then starts again
 * where it must. @progress and @cancellable may be NULL. */
gboolean sb_backup_run (SbConnection *connection,
                        const char *path,
                        SbBackupFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
