/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-graph-figure-private.h"

#include <math.h>

/* Logical pixels. */
#define LEAST_WIDTH  1.1
#define SOURCE_WIDTH 0.75 /* of each further source */
#define MOST_SOURCES 5
#define MARK_SIZE    4.0
#define ARROW_LENGTH 8.0
#define ARROW_WIDTH  3.4

/* Shorter lines have neither marks nor arrows, and the shortest are whole. */
#define LEAST_LENGTH 34.0
#define LEAST_DASHED 9.0

double
_sb_graph_get_tie_width (const SbGraphTie *tie,
                         double unit)
{
  guint n_more = tie->n_sources > 1 ? MIN (tie->n_sources, MOST_SOURCES) - 1 : 0;
  double width = LEAST_WIDTH + SOURCE_WIDTH * n_more;

  /* Who belongs to whom is the quiet part of the picture. */
  return unit * (tie->stance == SB_GRAPH_STANCE_BELONGS ? 0.6 * width + 0.3 : width);
}

/* Lines say by their dashes what they mean, and by dots that nothing stands behind
 * them. */
static void
set_dashes (cairo_t *cr,
            const SbGraphTie *tie,
            double width,
            double unit,
            double length)
{
  const double dots[] = { 0, 2.4 * width + 1.6 * unit };
  const double opposition[] = { 7 * unit, 4 * unit };
  const double talks[] = { 9 * unit, 3.5 * unit, 1.5 * unit, 3.5 * unit };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (length < LEAST_DASHED * unit)
    cairo_set_dash (cr, NULL, 0, 0);
  else if (tie->n_sources == 0)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
    }
  else if (tie->stance == SB_GRAPH_STANCE_OPPOSES)
    cairo_set_dash (cr, opposition, G_N_ELEMENTS (opposition), 0);
  else if (tie->stance == SB_GRAPH_STANCE_TALKS)
    cairo_set_dash (cr, talks, G_N_ELEMENTS (talks), 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
add_curve (cairo_t *cr,
           const SbGraphLine *line)
{
  cairo_move_to (cr, line->from.x, line->from.y);
  if (!line->is_bent)
    {
      cairo_line_to (cr, line->to.x, line->to.y);
      return;
    }

  cairo_curve_to (cr, line->from.x + (line->middle.x - line->from.x) * 2 / 3, line->from.y + (line->middle.y - line->from.y) * 2 / 3,
                  line->to.x + (line->middle.x - line->to.x) * 2 / 3, line->to.y + (line->middle.y - line->to.y) * 2 / 3,
                  line->to.x, line->to.y);
}

/* The direction of the line at its middle, and the point. */
static SbPoint
get_middle (const SbGraphLine *line)
{
  return (SbPoint) { (line->from.x + 2 * line->middle.x + line->to.x) / 4, (line->from.y + 2 * line->middle.y + line->to.y) / 4 };
}

static void
draw_cross (cairo_t *cr,
            const SbGraphLine *line,
            double size)
{
  SbPoint at = get_middle (line);
  double angle = atan2 (line->to.y - line->from.y, line->to.x - line->from.x);

  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, -size, -size);
  cairo_line_to (cr, size, size);
  cairo_move_to (cr, -size, size);
  cairo_line_to (cr, size, -size);
  cairo_restore (cr);
  cairo_stroke (cr);
}

/* Between a cross and an end, so that both can be seen. */
static void
draw_doubt (cairo_t *cr,
            const SbGraphLine *line,
            double size,
            SbBasemapStyle style)
{
  double x = line->from.x * 0.49 + line->middle.x * 0.42 + line->to.x * 0.09;
  double y = line->from.y * 0.49 + line->middle.y * 0.42 + line->to.y * 0.09;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, size, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t *cr,
            const SbGraphLine *line,
            double unit)
{
  cairo_save (cr);
  cairo_translate (cr, line->to.x, line->to.y);
  cairo_rotate (cr, atan2 (line->to.y - line->middle.y, line->to.x - line->middle.x));
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -ARROW_LENGTH * unit, -ARROW_WIDTH * unit);
  cairo_line_to (cr, -ARROW_LENGTH * unit, ARROW_WIDTH * unit);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
_sb_graph_draw_tie (cairo_t *cr,
                    const SbGraphTie *tie,
                    const SbGraphLine *line,
                    double unit,
                    SbBasemapStyle style,
                    double strength,
                    gboolean is_strong)
{
  SbGraphColour colour = _sb_graph_get_stance_colour (tie->stance, style);
  double width = _sb_graph_get_tie_width (tie, unit) * (is_strong ? 1.5 : 1);
  double alpha = strength * (tie->certainty == SB_CERTAINTY_SURE ? 1 : SB_GRAPH_POSSIBLE);
  double length = hypot (line->to.x - line->from.x, line->to.y - line->from.y);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
  cairo_set_line_width (cr, width);
  set_dashes (cr, tie, width, unit, length);
  add_curve (cr, line);
  cairo_stroke (cr);

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (length < LEAST_LENGTH * unit)
    return;

  cairo_set_line_width (cr, MAX (1.4 * unit, width * 0.6));
  if (tie->stance == SB_GRAPH_STANCE_OPPOSES)
    draw_cross (cr, line, MARK_SIZE * unit);
  if (tie->is_contradicted)
    draw_doubt (cr, line, MARK_SIZE * unit, style);
  if (sb_graph_tie_kind_is_directed (tie->kind))
    draw_arrow (cr, line, unit * (is_strong ? 1.2 : 1));
}
