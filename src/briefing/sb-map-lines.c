/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-road-stroke.h"

#include <math.h>

/* In points. */
#define ROAD_WIDTH     1.2
#define ROAD_CLEARANCE 5.0 /* around a road, free of names */

void
_sb_map_stroke_way (cairo_t *cr,
                    double width)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, width * 3.6);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.2, 0.33, 0.42);
  cairo_set_line_width (cr, width * 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_stretch (cairo_t *cr,
              const SbMapFrame *frame,
              const SbMapStretch *stretch)
{
  cairo_new_path (cr);
  for (guint i = 0; i < stretch->positions->len; i++)
    {
      SbPoint point = sb_map_frame_to_page (frame, g_array_index (stretch->positions, SbPosition, i));

      cairo_line_to (cr, point.x, point.y);
    }
  sb_road_stroke (cr, stretch->state, stretch->is_denied ? SB_ROAD_STROKE_DISPUTED : SB_ROAD_STROKE_DEFAULT, ROAD_WIDTH,
                  SB_BASEMAP_STYLE_PRINT);
}

/* Grey with a white edge: it lies under what cuts it, and is told from borders on a
 * printer without colour. */
static void
draw_way (cairo_t *cr,
          const SbMapFrame *frame,
          GArray *way)
{
  cairo_new_path (cr);
  for (guint i = 0; i < way->len; i++)
    {
      SbPoint point = sb_map_frame_to_page (frame, g_array_index (way, SbPosition, i));

      cairo_line_to (cr, point.x, point.y);
    }
  _sb_map_stroke_way (cr, ROAD_WIDTH);
}

/* All legs of one look are one path: there are hundreds of them. */
static void
draw_legs (const SbMapFigure *self,
           cairo_t *cr,
           const SbMapFrame *frame,
           SbRoadState state,
           gboolean is_disputed)
{
  const SbRect view = { frame->rect.x - ROAD_CLEARANCE, frame->rect.y - ROAD_CLEARANCE, frame->rect.width + 2 * ROAD_CLEARANCE,
                        frame->rect.height + 2 * ROAD_CLEARANCE };
  gboolean is_empty = TRUE;

  cairo_new_path (cr);
  for (guint i = 0; i < self->legs->len; i++)
    {
      const SbMapLeg *leg = &g_array_index (self->legs, SbMapLeg, i);
      SbPoint from = sb_map_frame_to_page (frame, leg->ends[0]);
      SbPoint to = sb_map_frame_to_page (frame, leg->ends[1]);

      if (leg->state != state || leg->is_disputed != is_disputed || !sb_clip_segment (&from, &to, &view))
        continue;

      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
      is_empty = FALSE;
    }
  if (!is_empty)
    sb_road_stroke (cr, state, is_disputed ? SB_ROAD_STROKE_DISPUTED : SB_ROAD_STROKE_DEFAULT, ROAD_WIDTH, SB_BASEMAP_STYLE_PRINT);
}

void
_sb_map_lines_draw (const SbMapFigure *self,
                    cairo_t *cr,
                    const SbMapFrame *frame)
{
  for (guint i = 0; i < self->ways->len; i++)
    draw_way (cr, frame, g_ptr_array_index (self->ways, i));
  for (guint i = 0; i < self->stretches->len; i++)
    draw_stretch (cr, frame, g_ptr_array_index (self->stretches, i));
  for (SbRoadState state = SB_ROAD_OPEN; state < SB_N_ROAD_STATES; state++)
    {
      draw_legs (self, cr, frame, state, TRUE);
      draw_legs (self, cr, frame, state, FALSE);
    }
}

static void
append_squares (SbPoint from,
                SbPoint to,
                GArray *taken)
{
  guint n_steps = (guint) (hypot (to.x - from.x, to.y - from.y) / ROAD_CLEARANCE) + 1;

  for (guint step = 0; step <= n_steps; step++)
    {
      SbRect square = { from.x + (to.x - from.x) * step / n_steps - ROAD_CLEARANCE / 2,
                        from.y + (to.y - from.y) * step / n_steps - ROAD_CLEARANCE / 2,
                        ROAD_CLEARANCE, ROAD_CLEARANCE };

      g_array_append_val (taken, square);
    }
}

void
_sb_map_lines_append_taken (const SbMapFigure *self,
                            const SbMapFrame *frame,
                            GArray *taken)
{
  for (guint i = 0; i < self->stretches->len; i++)
    {
      GArray *stretch = ((const SbMapStretch *) g_ptr_array_index (self->stretches, i))->positions;

      for (guint k = 1; k < stretch->len; k++)
        append_squares (sb_map_frame_to_page (frame, g_array_index (stretch, SbPosition, k - 1)),
                        sb_map_frame_to_page (frame, g_array_index (stretch, SbPosition, k)), taken);
    }
  for (guint i = 0; i < self->legs->len; i++)
    {
      const SbMapLeg *leg = &g_array_index (self->legs, SbMapLeg, i);
      SbPoint from = sb_map_frame_to_page (frame, leg->ends[0]);
      SbPoint to = sb_map_frame_to_page (frame, leg->ends[1]);

      if (leg->state != SB_ROAD_OPEN && sb_clip_segment (&from, &to, &frame->rect))
        append_squares (from, to, taken);
    }
}

static gboolean
is_seen (const SbMapFrame *frame,
         SbPosition one,
         SbPosition other)
{
  SbPoint from = sb_map_frame_to_page (frame, one);
  SbPoint to = sb_map_frame_to_page (frame, other);

  return sb_clip_segment (&from, &to, &frame->rect);
}

static void
add_state (SbMapLegend *legend,
           SbRoadState state,
           gboolean is_disputed)
{
  if (is_disputed)
    legend->denied_states |= 1u << state;
  else
    legend->road_states |= 1u << state;
}

void
_sb_map_lines_explain (const SbMapFigure *self,
                       const SbMapFrame *frame,
                       SbMapLegend *legend)
{
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const SbMapStretch *stretch = g_ptr_array_index (self->stretches, i);

      for (guint k = 1; k < stretch->positions->len; k++)
        if (is_seen (frame, g_array_index (stretch->positions, SbPosition, k - 1), g_array_index (stretch->positions, SbPosition, k)))
          add_state (legend, stretch->state, stretch->is_denied);
    }
  for (guint i = 0; i < self->legs->len; i++)
    {
      const SbMapLeg *leg = &g_array_index (self->legs, SbMapLeg, i);

      if (is_seen (frame, leg->ends[0], leg->ends[1]))
        add_state (legend, leg->state, leg->is_disputed);
    }
}

void
_sb_map_figure_add_network (SbMapFigure *self,
                            const SbRoadConditions *roads)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (roads);
  const guint8 *states = sb_road_conditions_get_states (roads, SB_ROAD_READING_ALL);
  const guint8 *undenied = sb_road_conditions_get_states (roads, SB_ROAD_READING_UNDENIED);

  for (guint i = 0; i < sb_road_network_get_n_legs (network); i++)
    {
      const SbRoadLeg *road = sb_road_network_get_leg (network, i);
      SbMapLeg leg = {
        { sb_road_network_get_place (network, road->places[0])->position,
          sb_road_network_get_place (network, road->places[1])->position },
        (SbRoadState) states[i],
        states[i] != undenied[i],
      };

      g_array_append_val (self->legs, leg);
    }
}
