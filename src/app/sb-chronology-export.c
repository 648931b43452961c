/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-chronology-export.h"

#include "sb-chronology-sheet-loader.h"
#include "sb-export.h"
#include "sb-query.h"

#include <glib/gi18n.h>

/* A4, lying; of a PNG, 200 dots an inch. */
static const SbMapSheetSize sheet_size = { .width = 842, .height = 595, .density = 200 / 72.0 };

typedef struct
{
  char *path; /* (owned) */
  SbChronologySheetRequest sheet; /* its filter is that below */
  SbEventFilter filter; /* (owned) */
  SbOperation *operation; /* (owned) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  sb_event_filter_clear (&request->filter);
  g_object_unref (request->operation);
  g_free (request->path);
  g_free (request);
}

static gboolean
write_sheet (SbStore *store,
             const Request *request,
             SbMapSheetFormat format,
             GError **error)
{
  g_autoptr (SbChronologySheet) sheet = sb_chronology_sheet_load (store, &request->sheet, error);

  return sheet != NULL && sb_chronology_sheet_write (sheet, request->path, format, &sheet_size, error);
}

static gboolean
write_table (SbStore *store,
             const Request *request,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  const SbExportRequest order = {
    .format = SB_EXPORT_CSV,
    .kind = SB_KIND_EVENT,
    .language = request->sheet.language,
    .query = query,
  };

  query->has_period = TRUE;
  query->first_day = request->sheet.moment.first_day;
  query->last_day = request->sheet.moment.last_day;
  query->has_as_of = TRUE;
  query->as_of = request->sheet.moment.as_of;
  query->flags = SB_QUERY_OLDEST_FIRST;
  return sb_export_write (store, &order, request->path, request->operation, cancellable, error) >= 0;
}

/* Run in the worker; returns anything but NULL when it is done. */
static gpointer
write_file (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Request *request = data;
  SbMapSheetFormat format;
  gboolean is_written;

  if (sb_map_sheet_format_from_path (request->path, &format))
    is_written = write_sheet (store, request, format, error);
  else
    is_written = write_table (store, request, cancellable, error);

  return is_written ? g_strdup (request->path) : NULL;
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SbOperation *operation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  sb_operation_complete (operation);
  if (path == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static Request *
create_request (SbContext *context,
                SbSession *session,
                SbChronologyOrder order,
                const SbEventFilter *filter,
                const char *path)
{
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->filter = sb_event_filter_copy (filter);
  request->sheet = (SbChronologySheetRequest) {
    .order = order,
    .language = sb_session_get_language (session),
    .moment = { sb_session_get_first_day (session), sb_session_get_last_day (session), sb_session_get_as_of (session) },
    .filter = &request->filter,
    .title = _ ("Chronology"),
    .width = sheet_size.width,
  };
  request->operation = sb_context_start_operation (context, _ ("Exporting the chronology"));
  return request;
}

void
sb_chronology_export_async (SbContext *context,
                            SbSession *session,
                            SbChronologyOrder order,
                            const SbEventFilter *filter,
                            const char *path,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  SbMapSheetFormat format;
  Request *request;

  g_return_if_fail (SB_IS_CONTEXT (context) && SB_IS_SESSION (session));
  g_return_if_fail (filter != NULL && path != NULL);

  task = g_task_new (context, NULL, callback, user_data);
  g_task_set_source_tag (task, sb_chronology_export_async);
  if (!sb_map_sheet_format_from_path (path, &format) && !g_str_has_suffix (path, ".csv"))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, "No format of chronologies: %s", path);
      return;
    }

  request = create_request (context, session, order, filter, path);
  g_task_set_task_data (task, g_object_ref (request->operation), g_object_unref);
  sb_catalogue_read_async (sb_context_get_catalogue (context), write_file, request, request_free, g_free,
                           sb_operation_get_cancellable (request->operation), written_cb, g_steal_pointer (&task));
}

gboolean
sb_chronology_export_finish (SbContext *context,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
