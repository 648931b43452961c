/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-import-spec.h"
#include "sb-import.h"
#include "sb-worker.h"

/* Files on their way in, one after the other; the data of the task. */
typedef struct
{
  char **files; /* (owned) */
  SbImportSpec *spec; /* (owned) (nullable) */
  guint n_files;
  guint n_done;
  SbOperation *operation; /* (owned) (nullable) */
  SbOperation *file; /* (owned) what is told of the file at work */
  SbWorker *reader; /* (owned) */
  GPtrArray *results; /* (owned) (element-type SbImportResult) */
} Queue;

/* A draft and who is told of it. */
typedef struct
{
  SbImportDraft *draft; /* (owned) */
  SbOperation *operation; /* (owned) */
} Storing;

static void read_next (GTask *task);

static void
storing_free (gpointer data)
{
  Storing *storing = data;

  sb_import_draft_free (storing->draft);
  g_object_unref (storing->operation);
  g_free (storing);
}

/* A file is a part of the whole. */
static void
progressed_cb (Queue *queue)
{
  double fraction = CLAMP (sb_operation_get_fraction (queue->file), 0, 1);

  if (queue->operation != NULL)
    sb_operation_report_progress (queue->operation, MIN (1, (queue->n_done + fraction) / queue->n_files), NULL);
}

static void
queue_free (gpointer data)
{
  Queue *queue = data;

  g_strfreev (queue->files);
  g_clear_pointer (&queue->spec, sb_import_spec_unref);
  g_signal_handlers_disconnect_by_data (queue->file, queue);
  g_clear_object (&queue->file);
  g_clear_object (&queue->operation);
  g_clear_object (&queue->reader);
  g_ptr_array_unref (queue->results);
  g_free (queue);
}

/* The file that is at work is done with; @result or @error is taken over. */
static void
end_file (GTask *task,
          SbImportResult *result,
          GError *error)
{
  Queue *queue = g_task_get_task_data (task);
  const char *file = queue->files[queue->n_done++];

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }

  if (result == NULL)
    {
      result = g_new0 (SbImportResult, 1);
      result->rejections = g_ptr_array_new ();
      result->error = error;
    }

  g_free (result->file);
  result->file = g_strdup (file);
  g_ptr_array_add (queue->results, result);
  read_next (task);
}

/* Run in the worker of the catalogue. */
static gpointer
store_draft (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  Storing *storing = data;

  return sb_import_draft_store (storing->draft, store, storing->operation, cancellable, error);
}

static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SbImportResult *imported = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  end_file (task, imported, error);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Queue *queue = g_task_get_task_data (task);
  GError *error = NULL;
  SbImportDraft *draft = g_task_propagate_pointer (G_TASK (result), &error);
  Storing *storing;

  if (draft == NULL)
    {
      end_file (task, NULL, error);
      return;
    }

  storing = g_new0 (Storing, 1);
  storing->draft = draft;
  storing->operation = g_object_ref (queue->file);
  sb_catalogue_run_writer_async (SB_CATALOGUE (object), store_draft, storing, storing_free,
                                 (GDestroyNotify) sb_import_result_free, g_task_get_cancellable (task), stored_cb,
                                 g_object_ref (task));
}

/* What the worker reads. */
typedef struct
{
  char *file; /* (owned) */
  SbImportSpec *spec; /* (owned) (nullable) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->file);
  g_clear_pointer (&reading->spec, sb_import_spec_unref);
  g_free (reading);
}

/* Run in the worker. */
static void
read_draft (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  const Reading *reading = task_data;
  GError *error = NULL;
  SbImportDraft *draft = sb_import_draft_new_from_file (reading->file, reading->spec, cancellable, &error);

  if (draft == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, draft, (GDestroyNotify) sb_import_draft_free);
}

static void
read_next (GTask *task)
{
  Queue *queue = g_task_get_task_data (task);
  const char *file = queue->files[queue->n_done];
  g_autoptr (GTask) reading = NULL;
  Reading *data;

  if (file == NULL)
    {
      g_task_return_pointer (task, g_ptr_array_ref (queue->results), (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  if (queue->operation != NULL)
    {
      g_autofree char *name = g_filename_display_basename (file);

      sb_operation_report_progress (queue->operation, (double) queue->n_done / queue->n_files, name);
    }

  reading = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), read_cb, g_object_ref (task));
  g_task_set_source_tag (reading, read_next);
  data = g_new0 (Reading, 1);
  data->file = g_strdup (file);
  data->spec = queue->spec != NULL ? sb_import_spec_ref (queue->spec) : NULL;
  g_task_set_task_data (reading, data, reading_free);
  sb_worker_push (queue->reader, reading, G_PRIORITY_DEFAULT, read_draft);
}

void
sb_import_files_async (SbCatalogue *catalogue,
                       const char *const *files,
                       SbImportSpec *spec,
                       SbOperation *operation,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Queue *queue;

  g_return_if_fail (SB_IS_CATALOGUE (catalogue));
  g_return_if_fail (files != NULL);
  g_return_if_fail (operation == NULL || SB_IS_OPERATION (operation));

  queue = g_new0 (Queue, 1);
  queue->files = g_strdupv ((char **) files);
  queue->spec = spec != NULL ? sb_import_spec_ref (spec) : NULL;
  queue->n_files = g_strv_length (queue->files);
  queue->operation = operation != NULL ? g_object_ref (operation) : NULL;
  queue->file = sb_operation_new (NULL);
  g_signal_connect_swapped (queue->file, "notify::fraction", G_CALLBACK (progressed_cb), queue);
  queue->reader = sb_worker_new ("import-reader");
  queue->results = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_import_result_free);

  task = g_task_new (catalogue, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_import_files_async);
  g_task_set_task_data (task, queue, queue_free);
  read_next (task);
}

GPtrArray *
sb_import_files_finish (SbCatalogue *catalogue,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (g_task_is_valid (result, catalogue), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
