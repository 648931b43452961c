/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-corridor-network.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

struct _SbCorridorNetwork
{
  gatomicrefcount ref_count;
  SbGazetteer *gazetteer; /* (owned) */
  GStringChunk *texts; /* (owned) */
  GArray *roads; /* (owned) (element-type SbCorridorRoad) */
  GPtrArray *stops; /* (owned): one array of SbCorridorStop a road */
  GPtrArray *places; /* (owned) (element-type SbGazetteerPlace), by node */
  GHashTable *nodes; /* (owned): place to node + 1 */
  GArray *legs; /* (owned) (element-type SbCorridorLeg) */
  GHashTable *pairs; /* (owned): two nodes to leg + 1 */
  GArray *links; /* (owned) (element-type SbCorridorLink): by node */
  GArray *first_links; /* (owned) (element-type guint): by node, and the end */
  GHashTable *settled; /* (owned): leg + 1, whose kilometres were spread */
  GArray *services; /* (owned) (element-type SbCorridorService) */
};

/* Fills @self, which is empty, with the roads of @root, which is anybody's JSON. In
 * sb-corridor-network-reading.c. */
gboolean _sb_corridor_network_read (SbCorridorNetwork *self,
                                    JsonNode *root,
                                    GError **error);

G_END_DECLS
