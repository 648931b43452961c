/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-actor-graph.h"
#include "sb-geometry.h"

G_BEGIN_DECLS

/**
 * SbGraphLayout:
 *
 * Where the nodes of a graph lie on a plane, in logical pixels at the scale of 1, y
 * downwards; found by graphviz. It remembers where nodes lay that are no longer there,
 * so that who comes back on another day comes back to the same place. Immutable,
 * reference counted, safe between threads.
 */
typedef struct _SbGraphLayout SbGraphLayout;

#define SB_TYPE_GRAPH_LAYOUT (sb_graph_layout_get_type ())

GType sb_graph_layout_get_type (void);

/* Lays out @graph. With @last (nullable), what lay somewhere then stays there, and what
 * is new finds a place around it; unless most of it is new. Takes seconds for thousands
 * of nodes: to be run in a worker. graphviz can only be left between its steps, and two
 * layouts never run at once, because it is not made for threads. Fails with
 * SB_ANALYSIS_ERROR_LAYOUT or %G_IO_ERROR_CANCELLED. */
SbGraphLayout *sb_graph_layout_new (SbActorGraph *graph,
                                    const SbGraphLayout *last,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbGraphLayout *sb_graph_layout_ref (SbGraphLayout *self);
void sb_graph_layout_unref (SbGraphLayout *self);

guint sb_graph_layout_get_n_nodes (const SbGraphLayout *self);
SbPoint sb_graph_layout_get_point (const SbGraphLayout *self,
                                   guint node);
/* What all points lie in; of no size when there is one or none. */
SbRect sb_graph_layout_get_bounds (const SbGraphLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbGraphLayout, sb_graph_layout_unref)

G_END_DECLS
