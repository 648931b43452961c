/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "sb-backup.h"
#include "sb-clock.h"
#include "sb-date.h"
#include "sb-store-private.h"

/* How many daily backups are kept. */
#define N_KEPT 7

/* Only the user may read what the user wrote. */
#define FOLDER_MODE 0700

#define DAILY_PATTERN "\?\?\?\?-\?\?-\?\?"

static const struct
{
  const char *name;
  const char *pattern; /* of what follows the name of the catalogue */
} kinds[] = {
  [SB_BACKUP_DAILY] = { "daily", DAILY_PATTERN },
  [SB_BACKUP_MIGRATION] = { "migration", "version-*" },
  [SB_BACKUP_RESTORE] = { "restore", "before-restore-*" },
  [SB_BACKUP_REPAIR] = { "repair", "before-repair-*" },
};

const char *
sb_backup_kind_get_name (SbBackupKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].name;
}

void
sb_backup_file_free (SbBackupFile *self)
{
  g_free (self->path);
  g_free (self);
}

static char *
get_folder (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_build_filename (parent, "backups", NULL);
}

/* "catalogue-2026-04-25.db" for a catalogue called "catalogue.db". */
static char *
make_name (const char *path,
           const char *suffix)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');
  g_autofree char *ending = dot != NULL && dot != base ? g_strdup (dot) : g_strdup ("");

  if (ending[0] != '\0')
    *dot = '\0';

  return g_strconcat (base, "-", suffix, ending, NULL);
}

/* The path of the backup of the catalogue at @path that is called "catalogue-@suffix.db";
 * makes the folder. */
static char *
make_path (const char *path,
           const char *suffix,
           GError **error)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *name = make_name (path, suffix);
  int failure;

  if (g_mkdir_with_parents (folder, FOLDER_MODE) == 0)
    return g_build_filename (folder, name, NULL);

  failure = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (failure), "%s: %s", folder, g_strerror (failure));
  return NULL;
}

char *
_sb_backup_make_new_path (const char *path,
                          const char *suffix,
                          GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (sb_clock_now ());
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  /* Two in one second are rare. */
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *whole = g_strconcat (suffix, "-", time, number, NULL);
      g_autofree char *target = make_path (path, whole, error);

      if (target == NULL || !g_file_test (target, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&target);
    }
}

gboolean
_sb_backup_before_migration (SbConnection *connection,
                             int from,
                             GError **error)
{
  g_autofree char *suffix = g_strdup_printf ("version-%d", from);
  g_autofree char *target = make_path (sb_connection_get_path (connection), suffix, error);

  return target != NULL && sb_backup_run (connection, target, SB_BACKUP_DEFAULT, NULL, NULL, NULL, error);
}

gboolean
sb_store_backup (SbStore *self,
                 const char *path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return sb_backup_run (self->connection, path, SB_BACKUP_DEFAULT, NULL, NULL, cancellable, error);
}

/* Whether @name is that of a backup of this kind of the catalogue at @path. */
static gboolean
is_of_kind (const char *name,
            const char *path,
            SbBackupKind kind)
{
  g_autofree char *pattern = make_name (path, kinds[kind].pattern);

  return g_pattern_match_simple (pattern, name);
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  const SbBackupFile *first = *(const SbBackupFile *const *) a;
  const SbBackupFile *second = *(const SbBackupFile *const *) b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;

  /* Names of one kind sort as their days do. */
  return strcmp (second->path, first->path);
}

static void
add_file (GPtrArray *files,
          const char *folder,
          const char *name,
          SbBackupKind kind)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  SbBackupFile *file;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return;

  file = g_new0 (SbBackupFile, 1);
  file->path = g_steal_pointer (&path);
  file->kind = kind;
  file->time = info.st_mtime;
  file->size = info.st_size;
  g_ptr_array_add (files, file);
}

GPtrArray *
sb_backup_list (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_backup_file_free);
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (path != NULL, files);

  folder = get_folder (path);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (is_of_kind (name, path, i))
        add_file (files, folder, name, i);

  g_ptr_array_sort (files, compare_files);
  return files;
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* By the days of their names, not by their times: a folder that was copied has
 * lost these. */
static void
drop_old_backups (const char *path)
{
  g_autoptr (GPtrArray) files = sb_backup_list (path);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      SbBackupFile *file = g_ptr_array_index (files, i);

      if (file->kind == SB_BACKUP_DAILY)
        g_ptr_array_add (paths, file->path);
    }

  g_ptr_array_sort (paths, compare_paths);
  for (guint i = N_KEPT; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
}

/* Whether @name is that of a copy that was begun by a program that is no more:
 * "….1234.part", or what SQLite puts beside it. */
static gboolean
is_abandoned (const char *name)
{
  const char *part = strstr (name, ".part");
  const char *digits = part;
  gint64 process;

  if (part == NULL)
    return FALSE;

  while (digits > name && g_ascii_isdigit (digits[-1]))
    digits--;
  process = g_ascii_strtoll (digits, NULL, 10);
  return digits < part && digits > name && digits[-1] == '.' && process > 0 && process <= G_MAXINT &&
         kill ((pid_t) process, 0) != 0 && errno == ESRCH;
}

static void
drop_abandoned (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_abandoned (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

gboolean
sb_store_backup_daily (SbStore *self,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *target = NULL;
  gint64 has_records;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  if (!sb_connection_get_integer (self->connection, _sb_store_get_sql ("queries/has-records"), &has_records, error))
    return FALSE;

  /* A backup of nothing would be the one of today. */
  if (!has_records)
    return TRUE;

  day = sb_day_to_string (sb_clock_today ());
  target = make_path (self->path, day, error);
  if (target == NULL)
    return FALSE;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;

  folder = get_folder (self->path);
  drop_abandoned (folder);
  if (!sb_backup_run (self->connection, target, SB_BACKUP_DEFAULT, NULL, NULL, cancellable, error))
    return FALSE;

  drop_old_backups (self->path);
  return TRUE;
}
