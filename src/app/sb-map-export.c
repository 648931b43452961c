/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-export.h"

#include "sb-date.h"
#include "sb-export.h"
#include "sb-file-export.h"
#include "sb-map-sheet-loader.h"
#include "sb-query.h"

#include <glib/gi18n.h>

/* A4, lying; of a PNG, 200 dots an inch. */
static const SbMapSheetSize sheet_size = { .width = 842, .height = 595, .density = 200 / 72.0 };

typedef struct
{
  SbBounds bounds;
  SbLanguage language;
  int first_day;
  int last_day;
  int as_of;
  int days[SB_MAP_SHEET_MAX_MAPS];
  guint n_days;
  SbMapLayers layers;
  guint types;
  guint min_fatalities;
  gint64 actor;
} Request;

static gboolean
write_picture (SbStore *store,
               const Request *request,
               const char *path,
               SbMapSheetFormat format,
               GError **error)
{
  const SbMapSheetRequest order = {
    .language = request->language,
    .bounds = request->bounds,
    .first_day = request->n_days > 0 ? SB_DATE_DAY_MIN : request->first_day,
    .last_day = request->last_day,
    .as_of = request->as_of,
    .days = request->days,
    .n_days = request->n_days,
    .layers = request->layers,
    .types = request->types,
    .min_fatalities = request->min_fatalities,
    .actor = request->actor,
  };
  g_autoptr (SbBasemap) basemap = sb_basemap_new (error);
  g_autoptr (SbBasemapPainter) painter = basemap != NULL ? sb_basemap_painter_new (basemap) : NULL;
  g_autoptr (SbMapSheet) sheet = painter != NULL ? sb_map_sheet_load (store, painter, &order, error) : NULL;

  return sheet != NULL && sb_map_sheet_write (sheet, path, format, &sheet_size, error);
}

static gboolean
write_records (SbStore *store,
               const Request *request,
               const char *path,
               SbExportFormat format,
               SbOperation *operation,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  const SbExportRequest order = {
    .format = format,
    .kind = SB_KIND_EVENT,
    .language = request->language,
    .query = query,
    .bounds = &request->bounds,
  };

  query->has_period = TRUE;
  query->first_day = request->first_day;
  query->last_day = request->last_day;
  query->has_as_of = TRUE;
  query->as_of = request->as_of;
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
                     const SbBounds *bounds,
                     SbMapLayers layers,
                     const int *days,
                     guint n_days,
                     const char *path,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Request *request;

  g_return_if_fail (SB_IS_CONTEXT (context) && SB_IS_SESSION (session));
  g_return_if_fail (bounds != NULL && path != NULL && n_days <= SB_MAP_SHEET_MAX_MAPS);

  if (!has_known_ending (path, n_days))
    {
      g_task_report_new_error (context, callback, user_data, sb_map_export_async, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                               "No format of maps: %s", path);
      return;
    }

  request = g_new0 (Request, 1);
  request->bounds = *bounds;
  request->language = sb_session_get_language (session);
  request->first_day = sb_session_get_first_day (session);
  request->last_day = sb_session_get_last_day (session);
  request->as_of = sb_session_get_as_of (session);
  request->layers = layers;
  request->types = sb_session_get_event_types (session);
  request->min_fatalities = sb_session_get_min_fatalities (session);
  request->actor = sb_session_get_event_actor (session) != NULL ? sb_ref_get_id (sb_session_get_event_actor (session)) : 0;
  request->n_days = n_days;
  for (guint i = 0; i < n_days; i++)
    request->days[i] = days[i];
  sb_file_export_async (context, _ ("Exporting the map"), path, write_file, request, g_free, callback, user_data);
}
