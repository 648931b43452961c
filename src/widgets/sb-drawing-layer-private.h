/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-drawing-layer.h"
#include "sb-drawings.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

struct _SbDrawingLayer
{
  ShumateLayer parent_instance;

  SbPaintedLayer *painted; /* (owned) */
  SbSession *session; /* (owned) (nullable) */
  GListModel *drawings; /* (owned) (nullable) (element-type SbRecord) */
  SbDrawings *scene; /* (owned) (nullable) what is painted */
  GPtrArray *shown; /* (owned) (element-type SbRecord) in the order of the scene */
  GHashTable *sources; /* (owned) (nullable) (element-type gint64 SbRef) by the id of a drawing */
  SbBasemapStyle style;

  SbDrawingTool tool;
  GArray *points; /* (owned) (element-type SbPosition) of what is being drawn or moved */
  SbRecord *selected; /* (owned) (nullable) */
  int grabbed; /* the point that is moved; -1 for none */
  gboolean is_moved; /* points are others than those of selected */
  gboolean has_cross; /* the keyboard is used */
  SbPoint cross; /* in the widget */
  gboolean has_pointer;
  SbPoint pointer;
};

/* The points (sb-drawing-layer-points.c). */

/* What a tool draws; a line, for what draws nothing. */
SbDrawingKind _sb_drawing_tool_get_kind (SbDrawingTool tool);

SbPoint _sb_drawing_layer_get_point (SbDrawingLayer *self,
                                     guint position);

void _sb_drawing_layer_add_point (SbDrawingLayer *self,
                                  SbPoint point);
void _sb_drawing_layer_move_point (SbDrawingLayer *self,
                                   guint position,
                                   SbPoint point);
void _sb_drawing_layer_take_back (SbDrawingLayer *self);
/* Puts them into a record. */
void _sb_drawing_layer_put_points (SbDrawingLayer *self,
                                   SbRecordBuilder *builder);

/* What is drawn over the drawings (sb-drawing-layer-sketch.c): the sketch, the handles
 * of the points, the cross. */
void _sb_drawing_layer_snapshot (SbDrawingLayer *self,
                                 GtkSnapshot *snapshot);

/* The pointer and the keyboard (sb-drawing-layer-input.c). */
void _sb_drawing_layer_add_input (SbDrawingLayer *self);
void _sb_drawing_layer_add_keys (GtkWidgetClass *widget_class);

/* What they lead to. */
/* Stores the points that were moved. */
void _sb_drawing_layer_keep_points (SbDrawingLayer *self);
void _sb_drawing_layer_open_selected (SbDrawingLayer *self);
void _sb_drawing_layer_remove_selected (SbDrawingLayer *self);
/* The drawing near a point of the widget; NULL for none. */
SbRecord *_sb_drawing_layer_pick (SbDrawingLayer *self,
                                  SbPoint point);
void _sb_drawing_layer_changed (SbDrawingLayer *self);

G_END_DECLS
