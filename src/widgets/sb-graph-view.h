/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-graph-figure.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbGraphView:
 *
 * A graph of actors that is moved about and looked into. It is painted by a worker,
 * somewhat larger than the view; while it moves, the last picture is shown where it
 * belongs. The chosen node and the session's selection follow each other.
 *
 * With the pointer: drag to move, scroll to zoom, click to select, twice to focus.
 * With the keyboard: arrows walk from node to node, n and p along the ties of the
 * selected one, Enter selects, f focuses, + - 0 zoom and fit, Escape clears.
 *
 * Signals: "focus-requested" (SbRecord), "menu-requested" (SbRecord, double x, double
 * y), "cleared": what the graph was narrowed to, or which way is shown, is to go.
 */
#define SB_TYPE_GRAPH_VIEW (sb_graph_view_get_type ())

G_DECLARE_FINAL_TYPE (SbGraphView, sb_graph_view, SB, GRAPH_VIEW, GtkWidget)

GtkWidget *sb_graph_view_new (void);

void sb_graph_view_set_session (SbGraphView *self,
                                SbSession *session);

/* Shows another figure; NULL for none. The first one is fitted into the view; later
 * ones are seen from where the last one was. Takes a reference. */
void sb_graph_view_set_figure (SbGraphView *self,
                               SbGraphFigure *figure);
SbGraphFigure *sb_graph_view_get_figure (SbGraphView *self); /* (nullable) */

/* Ways between two actors that stand out (element-type SbGraphPath) (nullable); of the
 * graph of the figure that is shown: another figure forgets them. */
void sb_graph_view_set_paths (SbGraphView *self,
                              GPtrArray *paths);

/* Actors whose symbols have a ring (element-type SbRef) (nullable), as far as they are in
 * the figure, and in those after it. Takes a reference. */
void sb_graph_view_set_ringed (SbGraphView *self,
                               GPtrArray *actors);

/* Shows all of it, or enlarges it about the middle of the view. */
void sb_graph_view_fit (SbGraphView *self);
void sb_graph_view_zoom (SbGraphView *self,
                         double factor);
/* Moves it, logical pixels. */
void sb_graph_view_pan (SbGraphView *self,
                        double dx,
                        double dy);

/* Which part of the figure is in view; of no size before it is shown. */
SbGraphFrame sb_graph_view_get_frame (SbGraphView *self);

/* Whether what is shown was painted for the view as it is. */
gboolean sb_graph_view_is_painted (SbGraphView *self);

G_END_DECLS
