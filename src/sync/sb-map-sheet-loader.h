/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-sheet.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* What is to be on a sheet. */
typedef struct
{
  SbLanguage language;
  const char *title; /* (nullable) */
  SbBounds bounds; /* empty for what there is to show */
  SbRef *dossier; /* (nullable) for the whole catalogue */
  SbMapLayers layers;

  /* What the window has beside records, as in #SbMapScene. */
  GPtrArray *overlays; /* (not owned) (nullable) (element-type SbOverlay) (nullable elements) */
  SbMapWay *way; /* (not owned) (nullable) */

  /* Instead of @way: the two ends of one that is looked for on the day of each map; each
   * end is the place on the roads that is no farther than a kilometre. */
  const SbPosition *way_ends; /* (not owned) (nullable) */
  const double *opacities; /* (not owned) (nullable) SB_N_MAP_LAYERS */

  /* Which events: bits 1 << SbEventType, the least number of deaths, and an actor in
   * them (0 for any). */
  guint types;
  guint min_fatalities;
  gint64 actor;

  /* One map: what happened from the first day to the last, and what holds on the day
   * as_of. SB_DATE_DAY_MIN and SB_DATE_DAY_MAX are open ends. */
  int first_day;
  int last_day;
  int as_of;

  /* Instead, several maps: what holds on each of these days, and what happened from
   * the first day, or else in the thirty days that end with each. */
  const int *days;
  guint n_days; /* at most SB_MAP_SHEET_MAX_MAPS */
} SbMapSheetRequest;

/* Loads what the maps show from the catalogue, with its evidence: the scene that the
 * window would draw. Blocks. */
SbMapSheet *sb_map_sheet_load (SbStore *store,
                               SbBasemapPainter *painter,
                               const SbMapSheetRequest *request,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The events that a map of @request shows, whatever its bounds: of its period, its day,
 * its types, deaths and actor; of one map, not of several days. Blocks. */
SbIdSet *sb_map_sheet_list_events (SbStore *store,
                                   const SbMapSheetRequest *request,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
