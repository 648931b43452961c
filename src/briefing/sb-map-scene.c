/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-area-painter.h"

/* What lies over the base map, the lowest first: the layers of the window, in its order.
 * A frame of a briefing has drawings below its roads, and their titles over all. */
typedef struct
{
  const SbMapFigure *figure;
  cairo_t *cr;
  const SbMapFrame *frame;
  SbBasemapStyle style;
  GArray *spots;
} Scene;

static void
draw_overlays (const Scene *self)
{
  GPtrArray *overlays = self->figure->overlays;

  for (guint i = 0; overlays != NULL && i < overlays->len; i++)
    if (g_ptr_array_index (overlays, i) != NULL)
      sb_overlay_draw (g_ptr_array_index (overlays, i), self->cr, self->frame, self->style, i);
}

static void
draw_events (const Scene *self)
{
  SbLanguage language = self->figure->language;

  for (guint i = 0; i < self->spots->len; i++)
    _sb_map_cluster_draw_extent (&g_array_index (self->spots, SbMapSpot, i), self->cr, self->frame, self->style);
  /* The first is the most important: it lies on top. */
  for (guint i = self->spots->len; i > 0; i--)
    _sb_map_spot_draw (&g_array_index (self->spots, SbMapSpot, i - 1), self->cr, self->frame, self->style, language);
}

static void
draw_layer (const Scene *self,
            SbMapLayers layer)
{
  const SbMapFigure *figure = self->figure;

  switch (layer)
    {
    case SB_MAP_LAYER_CONTROL:
      sb_area_painter_draw (self->cr, self->frame, figure->areas, self->style, figure->language, 1);
      break;

    case SB_MAP_LAYER_ZONES:
      sb_area_painter_draw (self->cr, self->frame, figure->zones, self->style, figure->language, 1);
      break;

    case SB_MAP_LAYER_OVERLAYS:
      draw_overlays (self);
      break;

    case SB_MAP_LAYER_RESTRICTIONS:
      sb_area_painter_draw (self->cr, self->frame, figure->grounds, self->style, figure->language, 1);
      break;

    case SB_MAP_LAYER_ROADS:
      _sb_map_lines_draw (figure, self->cr, self->frame, self->style);
      break;

    case SB_MAP_LAYER_WAY:
      if (figure->way != NULL)
        sb_map_way_paint (figure->way, self->cr, self->frame, self->style);
      break;

    case SB_MAP_LAYER_DRAWINGS:
      sb_drawings_paint (figure->drawings, self->cr, self->frame, self->style, figure->is_scene ? SB_DRAWINGS_ALL : SB_DRAWINGS_SHAPES);
      break;

    case SB_MAP_LAYER_EVENTS:
    default:
      draw_events (self);
    }
}

/* One that lets what is below through is first painted by itself. */
static void
draw_with_opacity (const Scene *self,
                   SbMapLayers layer)
{
  double opacity = self->figure->opacities[g_bit_nth_lsf (layer, -1)];

  if (opacity >= 1)
    {
      draw_layer (self, layer);
      return;
    }

  cairo_push_group (self->cr);
  draw_layer (self, layer);
  cairo_pop_group_to_source (self->cr);
  cairo_paint_with_alpha (self->cr, opacity);
}

void
_sb_map_scene_draw_layers (const SbMapFigure *self,
                           cairo_t *cr,
                           const SbMapFrame *frame,
                           SbBasemapStyle style,
                           GArray *spots,
                           SbMapLayers layers)
{
  static const SbMapLayers window[] = {
    SB_MAP_LAYER_CONTROL,
    SB_MAP_LAYER_ZONES,
    SB_MAP_LAYER_OVERLAYS,
    SB_MAP_LAYER_RESTRICTIONS,
    SB_MAP_LAYER_ROADS,
    SB_MAP_LAYER_WAY,
    SB_MAP_LAYER_DRAWINGS,
    SB_MAP_LAYER_EVENTS,
  };
  static const SbMapLayers paper[] = {
    SB_MAP_LAYER_CONTROL,
    SB_MAP_LAYER_RESTRICTIONS,
    SB_MAP_LAYER_ZONES,
    SB_MAP_LAYER_DRAWINGS,
    SB_MAP_LAYER_ROADS,
    SB_MAP_LAYER_EVENTS,
  };
  const Scene scene = { self, cr, frame, style, spots };
  const SbMapLayers *order = self->is_scene ? window : paper;
  guint n_layers = self->is_scene ? G_N_ELEMENTS (window) : G_N_ELEMENTS (paper);

  cairo_save (cr);
  cairo_rectangle (cr, frame->rect.x, frame->rect.y, frame->rect.width, frame->rect.height);
  cairo_clip (cr);
  for (guint i = 0; i < n_layers; i++)
    if ((layers & order[i]) != 0)
      draw_with_opacity (&scene, order[i]);
  cairo_restore (cr);
}
