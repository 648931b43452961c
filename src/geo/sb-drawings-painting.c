/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-drawings-private.h"

#include "sb-basemap-palette.h"
#include "sb-font-hold.h"
#include "sb-label-grid.h"
#include "sb-tone.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Logical pixels. */
#define LINE_WIDTH   2.5
#define ARROW_WIDTH  3.5
#define CASING       2.0 /* wider than the line, on both sides together */
#define HEAD_LENGTH  14.0
#define HEAD_WIDTH   13.0
#define REACH        20.0 /* of what is drawn around a point */
#define TITLE_SIZE   11.5
#define LABEL_SIZE   13.0
#define CAPTION_SIZE 9.0
#define TITLE_GAP    4.0 /* between a line and its title */
#define MAX_WIDTH    190.0 /* of a title before it is broken */
#define HALO_WIDTH   3.0

#define AREA_OPACITY 0.2

typedef struct
{
  cairo_t *cr;
  const SbMapFrame *frame;
  SbRect reach; /* of the frame, with what may hang into it */
  SbBasemapStyle style;
  SbLabelGrid *taken; /* (not owned) where titles are */
  GArray *boxes; /* (not owned) (nullable) (element-type SbRect): titles are listed and not set */
} Painting;

static SbPoint
to_page (const Painting *self,
         SbPoint point)
{
  const SbMapFrame *frame = self->frame;

  return (SbPoint) { frame->rect.x + (point.x - frame->origin.x) * frame->scale,
                     frame->rect.y + (point.y - frame->origin.y) * frame->scale };
}

static gboolean
is_in_reach (const Painting *self,
             const SbDrawingShape *shape)
{
  SbPoint start = to_page (self, sb_mercator_project ((SbPosition) { shape->bounds.west, shape->bounds.north }));
  SbPoint end = to_page (self, sb_mercator_project ((SbPosition) { shape->bounds.east, shape->bounds.south }));
  SbRect extent = { start.x, start.y, MAX (end.x - start.x, 0.001), MAX (end.y - start.y, 0.001) };

  return sb_rect_intersects (&extent, &self->reach);
}

static void
trace_area (const Painting *self,
            const SbDrawingShape *shape)
{
  g_autofree SbPoint *ring = g_new (SbPoint, shape->n_points);
  g_autoptr (GArray) clipped = NULL;

  for (guint i = 0; i < shape->n_points; i++)
    ring[i] = to_page (self, shape->points[i]);

  /* Cairo would dash what nobody sees. */
  clipped = sb_clip_ring (ring, shape->n_points, &self->reach);
  for (guint i = 0; i < clipped->len; i++)
    cairo_line_to (self->cr, g_array_index (clipped, SbPoint, i).x, g_array_index (clipped, SbPoint, i).y);
  if (clipped->len > 0)
    cairo_close_path (self->cr);
}

/* Up to @shortened user units before the last point. */
static void
trace_line (const Painting *self,
            const SbDrawingShape *shape,
            double shortened)
{
  SbPoint drawn = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 1; i < shape->n_points; i++)
    {
      SbPoint from = to_page (self, shape->points[i - 1]);
      SbPoint to = to_page (self, shape->points[i]);
      double length = hypot (to.x - from.x, to.y - from.y);

      if (i + 1 == shape->n_points && shortened > 0 && length > 0)
        {
          double part = MAX (length - shortened, 0) / length;

          to = (SbPoint) { from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part };
        }
      if (!sb_clip_segment (&from, &to, &self->reach))
        continue;
      if (from.x != drawn.x || from.y != drawn.y)
        cairo_move_to (self->cr, from.x, from.y);
      cairo_line_to (self->cr, to.x, to.y);
      drawn = to;
    }
}

static void
stroke (const Painting *self,
        const SbDrawingShape *shape,
        double width)
{
  const SbBasemapPalette *palette = _sb_basemap_get_palette (self->style);
  double unit = self->frame->unit;

  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgba (self->cr, palette->halo.red, palette->halo.green, palette->halo.blue, 0.8);
  cairo_set_line_width (self->cr, (width + CASING) * unit);
  cairo_stroke_preserve (self->cr);

  _sb_tone_set_colour (self->cr, self->style, shape->tone, 1);
  _sb_tone_set_dashes (self->cr, shape->tone, unit);
  cairo_set_line_width (self->cr, width * unit);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

/* At the last point, in the direction of the last part that has a length. */
static void
paint_head (const Painting *self,
            const SbDrawingShape *shape)
{
  SbPoint tip = to_page (self, shape->points[shape->n_points - 1]);
  double unit = self->frame->unit;
  double dx = 0, dy = 0, length = 0;

  for (guint i = shape->n_points - 1; i > 0 && length <= 0; i--)
    {
      SbPoint before = to_page (self, shape->points[i - 1]);

      dx = tip.x - before.x;
      dy = tip.y - before.y;
      length = hypot (dx, dy);
    }
  if (length <= 0 || !sb_rect_contains (&self->reach, tip))
    return;

  dx *= unit / length;
  dy *= unit / length;
  cairo_move_to (self->cr, tip.x, tip.y);
  cairo_line_to (self->cr, tip.x - HEAD_LENGTH * dx - HEAD_WIDTH / 2 * dy, tip.y - HEAD_LENGTH * dy + HEAD_WIDTH / 2 * dx);
  cairo_line_to (self->cr, tip.x - HEAD_LENGTH * dx + HEAD_WIDTH / 2 * dy, tip.y - HEAD_LENGTH * dy - HEAD_WIDTH / 2 * dx);
  cairo_close_path (self->cr);
  _sb_tone_set_colour (self->cr, self->style, shape->tone, 1);
  /* Without a source, the outline alone. */
  if (shape->is_sourced)
    cairo_fill_preserve (self->cr);
  cairo_set_line_width (self->cr, 1.5 * unit);
  cairo_stroke (self->cr);
}

static void
paint_shape (const Painting *self,
             const SbDrawingShape *shape)
{
  switch (shape->kind)
    {
    case SB_DRAWING_KIND_AREA:
      trace_area (self, shape);
      if (shape->is_sourced)
        {
          _sb_tone_set_colour (self->cr, self->style, shape->tone, AREA_OPACITY);
          cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
          cairo_fill_preserve (self->cr);
        }
      stroke (self, shape, LINE_WIDTH);
      break;

    case SB_DRAWING_KIND_ARROW:
      trace_line (self, shape, HEAD_LENGTH * 0.8 * self->frame->unit);
      stroke (self, shape, ARROW_WIDTH);
      paint_head (self, shape);
      break;

    case SB_DRAWING_KIND_LINE:
      trace_line (self, shape, 0);
      stroke (self, shape, LINE_WIDTH);
      break;

    case SB_DRAWING_KIND_LABEL:
    default:
      break;
    }
}

static PangoLayout *
create_layout (const Painting *self,
               const SbDrawingShape *shape,
               const char *text,
               double size,
               PangoWeight weight)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Inter, Sans");
  int width;

  pango_font_description_set_absolute_size (font, size * self->frame->unit * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_font_description_set_style (font, shape->is_sourced ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_size (layout, &width, NULL);
  if (width > MAX_WIDTH * self->frame->unit * PANGO_SCALE)
    pango_layout_set_width (layout, (int) (MAX_WIDTH * self->frame->unit * PANGO_SCALE));
  sb_font_hold_layout (layout);
  return layout;
}

static void
get_size (PangoLayout *layout,
          double *width,
          double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = w / (double) PANGO_SCALE;
  *height = h / (double) PANGO_SCALE;
}

static void
paint_layout (const Painting *self,
              const SbDrawingShape *shape,
              PangoLayout *layout,
              double x,
              double y)
{
  const SbBasemapPalette *palette = _sb_basemap_get_palette (self->style);

  cairo_move_to (self->cr, x, y);
  pango_cairo_layout_path (self->cr, layout);
  _sb_basemap_set_colour (self->cr, &palette->halo);
  cairo_set_line_width (self->cr, HALO_WIDTH * self->frame->unit);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (self->cr);
  _sb_tone_set_colour (self->cr, self->style, shape->tone, 1);
  cairo_fill (self->cr);
}

/* Beside its line, that of an arrow as far as its head reaches. */
static SbRect
place_beside (const Painting *self,
              const SbDrawingShape *shape,
              double width,
              double height)
{
  double gap = (TITLE_GAP + (shape->kind == SB_DRAWING_KIND_ARROW ? HEAD_WIDTH / 2 : LINE_WIDTH / 2)) * self->frame->unit;
  g_autofree SbPoint *line = g_new (SbPoint, shape->n_points);

  for (guint i = 0; i < shape->n_points; i++)
    line[i] = to_page (self, shape->points[i]);
  return _sb_drawings_place_title (line, shape->n_points, width, height, gap, self->taken);
}

/* In the middle of an area or a label, beside a line. */
static void
paint_title (const Painting *self,
             const SbDrawingShape *shape)
{
  gboolean is_label = shape->kind == SB_DRAWING_KIND_LABEL;
  gboolean is_line = shape->kind == SB_DRAWING_KIND_LINE || shape->kind == SB_DRAWING_KIND_ARROW;
  SbPoint at = to_page (self, _sb_drawing_shape_get_middle (shape));
  g_autoptr (PangoLayout) title = create_layout (self, shape, shape->title, is_label ? LABEL_SIZE : TITLE_SIZE, PANGO_WEIGHT_SEMIBOLD);
  g_autoptr (PangoLayout) caption = NULL;
  double width, height, caption_width = 0, caption_height = 0;
  SbRect box;

  get_size (title, &width, &height);
  if (shape->caption != NULL)
    {
      caption = create_layout (self, shape, shape->caption, CAPTION_SIZE, PANGO_WEIGHT_NORMAL);
      get_size (caption, &caption_width, &caption_height);
    }

  box = (SbRect) { at.x - MAX (width, caption_width) / 2, at.y - (height + caption_height) / 2, MAX (width, caption_width),
                   height + caption_height };
  if (is_line)
    box = place_beside (self, shape, box.width, box.height);
  if (!sb_rect_intersects (&box, &self->frame->rect) || (!is_label && !sb_label_grid_is_free (self->taken, &box)))
    return;

  sb_label_grid_add (self->taken, &box);
  if (self->boxes != NULL)
    {
      g_array_append_val (self->boxes, box);
      return;
    }

  /* A layout that was broken is as wide as it may be, and centred in it. */
  paint_layout (self, shape, title, box.x + (box.width - width) / 2, box.y);
  if (caption != NULL)
    paint_layout (self, shape, caption, box.x + (box.width - caption_width) / 2, box.y + height);
}

static void
paint_titles (const Painting *self,
              SbDrawings *drawings,
              gboolean is_label)
{
  for (guint i = 0; i < drawings->shapes->len; i++)
    {
      const SbDrawingShape *shape = &g_array_index (drawings->shapes, SbDrawingShape, i);

      if ((shape->kind == SB_DRAWING_KIND_LABEL) == is_label && is_in_reach (self, shape))
        paint_title (self, shape);
    }
}

static Painting
begin (cairo_t *cr,
       const SbMapFrame *frame,
       SbBasemapStyle style,
       SbLabelGrid *taken)
{
  return (Painting) {
    .cr = cr,
    .frame = frame,
    .style = style,
    .taken = taken,
    .reach = { frame->rect.x - REACH * frame->unit, frame->rect.y - REACH * frame->unit,
               frame->rect.width + 2 * REACH * frame->unit, frame->rect.height + 2 * REACH * frame->unit },
  };
}

/* Areas below, whatever was drawn first. */
static void
paint_shapes (const Painting *self,
              SbDrawings *drawings)
{
  for (int layer = 0; layer < 2; layer++)
    for (guint i = 0; i < drawings->shapes->len; i++)
      {
        const SbDrawingShape *shape = &g_array_index (drawings->shapes, SbDrawingShape, i);

        if ((shape->kind == SB_DRAWING_KIND_AREA) == (layer == 0) && is_in_reach (self, shape))
          paint_shape (self, shape);
      }
}

void
sb_drawings_paint (SbDrawings *self,
                   cairo_t *cr,
                   const SbMapFrame *frame,
                   SbBasemapStyle style,
                   SbDrawingsParts parts)
{
  g_autoptr (SbLabelGrid) taken = sb_label_grid_new ();
  Painting painting;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (frame != NULL && frame->unit > 0 && frame->scale > 0);

  painting = begin (cr, frame, style, taken);
  cairo_save (cr);
  cairo_rectangle (cr, frame->rect.x, frame->rect.y, frame->rect.width, frame->rect.height);
  cairo_clip (cr);
  cairo_new_path (cr);
  if ((parts & SB_DRAWINGS_SHAPES) != 0)
    paint_shapes (&painting, self);
  if ((parts & SB_DRAWINGS_TITLES) != 0)
    {
      paint_titles (&painting, self, TRUE);
      paint_titles (&painting, self, FALSE);
    }
  cairo_restore (cr);
}

GArray *
sb_drawings_list_titles (SbDrawings *self,
                         cairo_t *cr,
                         const SbMapFrame *frame)
{
  g_autoptr (SbLabelGrid) taken = sb_label_grid_new ();
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (SbRect));
  Painting painting;

  g_return_val_if_fail (self != NULL && cr != NULL && frame != NULL, boxes);

  painting = begin (cr, frame, SB_BASEMAP_STYLE_PRINT, taken);
  painting.boxes = boxes;
  paint_titles (&painting, self, TRUE);
  paint_titles (&painting, self, FALSE);
  return boxes;
}

void
sb_drawings_paint_sample (cairo_t *cr,
                          guint tone,
                          double x,
                          double y,
                          double width,
                          SbBasemapStyle style)
{
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_set_line_width (cr, LINE_WIDTH);
  _sb_tone_set_colour (cr, style, tone, 1);
  _sb_tone_set_dashes (cr, tone, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

SbDrawingContents
sb_drawings_get_contents (SbDrawings *self,
                          const SbMapFrame *frame)
{
  SbDrawingContents contents = { 0 };
  Painting painting;

  g_return_val_if_fail (self != NULL && frame != NULL, contents);

  painting = begin (NULL, frame, SB_BASEMAP_STYLE_PRINT, NULL);
  painting.reach = frame->rect;
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const SbDrawingShape *shape = &g_array_index (self->shapes, SbDrawingShape, i);

      if (shape->kind == SB_DRAWING_KIND_LABEL || !is_in_reach (&painting, shape))
        continue;
      if (shape->is_sourced)
        contents.sourced |= 1u << shape->kind;
      else
        contents.unsourced |= 1u << shape->kind;
    }

  return contents;
}

void
sb_drawings_paint_kind (cairo_t *cr,
                        SbDrawingKind kind,
                        SbDrawingFilling filling,
                        const SbRect *rect,
                        double unit,
                        SbBasemapStyle style)
{
  /* Of the rectangle, which is the whole world here. */
  const double ratio = rect->height / rect->width;
  SbPoint ring[] = { { 0.08, ratio * 0.15 }, { 0.92, ratio * 0.15 }, { 0.92, ratio * 0.85 }, { 0.08, ratio * 0.85 } };
  SbPoint line[] = { { 0, ratio / 2 }, { 1, ratio / 2 } };
  const SbMapFrame frame = { .rect = *rect, .unit = unit, .scale = rect->width };
  SbDrawingShape shape = { .kind = kind, .is_sourced = filling == SB_DRAWING_FULL, .points = line, .n_points = G_N_ELEMENTS (line) };
  Painting painting;

  g_return_if_fail (cr != NULL && unit > 0);

  if (kind == SB_DRAWING_KIND_AREA)
    {
      shape.points = ring;
      shape.n_points = G_N_ELEMENTS (ring);
    }
  painting = begin (cr, &frame, style, NULL);
  cairo_save (cr);
  cairo_new_path (cr);
  paint_shape (&painting, &shape);
  cairo_restore (cr);
}
