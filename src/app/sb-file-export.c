/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-file-export.h"

typedef struct
{
  char *path; /* (owned) */
  SbFileExportFunc write;
  gpointer data; /* (owned) */
  GDestroyNotify free_data;
  SbOperation *operation; /* (owned) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  request->free_data (request->data);
  g_object_unref (request->operation);
  g_free (request->path);
  g_free (request);
}

/* Run in the worker; returns anything but NULL when it is done. */
static gpointer
write_file (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Request *request = data;

  return request->write (store, request->path, request->data, request->operation, cancellable, error) ? g_strdup (request->path) : NULL;
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  sb_operation_complete (g_task_get_task_data (task));
  if (path == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
sb_file_export_async (SbContext *context,
                      const char *title,
                      const char *path,
                      SbFileExportFunc write,
                      gpointer data,
                      GDestroyNotify free_data,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (SB_IS_CONTEXT (context));
  g_return_if_fail (title != NULL && path != NULL && write != NULL && free_data != NULL);

  task = g_task_new (context, NULL, callback, user_data);
  g_task_set_source_tag (task, sb_file_export_async);
  request = g_new0 (Request, 1);
  request->path = g_strdup (path);
  request->write = write;
  request->data = data;
  request->free_data = free_data;
  request->operation = sb_context_start_operation (context, title);
  g_task_set_task_data (task, g_object_ref (request->operation), g_object_unref);
  sb_catalogue_read_async (sb_context_get_catalogue (context), write_file, request, request_free, g_free,
                           sb_operation_get_cancellable (request->operation), written_cb, g_steal_pointer (&task));
}

gboolean
sb_file_export_finish (SbContext *context,
                       GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
