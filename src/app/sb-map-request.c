/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-request.h"

#include "sb-date.h"

struct _SbMapRequest
{
  SbMapSheetRequest order; /* its lists are those below */
  int days[SB_MAP_SHEET_MAX_MAPS];
  double opacities[SB_N_MAP_LAYERS];
  GPtrArray *overlays; /* (owned) (nullable) */
  SbMapWay *way; /* (owned) (nullable) */
  SbPosition way_ends[2];
};

SbMapRequest *
sb_map_request_new (SbSession *session,
                    const SbMapInView *view,
                    const int *days,
                    guint n_days)
{
  SbMapRequest *self;
  SbRef *actor;

  g_return_val_if_fail (SB_IS_SESSION (session), NULL);
  g_return_val_if_fail (view != NULL && n_days <= SB_MAP_SHEET_MAX_MAPS, NULL);

  self = g_new0 (SbMapRequest, 1);
  actor = sb_session_get_event_actor (session);
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
sb_map_request_free (SbMapRequest *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->overlays, g_ptr_array_unref);
  g_clear_pointer (&self->way, sb_map_way_unref);
  g_free (self);
}

const SbMapSheetRequest *
sb_map_request_get_order (const SbMapRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->order;
}

SbMapSheet *
sb_map_request_load (const SbMapRequest *self,
                     SbStore *store,
                     GError **error)
{
  g_autoptr (SbBasemap) basemap = NULL;
  g_autoptr (SbBasemapPainter) painter = NULL;

  g_return_val_if_fail (self != NULL && SB_IS_STORE (store), NULL);

  basemap = sb_basemap_new (error);
  if (basemap == NULL)
    return NULL;

  painter = sb_basemap_painter_new (basemap);
  return sb_map_sheet_load (store, painter, &self->order, error);
}
