/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-map-sheet-loader.h"

#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-date.h"
#include "sb-event-index-loader.h"
#include "sb-query.h"
#include "sb-record-builder.h"
#include "sb-road-loader.h"
#include "sb-road-map-way.h"
#include "sb-store-export.h"

/* What one of several maps shows of what happened, when no first day is given. */
#define DAYS_BEFORE 30

/* An end of a way is a place on the roads, which is no farther from it. */
#define SAME_KM 1.0

static void
set_day (SbRecordBuilder *builder,
         guint field,
         int day)
{
  g_autoptr (SbDate) date = NULL;

  if (day == SB_DATE_DAY_MIN || day == SB_DATE_DAY_MAX)
    return;

  date = sb_date_new_for_day (day);
  sb_record_builder_set_date (builder, field, date);
}

/* What all maps have in common. */
typedef struct
{
  SbStore *store;
  SbMapSheet *sheet;
  const SbMapSheetRequest *request;
  SbEventIndex *events; /* (owned) */
  SbIdSet *ids; /* (owned) (nullable) the events that are meant */
} Loading;

static void
loading_clear (Loading *self)
{
  g_clear_pointer (&self->events, sb_event_index_unref);
  g_clear_pointer (&self->ids, sb_id_set_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loading, loading_clear)

/* The events as the window has them: all, and which of them are meant. */
static gboolean
load_events (Loading *self,
             GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GArray) ids = NULL;

  self->events = sb_event_index_load (self->store, error);
  if (self->events == NULL)
    return FALSE;
  if (self->request->actor == 0 && self->request->dossier == NULL)
    return TRUE;

  query->actor = self->request->actor;
  query->dossier = self->request->dossier != NULL ? sb_ref_get_id (self->request->dossier) : 0;
  ids = sb_store_list_ids (self->store, query, error);
  self->ids = ids != NULL ? sb_id_set_new (ids) : NULL;
  return self->ids != NULL;
}

/* The way that is asked for, as it is on the day; one whose ends are on no road is
 * drawn as its ends alone. */
static gboolean
load_way (const Loading *self,
          int day,
          SbMapWay **way,
          GError **error)
{
  const SbMapSheetRequest *request = self->request;
  gint64 dossier = request->dossier != NULL ? sb_ref_get_id (request->dossier) : 0;
  g_autoptr (SbRoadPicture) picture = NULL;
  g_autoptr (SbRoadRoute) route = NULL;
  const SbRoadNetwork *network;
  guint ends[2];

  if (request->way_ends == NULL)
    {
      *way = request->way != NULL ? sb_map_way_ref (request->way) : NULL;
      return TRUE;
    }

  picture = sb_road_picture_load (self->store, NULL, day, dossier, SB_DATE_DAY_MAX, error);
  if (picture == NULL)
    return FALSE;

  network = sb_road_conditions_get_network (picture->conditions);
  if (sb_road_network_find_nearest (network, request->way_ends[0], SAME_KM, &ends[0]) &&
      sb_road_network_find_nearest (network, request->way_ends[1], SAME_KM, &ends[1]))
    route = sb_road_route_new (picture->conditions, ends[0], ends[1]);
  *way = route != NULL ? sb_road_route_create_map_way (route)
                       : sb_map_way_new (NULL, SB_MAP_WAY_DEFAULT, &request->way_ends[0], &request->way_ends[1], NULL);
  return TRUE;
}

static gboolean
add_map (const Loading *self,
         int first_day,
         int last_day,
         int as_of,
         GError **error)
{
  const SbMapSheetRequest *request = self->request;
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);
  SbEventFilter filter = { first_day, last_day, 0, request->types, request->min_fatalities, self->ids };
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (SbMapWay) way = NULL;

  set_day (builder, SB_BRIEFING_FIRST, first_day);
  set_day (builder, SB_BRIEFING_LAST, last_day);
  set_day (builder, SB_BRIEFING_AS_OF, as_of);
  sb_record_builder_set_ref (builder, SB_BRIEFING_DOSSIER, request->dossier);
  briefing = sb_record_builder_end (builder);

  input = sb_briefing_loader_load (self->store, briefing, NULL, error);
  if (input == NULL)
    return FALSE;

  filter.as_of = sb_briefing_input_get_as_of (input);
  return load_way (self, filter.as_of, &way, error) &&
         sb_map_sheet_add (self->sheet, input, request->layers, &(SbMapScene) { self->events, &filter, request->overlays, way, request->opacities });
}

SbMapSheet *
sb_map_sheet_load (SbStore *store,
                   SbBasemapPainter *painter,
                   const SbMapSheetRequest *request,
                   GError **error)
{
  g_autoptr (SbMapSheet) sheet = NULL;
  g_auto (Loading) loading = { 0 };

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (painter != NULL && request != NULL, NULL);
  g_return_val_if_fail (request->n_days <= SB_MAP_SHEET_MAX_MAPS, NULL);

  sheet = sb_map_sheet_new (painter, request->language, request->title);
  if (!sb_bounds_is_empty (&request->bounds))
    sb_map_sheet_set_bounds (sheet, &request->bounds);
  loading.store = store;
  loading.sheet = sheet;
  loading.request = request;
  if (!load_events (&loading, error))
    return NULL;

  if (request->n_days == 0 &&
      !add_map (&loading, request->first_day, request->last_day, request->as_of, error))
    return NULL;

  for (guint i = 0; i < request->n_days; i++)
    {
      int day = request->days[i];
      int first = request->first_day != SB_DATE_DAY_MIN ? MIN (request->first_day, day) : day - DAYS_BEFORE + 1;

      if (!add_map (&loading, first, day, day, error))
        return NULL;
    }

  return g_steal_pointer (&sheet);
}

SbIdSet *
sb_map_sheet_list_events (SbStore *store,
                          const SbMapSheetRequest *request,
                          GError **error)
{
  /* What is nowhere is on no map. */
  static const SbPoint world[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
  g_auto (Loading) loading = { .store = store, .request = request };
  g_autoptr (GArray) ids = NULL;
  SbEventFilter filter;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  if (!load_events (&loading, error))
    return NULL;

  filter = (SbEventFilter) { request->first_day, request->last_day, request->as_of, request->types, request->min_fatalities, loading.ids };
  ids = sb_event_index_list_within (loading.events, &filter, world, G_N_ELEMENTS (world));
  return sb_id_set_new (ids);
}
