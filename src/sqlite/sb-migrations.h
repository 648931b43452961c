/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"

G_BEGIN_DECLS

/**
 * SbMigration:
 * @version: the version of the schema that it makes, 1 for the first one
 * @sql: a script
 *
 * One step of the schema. Once released, it is never changed.
 */
typedef struct
{
  int version;
  const char *sql;
} SbMigration;

/* Called before a file that has a schema is changed, with its version and the
 * one that it will have: the moment for a backup. FALSE, with an error, leaves
 * the file as it is. */
typedef gboolean (*SbMigrationFunc) (SbConnection *connection,
                                     int from,
                                     int to,
                                     gpointer user_data,
                                     GError **error);

/* Brings the database up to the last of @migrations, which are in the order of
 * their versions. Each one is a transaction; in its course tables may refer to
 * rows that are not there, as long as all are there at the end. Fails with
 * %SB_SQLITE_ERROR_NEWER, without a change, if the database is beyond the last
 * one. Not to be called in a transaction. @before may be NULL. */
gboolean sb_migrations_run (SbConnection *connection,
                            const SbMigration *migrations,
                            guint n_migrations,
                            SbMigrationFunc before,
                            gpointer user_data,
                            GError **error);

G_END_DECLS
