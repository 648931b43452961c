/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-catalogue-private.h"
#include "sb-store-backup.h"

/* A backup that is being made, of a catalogue that may go meanwhile. */
typedef struct
{
  GWeakRef catalogue;
  char *path; /* (owned) */
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_weak_ref_clear (&keeping->catalogue);
  g_free (keeping->path);
  g_free (keeping);
}

/* Run in the worker: with a connection of its own, so that neither those who
 * read nor those who write wait for it. */
static void
back_up_in_worker (GTask *task,
                   gpointer source_object,
                   gpointer task_data,
                   GCancellable *cancellable)
{
  Keeping *keeping = task_data;
  GError *error = NULL;
  g_autoptr (SbStore) store = sb_store_open (keeping->path, SB_STORE_READ_ONLY, &error);

  if (store != NULL && sb_store_backup_daily (store, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backed_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  Keeping *keeping = g_task_get_task_data (G_TASK (result));
  g_autoptr (SbCatalogue) self = g_weak_ref_get (&keeping->catalogue);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) || self == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  _sb_catalogue_tell_backup_failed (self, error);
}

void
_sb_catalogue_back_up (SbCatalogue *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->closing, backed_up_cb, NULL);
  Keeping *keeping = g_new0 (Keeping, 1);

  g_weak_ref_init (&keeping->catalogue, self);
  keeping->path = g_strdup (self->path);
  g_task_set_source_tag (task, _sb_catalogue_back_up);
  g_task_set_task_data (task, keeping, keeping_free);
  if (self->keeper == NULL)
    self->keeper = sb_worker_new ("catalogue-keeper");
  sb_worker_push (self->keeper, task, G_PRIORITY_LOW, back_up_in_worker);
}
