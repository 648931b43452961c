/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-basemap-scene.h"

/* Logical pixels around the view that are drawn too: more than half the width
 * of the widest line. */
#define MARGIN 4.0

/* Dashes and gaps of disputed borders, logical pixels. */
static const double disputed_dashes[] = { 4.0, 3.0 };

/* What of the cells the view shows, in its logical pixels. */
typedef struct
{
  SbBasemapLayer layer;
  guint width;
  guint first; /* of the points */
  guint n_points;
  double phase;
} Shape;

typedef struct
{
  const SbBasemapView *view;
  SbRect reach; /* the view and the margin */
  GArray *shapes; /* (owned) (element-type Shape) */
  GArray *points; /* (owned) (element-type SbPoint) */
  GArray *shores; /* (owned) (element-type Shape): the coasts without the
                    * edges along which cells were cut */
  GArray *scratch; /* (owned) (element-type SbBasemapVertex) */
} Scene;

static void
clear_scene (Scene *scene)
{
  g_array_unref (scene->shapes);
  g_array_unref (scene->points);
  g_array_unref (scene->shores);
  g_array_unref (scene->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, clear_scene)

static gboolean
is_polygon (SbBasemapLayer layer)
{
  return layer == SB_BASEMAP_LAYER_LAND || layer == SB_BASEMAP_LAYER_LAKE;
}

/* Whether both points lie on one side of the square that cells are cut to. */
static gboolean
is_cut (const SbBasemapVertex *a,
        const SbBasemapVertex *b)
{
  const int low = -SB_BASEMAP_BUFFER;
  const int high = SB_BASEMAP_EXTENT + SB_BASEMAP_BUFFER;

  return (a->x == b->x && (a->x == low || a->x == high)) || (a->y == b->y && (a->y == low || a->y == high));
}

static void
add_shore (Scene *scene,
           SbBasemapLayer layer,
           guint first,
           guint end)
{
  Shape shore = { .layer = layer, .first = first, .n_points = end - first };

  if (shore.n_points > 1)
    g_array_append_val (scene->shores, shore);
}

/* The parts of a ring that are coast and in reach, as lines. */
static void
add_shores (Scene *scene,
            SbBasemapLayer layer,
            guint first,
            guint n_points)
{
  guint start;

  /* Close the line by going on to a copy of the first point. */
  start = scene->points->len;
  for (guint i = 0; i <= n_points; i++)
    {
      guint here = i % n_points;
      const SbBasemapVertex *a = &g_array_index (scene->scratch, SbBasemapVertex, (here + n_points - 1) % n_points);
      const SbBasemapVertex *b = &g_array_index (scene->scratch, SbBasemapVertex, here);
      SbPoint from = g_array_index (scene->points, SbPoint, first + (here + n_points - 1) % n_points);
      SbPoint to = g_array_index (scene->points, SbPoint, first + here);
      SbPoint point = to;

      if (i > 0 && (is_cut (a, b) || !sb_clip_segment (&from, &to, &scene->reach)))
        {
          add_shore (scene, layer, start, scene->points->len);
          start = scene->points->len;
        }
      g_array_append_val (scene->points, point);
    }
  add_shore (scene, layer, start, scene->points->len);
}

static void
add_polygon (Scene *scene,
             const SbBasemapFeature *feature,
             guint first,
             gboolean whole)
{
  Shape shape = { .layer = feature->layer, .first = first, .n_points = feature->n_points };

  add_shores (scene, feature->layer, first, feature->n_points);
  if (!whole)
    {
      g_autoptr (GArray) ring = sb_clip_ring (&g_array_index (scene->points, SbPoint, first), feature->n_points,
                                              &scene->reach);

      shape.first = scene->points->len;
      shape.n_points = ring->len;
      g_array_append_vals (scene->points, ring->data, ring->len);
    }
  if (shape.n_points > 2)
    g_array_append_val (scene->shapes, shape);
}

static void
add_feature (Scene *scene,
             const SbBasemapFeature *feature,
             double scale,
             SbPoint origin)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  guint first = scene->points->len;
  const SbRect *reach = &scene->reach;

  g_array_set_size (scene->points, first + feature->n_points);
  for (guint i = 0; i < feature->n_points; i++)
    {
      const SbBasemapVertex *vertex = &g_array_index (scene->scratch, SbBasemapVertex, i);
      SbPoint point = { vertex->x * scale + origin.x, vertex->y * scale + origin.y };

      left = MIN (left, point.x);
      right = MAX (right, point.x);
      top = MIN (top, point.y);
      bottom = MAX (bottom, point.y);
      g_array_index (scene->points, SbPoint, first + i) = point;
    }

  if (feature->n_points < 2 || left > reach->x + reach->width || right < reach->x ||
      top > reach->y + reach->height || bottom < reach->y)
    {
      g_array_set_size (scene->points, first);
    }
  else if (is_polygon (feature->layer))
    {
      add_polygon (scene, feature, first,
                   left >= reach->x && right <= reach->x + reach->width && top >= reach->y &&
                     bottom <= reach->y + reach->height);
    }
  else
    {
      Shape shape = { feature->layer, feature->width, first, feature->n_points, feature->phase * scale };

      g_array_append_val (scene->shapes, shape);
    }
}

static void
collect (Scene *scene,
         SbBasemap *basemap)
{
  const SbBasemapView *view = scene->view;
  SbRect area = { view->x / view->world_size, view->y / view->world_size, view->width / view->world_size,
                  view->height / view->world_size };
  g_autoptr (GArray) cells = _sb_basemap_list_cells (basemap, view->zoom, &area);

  for (guint i = 0; i < cells->len; i++)
    {
      const SbBasemapCell *cell = &g_array_index (cells, SbBasemapCell, i);
      double size = view->world_size / (1u << cell->zoom);
      SbPoint origin = { cell->x * size - view->x, cell->y * size - view->y };
      SbBasemapFeature feature;
      gsize offset = 0;

      while (_sb_basemap_cell_read (cell, &offset, &feature, scene->scratch))
        add_feature (scene, &feature, size / SB_BASEMAP_EXTENT, origin);
    }
}

/* Adds what is of @layer (and @width, unless that is -1) to the path. */
static gboolean
trace (const Scene *scene,
       const GArray *shapes,
       cairo_t *cr,
       SbBasemapLayer layer,
       int width)
{
  gboolean any = FALSE;

  for (guint i = 0; i < shapes->len; i++)
    {
      const Shape *shape = &g_array_index (shapes, Shape, i);
      const SbPoint *points = &g_array_index (scene->points, SbPoint, shape->first);

      if (shape->layer != layer || (width >= 0 && shape->width != (guint) width))
        continue;
      cairo_move_to (cr, points[0].x, points[0].y);
      for (guint j = 1; j < shape->n_points; j++)
        cairo_line_to (cr, points[j].x, points[j].y);
      any = TRUE;
    }

  return any;
}

static void
stroke_layer (const Scene *scene,
              const GArray *shapes,
              cairo_t *cr,
              SbBasemapLayer layer,
              const SbBasemapColour *colour,
              double width)
{
  if (width <= 0 || !trace (scene, shapes, cr, layer, -1))
    return;

  _sb_basemap_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Dashes go on from one piece of a line to the next, and from one tile to the
 * next: each piece knows how far along the line it starts. */
static void
stroke_dashed (const Scene *scene,
               cairo_t *cr,
               SbBasemapLayer layer,
               const SbBasemapColour *colour,
               double width,
               const double *dashes,
               int n_dashes)
{
  if (width <= 0)
    return;

  _sb_basemap_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const Shape *shape = &g_array_index (scene->shapes, Shape, i);
      const SbPoint *points = &g_array_index (scene->points, SbPoint, shape->first);

      if (shape->layer != layer)
        continue;
      cairo_set_dash (cr, dashes, n_dashes, shape->phase);
      cairo_move_to (cr, points[0].x, points[0].y);
      for (guint j = 1; j < shape->n_points; j++)
        cairo_line_to (cr, points[j].x, points[j].y);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_areas (const Scene *scene,
            cairo_t *cr,
            const SbBasemapPalette *palette)
{
  double zoom = scene->view->zoom;

  _sb_basemap_set_colour (cr, &palette->water);
  cairo_paint (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  if (trace (scene, scene->shapes, cr, SB_BASEMAP_LAYER_LAND, -1))
    {
      _sb_basemap_set_colour (cr, &palette->land);
      cairo_fill (cr);
    }
  if (zoom >= palette->coast_zoom)
    stroke_layer (scene, scene->shores, cr, SB_BASEMAP_LAYER_LAND, &palette->coast, _sb_basemap_get_coast_width (zoom));
}

static void
draw_regions (const Scene *scene,
              cairo_t *cr,
              const SbBasemapPalette *palette)
{
  const double dashes[] = { palette->region_dashes, palette->region_dashes };
  double width = _sb_basemap_get_region_width (scene->view->zoom);

  if (palette->region_dashes > 0)
    stroke_dashed (scene, cr, SB_BASEMAP_LAYER_REGION, &palette->region, width, dashes, G_N_ELEMENTS (dashes));
  else
    stroke_layer (scene, scene->shapes, cr, SB_BASEMAP_LAYER_REGION, &palette->region, width);
}

static void
draw_water (const Scene *scene,
            cairo_t *cr,
            const SbBasemapPalette *palette)
{
  double zoom = scene->view->zoom;

  for (guint width = 0; width < 4; width++)
    {
      double line_width = _sb_basemap_get_river_width (zoom, width);

      if (line_width <= 0 || !trace (scene, scene->shapes, cr, SB_BASEMAP_LAYER_RIVER, width))
        continue;
      _sb_basemap_set_colour (cr, &palette->river);
      cairo_set_line_width (cr, line_width);
      cairo_stroke (cr);
    }

  if (trace (scene, scene->shapes, cr, SB_BASEMAP_LAYER_LAKE, -1))
    {
      _sb_basemap_set_colour (cr, &palette->water);
      cairo_fill (cr);
    }
  stroke_layer (scene, scene->shores, cr, SB_BASEMAP_LAYER_LAKE, &palette->coast, _sb_basemap_get_coast_width (zoom));
}

static void
draw_borders (const Scene *scene,
              cairo_t *cr,
              const SbBasemapPalette *palette)
{
  double zoom = scene->view->zoom;

  stroke_layer (scene, scene->shapes, cr, SB_BASEMAP_LAYER_BORDER, &palette->border,
                _sb_basemap_get_border_width (zoom));
  stroke_dashed (scene, cr, SB_BASEMAP_LAYER_DISPUTED, &palette->border, _sb_basemap_get_border_width (zoom),
                 disputed_dashes, G_N_ELEMENTS (disputed_dashes));
}

void
_sb_basemap_scene_draw (SbBasemap *basemap,
                        cairo_t *cr,
                        const SbBasemapView *view,
                        const SbBasemapPalette *palette)
{
  g_auto (Scene) scene = {
    .view = view,
    .reach = { -MARGIN, -MARGIN, view->width + 2 * MARGIN, view->height + 2 * MARGIN },
    .shapes = g_array_new (FALSE, FALSE, sizeof (Shape)),
    .points = g_array_new (FALSE, FALSE, sizeof (SbPoint)),
    .shores = g_array_new (FALSE, FALSE, sizeof (Shape)),
    .scratch = g_array_new (FALSE, FALSE, sizeof (SbBasemapVertex)),
  };

  collect (&scene, basemap);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->width, view->height);
  cairo_clip (cr);
  /* CAIRO_ANTIALIAS_FAST would be faster still, but writes past the end of its
   * spans with short dashes (Cairo 1.16). */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  draw_areas (&scene, cr, palette);
  stroke_layer (&scene, scene.shapes, cr, SB_BASEMAP_LAYER_BORDER, &palette->casing,
                _sb_basemap_get_casing_width (view->zoom));
  draw_regions (&scene, cr, palette);
  draw_water (&scene, cr, palette);
  draw_borders (&scene, cr, palette);
  cairo_restore (cr);
}
