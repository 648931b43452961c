/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* The copies of a catalogue in the folder "backups" beside it, and how one of
 * them takes its place. */

typedef enum
{
  SB_BACKUP_DAILY, /* of the first write of a day */
  SB_BACKUP_MIGRATION, /* of before the schema was brought up to date */
  SB_BACKUP_RESTORE, /* what stood in the place of one that was restored */
  SB_BACKUP_REPAIR, /* of before a repair */
} SbBackupKind;

/**
 * SbBackupFile:
 *
 * One of the backups. Filled by who makes it, then left alone; owned by one.
 */
typedef struct
{
  char *path; /* (owned) */
  SbBackupKind kind;
  gint64 time; /* when it was made, seconds since 1970 */
  gint64 size; /* in bytes */
} SbBackupFile;

void sb_backup_file_free (SbBackupFile *self);

/* "daily", "migration", "restore" or "repair": for other programs. */
const char *sb_backup_kind_get_name (SbBackupKind kind);

/* The backups of the catalogue at @path, newest first; an empty list when there
 * are none. (element-type SbBackupFile) */
GPtrArray *sb_backup_list (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the backup of today in the folder "backups" beside the catalogue unless
 * it is there or the catalogue is empty, and drops all but the last seven. The
 * backup is checked; that of a damaged catalogue is not kept, and none is
 * dropped for it. */
gboolean sb_store_backup_daily (SbStore *self,
                                GCancellable *cancellable,
                                GError **error);

/* Copies the catalogue to @path by SQLite's own backup interface; nothing is
 * left there when it fails. */
gboolean sb_store_backup (SbStore *self,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error);

/**
 * SbRestoration:
 *
 * What became of the catalogue that was there before one was restored.
 */
typedef struct
{
  char *kept; /* (owned) (nullable) where it is kept; NULL when there was none */
  gboolean was_replaced; /* it was too damaged to be opened: another file is in
                            its place, which programs that have it open do not
                            see at once */
} SbRestoration;

void sb_restoration_free (SbRestoration *self);

/* Puts the catalogue that was copied to @backup in the place of the one at
 * @path. The backup is checked, and brought up to date, before anything else is
 * touched; it stays as it is. The catalogue that was there is kept among the
 * backups. What is in it is exchanged in one transaction, so that programs that
 * have it open see the change as any other; only a file that cannot be opened
 * is replaced. Killed at any moment, it leaves the one or the other.
 *
 * A backup that is damaged is %SB_CATALOGUE_ERROR_BACKUP. */
SbRestoration *sb_store_restore (const char *path,
                                 const char *backup,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A path for a backup of the catalogue at @path that is called "catalogue-@suffix-" and
 * the time: there is nothing at it. Makes the folder. */
char *_sb_backup_make_new_path (const char *path,
                                const char *suffix,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Copies the catalogue before its schema is brought from version @from on. */
gboolean _sb_backup_before_migration (SbConnection *connection,
                                      int from,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBackupFile, sb_backup_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRestoration, sb_restoration_free)

G_END_DECLS
