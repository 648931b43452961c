/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-graph-figure-private.h"

#include "sb-actor.h"

#include <math.h>

/* Between the ties of two actors, in the plane. */
#define LANE 16.0

/* What is bent by less is drawn straight, logical pixels. */
#define LEAST_BEND 3.0

/* About the outermost nodes, logical pixels: their names stand there. */
#define MARGIN_X 92.0
#define MARGIN_Y 34.0

/* How far aside of a symbol or a line it is still meant, logical pixels. */
#define NODE_REACH 4.0
#define TIE_REACH  5.0

/* Logical pixels: symbols grow with the scale, within these. */
#define LEAST_SIZE 6.0
#define USUAL_SIZE 17.0
#define MOST_SIZE  24.0
#define HUB_SIZE   6.0

/* So small are persons beside groups. */
#define PERSON_SHARE 0.72

G_DEFINE_BOXED_TYPE (SbGraphFigure, sb_graph_figure, sb_graph_figure_ref, sb_graph_figure_unref)

/* Lays the ties of two actors beside each other. */
static void
find_bends (SbGraphFigure *self)
{
  guint n_ties = sb_actor_graph_get_n_ties (self->graph);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autofree guint *lanes = g_new0 (guint, MAX (n_ties, 1));
  g_autofree gpointer *pairs = g_new0 (gpointer, MAX (n_ties, 1));

  for (guint i = 0; i < n_ties; i++)
    {
      const SbGraphTie *tie = sb_actor_graph_get_tie (self->graph, i);

      pairs[i] = GSIZE_TO_POINTER (((gsize) MIN (tie->from, tie->to) << 32) + MAX (tie->from, tie->to));
      lanes[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pairs[i]));
      g_hash_table_insert (counts, pairs[i], GUINT_TO_POINTER (lanes[i] + 1));
    }

  self->bends = g_new0 (double, MAX (n_ties, 1));
  for (guint i = 0; i < n_ties; i++)
    {
      const SbGraphTie *tie = sb_actor_graph_get_tie (self->graph, i);
      guint n_lanes = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pairs[i]));

      /* A tie the other way round has its left where the first one has its right. */
      self->bends[i] = (lanes[i] - (n_lanes - 1) / 2.0) * 2 * LANE * (tie->from < tie->to ? 1 : -1);
    }
}

SbGraphFigure *
sb_graph_figure_new (SbActorGraph *graph,
                     SbGraphLayout *layout,
                     SbLanguage language)
{
  SbGraphFigure *self;

  g_return_val_if_fail (graph != NULL && layout != NULL, NULL);
  g_return_val_if_fail (sb_graph_layout_get_n_nodes (layout) == sb_actor_graph_get_n_nodes (graph), NULL);

  self = g_new0 (SbGraphFigure, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->graph = sb_actor_graph_ref (graph);
  self->layout = sb_graph_layout_ref (layout);
  self->language = language;
  find_bends (self);
  return self;
}

SbGraphFigure *
sb_graph_figure_ref (SbGraphFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_graph_figure_unref (SbGraphFigure *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sb_actor_graph_unref (self->graph);
  sb_graph_layout_unref (self->layout);
  g_free (self->bends);
  g_free (self);
}

SbActorGraph *
sb_graph_figure_get_graph (const SbGraphFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->graph;
}

SbGraphLayout *
sb_graph_figure_get_layout (const SbGraphFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layout;
}

SbGraphFrame
sb_graph_figure_fit (const SbGraphFigure *self,
                     double width,
                     double height,
                     double unit)
{
  SbGraphFrame frame = { .scale = unit, .width = width, .height = height, .unit = unit };
  SbRect bounds;

  g_return_val_if_fail (self != NULL, frame);

  bounds = sb_graph_layout_get_bounds (self->layout);
  frame.scale = MIN (unit, MIN (MAX (width - 2 * MARGIN_X * unit, width / 3) / MAX (bounds.width, 1),
                                MAX (height - 2 * MARGIN_Y * unit, height / 3) / MAX (bounds.height, 1)));
  frame.scale = MAX (frame.scale, 1e-6);
  frame.origin = (SbPoint) { bounds.x + bounds.width / 2 - width / frame.scale / 2,
                             bounds.y + bounds.height / 2 - height / frame.scale / 2 };
  return frame;
}

SbPoint
sb_graph_figure_get_point (const SbGraphFigure *self,
                           const SbGraphFrame *frame,
                           guint node)
{
  SbPoint point = sb_graph_layout_get_point (self->layout, node);

  return (SbPoint) { (point.x - frame->origin.x) * frame->scale, (point.y - frame->origin.y) * frame->scale };
}

double
sb_graph_figure_get_size (const SbGraphFigure *self,
                          const SbGraphFrame *frame,
                          guint node)
{
  const SbGraphNode *known = sb_actor_graph_get_node (self->graph, node);
  double scale = frame->scale / frame->unit;
  double size = CLAMP (USUAL_SIZE * (0.25 + 0.75 * scale), LEAST_SIZE, MOST_SIZE);

  if (sb_actor_graph_is_alliance (self->graph, node))
    return HUB_SIZE * frame->unit * CLAMP (scale, 0.5, 1);
  if (sb_record_get_term (known->record, SB_ACTOR_KIND, -1) == SB_ACTOR_KIND_PERSON)
    size *= PERSON_SHARE;

  /* Who has many ties is seen from afar. */
  return size * (1 + 0.08 * MIN (log2 (1 + known->n_ties), 5)) * frame->unit;
}

SbGraphLine
_sb_graph_figure_get_line (const SbGraphFigure *self,
                           const SbGraphFrame *frame,
                           guint tie)
{
  const SbGraphTie *known = sb_actor_graph_get_tie (self->graph, tie);
  SbPoint from = sb_graph_figure_get_point (self, frame, known->from);
  SbPoint to = sb_graph_figure_get_point (self, frame, known->to);
  double length = MAX (hypot (to.x - from.x, to.y - from.y), 1e-6);
  double bend = self->bends[tie] * frame->scale;
  SbPoint middle = { (from.x + to.x) / 2 - (to.y - from.y) / length * bend, (from.y + to.y) / 2 + (to.x - from.x) / length * bend };
  double room_from = sb_graph_figure_get_size (self, frame, known->from) / 2 + 3 * frame->unit;
  double room_to = sb_graph_figure_get_size (self, frame, known->to) / 2 + 3 * frame->unit;
  double way_from = MAX (hypot (middle.x - from.x, middle.y - from.y), 1e-6);
  double way_to = MAX (hypot (middle.x - to.x, middle.y - to.y), 1e-6);

  /* It ends at the symbols, unless these touch. */
  if (room_from + room_to < length)
    {
      from = (SbPoint) { from.x + (middle.x - from.x) / way_from * room_from, from.y + (middle.y - from.y) / way_from * room_from };
      to = (SbPoint) { to.x + (middle.x - to.x) / way_to * room_to, to.y + (middle.y - to.y) / way_to * room_to };
    }

  return (SbGraphLine) { from, middle, to, fabs (bend) > LEAST_BEND * frame->unit };
}

int
sb_graph_figure_find_node (const SbGraphFigure *self,
                           const SbGraphFrame *frame,
                           double x,
                           double y)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  g_return_val_if_fail (self != NULL && frame != NULL, -1);

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (self->graph); i++)
    {
      SbPoint at = sb_graph_figure_get_point (self, frame, i);
      double distance = hypot (at.x - x, at.y - y);

      if (distance >= best || distance > sb_graph_figure_get_size (self, frame, i) / 2 + NODE_REACH * frame->unit)
        continue;

      best = distance;
      found = (int) i;
    }

  return found;
}

/* How far @point is from the curve of @line, by so many points of it. */
static double
measure_distance (const SbGraphLine *line,
                  double x,
                  double y)
{
  SbPoint last = line->from;
  double best = G_MAXDOUBLE;

  for (guint i = 1; i <= 8; i++)
    {
      double t = i / 8.0;
      SbPoint next = { (1 - t) * (1 - t) * line->from.x + 2 * t * (1 - t) * line->middle.x + t * t * line->to.x,
                       (1 - t) * (1 - t) * line->from.y + 2 * t * (1 - t) * line->middle.y + t * t * line->to.y };
      double dx = next.x - last.x, dy = next.y - last.y;
      double along = CLAMP (((x - last.x) * dx + (y - last.y) * dy) / MAX (dx * dx + dy * dy, 1e-9), 0, 1);

      best = MIN (best, hypot (last.x + along * dx - x, last.y + along * dy - y));
      last = next;
    }

  return best;
}

int
sb_graph_figure_find_tie (const SbGraphFigure *self,
                          const SbGraphFrame *frame,
                          double x,
                          double y)
{
  double best = G_MAXDOUBLE;
  double reach = TIE_REACH * frame->unit;
  int found = -1;

  g_return_val_if_fail (self != NULL && frame != NULL, -1);

  for (guint i = 0; i < sb_actor_graph_get_n_ties (self->graph); i++)
    {
      SbGraphLine line = _sb_graph_figure_get_line (self, frame, i);
      double distance;

      if (MIN (line.from.x, MIN (line.middle.x, line.to.x)) > x + reach || MAX (line.from.x, MAX (line.middle.x, line.to.x)) < x - reach ||
          MIN (line.from.y, MIN (line.middle.y, line.to.y)) > y + reach || MAX (line.from.y, MAX (line.middle.y, line.to.y)) < y - reach)
        continue;

      distance = measure_distance (&line, x, y);
      if (distance < best && distance <= reach)
        {
          best = distance;
          found = (int) i;
        }
    }

  return found;
}

const char *
_sb_graph_figure_get_name (const SbGraphFigure *self,
                           guint node)
{
  SbRecord *record = sb_actor_graph_get_node (self->graph, node)->record;
  const char *name = sb_record_get_kind (record) == SB_KIND_ACTOR ? sb_record_get_text (record, SB_ACTOR_SHORT_NAME) : NULL;

  return name != NULL ? name : sb_record_get_title (record, self->language);
}

char *
sb_graph_figure_describe_tie (const SbGraphFigure *self,
                              guint tie)
{
  const SbGraphTie *known;

  g_return_val_if_fail (self != NULL && tie < sb_actor_graph_get_n_ties (self->graph), NULL);

  known = sb_actor_graph_get_tie (self->graph, tie);
  return g_strdup_printf ("%s %s %s", _sb_graph_figure_get_name (self, known->from),
                          sb_graph_tie_kind_get_label (known->kind, self->language), _sb_graph_figure_get_name (self, known->to));
}
