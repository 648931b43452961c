/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-graph-view.h"

#include "sb-picture.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/* What the files that make up the view share. */

struct _SbGraphView
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  SbGraphFigure *figure; /* (owned) (nullable) */
  GPtrArray *paths; /* (owned) (nullable) (element-type SbGraphPath) */
  GPtrArray *ringed; /* (owned) (nullable) (element-type SbRef) */

  SbPoint origin; /* of the plane, at the upper left corner */
  double scale; /* 0 before it was fitted */
  gboolean is_fitted; /* and nobody has moved it since */

  SbWorker *worker; /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) while it is painted */
  SbPicture *picture; /* (owned) (nullable) */
  SbGraphFrame shown; /* what the picture shows */
  gboolean is_stale; /* something changed since the painting was begun */

  int cursor; /* the node that the keyboard is at; -1 for none */
  int hovered; /* the node below the pointer; -1 for none */
  guint step; /* of the ties of the cursor: which was walked last */
  SbPoint drag_origin; /* of the plane, when the drag began */
  double pinch_scale; /* when the pinch began */
  SbPoint pointer; /* where it is */
};

/* Another part of the figure, or another thing in it, is to be shown. */
void _sb_graph_view_renew (SbGraphView *self);

/* The session's selection as a node; -1 for none. */
int _sb_graph_view_get_selected (SbGraphView *self);

/* Moves the keyboard to @node, which is brought into view and told to screen readers. */
void _sb_graph_view_set_cursor (SbGraphView *self,
                                int node);

void _sb_graph_view_zoom_at (SbGraphView *self,
                             double factor,
                             double x,
                             double y);

/* Of the class and of a new view (sb-graph-view-input.c). */
void _sb_graph_view_class_install_keys (GtkWidgetClass *klass);
void _sb_graph_view_add_gestures (SbGraphView *self);

/* What is said of a node, or of a tie, when it is looked at. */
char *_sb_graph_view_describe_node (SbGraphView *self,
                                    guint node) G_GNUC_WARN_UNUSED_RESULT;
char *_sb_graph_view_describe_tie (SbGraphView *self,
                                   guint tie) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
