/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-chronology-sheet-loader.h"

#include "sb-chronology-loader.h"
#include "sb-event-index-loader.h"
#include "sb-store-export.h"

/* The events of a dossier. */
static SbIdSet *
load_members (SbStore *store,
              gint64 dossier,
              GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GArray) ids = NULL;

  query->dossier = dossier;
  ids = sb_store_list_ids (store, query, error);
  return ids != NULL ? sb_id_set_new (ids) : NULL;
}

static SbChronology *
load_chronology (SbStore *store,
                 const SbChronologySheetRequest *request,
                 GError **error)
{
  g_autoptr (SbEventIndex) index = sb_event_index_load (store, error);
  g_autoptr (SbIdSet) members = NULL;
  SbEventFilter filter = request->filter != NULL ? *request->filter : SB_EVENT_FILTER_ALL;

  if (index == NULL)
    return NULL;

  if (request->dossier != 0)
    {
      members = load_members (store, request->dossier, error);
      if (members == NULL)
        return NULL;
      filter.ids = members;
    }

  return sb_chronology_load (store, request->order, index, &filter, request->dossier, &request->moment, error);
}

SbChronologySheet *
sb_chronology_sheet_load (SbStore *store,
                          const SbChronologySheetRequest *request,
                          GError **error)
{
  g_autoptr (SbChronology) chronology = NULL;
  g_autoptr (SbChronologySheet) sheet = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (request != NULL && request->width > 0, NULL);

  chronology = load_chronology (store, request, error);
  if (chronology == NULL)
    return NULL;

  sheet = sb_chronology_sheet_new (chronology, request->language, &request->moment, request->title);
  ids = sb_chronology_sheet_list_titled (sheet, request->width);
  records = sb_store_get_all (store, SB_KIND_EVENT, ids, error);
  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);

      sb_chronology_sheet_set_title_of (sheet, sb_record_get_id (record), sb_record_get_title (record, request->language));
    }

  return g_steal_pointer (&sheet);
}
