/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-graph-layout.h"

G_BEGIN_DECLS

/**
 * SbGraphFigure:
 *
 * A graph of actors as it is drawn, on screen and on paper alike. Nothing is told by
 * colour alone:
 *
 * - an actor has the symbol of its family (sb-symbol.h), a person a smaller one; one
 *   that is only possibly there is pale;
 * - a line that is whole is support, a dashed one with a cross on it opposition, dashes
 *   and dots are talks and kinship, a thin grey line with an arrow is who belongs to
 *   whom; a dotted one has no source, a pale one only possibly holds, a ring on it says
 *   that an extract contradicts it; the more independent sources, the wider it is;
 * - an alliance is a ground around its parties, with its name in the middle.
 *
 * Immutable and reference counted: drawn by any thread, each on its own cairo_t.
 */
typedef struct _SbGraphFigure SbGraphFigure;

/* Which part of the plane of the layout is drawn, and how large. */
typedef struct
{
  SbPoint origin; /* of the plane, at the upper left corner */
  double scale; /* user units of one unit of the plane */
  double width; /* user units */
  double height;
  double unit; /* user units in a logical pixel: of symbols and letters */
} SbGraphFrame;

/* What stands out. */
typedef struct
{
  int node; /* -1 for none: its ties are stronger, the others paler */
  GPtrArray *paths; /* (element-type SbGraphPath) (nullable): what is on none is pale */
  GArray *ringed; /* (element-type guint) (nullable): nodes with a ring around their symbol */
} SbGraphEmphasis;

#define SB_TYPE_GRAPH_FIGURE (sb_graph_figure_get_type ())

GType sb_graph_figure_get_type (void);

/* Takes references. @language: of the names. */
SbGraphFigure *sb_graph_figure_new (SbActorGraph *graph,
                                    SbGraphLayout *layout,
                                    SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
SbGraphFigure *sb_graph_figure_ref (SbGraphFigure *self);
void sb_graph_figure_unref (SbGraphFigure *self);

SbActorGraph *sb_graph_figure_get_graph (const SbGraphFigure *self);
SbGraphLayout *sb_graph_figure_get_layout (const SbGraphFigure *self);

/* The frame of that size in which all of it is seen, no larger than it was laid out. */
SbGraphFrame sb_graph_figure_fit (const SbGraphFigure *self,
                                  double width,
                                  double height,
                                  double unit);

/* Draws what the frame shows, without a background. @emphasis may be NULL. */
void sb_graph_figure_draw (const SbGraphFigure *self,
                           cairo_t *cr,
                           const SbGraphFrame *frame,
                           SbBasemapStyle style,
                           const SbGraphEmphasis *emphasis);

/* Where @node is, in user units of the frame, and how large its symbol. */
SbPoint sb_graph_figure_get_point (const SbGraphFigure *self,
                                   const SbGraphFrame *frame,
                                   guint node);
double sb_graph_figure_get_size (const SbGraphFigure *self,
                                 const SbGraphFrame *frame,
                                 guint node);

/* The node, or the tie, at a point of the frame; -1 for none. */
int sb_graph_figure_find_node (const SbGraphFigure *self,
                               const SbGraphFrame *frame,
                               double x,
                               double y);
int sb_graph_figure_find_tie (const SbGraphFigure *self,
                              const SbGraphFrame *frame,
                              double x,
                              double y);

/* Draws what the symbols and lines mean that are used, in a column of @width, and
 * returns its height; user units. */
double sb_graph_figure_draw_legend (const SbGraphFigure *self,
                                    cairo_t *cr,
                                    double width,
                                    double unit,
                                    SbBasemapStyle style);

/* "JNIM is allied with FLA", in the language of the figure. */
char *sb_graph_figure_describe_tie (const SbGraphFigure *self,
                                    guint tie) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbGraphFigure, sb_graph_figure_unref)

G_END_DECLS
