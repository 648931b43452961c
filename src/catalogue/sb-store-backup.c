/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-backup.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "sb-backup.h"
#include "sb-clock.h"
#include "sb-date.h"
#include "sb-store-private.h"

/* How many daily backups are kept. */
#define N_KEPT 7

/* Only the user may read what the user wrote. */
#define FOLDER_MODE 0700

/* The folder of the backups of the catalogue at @path, made if need be. */
static char *
make_folder (const char *path,
             GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_build_filename (parent, "backups", NULL);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) == 0)
    return g_steal_pointer (&folder);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
  return NULL;
}

/* "catalogue-2026-04-25.sqlite" for a catalogue called "catalogue.sqlite". */
static char *
make_name (const char *path,
           const char *suffix)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';

  return g_strconcat (base, "-", suffix, ".sqlite", NULL);
}

gboolean
_sb_backup_before_migration (SbConnection *connection,
                             int from,
                             GError **error)
{
  const char *path = sb_connection_get_path (connection);
  g_autofree char *suffix = g_strdup_printf ("version-%d", from);
  g_autofree char *folder = make_folder (path, error);
  g_autofree char *name = make_name (path, suffix);
  g_autofree char *target = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  return target != NULL && sb_backup_run (connection, target, NULL, NULL, NULL, error);
}

gboolean
sb_store_backup (SbStore *self,
                 const char *path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_return_val_if_fail (SB_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return sb_backup_run (self->connection, path, NULL, NULL, cancellable, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the daily backups of a catalogue, oldest first: names sort as
 * their days do. (element-type utf8) */
static GPtrArray *
list_backups (const char *folder,
              const char *path)
{
  g_autofree char *pattern = make_name (path, "\?\?\?\?-\?\?-\?\?");
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_pattern_match_simple (pattern, name))
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
drop_old_backups (const char *folder,
                  const char *path)
{
  g_autoptr (GPtrArray) names = list_backups (folder, path);

  for (guint i = 0; i + N_KEPT < names->len; i++)
    {
      g_autofree char *old = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_unlink (old);
    }
}

gboolean
sb_store_backup_daily (SbStore *self,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  folder = make_folder (self->path, error);
  if (folder == NULL)
    return FALSE;

  day = sb_day_to_string (sb_clock_today ());
  name = make_name (self->path, day);
  target = g_build_filename (folder, name, NULL);
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;

  if (!sb_backup_run (self->connection, target, NULL, NULL, cancellable, error))
    return FALSE;

  drop_old_backups (folder, self->path);
  return TRUE;
}
