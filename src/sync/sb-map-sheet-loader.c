/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-map-sheet-loader.h"

#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-date.h"
#include "sb-record-builder.h"

/* What one of several maps shows of what happened, when no first day is given. */
#define DAYS_BEFORE 30

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

/* A map shows what the briefing of these days would. */
static gboolean
add_map (SbStore *store,
         SbMapSheet *sheet,
         const SbMapSheetRequest *request,
         int first_day,
         int last_day,
         int as_of,
         GError **error)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbBriefingInput) input = NULL;

  set_day (builder, SB_BRIEFING_FIRST, first_day);
  set_day (builder, SB_BRIEFING_LAST, last_day);
  set_day (builder, SB_BRIEFING_AS_OF, as_of);
  sb_record_builder_set_ref (builder, SB_BRIEFING_DOSSIER, request->dossier);
  briefing = sb_record_builder_end (builder);

  input = sb_briefing_loader_load (store, briefing, NULL, error);
  return input != NULL && sb_map_sheet_add (sheet, input, request->layers != 0 ? request->layers : SB_MAP_LAYERS_ALL);
}

SbMapSheet *
sb_map_sheet_load (SbStore *store,
                   SbBasemapPainter *painter,
                   const SbMapSheetRequest *request,
                   GError **error)
{
  g_autoptr (SbMapSheet) sheet = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (painter != NULL && request != NULL, NULL);
  g_return_val_if_fail (request->n_days <= SB_MAP_SHEET_MAX_MAPS, NULL);

  sheet = sb_map_sheet_new (painter, request->language, request->title);
  if (!sb_bounds_is_empty (&request->bounds))
    sb_map_sheet_set_bounds (sheet, &request->bounds);

  if (request->n_days == 0 &&
      !add_map (store, sheet, request, request->first_day, request->last_day, request->as_of, error))
    return NULL;

  for (guint i = 0; i < request->n_days; i++)
    {
      int day = request->days[i];
      int first = request->first_day != SB_DATE_DAY_MIN ? MIN (request->first_day, day) : day - DAYS_BEFORE + 1;

      if (!add_map (store, sheet, request, first, day, day, error))
        return NULL;
    }

  return g_steal_pointer (&sheet);
}
