/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-road-stroke.h"

#include <math.h>

/* In points. */
#define ROAD_WIDTH     1.2
#define WAY_UNIT       0.48 /* of the way of a frame: narrower than that of a map of its own */
#define ROAD_CLEARANCE 5.0 /* around a road, free of names */

/* In a frame of a briefing, and on the map of the window. */
double
_sb_map_lines_get_width (const SbMapFigure *self,
                         const SbMapFrame *frame)
{
  return self->is_scene ? SB_ROAD_STROKE_SCREEN * frame->unit : ROAD_WIDTH;
}

static void
trace (cairo_t *cr,
       const SbMapFrame *frame,
       GArray *positions)
{
  cairo_new_path (cr);
  for (guint i = 0; i < positions->len; i++)
    {
      SbPoint point = sb_map_frame_to_page (frame, g_array_index (positions, SbPosition, i));

      cairo_line_to (cr, point.x, point.y);
    }
}

void
_sb_map_lines_draw (const SbMapFigure *self,
                    cairo_t *cr,
                    const SbMapFrame *frame,
                    SbBasemapStyle style)
{
  double width = _sb_map_lines_get_width (self, frame);

  /* They lie under what cuts them. */
  for (guint i = 0; i < self->ways->len; i++)
    {
      trace (cr, frame, g_ptr_array_index (self->ways, i));
      sb_map_way_stroke (cr, SB_MAP_WAY_SURE, WAY_UNIT, style);
    }
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const SbMapStretch *stretch = g_ptr_array_index (self->stretches, i);

      trace (cr, frame, stretch->positions);
      sb_road_stroke (cr, stretch->state, stretch->is_denied ? SB_ROAD_STROKE_DISPUTED : SB_ROAD_STROKE_DEFAULT, width, style);
    }
  sb_road_lines_paint (self->roads, cr, frame, style, width);
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

/* An #SbRoadLinesFunc. */
static void
append_leg (SbPoint from,
            SbPoint to,
            gpointer data)
{
  append_squares (from, to, data);
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
  sb_road_lines_foreach_restricted (self->roads, frame, append_leg, taken);
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

static gboolean
is_line_seen (const SbMapFrame *frame,
              GArray *positions)
{
  for (guint i = 1; i < positions->len; i++)
    if (is_seen (frame, g_array_index (positions, SbPosition, i - 1), g_array_index (positions, SbPosition, i)))
      return TRUE;

  return FALSE;
}

void
_sb_map_lines_explain (const SbMapFigure *self,
                       const SbMapFrame *frame,
                       SbMapContents *contents)
{
  contents->roads = sb_road_lines_get_contents (self->roads, frame);
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const SbMapStretch *stretch = g_ptr_array_index (self->stretches, i);

      if (!is_line_seen (frame, stretch->positions))
        continue;
      if (stretch->is_denied)
        contents->roads.disputed_states |= 1u << stretch->state;
      else
        contents->roads.states |= 1u << stretch->state;
    }
  for (guint i = 0; i < self->ways->len; i++)
    if (is_line_seen (frame, g_ptr_array_index (self->ways, i)))
      contents->way |= SB_MAP_WAY_HAS_SURE;
  if (self->way != NULL)
    contents->way |= sb_map_way_list_parts (self->way, frame);
}
