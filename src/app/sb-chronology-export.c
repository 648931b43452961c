/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-chronology-export.h"

#include "sb-chronology-sheet-loader.h"
#include "sb-export.h"
#include "sb-file-export.h"
#include "sb-query.h"

#include <glib/gi18n.h>

/* A4, lying; of a PNG, 200 dots an inch. */
static const SbMapSheetSize sheet_size = { .width = 842, .height = 595, .density = 200 / 72.0 };

typedef struct
{
  SbChronologySheetRequest sheet; /* its filter is that below */
  SbEventFilter filter; /* (owned) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  sb_event_filter_clear (&request->filter);
  g_free (request);
}

static gboolean
write_sheet (SbStore *store,
             const Request *request,
             const char *path,
             SbMapSheetFormat format,
             GError **error)
{
  g_autoptr (SbChronologySheet) sheet = sb_chronology_sheet_load (store, &request->sheet, error);

  return sheet != NULL && sb_chronology_sheet_write (sheet, path, format, &sheet_size, error);
}

static gboolean
write_table (SbStore *store,
             const Request *request,
             const char *path,
             SbOperation *operation,
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
  return sb_export_write (store, &order, path, operation, cancellable, error) >= 0;
}

/* An #SbFileExportFunc. */
static gboolean
write_file (SbStore *store,
            const char *path,
            gpointer data,
            SbOperation *operation,
            GCancellable *cancellable,
            GError **error)
{
  const Request *request = data;
  SbMapSheetFormat format;

  if (sb_map_sheet_format_from_path (path, &format))
    return write_sheet (store, request, path, format, error);

  return write_table (store, request, path, operation, cancellable, error);
}

static Request *
create_request (SbSession *session,
                SbChronologyOrder order,
                const SbEventFilter *filter)
{
  Request *request = g_new0 (Request, 1);

  request->filter = sb_event_filter_copy (filter);
  request->sheet = (SbChronologySheetRequest) {
    .order = order,
    .language = sb_session_get_language (session),
    .moment = { sb_session_get_first_day (session), sb_session_get_last_day (session), sb_session_get_as_of (session) },
    .filter = &request->filter,
    .title = _ ("Chronology"),
    .width = sheet_size.width,
  };
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
  SbMapSheetFormat format;

  g_return_if_fail (SB_IS_CONTEXT (context) && SB_IS_SESSION (session));
  g_return_if_fail (filter != NULL && path != NULL);

  if (!sb_map_sheet_format_from_path (path, &format) && !g_str_has_suffix (path, ".csv"))
    {
      g_task_report_new_error (context, callback, user_data, sb_chronology_export_async, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                               "No format of chronologies: %s", path);
      return;
    }

  sb_file_export_async (context, _ ("Exporting the chronology"), path, write_file, create_request (session, order, filter), request_free,
                        callback, user_data);
}
