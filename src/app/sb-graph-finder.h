/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-graph-figure.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbGraphFinder:
 *
 * The graph of actors on the as-of day of a session, narrowed by a filter: read from
 * the catalogue, and laid out by a worker of its own, because that may take seconds.
 * Who stays on another day stays where it was. It follows the session and the catalogue,
 * a little behind while the day is dragged. Main thread.
 *
 * Signal "changed": there is another figure, or an error, or it began or ended to work.
 */
#define SB_TYPE_GRAPH_FINDER (sb_graph_finder_get_type ())

G_DECLARE_FINAL_TYPE (SbGraphFinder, sb_graph_finder, SB, GRAPH_FINDER, GObject)

/* Begins to read at once. */
SbGraphFinder *sb_graph_finder_new (SbCatalogue *catalogue,
                                    SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

void sb_graph_finder_set_filter (SbGraphFinder *self,
                                 const SbGraphFilter *filter);

/* Lays it out from nothing. */
void sb_graph_finder_rearrange (SbGraphFinder *self);

/* Borrowed; NULL before the first one is there. */
SbGraphFigure *sb_graph_finder_get_figure (SbGraphFinder *self); /* (nullable) */
/* What went wrong the last time; NULL when nothing did. */
const GError *sb_graph_finder_get_error (SbGraphFinder *self); /* (nullable) */
gboolean sb_graph_finder_is_busy (SbGraphFinder *self);

G_END_DECLS
