/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-drawing-layer-private.h"

/* Logical pixels. */
#define HANDLE_RADIUS 5.0
#define CROSS_LENGTH  12.0
#define CROSS_GAP     3.0
#define LINE_WIDTH    2.0

/* Laterite, and its counterpart of the dark style. */
static const GdkRGBA accents[] = { { 0.71f, 0.33f, 0.16f, 1 }, { 0.94f, 0.61f, 0.44f, 1 } };
static const GdkRGBA grounds[] = { { 1, 1, 1, 1 }, { 0.09f, 0.12f, 0.15f, 1 } };

static void
trace_points (SbDrawingLayer *self,
              cairo_t *cr)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      SbPoint point = _sb_drawing_layer_get_point (self, i);

      cairo_line_to (cr, point.x, point.y);
    }
}

/* What comes next: to the pointer, or to the cross of the keyboard. */
static void
trace_next (SbDrawingLayer *self,
            cairo_t *cr)
{
  if (self->has_cross)
    cairo_line_to (cr, self->cross.x, self->cross.y);
  else if (self->has_pointer)
    cairo_line_to (cr, self->pointer.x, self->pointer.y);
}

static gboolean
is_area (SbDrawingLayer *self)
{
  if (self->tool == SB_DRAWING_TOOL_SELECT)
    return sb_record_get_term (self->selected, SB_DRAWING_KIND, SB_DRAWING_KIND_LINE) == SB_DRAWING_KIND_AREA;

  return self->tool == SB_DRAWING_TOOL_AREA;
}

static void
draw_line (SbDrawingLayer *self,
           cairo_t *cr,
           const GdkRGBA *accent)
{
  cairo_new_path (cr);
  trace_points (self, cr);
  if (self->tool != SB_DRAWING_TOOL_SELECT && self->points->len > 0)
    trace_next (self, cr);
  if (is_area (self))
    cairo_close_path (cr);
  cairo_set_line_width (cr, LINE_WIDTH);
  gdk_cairo_set_source_rgba (cr, accent);
  if (self->tool != SB_DRAWING_TOOL_SELECT || self->is_moved)
    cairo_stroke (cr);
  cairo_new_path (cr);
}

static void
draw_handles (SbDrawingLayer *self,
              cairo_t *cr,
              const GdkRGBA *accent,
              const GdkRGBA *ground)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      SbPoint point = _sb_drawing_layer_get_point (self, i);
      gboolean is_grabbed = (int) i == self->grabbed;

      cairo_new_path (cr);
      cairo_arc (cr, point.x, point.y, is_grabbed ? HANDLE_RADIUS + 2 : HANDLE_RADIUS, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, is_grabbed ? accent : ground);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, accent);
      cairo_set_line_width (cr, LINE_WIDTH);
      cairo_stroke (cr);
    }
}

static void
draw_cross (SbDrawingLayer *self,
            cairo_t *cr,
            const GdkRGBA *accent,
            const GdkRGBA *ground)
{
  const GdkRGBA *colours[] = { ground, accent };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      for (int sign = -1; sign <= 1; sign += 2)
        {
          cairo_move_to (cr, self->cross.x + sign * CROSS_GAP, self->cross.y);
          cairo_line_to (cr, self->cross.x + sign * CROSS_LENGTH, self->cross.y);
          cairo_move_to (cr, self->cross.x, self->cross.y + sign * CROSS_GAP);
          cairo_line_to (cr, self->cross.x, self->cross.y + sign * CROSS_LENGTH);
        }
      gdk_cairo_set_source_rgba (cr, colours[i]);
      cairo_set_line_width (cr, i == 0 ? LINE_WIDTH + 2 : LINE_WIDTH);
      cairo_stroke (cr);
    }
}

void
_sb_drawing_layer_snapshot (SbDrawingLayer *self,
                            GtkSnapshot *snapshot)
{
  const GdkRGBA *accent = &accents[self->style == SB_BASEMAP_STYLE_DARK];
  const GdkRGBA *ground = &grounds[self->style == SB_BASEMAP_STYLE_DARK];
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr;

  if (self->tool == SB_DRAWING_TOOL_NONE || (self->points->len == 0 && !self->has_cross))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_line (self, cr, accent);
  draw_handles (self, cr, accent, ground);
  if (self->has_cross && self->tool != SB_DRAWING_TOOL_SELECT)
    draw_cross (self, cr, accent, ground);
  cairo_destroy (cr);
}
