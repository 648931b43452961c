/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-overlay-private.h"

#include "sb-basemap-palette.h"
#include "sb-font-hold.h"
#include "sb-label-grid.h"
#include "sb-tone.h"

#include <pango/pangocairo.h>

/* Logical pixels. */
#define LINE_WIDTH   2.0
#define CASING_WIDTH 4.0
#define DOT_RADIUS   4.0
#define REACH        8.0 /* of what is drawn around a point */
#define FINEST_EDGE  0.75 /* shorter ones are left out */
#define NAME_SIZE    11.0
#define NAME_GAP     7.0 /* from a point to its name */
#define HALO_WIDTH   2.5

#define AREA_OPACITY  0.16
#define MIN_NAME_ZOOM 6.0

/* Names in a picture, at most. */
#define MAX_NAMES 300

typedef struct
{
  const SbOverlay *overlay;
  cairo_t *cr;
  const SbMapFrame *frame;
  SbRect reach; /* of the frame, with what may hang into it */
  SbBasemapStyle style;
  guint tone;
} Drawing;

static void
set_tone (const Drawing *self,
          double opacity)
{
  _sb_tone_set_colour (self->cr, self->style, self->tone, opacity);
}

static SbPoint
to_page (const Drawing *self,
         SbPoint point)
{
  const SbMapFrame *frame = self->frame;

  return (SbPoint) { frame->rect.x + (point.x - frame->origin.x) * frame->scale,
                     frame->rect.y + (point.y - frame->origin.y) * frame->scale };
}

static gboolean
is_in_reach (const Drawing *self,
             const SbOverlayShape *shape)
{
  SbPoint start = to_page (self, (SbPoint) { shape->west, shape->north });
  SbPoint end = to_page (self, (SbPoint) { shape->east, shape->south });
  SbRect extent = { start.x, start.y, MAX (end.x - start.x, 0.001), MAX (end.y - start.y, 0.001) };

  return shape->n_parts > 0 && shape->west <= shape->east && sb_rect_intersects (&extent, &self->reach);
}

/* A line is cut where it leaves the frame: Cairo would dash what nobody sees. */
static void
trace_line (const Drawing *self,
            const SbPoint *points,
            guint n_points)
{
  SbPoint last = to_page (self, points[0]);
  SbPoint drawn = { G_MAXDOUBLE, G_MAXDOUBLE };
  double finest = FINEST_EDGE * self->frame->unit;

  for (guint i = 1; i < n_points; i++)
    {
      SbPoint next = to_page (self, points[i]);
      SbPoint from = last, to = next;

      if (i + 1 < n_points && ABS (next.x - last.x) < finest && ABS (next.y - last.y) < finest)
        continue;

      last = next;
      if (!sb_clip_segment (&from, &to, &self->reach))
        continue;
      if (from.x != drawn.x || from.y != drawn.y)
        cairo_move_to (self->cr, from.x, from.y);
      cairo_line_to (self->cr, to.x, to.y);
      drawn = to;
    }
}

static void
trace_ring (const Drawing *self,
            const SbPoint *points,
            guint n_points)
{
  g_autofree SbPoint *ring = g_new (SbPoint, n_points);
  g_autoptr (GArray) clipped = NULL;
  double finest = FINEST_EDGE * self->frame->unit;
  guint n = 0;

  for (guint i = 0; i < n_points; i++)
    {
      SbPoint point = to_page (self, points[i]);

      if (n == 0 || ABS (point.x - ring[n - 1].x) >= finest || ABS (point.y - ring[n - 1].y) >= finest)
        ring[n++] = point;
    }

  clipped = sb_clip_ring (ring, n, &self->reach);
  for (guint i = 0; i < clipped->len; i++)
    {
      SbPoint point = g_array_index (clipped, SbPoint, i);

      if (i == 0)
        cairo_move_to (self->cr, point.x, point.y);
      else
        cairo_line_to (self->cr, point.x, point.y);
    }
  cairo_close_path (self->cr);
}

static void
stroke (const Drawing *self)
{
  double unit = self->frame->unit;
  const SbBasemapPalette *palette = _sb_basemap_get_palette (self->style);

  cairo_set_source_rgba (self->cr, palette->halo.red, palette->halo.green, palette->halo.blue, 0.8);
  cairo_set_line_width (self->cr, CASING_WIDTH * unit);
  cairo_stroke_preserve (self->cr);

  set_tone (self, 1);
  cairo_set_line_width (self->cr, LINE_WIDTH * unit);
  _sb_tone_set_dashes (self->cr, self->tone, unit);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
draw_shape (const Drawing *self,
            const SbOverlayShape *shape,
            SbShapeKind kind)
{
  for (guint i = 0; i < shape->n_parts; i++)
    {
      guint n_points;
      const SbPoint *points = _sb_overlay_get_part (self->overlay, shape->first_part + i, &n_points);

      if (kind == SB_SHAPE_AREA && n_points > 2)
        trace_ring (self, points, n_points);
      else if (kind == SB_SHAPE_LINE && n_points > 1)
        trace_line (self, points, n_points);
    }

  if (kind == SB_SHAPE_AREA)
    {
      set_tone (self, AREA_OPACITY);
      cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_fill_preserve (self->cr);
    }
  stroke (self);
}

static void
draw_points (const Drawing *self,
             const SbOverlayShape *shape)
{
  const SbBasemapPalette *palette = _sb_basemap_get_palette (self->style);
  double unit = self->frame->unit;

  for (guint i = 0; i < shape->n_parts; i++)
    {
      guint n_points;
      const SbPoint *points = _sb_overlay_get_part (self->overlay, shape->first_part + i, &n_points);

      for (guint j = 0; j < n_points; j++)
        {
          SbPoint point = to_page (self, points[j]);

          if (!sb_rect_contains (&self->reach, point))
            continue;
          cairo_arc (self->cr, point.x, point.y, DOT_RADIUS * unit, 0, 2 * G_PI);
          set_tone (self, 1);
          cairo_fill_preserve (self->cr);
          _sb_basemap_set_colour (self->cr, &palette->halo);
          cairo_set_line_width (self->cr, unit);
          cairo_stroke (self->cr);
        }
    }
}

/* To the right of a point, in the middle of what is larger; TRUE when there was room
 * for it. */
static gboolean
draw_name (const Drawing *self,
           const SbOverlayShape *shape,
           PangoLayout *layout,
           SbLabelGrid *taken)
{
  const SbBasemapPalette *palette = _sb_basemap_get_palette (self->style);
  SbPoint at = to_page (self, (SbPoint) { (shape->west + shape->east) / 2, (shape->north + shape->south) / 2 });
  double unit = self->frame->unit;
  int width, height;
  SbRect box;

  pango_layout_set_text (layout, shape->name, -1);
  sb_font_hold_layout (layout);
  pango_layout_get_pixel_size (layout, &width, &height);
  box = (SbRect) { shape->kind == SB_SHAPE_POINT ? at.x + NAME_GAP * unit : at.x - width / 2.0, at.y - height / 2.0, width,
                   height };
  if (!sb_rect_intersects (&box, &self->frame->rect) || !sb_label_grid_is_free (taken, &box))
    return FALSE;

  sb_label_grid_add (taken, &box);
  cairo_move_to (self->cr, box.x, box.y);
  pango_cairo_layout_path (self->cr, layout);
  _sb_basemap_set_colour (self->cr, &palette->halo);
  cairo_set_line_width (self->cr, HALO_WIDTH * unit);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (self->cr);
  set_tone (self, 1);
  cairo_fill (self->cr);
  return TRUE;
}

static void
draw_names (const Drawing *self)
{
  g_autoptr (SbLabelGrid) taken = sb_label_grid_new ();
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (self->cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Inter, Sans Medium");
  guint n_names = 0;

  pango_font_description_set_absolute_size (font, NAME_SIZE * self->frame->unit * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  for (guint i = 0; i < self->overlay->shapes->len && n_names < MAX_NAMES; i++)
    {
      const SbOverlayShape *shape = &g_array_index (self->overlay->shapes, SbOverlayShape, i);

      if (shape->name != NULL && is_in_reach (self, shape) && draw_name (self, shape, layout, taken))
        n_names++;
    }
}

/* Areas below, lines above them, points on top. */
void
sb_overlay_draw (SbOverlay *self,
                 cairo_t *cr,
                 const SbMapFrame *frame,
                 SbBasemapStyle style,
                 guint tone)
{
  static const SbShapeKind kinds[] = { SB_SHAPE_AREA, SB_SHAPE_LINE, SB_SHAPE_POINT };
  Drawing drawing;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (frame != NULL && frame->unit > 0 && frame->scale > 0);

  drawing = (Drawing) { .overlay = self, .cr = cr, .frame = frame, .style = style, .tone = tone % SB_N_OVERLAY_TONES };
  drawing.reach = (SbRect) { frame->rect.x - REACH * frame->unit, frame->rect.y - REACH * frame->unit,
                             frame->rect.width + 2 * REACH * frame->unit, frame->rect.height + 2 * REACH * frame->unit };
  cairo_save (cr);
  cairo_rectangle (cr, frame->rect.x, frame->rect.y, frame->rect.width, frame->rect.height);
  cairo_clip (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < self->shapes->len; j++)
      {
        const SbOverlayShape *shape = &g_array_index (self->shapes, SbOverlayShape, j);

        if (shape->kind != kinds[i] || !is_in_reach (&drawing, shape))
          continue;
        if (shape->kind == SB_SHAPE_POINT)
          draw_points (&drawing, shape);
        else
          draw_shape (&drawing, shape, shape->kind);
      }
  if (sb_map_frame_get_zoom (frame) >= MIN_NAME_ZOOM)
    draw_names (&drawing);
  cairo_restore (cr);
}

gboolean
sb_overlay_is_in_frame (SbOverlay *self,
                        const SbMapFrame *frame)
{
  const Drawing drawing = { .overlay = self, .frame = frame, .reach = frame->rect };

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->shapes->len; i++)
    if (is_in_reach (&drawing, &g_array_index (self->shapes, SbOverlayShape, i)))
      return TRUE;

  return FALSE;
}
