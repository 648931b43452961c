/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-graph-figure-private.h"

#include "sb-actor.h"
#include "sb-symbol.h"

#include <math.h>
#include <string.h>

/* Logical pixels. */
#define GROUND 27.0 /* of an alliance, about the middle of a symbol */

#define RING_GAP   5.0 /* between a symbol and the ring around it */
#define RING_WIDTH 2.0

/* Of so many lines seen from afar each one is quieter, and whole: nobody could tell
 * their dashes. */
#define CROWD       600
#define CROWD_SCALE 0.4

/* What does not stand out. */
#define PALE 0.22

#define HEX(value)                                                                         \
  {                                                                                        \
    ((value) >> 16 & 0xff) / 255.0, ((value) >> 8 & 0xff) / 255.0, ((value) &0xff) / 255.0 \
  }

static const SbGraphColour stance_colours[SB_N_GRAPH_STANCES][SB_N_BASEMAP_STYLES] = {
  [SB_GRAPH_STANCE_SUPPORTS] = { HEX (0x5d7030), HEX (0xb9cc85), HEX (0x4e5f24) },
  [SB_GRAPH_STANCE_OPPOSES] = { HEX (0xb5532a), HEX (0xf2a97e), HEX (0x8a3a18) },
  [SB_GRAPH_STANCE_TALKS] = { HEX (0x2f6f8f), HEX (0x84bcd6), HEX (0x2f5f7a) },
  [SB_GRAPH_STANCE_BELONGS] = { HEX (0x7c8288), HEX (0x8f989e), HEX (0x777777) },
};

static const SbGraphColour text_colours[SB_N_BASEMAP_STYLES] = {
  HEX (0x1e2a33), HEX (0xe8ebed), HEX (0x111417)
};

static const SbGraphColour paper_colours[SB_N_BASEMAP_STYLES] = {
  HEX (0xfafafa), HEX (0x1e1e1e), HEX (0xffffff)
};

SbGraphColour
_sb_graph_get_stance_colour (SbGraphStance stance,
                             SbBasemapStyle style)
{
  return stance_colours[stance][style];
}

SbGraphColour
_sb_graph_get_text_colour (SbBasemapStyle style)
{
  return text_colours[style];
}

SbGraphColour
_sb_graph_get_paper_colour (SbBasemapStyle style)
{
  return paper_colours[style];
}

/* The corners of what lies around @points, one after the other round it; returns their
 * number. Andrew's way: the lower half from left to right, then the upper one back. */
static guint
find_hull (SbPoint *points,
           guint n_points,
           SbPoint *hull)
{
  guint n_hull = 0;

  for (guint i = 1; i < n_points; i++)
    {
      SbPoint point = points[i];
      guint j = i;

      for (; j > 0 && (points[j - 1].x > point.x || (points[j - 1].x == point.x && points[j - 1].y > point.y)); j--)
        points[j] = points[j - 1];
      points[j] = point;
    }

  for (guint round = 0; round < 2; round++)
    {
      guint start = n_hull;

      for (guint i = 0; i < n_points; i++)
        {
          SbPoint point = points[round == 0 ? i : n_points - 1 - i];

          while (n_hull >= start + 2 && (hull[n_hull - 1].x - hull[n_hull - 2].x) * (point.y - hull[n_hull - 2].y) -
                                            (hull[n_hull - 1].y - hull[n_hull - 2].y) * (point.x - hull[n_hull - 2].x) <=
                                          0)
            n_hull--;
          hull[n_hull++] = point;
        }
      n_hull--; /* the end of one half is the start of the other */
    }

  return MAX (n_hull, 1);
}

/* The way around the corners, @radius outside of them. */
static void
add_outline (cairo_t *cr,
             const SbPoint *hull,
             guint n_hull,
             double radius)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_hull; i++)
    {
      SbPoint last = hull[(i + n_hull - 1) % n_hull], here = hull[i], next = hull[(i + 1) % n_hull];
      double in = atan2 (here.y - last.y, here.x - last.x) - G_PI_2;
      double out = atan2 (next.y - here.y, next.x - here.x) - G_PI_2;

      if (n_hull == 1)
        {
          in = 0;
          out = 2 * G_PI;
        }
      while (out < in)
        out += 2 * G_PI;
      cairo_arc (cr, here.x, here.y, radius, in, out);
    }
  cairo_close_path (cr);
}

void
_sb_graph_draw_ground (cairo_t *cr,
                       const SbPoint *points,
                       guint n_points,
                       double radius,
                       double unit,
                       SbBasemapStyle style,
                       SbCertainty certainty,
                       double strength)
{
  const double dashes[] = { 5 * unit, 4 * unit };
  SbGraphColour colour = stance_colours[SB_GRAPH_STANCE_SUPPORTS][style];
  g_autofree SbPoint *sorted = g_memdup2 (points, n_points * sizeof (SbPoint));
  g_autofree SbPoint *hull = g_new (SbPoint, 2 * n_points + 2);
  guint n_hull = find_hull (sorted, n_points, hull);

  add_outline (cr, hull, n_hull, radius);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, (style == SB_BASEMAP_STYLE_DARK ? 0.16 : 0.13) * strength);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.6 * strength);
  cairo_set_line_width (cr, unit);
  if (certainty != SB_CERTAINTY_SURE)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Whether somebody who is no party would lie on the ground of the whole alliance. */
static gboolean
holds_others (const SbGraphFigure *self,
              const SbGraphFrame *frame,
              guint alliance,
              const SbPoint *points,
              guint n_points,
              const gboolean *is_party)
{
  g_autofree SbPoint *sorted = g_memdup2 (points, n_points * sizeof (SbPoint));
  g_autofree SbPoint *hull = g_new (SbPoint, 2 * n_points + 2);
  guint n_hull = find_hull (sorted, n_points, hull);

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (self->graph); i++)
    {
      SbPoint at = sb_graph_figure_get_point (self, frame, i);
      gboolean is_within = n_hull > 2;

      if (i == alliance || is_party[i])
        continue;
      for (guint j = 0; is_within && j < n_hull; j++)
        {
          SbPoint a = hull[j], b = hull[(j + 1) % n_hull];
          double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);

          is_within = ((b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x)) / length > -GROUND * frame->unit * 0.4;
        }
      if (is_within)
        return TRUE;
    }

  return FALSE;
}

/* Arms from the middle to each party, one ground all together, so that nobody seems to
 * be a party who is not. */
static void
draw_arms (cairo_t *cr,
           const SbPoint *points,
           guint n_points,
           double radius,
           SbBasemapStyle style,
           double strength)
{
  SbGraphColour colour = stance_colours[SB_GRAPH_STANCE_SUPPORTS][style];

  cairo_new_path (cr);
  for (guint i = 1; i < n_points; i++)
    {
      const SbPoint arm[] = { points[0], points[i] };

      add_outline (cr, arm, G_N_ELEMENTS (arm), radius);
    }
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, (style == SB_BASEMAP_STYLE_DARK ? 0.2 : 0.17) * strength);
  cairo_fill (cr);
}

static void
draw_alliance (const SbGraphFigure *self,
               cairo_t *cr,
               const SbGraphFrame *frame,
               SbBasemapStyle style,
               guint node,
               double strength)
{
  guint n_ties;
  const guint *ties = sb_actor_graph_get_ties_of (self->graph, node, &n_ties);
  g_autofree SbPoint *points = g_new (SbPoint, n_ties + 1);
  g_autofree gboolean *is_party = g_new0 (gboolean, sb_actor_graph_get_n_nodes (self->graph));
  double radius = GROUND * frame->unit * CLAMP (frame->scale / frame->unit, 0.35, 1);
  SbCertainty certainty = sb_actor_graph_get_node (self->graph, node)->certainty;
  guint n_points = 0;

  points[n_points++] = sb_graph_figure_get_point (self, frame, node);
  for (guint i = 0; i < n_ties; i++)
    {
      const SbGraphTie *tie = sb_actor_graph_get_tie (self->graph, ties[i]);

      if (tie->kind != SB_GRAPH_TIE_PARTY)
        continue;
      is_party[tie->from] = TRUE;
      points[n_points++] = sb_graph_figure_get_point (self, frame, tie->from);
    }

  if (!holds_others (self, frame, node, points, n_points, is_party))
    {
      _sb_graph_draw_ground (cr, points, n_points, radius, frame->unit, style, certainty, strength);
      return;
    }

  draw_arms (cr, points, n_points, radius * 0.75, style, strength);
}

static gboolean
is_seen (const SbGraphFrame *frame,
         const SbGraphLine *line)
{
  double margin = 20 * frame->unit;

  return MAX (line->from.x, MAX (line->middle.x, line->to.x)) >= -margin && MIN (line->from.x, MIN (line->middle.x, line->to.x)) <= frame->width + margin &&
         MAX (line->from.y, MAX (line->middle.y, line->to.y)) >= -margin && MIN (line->from.y, MIN (line->middle.y, line->to.y)) <= frame->height + margin;
}

/* Which nodes and ties stand out: those of the paths, or of the node. */
typedef struct
{
  gboolean *is_pale_node; /* (owned) */
  gboolean *is_pale_tie; /* (owned) */
  gboolean *is_strong_tie; /* (owned) */
} Weights;

static void
weigh_paths (Weights *weights,
             const SbGraphFigure *self,
             GPtrArray *paths)
{
  for (guint i = 0; i < sb_actor_graph_get_n_nodes (self->graph); i++)
    weights->is_pale_node[i] = TRUE;
  for (guint i = 0; i < sb_actor_graph_get_n_ties (self->graph); i++)
    weights->is_pale_tie[i] = TRUE;

  for (guint i = 0; i < paths->len; i++)
    {
      const SbGraphPath *path = g_ptr_array_index (paths, i);

      for (guint j = 0; j < path->n_nodes; j++)
        {
          weights->is_pale_node[path->nodes[j]] = FALSE;
          if (j > 0)
            {
              weights->is_pale_tie[path->ties[j - 1]] = FALSE;
              weights->is_strong_tie[path->ties[j - 1]] = TRUE;
            }
        }
    }
}

static Weights
weigh (const SbGraphFigure *self,
       const SbGraphEmphasis *emphasis)
{
  guint n_nodes = sb_actor_graph_get_n_nodes (self->graph);
  guint n_ties = sb_actor_graph_get_n_ties (self->graph);
  Weights weights = { g_new0 (gboolean, n_nodes + 1), g_new0 (gboolean, n_ties + 1), g_new0 (gboolean, n_ties + 1) };

  if (emphasis != NULL && emphasis->paths != NULL && emphasis->paths->len > 0)
    weigh_paths (&weights, self, emphasis->paths);
  else if (emphasis != NULL && emphasis->node >= 0 && (guint) emphasis->node < n_nodes)
    {
      guint n_own;
      const guint *own = sb_actor_graph_get_ties_of (self->graph, (guint) emphasis->node, &n_own);

      for (guint i = 0; i < n_own; i++)
        weights.is_strong_tie[own[i]] = TRUE;
    }

  return weights;
}

static void
draw_symbol (const SbGraphFigure *self,
             cairo_t *cr,
             const SbGraphFrame *frame,
             SbBasemapStyle style,
             guint node,
             gboolean is_selected,
             double strength)
{
  const SbGraphNode *known = sb_actor_graph_get_node (self->graph, node);
  SbPoint at = sb_graph_figure_get_point (self, frame, node);
  double size = sb_graph_figure_get_size (self, frame, node);
  gboolean is_whole = known->certainty == SB_CERTAINTY_SURE && strength >= 1;

  if (at.x < -size || at.y < -size || at.x > frame->width + size || at.y > frame->height + size)
    return;

  if (sb_actor_graph_is_alliance (self->graph, node))
    {
      SbGraphColour colour = stance_colours[SB_GRAPH_STANCE_SUPPORTS][style];

      cairo_new_path (cr);
      cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, strength);
      cairo_arc (cr, at.x, at.y, size / 2, 0, 2 * G_PI);
      cairo_fill (cr);
      if (is_selected)
        {
          cairo_arc (cr, at.x, at.y, size / 2 + 3 * frame->unit, 0, 2 * G_PI);
          cairo_set_line_width (cr, 1.5 * frame->unit);
          cairo_stroke (cr);
        }
      return;
    }

  if (!is_whole)
    {
      cairo_save (cr);
      cairo_rectangle (cr, at.x - size, at.y - size, 2 * size, 2 * size);
      cairo_clip (cr);
      cairo_push_group (cr);
    }
  sb_symbol_draw_actor (cr, (SbActorFamily) sb_record_get_term (known->record, SB_ACTOR_FAMILY, -1), at.x, at.y, size, style,
                        is_selected ? SB_SYMBOL_SELECTED : SB_SYMBOL_DEFAULT);
  if (!is_whole)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, strength * (known->certainty == SB_CERTAINTY_SURE ? 1 : SB_GRAPH_POSSIBLE));
      cairo_restore (cr);
    }
}

static void
draw_in_crowd (cairo_t *cr,
               const SbGraphTie *tie,
               const SbGraphLine *line,
               double unit,
               SbBasemapStyle style,
               double strength)
{
  SbGraphColour colour = stance_colours[tie->stance][style];

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, strength * (tie->certainty == SB_CERTAINTY_SURE ? 1 : SB_GRAPH_POSSIBLE));
  cairo_set_line_width (cr, 0.7 * _sb_graph_get_tie_width (tie, unit));
  cairo_move_to (cr, line->from.x, line->from.y);
  cairo_line_to (cr, line->to.x, line->to.y);
  cairo_stroke (cr);
}

static void
draw_ties (const SbGraphFigure *self,
           cairo_t *cr,
           const SbGraphFrame *frame,
           SbBasemapStyle style,
           const Weights *weights,
           gboolean are_strong)
{
  guint n_ties = sb_actor_graph_get_n_ties (self->graph);
  gboolean is_crowded = n_ties > CROWD && frame->scale < CROWD_SCALE * frame->unit;

  for (guint i = 0; i < n_ties; i++)
    {
      SbGraphLine line;

      if (weights->is_strong_tie[i] != are_strong)
        continue;
      line = _sb_graph_figure_get_line (self, frame, i);
      if (!is_seen (frame, &line))
        continue;
      if (is_crowded && !are_strong)
        draw_in_crowd (cr, sb_actor_graph_get_tie (self->graph, i), &line, frame->unit, style, weights->is_pale_tie[i] ? PALE : 0.55);
      else
        _sb_graph_draw_tie (cr, sb_actor_graph_get_tie (self->graph, i), &line, frame->unit, style,
                            !are_strong && weights->is_pale_tie[i] ? PALE : 1,
                            are_strong);
    }
}

/* Whole whatever else is pale: they are looked for all over the graph. */
static void
draw_rings (const SbGraphFigure *self,
            cairo_t *cr,
            const SbGraphFrame *frame,
            SbBasemapStyle style,
            GArray *nodes)
{
  SbGraphColour colour = text_colours[style];

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_set_line_width (cr, RING_WIDTH * frame->unit);
  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      SbPoint at = sb_graph_figure_get_point (self, frame, node);

      cairo_new_path (cr);
      cairo_arc (cr, at.x, at.y, sb_graph_figure_get_size (self, frame, node) / 2 + RING_GAP * frame->unit, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

void
sb_graph_figure_draw (const SbGraphFigure *self,
                      cairo_t *cr,
                      const SbGraphFrame *frame,
                      SbBasemapStyle style,
                      const SbGraphEmphasis *emphasis)
{
  Weights weights;
  guint n_nodes;

  g_return_if_fail (self != NULL && cr != NULL && frame != NULL && style < SB_N_BASEMAP_STYLES);

  n_nodes = sb_actor_graph_get_n_nodes (self->graph);
  weights = weigh (self, emphasis);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, frame->width, frame->height);
  cairo_clip (cr);
  /* Ten thousand lines are drawn in half of the time. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < n_nodes; i++)
    if (sb_actor_graph_is_alliance (self->graph, i))
      draw_alliance (self, cr, frame, style, i, weights.is_pale_node[i] ? PALE * 1.5 : 1);

  draw_ties (self, cr, frame, style, &weights, FALSE);
  draw_ties (self, cr, frame, style, &weights, TRUE);
  for (guint i = 0; i < n_nodes; i++)
    draw_symbol (self, cr, frame, style, i, emphasis != NULL && emphasis->node == (int) i, weights.is_pale_node[i] ? PALE * 1.5 : 1);

  if (emphasis != NULL && emphasis->ringed != NULL)
    draw_rings (self, cr, frame, style, emphasis->ringed);
  _sb_graph_figure_draw_names (self, cr, frame, style, emphasis, weights.is_pale_node);
  cairo_restore (cr);
  g_free (weights.is_pale_node);
  g_free (weights.is_pale_tie);
  g_free (weights.is_strong_tie);
}
