/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-drawing-layer-private.h"

/* The points of what is being drawn, and what they come to. */

SbDrawingKind
_sb_drawing_tool_get_kind (SbDrawingTool tool)
{
  switch (tool)
    {
    case SB_DRAWING_TOOL_AREA:
      return SB_DRAWING_KIND_AREA;

    case SB_DRAWING_TOOL_ARROW:
      return SB_DRAWING_KIND_ARROW;

    case SB_DRAWING_TOOL_LABEL:
      return SB_DRAWING_KIND_LABEL;

    case SB_DRAWING_TOOL_NONE:
    case SB_DRAWING_TOOL_LINE:
    case SB_DRAWING_TOOL_SELECT:
    default:
      return SB_DRAWING_KIND_LINE;
    }
}

/* The position at a point of the widget, within the limits of the earth. */
static SbPosition
get_position (SbDrawingLayer *self,
              SbPoint point)
{
  SbMapFrame frame = sb_painted_layer_get_view (self->painted);
  SbPosition position = sb_map_frame_from_page (&frame, point);

  return (SbPosition) { CLAMP (position.longitude, -180, 180), CLAMP (position.latitude, -85, 85) };
}

SbPoint
_sb_drawing_layer_get_point (SbDrawingLayer *self,
                             guint position)
{
  SbMapFrame frame = sb_painted_layer_get_view (self->painted);

  return sb_map_frame_to_page (&frame, g_array_index (self->points, SbPosition, position));
}

void
_sb_drawing_layer_add_point (SbDrawingLayer *self,
                             SbPoint point)
{
  SbPosition position = get_position (self, point);

  if (self->points->len >= SB_DRAWING_MAX_POINTS)
    return;

  g_array_append_val (self->points, position);
  _sb_drawing_layer_changed (self);
  if (self->tool == SB_DRAWING_TOOL_LABEL)
    sb_drawing_layer_end (self);
}

void
_sb_drawing_layer_move_point (SbDrawingLayer *self,
                              guint position,
                              SbPoint point)
{
  if (position >= self->points->len)
    return;

  g_array_index (self->points, SbPosition, position) = get_position (self, point);
  self->is_moved = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_sb_drawing_layer_take_back (SbDrawingLayer *self)
{
  if (self->points->len == 0)
    return;

  g_array_set_size (self->points, self->points->len - 1);
  _sb_drawing_layer_changed (self);
}

void
_sb_drawing_layer_put_points (SbDrawingLayer *self,
                              SbRecordBuilder *builder)
{
  sb_record_builder_clear (builder, SB_DRAWING_POINTS);
  for (guint i = 0; i < self->points->len; i++)
    {
      SbPosition position = g_array_index (self->points, SbPosition, i);
      SbRecordBuilder *point = sb_record_builder_new (&sb_drawing_point_schema);

      sb_record_builder_set_real (point, SB_DRAWING_POINT_LATITUDE, position.latitude);
      sb_record_builder_set_real (point, SB_DRAWING_POINT_LONGITUDE, position.longitude);
      sb_record_builder_take_item (builder, SB_DRAWING_POINTS, sb_record_builder_end (point));
    }
}

SbRecord *
sb_drawing_layer_dup_draft (SbDrawingLayer *self)
{
  SbRecordBuilder *builder;
  SbDrawingKind kind;

  g_return_val_if_fail (SB_IS_DRAWING_LAYER (self), NULL);

  kind = _sb_drawing_tool_get_kind (self->tool);
  if (self->tool == SB_DRAWING_TOOL_SELECT || self->points->len < sb_drawing_kind_get_min_points (kind))
    return NULL;

  builder = sb_record_builder_new (&sb_drawing_schema);
  sb_record_builder_set_term (builder, SB_DRAWING_KIND, kind);
  _sb_drawing_layer_put_points (self, builder);
  return sb_record_builder_end (builder);
}
