/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-basemap-style.h"
#include "sb-drawing.h"
#include "sb-drawings.h"
#include "sb-geometry.h"
#include "sb-painted-layer.h"
#include "sb-session.h"

G_BEGIN_DECLS

typedef enum
{
  SB_DRAWING_TOOL_NONE, /* a click on a drawing selects it in the session */
  SB_DRAWING_TOOL_AREA,
  SB_DRAWING_TOOL_LINE,
  SB_DRAWING_TOOL_ARROW,
  SB_DRAWING_TOOL_LABEL,
  SB_DRAWING_TOOL_SELECT, /* its points can be moved, and it removed */
} SbDrawingTool;

/**
 * SbDrawingLayer:
 *
 * The drawings of a map, and what is being drawn. They are painted by a
 * #SbPaintedLayer below; this layer has the pointer and the keyboard.
 *
 * With a tool, a click adds a point; a double click or Enter ends, Backspace takes the
 * last point back, Escape gives up. Without a pointer: the arrows move a cross over
 * the map, finely with Shift, and Space adds a point where it is. With the selecting
 * tool a point is dragged, or chosen with Page Up and Page Down, moved with the arrows
 * and stored with Enter; Delete removes the drawing. Main thread.
 *
 * Properties: "tool" (int, SbDrawingTool), "drawings" (GListModel of SbRecord),
 * "session".
 *
 * Signals: "drawn": something is complete, and to be named: sb_drawing_layer_dup_draft().
 * "reshaped" (SbRecord of the drawing as it was, and as it is now). "opened" (SbRecord): it
 * was clicked twice. "removed" (SbRecord): the user wants it away. "changed": a point came or went,
 * another one is selected, or others are there.
 */
#define SB_TYPE_DRAWING_LAYER (sb_drawing_layer_get_type ())

G_DECLARE_FINAL_TYPE (SbDrawingLayer, sb_drawing_layer, SB, DRAWING_LAYER, ShumateLayer)

/* @painted shows them; it is added to the map below this layer. */
SbDrawingLayer *sb_drawing_layer_new (ShumateViewport *viewport,
                                      SbPaintedLayer *painted) G_GNUC_WARN_UNUSED_RESULT;

void sb_drawing_layer_set_session (SbDrawingLayer *self,
                                   SbSession *session);
void sb_drawing_layer_set_drawings (SbDrawingLayer *self,
                                    GListModel *drawings);
/* Who the drawings are known from (nullable) (element-type gint64 SbRef): the first source
 * of each, by the id of the drawing; what has none is left out. Takes a reference. */
void sb_drawing_layer_set_sources (SbDrawingLayer *self,
                                   GHashTable *sources);
void sb_drawing_layer_set_map_style (SbDrawingLayer *self,
                                     SbBasemapStyle style);

SbDrawingTool sb_drawing_layer_get_tool (SbDrawingLayer *self);
/* Another tool gives up what is being drawn. */
void sb_drawing_layer_set_tool (SbDrawingLayer *self,
                                SbDrawingTool tool);

/* The points of what is being drawn so far. */
guint sb_drawing_layer_get_n_points (SbDrawingLayer *self);
/* Ends what is being drawn, if it has points enough. */
void sb_drawing_layer_end (SbDrawingLayer *self);
void sb_drawing_layer_give_up (SbDrawingLayer *self);
/* A record of what was drawn, without a title; NULL when it has too few points. */
SbRecord *sb_drawing_layer_dup_draft (SbDrawingLayer *self) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */

/* What is said of the drawing near the point, in the coordinates of the layer: its title,
 * and below it when it is and who it is known from. NULL where there is none. */
char *sb_drawing_layer_dup_text_at (SbDrawingLayer *self,
                                    double x,
                                    double y) G_GNUC_WARN_UNUSED_RESULT;

/* What of the drawings is in view, for the legend. */
SbDrawingContents sb_drawing_layer_get_contents (SbDrawingLayer *self);

/* (nullable) */
SbRecord *sb_drawing_layer_get_selected (SbDrawingLayer *self);
void sb_drawing_layer_select (SbDrawingLayer *self,
                              SbRecord *drawing); /* (nullable) */

G_END_DECLS
