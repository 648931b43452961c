/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-network.h"

G_BEGIN_DECLS

/* Making one network of the shipped roads and the corridors of a catalogue. */

typedef struct
{
  double km;
  gboolean is_estimated;
  gboolean is_track;
} SbRoadLength;

typedef struct
{
  guint place;
  double km; /* from the start of the corridor; below 0 when it is not said */
} SbRoadStop;

/* A corridor of the catalogue. */
typedef struct
{
  SbRecord *record; /* (owned) */
  GArray *stops; /* (owned) (element-type SbRoadStop) */
  int shipped; /* the road that it is; -1 for none */
  GArray *chain; /* (owned) (element-type guint) all its places */
} SbRoadCorridor;

typedef struct
{
  SbCorridorNetwork *shipped; /* (unowned) (nullable) */
  GArray *places; /* (owned) (element-type SbRoadPlace): first those of shipped */
  GPtrArray *owned; /* (owned): what the places point to */
  GHashTable *records; /* (owned) (element-type gint64 SbRecord) places by id */
  GPtrArray *record_refs; /* (owned) (element-type SbRef) of them */
  GHashTable *bound; /* (owned) (element-type gint64) id to place + 1 */
  GHashTable *names; /* (owned) (element-type utf8 GArray) folded, of shipped places */
  GHashTable *lengths; /* (owned): two places to SbRoadLength */
  GPtrArray *chains; /* (owned) (element-type GArray of guint): the shipped roads */
  GPtrArray *corridors; /* (owned) (element-type SbRoadCorridor) */
} SbRoadMerge;

double _sb_road_merge_get_distance (SbRoadMerge *self,
                                    guint from,
                                    guint to);

/* Which places of the catalogue are which (sb-road-places.c). */
void _sb_road_merge_begin_places (SbRoadMerge *self,
                                  GPtrArray *records);
void _sb_road_merge_end_places (SbRoadMerge *self);
/* The place of a stop of a corridor; FALSE when nobody knows where it is. */
gboolean _sb_road_merge_ensure_stop (SbRoadMerge *self,
                                     SbRecord *stop,
                                     guint *place);

G_END_DECLS
