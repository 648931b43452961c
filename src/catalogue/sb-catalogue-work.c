/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-catalogue.h"

#include "sb-catalogue-private.h"

/* A function to be run with one of the stores. */
typedef struct
{
  SbReadFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

static Job *
job_new (SbReadFunc func,
         gpointer data,
         GDestroyNotify data_free,
         GDestroyNotify result_free)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  return job;
}

/* Run in the worker. */
static void
run_job (GTask *task,
         SbStore *store,
         Job *job,
         GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) held = NULL;
  gpointer result;

  if (store == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The catalogue is not open");
      return;
    }

  /* The job may be to open another one in its place. */
  held = g_object_ref (store);
  sb_store_set_cancellable (store, cancellable);
  result = job->func (store, job->data, cancellable, &error);
  sb_store_set_cancellable (store, NULL);

  if (error == NULL)
    g_task_return_pointer (task, result, job->result_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Run in the worker. */
static void
read_in_worker (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  SbCatalogue *self = source_object;

  sb_worker_assert_current (self->reader);

  _sb_catalogue_renew_reader (self);
  run_job (task, g_atomic_pointer_get (&self->read_store), task_data, cancellable);
}

/* Run in the worker. */
static void
write_in_worker (GTask *task,
                 gpointer source_object,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  SbCatalogue *self = source_object;

  sb_worker_assert_current (self->writer);

  run_job (task, self->write_store, task_data, cancellable);
}

void
_sb_catalogue_push_write (SbCatalogue *self,
                          GTask *task,
                          int priority,
                          SbReadFunc func,
                          gpointer data)
{
  g_task_set_task_data (task, job_new (func, data, NULL, NULL), job_free);
  sb_worker_push (self->writer, task, priority, write_in_worker);
}

void
sb_catalogue_read_async (SbCatalogue *self,
                         SbReadFunc func,
                         gpointer data,
                         GDestroyNotify data_free,
                         GDestroyNotify result_free,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SB_IS_CATALOGUE (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_catalogue_read_async);
  g_task_set_task_data (task, job_new (func, data, data_free, result_free), job_free);
  sb_worker_push (self->reader, task, G_PRIORITY_DEFAULT, read_in_worker);
}

gpointer
sb_catalogue_read_finish (SbCatalogue *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (SB_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Run in the worker. */
static gpointer
list_records (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  return sb_store_list (store, data, error);
}

void
sb_catalogue_list_async (SbCatalogue *self,
                         const SbQuery *query,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (query != NULL);

  sb_catalogue_read_async (self, list_records, sb_query_copy (query), (GDestroyNotify) sb_query_free,
                           (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
sb_catalogue_list_finish (SbCatalogue *self,
                          GAsyncResult *result,
                          GError **error)
{
  return sb_catalogue_read_finish (self, result, error);
}

void
sb_catalogue_run_writer_async (SbCatalogue *self,
                               SbReadFunc func,
                               gpointer data,
                               GDestroyNotify data_free,
                               GDestroyNotify result_free,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SB_IS_CATALOGUE (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_catalogue_run_writer_async);
  g_task_set_task_data (task, job_new (func, data, data_free, result_free), job_free);
  sb_worker_push (self->writer, task, G_PRIORITY_DEFAULT, write_in_worker);
}

/* Run in the worker. */
static gpointer
apply_changes (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  return GINT_TO_POINTER (sb_store_apply (store, data, error) >= 0);
}

void
sb_catalogue_write_async (SbCatalogue *self,
                          SbChangeSet *changes,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (changes != NULL);

  sb_catalogue_run_writer_async (self, apply_changes, sb_change_set_ref (changes), (GDestroyNotify) sb_change_set_unref,
                                 NULL, cancellable, callback, user_data);
}

gboolean
sb_catalogue_write_finish (SbCatalogue *self,
                           GAsyncResult *result,
                           GError **error)
{
  return sb_catalogue_read_finish (self, result, error) != NULL;
}

/* Run in the worker. */
static gpointer
undo (SbStore *store,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  return sb_store_undo (store, error);
}

/* Run in the worker. */
static gpointer
redo (SbStore *store,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  return sb_store_redo (store, error);
}

void
sb_catalogue_undo_async (SbCatalogue *self,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  sb_catalogue_run_writer_async (self, undo, NULL, NULL, g_free, NULL, callback, user_data);
}

void
sb_catalogue_redo_async (SbCatalogue *self,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  sb_catalogue_run_writer_async (self, redo, NULL, NULL, g_free, NULL, callback, user_data);
}

char *
sb_catalogue_undo_finish (SbCatalogue *self,
                          GAsyncResult *result,
                          GError **error)
{
  return sb_catalogue_read_finish (self, result, error);
}
