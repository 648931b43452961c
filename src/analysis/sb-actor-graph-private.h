/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-actor-graph.h"

G_BEGIN_DECLS

/* What the files that make up the graph share. */

struct _SbActorGraph
{
  gatomicrefcount ref_count;
  int as_of;
  guint n_lone;
  GArray *nodes; /* (owned) (element-type SbGraphNode): their records are owned */
  GArray *ties; /* (owned) (element-type SbGraphTie): their records are owned */
  GArray *incident; /* (owned) (element-type guint): ties by node */
  GArray *first_incident; /* (owned) (element-type guint): by node, and the end */
  GHashTable *ids; /* (owned): id of a record to node + 1 */
};

/* The other end of @tie. */
static inline guint
_sb_graph_tie_get_other (const SbGraphTie *tie,
                         guint node)
{
  return tie->from == node ? tie->to : tie->from;
}

G_END_DECLS
