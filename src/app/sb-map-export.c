/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-export.h"

#include "sb-export.h"
#include "sb-file-export.h"
#include "sb-query.h"

#include <glib/gi18n.h>

/* A4, lying; of a PNG, 200 dots an inch. */
static const SbMapSheetSize sheet_size = { .width = 842, .height = 595, .density = 200 / 72.0 };

static gboolean
write_picture (SbStore *store,
               const SbMapRequest *request,
               const char *path,
               SbMapSheetFormat format,
               GError **error)
{
  g_autoptr (SbMapSheet) sheet = sb_map_request_load (request, store, error);

  return sheet != NULL && sb_map_sheet_write (sheet, path, format, &sheet_size, error);
}

static gboolean
write_records (SbStore *store,
               const SbMapRequest *request,
               const char *path,
               SbExportFormat format,
               SbOperation *operation,
               GCancellable *cancellable,
               GError **error)
{
  const SbMapSheetRequest *shown = sb_map_request_get_order (request);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (SbIdSet) events = sb_map_sheet_list_events (store, shown, error);
  const SbExportRequest order = {
    .format = format,
    .kind = SB_KIND_EVENT,
    .language = shown->language,
    .query = query,
    .bounds = &shown->bounds,
    .events = events,
  };

  if (events == NULL)
    return FALSE;

  query->has_period = TRUE;
  query->first_day = shown->first_day;
  query->last_day = shown->last_day;
  query->has_as_of = TRUE;
  query->as_of = shown->as_of;
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
  const SbMapRequest *request = data;
  SbMapSheetFormat format;

  if (sb_map_sheet_format_from_path (path, &format))
    return write_picture (store, request, path, format, error);

  return write_records (store, request, path, g_str_has_suffix (path, ".csv") ? SB_EXPORT_CSV : SB_EXPORT_GEOJSON, operation,
                        cancellable, error);
}

/* Of several days there is a picture only. */
static gboolean
has_known_ending (const char *path,
                  guint n_days)
{
  SbMapSheetFormat format;

  return sb_map_sheet_format_from_path (path, &format) ||
         (n_days == 0 && (g_str_has_suffix (path, ".geojson") || g_str_has_suffix (path, ".csv")));
}

void
sb_map_export_async (SbContext *context,
                     SbSession *session,
                     const SbMapInView *view,
                     const int *days,
                     guint n_days,
                     const char *path,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (SB_IS_CONTEXT (context) && SB_IS_SESSION (session));
  g_return_if_fail (view != NULL && path != NULL && n_days <= SB_MAP_SHEET_MAX_MAPS);

  if (!has_known_ending (path, n_days))
    {
      g_task_report_new_error (context, callback, user_data, sb_map_export_async, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                               "No format of maps: %s", path);
      return;
    }

  sb_file_export_async (context, _ ("Exporting the map"), path, write_file, sb_map_request_new (session, view, days, n_days),
                        (GDestroyNotify) sb_map_request_free,
                        callback, user_data);
}
