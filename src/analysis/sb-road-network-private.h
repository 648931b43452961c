/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-network.h"

G_BEGIN_DECLS

/* The ports of one capital. */
typedef struct
{
  guint capital;
  GArray *ports; /* (owned) (element-type guint) */
} SbRoadService;

struct _SbRoadNetwork
{
  gatomicrefcount ref_count;
  GStringChunk *texts; /* (owned) */
  GPtrArray *lists; /* (owned): what roads and places point to */
  GPtrArray *refs; /* (owned) (element-type SbRef) */
  GArray *places; /* (owned) (element-type SbRoadPlace) */
  GArray *legs; /* (owned) (element-type SbRoadLeg) */
  GHashTable *pairs; /* (owned): two places to leg + 1 */
  GArray *roads; /* (owned) (element-type SbRoad) */
  GArray *shipped; /* (owned) (element-type SbRoad): whole, of those with a record */
  GArray *links; /* (owned) (element-type SbRoadLink): by place */
  GArray *first_links; /* (owned) (element-type guint): by place, and the end */
  GPtrArray *leg_roads; /* (owned) (element-type SbRoad): by leg */
  GArray *first_roads; /* (owned) (element-type guint): by leg, and the end */
  GHashTable *keys; /* (owned): key to place + 1 */
  GHashTable *names; /* (owned) (element-type utf8 GArray): folded name to places */
  GHashTable *ids; /* (owned): id of a record to place + 1 */
  GArray *services; /* (owned) (element-type SbRoadService) */
};

G_END_DECLS
