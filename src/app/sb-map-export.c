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
  SbMapSheetRequest order; /* its lists are those below */
  int days[SB_MAP_SHEET_MAX_MAPS];
  double opacities[SB_N_MAP_LAYERS];
  GPtrArray *overlays; /* (owned) (nullable) */
  SbMapWay *way; /* (owned) (nullable) */
  SbPosition way_ends[2];
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->overlays, g_ptr_array_unref);
  g_clear_pointer (&request->way, sb_map_way_unref);
  g_free (request);
}

static gboolean
write_picture (SbStore *store,
               const Request *request,
               const char *path,
               SbMapSheetFormat format,
               GError **error)
{
  g_autoptr (SbBasemap) basemap = sb_basemap_new (error);
  g_autoptr (SbBasemapPainter) painter = basemap != NULL ? sb_basemap_painter_new (basemap) : NULL;
  g_autoptr (SbMapSheet) sheet = painter != NULL ? sb_map_sheet_load (store, painter, &request->order, error) : NULL;

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
  g_autoptr (SbIdSet) events = sb_map_sheet_list_events (store, &request->order, error);
  const SbExportRequest order = {
    .format = format,
    .kind = SB_KIND_EVENT,
    .language = request->order.language,
    .query = query,
    .bounds = &request->order.bounds,
    .events = events,
  };

  if (events == NULL)
    return FALSE;

  query->has_period = TRUE;
  query->first_day = request->order.first_day;
  query->last_day = request->order.last_day;
  query->has_as_of = TRUE;
  query->as_of = request->order.as_of;
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

static Request *
create_request (SbSession *session,
                const SbMapInView *view,
                const int *days,
                guint n_days)
{
  Request *self = g_new0 (Request, 1);
  SbRef *actor = sb_session_get_event_actor (session);

  self->order = (SbMapSheetRequest) {
    .language = sb_session_get_language (session),
    .bounds = view->bounds,
    .layers = view->layers,
    .types = sb_session_get_event_types (session),
    .min_fatalities = sb_session_get_min_fatalities (session),
    .actor = actor != NULL ? sb_ref_get_id (actor) : 0,
    .first_day = n_days > 0 ? SB_DATE_DAY_MIN : sb_session_get_first_day (session),
    .last_day = sb_session_get_last_day (session),
    .as_of = sb_session_get_as_of (session),
    .days = self->days,
    .n_days = n_days,
    .opacities = self->opacities,
  };
  for (guint i = 0; i < n_days; i++)
    self->days[i] = days[i];
  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    self->opacities[i] = view->opacities[i];
  self->overlays = view->overlays != NULL ? g_ptr_array_ref (view->overlays) : NULL;
  self->way = view->way != NULL ? sb_map_way_ref (view->way) : NULL;
  self->order.overlays = self->overlays;
  self->order.way = self->way;
  /* The way that is shown is that of one day. */
  if (n_days > 0 && self->way != NULL && sb_map_way_get_end (self->way, SB_MAP_WAY_START, &self->way_ends[0]) &&
      sb_map_way_get_end (self->way, SB_MAP_WAY_GOAL, &self->way_ends[1]))
    self->order.way_ends = self->way_ends;
  return self;
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

  sb_file_export_async (context, _ ("Exporting the map"), path, write_file, create_request (session, view, days, n_days), request_free,
                        callback, user_data);
}
