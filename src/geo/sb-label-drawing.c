/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-label-drawing.h"

#include <math.h>

/* Logical pixels of the casing around letters, on both sides together. */
#define HALO_WIDTH 2.6

typedef struct
{
  cairo_t *cr;
  const SbBasemapView *view;
  const SbBasemapPalette *palette;
  PangoContext *context;
  double zoom;
  double stamp; /* how far letters are stamped for their casing; 0: stroked */
} Pen;

static gboolean
is_on_water (guint kind)
{
  return kind == SB_BASEMAP_NAME_SEA || kind == SB_BASEMAP_NAME_LAKE;
}

static void
draw_dot (const Pen *pen,
          const SbLabel *label)
{
  const SbBasemapPalette *palette = pen->palette;
  double x = label->dot.x - pen->view->x;
  double y = label->dot.y - pen->view->y;

  cairo_arc (pen->cr, x, y, label->dot_radius + 0.8, 0, 2 * G_PI);
  _sb_basemap_set_colour (pen->cr, &palette->halo);
  cairo_fill (pen->cr);
  cairo_arc (pen->cr, x, y, label->dot_radius, 0, 2 * G_PI);
  _sb_basemap_set_colour (pen->cr, &palette->dot);
  cairo_fill (pen->cr);
  /* A capital is a ring, so that it differs by shape too. */
  if (label->kind == SB_BASEMAP_NAME_CAPITAL)
    {
      cairo_arc (pen->cr, x, y, label->dot_radius - 1.5, 0, 2 * G_PI);
      _sb_basemap_set_colour (pen->cr, &palette->halo);
      cairo_fill (pen->cr);
    }
  else if (label->kind == SB_BASEMAP_NAME_VILLAGE)
    {
      cairo_arc (pen->cr, x, y, label->dot_radius - 0.7, 0, 2 * G_PI);
      _sb_basemap_set_colour (pen->cr, &palette->halo);
      cairo_fill (pen->cr);
    }
}

/* In a picture the casing is the letters stamped around their place, whole
 * device pixels away: that takes half the time of stroking their outlines. On
 * paper it is stroked, or the text of the file would be there nine times. */
static double
get_stamp (cairo_t *cr)
{
  double dx = HALO_WIDTH / 2;
  double dy = 0;
  double length;

  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;

  cairo_user_to_device_distance (cr, &dx, &dy);
  length = hypot (dx, dy);

  return HALO_WIDTH / 2 * round (length) / length;
}

static void
draw_casing (const Pen *pen,
             PangoLayout *layout,
             double x,
             double y)
{
  static const SbPoint around[] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 }, { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 } };

  _sb_basemap_set_colour (pen->cr, &pen->palette->halo);
  if (pen->stamp > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (around); i++)
        {
          cairo_move_to (pen->cr, x + around[i].x * pen->stamp, y + around[i].y * pen->stamp);
          pango_cairo_show_layout (pen->cr, layout);
        }
      return;
    }

  cairo_move_to (pen->cr, x, y);
  pango_cairo_layout_path (pen->cr, layout);
  cairo_set_line_width (pen->cr, HALO_WIDTH);
  cairo_stroke (pen->cr);
}

static void
draw_text (const Pen *pen,
           const SbLabel *label)
{
  SbMapLettering lettering = _sb_map_lettering_get (label->kind, label->size, pen->zoom);
  g_autoptr (PangoLayout) layout = _sb_map_lettering_create_layout (&lettering, pen->context, label->text);
  PangoRectangle logical;
  double x;
  double y;

  pango_layout_get_extents (layout, NULL, &logical);
  x = label->middle.x - pen->view->x - (logical.x + (logical.width - lettering.spacing * PANGO_SCALE) / 2.0) / PANGO_SCALE;
  y = label->middle.y - pen->view->y - (logical.y + logical.height / 2.0) / PANGO_SCALE;

  if (!is_on_water (label->kind))
    draw_casing (pen, layout, x, y);
  cairo_move_to (pen->cr, x, y);
  _sb_basemap_set_colour (pen->cr, &pen->palette->text[label->kind]);
  pango_cairo_show_layout (pen->cr, layout);
}

/* Walks @distance pixels along the path; the heading is that of the place. */
static SbPoint
walk (const SbPoint *path,
      guint n_points,
      double distance,
      double *heading)
{
  for (guint i = 0; i + 1 < n_points; i++)
    {
      double dx = path[i + 1].x - path[i].x;
      double dy = path[i + 1].y - path[i].y;
      double length = hypot (dx, dy);

      *heading = atan2 (dy, dx);
      if (distance <= length || i + 2 == n_points)
        return (SbPoint) { path[i].x + dx * distance / MAX (length, 1e-6), path[i].y + dy * distance / MAX (length, 1e-6) };
      distance -= length;
    }

  return path[0];
}

static void
draw_glyph (const Pen *pen,
            PangoFont *font,
            PangoGlyphString *glyph,
            const SbLabel *label,
            const SbPoint *path,
            double from,
            double advance,
            gboolean halo)
{
  double heading = 0;
  SbPoint middle = walk (path, label->path_count, from + advance / 2, &heading);

  cairo_save (pen->cr);
  cairo_translate (pen->cr, middle.x - pen->view->x, middle.y - pen->view->y);
  cairo_rotate (pen->cr, heading);
  cairo_move_to (pen->cr, -advance / 2, 0);
  if (halo)
    {
      pango_cairo_glyph_string_path (pen->cr, font, glyph);
      cairo_stroke (pen->cr);
    }
  else
    {
      pango_cairo_show_glyph_string (pen->cr, font, glyph);
    }
  cairo_restore (pen->cr);
}

static void
draw_glyphs (const Pen *pen,
             PangoLayout *layout,
             const SbLabel *label,
             const SbPoint *path,
             gboolean halo)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoGlyphString *single = pango_glyph_string_new ();
  double from = 0;

  pango_glyph_string_set_size (single, 1);
  for (GSList *run = line->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *item = run->data;

      for (int i = 0; i < item->glyphs->num_glyphs; i++)
        {
          double advance = (double) item->glyphs->glyphs[i].geometry.width / PANGO_SCALE;

          single->glyphs[0] = item->glyphs->glyphs[i];
          draw_glyph (pen, item->item->analysis.font, single, label, path, from, advance, halo);
          from += advance;
        }
    }
  pango_glyph_string_free (single);
}

static void
draw_river (const Pen *pen,
            const SbLabel *label,
            const SbPoint *path)
{
  SbMapLettering lettering = _sb_map_lettering_get (label->kind, 0, pen->zoom);
  g_autoptr (PangoLayout) layout = _sb_map_lettering_create_layout (&lettering, pen->context, label->text);

  _sb_basemap_set_colour (pen->cr, &pen->palette->halo);
  cairo_set_line_width (pen->cr, HALO_WIDTH);
  draw_glyphs (pen, layout, label, path, TRUE);
  _sb_basemap_set_colour (pen->cr, &pen->palette->water_text);
  draw_glyphs (pen, layout, label, path, FALSE);
}

void
_sb_label_layout_draw (const SbLabelLayout *layout,
                       cairo_t *cr,
                       const SbBasemapView *view,
                       const SbBasemapPalette *palette)
{
  PangoContext *context = _sb_map_lettering_create_context ();
  Pen pen = { cr, view, palette, context, _sb_label_layout_get_zoom (layout), get_stamp (cr) };
  SbRect shown = { view->x - HALO_WIDTH, view->y - HALO_WIDTH, view->width + 2 * HALO_WIDTH,
                   view->height + 2 * HALO_WIDTH };
  guint n_labels;
  const SbLabel *labels = _sb_label_layout_get_labels (layout, &n_labels);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  /* The last are the least: they are drawn first, below the others. */
  for (guint i = n_labels; i > 0; i--)
    {
      const SbLabel *label = &labels[i - 1];

      if (!sb_rect_intersects (&label->box, &shown))
        continue;
      if (label->kind == SB_MAP_LETTERING_RIVER)
        {
          draw_river (&pen, label, _sb_label_layout_get_path (layout, label));
          continue;
        }
      if (label->dot_radius > 0)
        draw_dot (&pen, label);
      draw_text (&pen, label);
    }
  cairo_restore (cr);
  g_object_unref (context);
}
