/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-store-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "sb-backup.h"
#include "sb-catalogue-error.h"
#include "sb-store-file.h"
#include "sb-store-private.h"

/* What SQLite keeps beside a file. */
static const char *const side_endings[] = { "-wal", "-shm", "-journal" };

/* One restoring. */
typedef struct
{
  const char *path; /* (unowned) of the catalogue */
  char *part; /* (owned) the restored one, before it is in its place */
  GCancellable *cancellable; /* (unowned) (nullable) */
  SbRestoration *outcome; /* (owned) (nullable) */
} Restoring;

void
sb_restoration_free (SbRestoration *self)
{
  g_free (self->kept);
  g_free (self);
}

static void
drop_part (const char *part)
{
  g_unlink (part);
  for (guint i = 0; i < G_N_ELEMENTS (side_endings); i++)
    {
      g_autofree char *side = g_strconcat (part, side_endings[i], NULL);

      g_unlink (side);
    }
}

static void
restoring_clear (Restoring *self)
{
  if (self->part != NULL)
    drop_part (self->part);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->outcome, sb_restoration_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Restoring, restoring_clear)

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT) ||
         g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_A_DATABASE) ||
         g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CONSTRAINT);
}

/* Damage of the backup is another matter than that of the catalogue. */
static void
propagate_of_backup (GError **error,
                     GError *failure)
{
  if (!is_damage (failure))
    {
      g_propagate_error (error, failure);
      return;
    }

  g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_BACKUP, failure->message);
  g_error_free (failure);
}

/* Brings the copy up to date and reads all of it. */
static gboolean
prepare_part (Restoring *self,
              GError **error)
{
  g_autoptr (SbConnection) part = sb_connection_open (self->part, SB_CONNECTION_NONE, error);
  g_auto (GStrv) problems = NULL;

  /* Who has the catalogue open is to see that all of it is another one. */
  if (part == NULL || !_sb_store_file_update (part, error) ||
      !sb_connection_exec (part, _sb_store_get_sql ("queries/stir-change-counts"), error))
    return FALSE;

  sb_connection_set_cancellable (part, self->cancellable);
  problems = sb_connection_check_integrity (part, error);
  if (problems == NULL)
    return FALSE;

  if (problems[0] == NULL)
    return TRUE;

  g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT, problems[0]);
  return FALSE;
}

static gboolean
make_part (Restoring *self,
           const char *backup,
           GError **error)
{
  g_autoptr (SbConnection) from = NULL;

  if (!_sb_store_file_check (backup, error))
    return FALSE;

  from = sb_connection_open (backup, SB_CONNECTION_READ_ONLY, error);
  if (from == NULL)
    return FALSE;

  self->part = g_strdup_printf ("%s.%d.part", self->path, (int) getpid ());
  return sb_backup_run (from, self->part, SB_BACKUP_DEFAULT, NULL, NULL, self->cancellable, error) &&
         prepare_part (self, error);
}

static gboolean
copy_file (const char *from,
           const char *to,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_NONE, cancellable, NULL, NULL, error);
}

/* Copies the file, and the log that belongs to it, byte by byte. */
static gboolean
keep_bytes (Restoring *self,
            const char *target,
            GError **error)
{
  if (!copy_file (self->path, target, self->cancellable, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (side_endings); i++)
    {
      g_autofree char *side = g_strconcat (self->path, side_endings[i], NULL);
      g_autofree char *side_target = g_strconcat (target, side_endings[i], NULL);

      if (g_file_test (side, G_FILE_TEST_EXISTS) && !copy_file (side, side_target, self->cancellable, error))
        return FALSE;
    }

  sb_backup_flush_folder (target);
  return TRUE;
}

/* Keeps what is there; *@current is NULL when it cannot be opened. It is closed
 * when it is too damaged to be copied by SQLite: to read the file beside it would
 * take its locks away (sb-file-start.h). */
static gboolean
keep_current (Restoring *self,
              SbConnection **current,
              GError **error)
{
  g_autofree char *target = _sb_backup_make_new_path (self->path, "before-restore", error);
  g_autoptr (GError) failure = NULL;

  if (target == NULL)
    return FALSE;

  if (*current != NULL && sb_backup_run (*current, target, SB_BACKUP_AS_IT_IS, NULL, NULL, self->cancellable, &failure))
    {
      self->outcome->kept = g_steal_pointer (&target);
      return TRUE;
    }

  if (failure != NULL && !is_damage (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_clear_object (current);
  if (!keep_bytes (self, target, error))
    return FALSE;

  self->outcome->kept = g_steal_pointer (&target);
  return TRUE;
}

/* A log that stays would be taken for that of the new file and undo it; it was
 * kept with the old one, which is of no use without being repaired. */
static gboolean
replace_file (Restoring *self,
              GError **error)
{
  int failure;

  for (guint i = 0; i < G_N_ELEMENTS (side_endings); i++)
    {
      g_autofree char *side = g_strconcat (self->path, side_endings[i], NULL);

      g_unlink (side);
    }

  sb_backup_flush_folder (self->path);
  if (g_rename (self->part, self->path) == 0)
    {
      sb_backup_flush_folder (self->path);
      return TRUE;
    }

  failure = errno;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (failure), g_strerror (failure));
  return FALSE;
}

/* Exchanges what is in the file that others may have open. */
static gboolean
exchange_contents (Restoring *self,
                   SbConnection *current,
                   GError **error)
{
  g_autoptr (SbConnection) part = sb_connection_open (self->part, SB_CONNECTION_READ_ONLY, error);

  return part != NULL && sb_backup_copy_into (current, part, self->cancellable, error);
}

static gboolean
replace_damaged (Restoring *self,
                 GError **error)
{
  SbConnection *none = NULL;

  self->outcome->was_replaced = TRUE;
  return (self->outcome->kept != NULL || keep_current (self, &none, error)) && replace_file (self, error);
}

static gboolean
put_in_place (Restoring *self,
              GError **error)
{
  g_autoptr (SbConnection) current = NULL;
  g_autoptr (GError) failure = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return replace_file (self, error);

  current = sb_connection_open (self->path, SB_CONNECTION_NONE, &failure);
  if (current != NULL && !keep_current (self, &current, error))
    return FALSE;
  if (current == NULL && failure == NULL)
    current = sb_connection_open (self->path, SB_CONNECTION_NONE, &failure);
  if (current != NULL && exchange_contents (self, current, &failure))
    return TRUE;

  g_clear_object (&current);
  if (is_damage (failure))
    return replace_damaged (self, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The file that links lead to: a link would be replaced, and not the file. */
static char *
follow_links (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved != NULL ? resolved : path);

  free (resolved);
  return copy;
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  GStatBuf info;
  GStatBuf other_info;

  return g_stat (path, &info) == 0 && g_stat (other, &other_info) == 0 && info.st_dev == other_info.st_dev &&
         info.st_ino == other_info.st_ino;
}

/* What is at the place of the catalogue is nothing, a catalogue or damaged. */
static gboolean
check_place (const char *path,
             GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || _sb_store_file_check_place (path, &failure) || is_damage (failure))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

SbRestoration *
sb_store_restore (const char *path,
                  const char *backup,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *target = NULL;
  g_auto (Restoring) self = { 0 };
  GError *failure = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (backup != NULL, NULL);

  if (is_same_file (path, backup))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "the backup is the catalogue itself");
      return NULL;
    }

  target = follow_links (path);
  self.path = target;
  self.cancellable = cancellable;
  self.outcome = g_new0 (SbRestoration, 1);
  if (!check_place (target, error))
    return NULL;

  if (!make_part (&self, backup, &failure))
    {
      propagate_of_backup (error, failure);
      return NULL;
    }

  if (!put_in_place (&self, error))
    return NULL;

  return g_steal_pointer (&self.outcome);
}
