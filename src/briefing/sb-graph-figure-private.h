/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <pango/pango.h>

#include "sb-graph-figure.h"

G_BEGIN_DECLS

/* How strong what only possibly holds is drawn. */
#define SB_GRAPH_POSSIBLE 0.5

/* What the files that make up the figure share. */

struct _SbGraphFigure
{
  gatomicrefcount ref_count;
  SbActorGraph *graph; /* (owned) */
  SbGraphLayout *layout; /* (owned) */
  SbLanguage language;
  double *bends; /* (owned) by tie: how far its middle lies aside, in the plane */
};

/* The colours of one style; each channel from 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
} SbGraphColour;

SbGraphColour _sb_graph_get_stance_colour (SbGraphStance stance,
                                           SbBasemapStyle style);
SbGraphColour _sb_graph_get_text_colour (SbBasemapStyle style);
SbGraphColour _sb_graph_get_paper_colour (SbBasemapStyle style);

/* A line from one point to another, @bend aside of the middle. */
typedef struct
{
  SbPoint from;
  SbPoint middle; /* control point of a curve */
  SbPoint to;
  gboolean is_bent; /* otherwise it is straight */
} SbGraphLine;

SbGraphLine _sb_graph_figure_get_line (const SbGraphFigure *self,
                                       const SbGraphFrame *frame,
                                       guint tie);

/* How wide the line of a tie is: the wider, the more sources it has. */
double _sb_graph_get_tie_width (const SbGraphTie *tie,
                                double unit);
/* Strokes @line as @tie says; @strength from 0 to 1. */
void _sb_graph_draw_tie (cairo_t *cr,
                         const SbGraphTie *tie,
                         const SbGraphLine *line,
                         double unit,
                         SbBasemapStyle style,
                         double strength,
                         gboolean is_strong);

/* The ground of an alliance around points. */
void _sb_graph_draw_ground (cairo_t *cr,
                            const SbPoint *points,
                            guint n_points,
                            double radius,
                            double unit,
                            SbBasemapStyle style,
                            SbCertainty certainty,
                            double strength);

/* Writes the names that find room (sb-graph-names.c). @is_pale (nullable) is by node. */
void _sb_graph_figure_draw_names (const SbGraphFigure *self,
                                  cairo_t *cr,
                                  const SbGraphFrame *frame,
                                  SbBasemapStyle style,
                                  const SbGraphEmphasis *emphasis,
                                  const gboolean *is_pale);

/* What a node is called on the figure. */
const char *_sb_graph_figure_get_name (const SbGraphFigure *self,
                                       guint node);

/* sb_graph_figure_draw_legend() in both languages, that of the figure first. */
double _sb_graph_figure_draw_legend_pair (const SbGraphFigure *self,
                                          cairo_t *cr,
                                          double width,
                                          double unit,
                                          SbBasemapStyle style);

G_END_DECLS
