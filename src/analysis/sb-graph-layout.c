/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-graph-layout-private.h"

struct _SbGraphLayout
{
  gatomicrefcount ref_count;
  guint n_nodes;
  SbPoint *points; /* (owned) */
  SbRect bounds;
  GHashTable *places; /* (owned) (element-type gint64 SbPoint): of records, those of
                         earlier days as well */
};

G_DEFINE_BOXED_TYPE (SbGraphLayout, sb_graph_layout, sb_graph_layout_ref, sb_graph_layout_unref)

static gint64
get_id (const SbActorGraph *graph,
        guint node)
{
  return sb_record_get_id (sb_actor_graph_get_node (graph, node)->record);
}

/* Seats what is known from @last. They stay, if they are half of those that are tied;
 * the others have to find their places around them. */
static SbGraphSeat *
create_seats (const SbActorGraph *graph,
              const SbGraphLayout *last)
{
  guint n_nodes = sb_actor_graph_get_n_nodes (graph);
  SbGraphSeat *seats = g_new0 (SbGraphSeat, MAX (n_nodes, 1));
  guint n_tied = 0;
  guint n_known = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      gint64 id = get_id (graph, i);
      const SbPoint *point = last != NULL ? g_hash_table_lookup (last->places, &id) : NULL;

      seats[i].is_lone = sb_actor_graph_get_node (graph, i)->n_ties == 0;
      seats[i].has_point = point != NULL;
      if (point != NULL)
        seats[i].point = *point;
      n_tied += seats[i].is_lone ? 0 : 1;
      n_known += seats[i].has_point && !seats[i].is_lone ? 1 : 0;
    }

  for (guint i = 0; i < n_nodes; i++)
    {
      seats[i].is_fixed = seats[i].has_point && 2 * n_known >= n_tied;
      seats[i].has_point = seats[i].is_fixed;
    }

  return seats;
}

/* What is new begins amid those that it is tied to: two passes, so that what is tied to
 * what is new has a place as well. */
static void
seat_by_neighbours (SbGraphSeat *seats,
                    const SbActorGraph *graph)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < sb_actor_graph_get_n_nodes (graph); i++)
      {
        SbPoint sum = { 0, 0 };
        guint n_seated = 0;
        guint n_ties;
        const guint *ties = sb_actor_graph_get_ties_of (graph, i, &n_ties);

        for (guint j = 0; !seats[i].has_point && j < n_ties; j++)
          {
            const SbGraphTie *tie = sb_actor_graph_get_tie (graph, ties[j]);
            const SbGraphSeat *other = &seats[tie->from == i ? tie->to : tie->from];

            if (!other->has_point)
              continue;

            sum.x += other->point.x;
            sum.y += other->point.y;
            n_seated++;
          }

        if (n_seated == 0)
          continue;

        /* Not upon each other: to one side by its number. */
        seats[i].point = (SbPoint) { sum.x / n_seated + (i % 7) * 9.0 - 27, sum.y / n_seated + (i % 5) * 11.0 + 20 };
        seats[i].has_point = TRUE;
      }
}

static gboolean
is_seated (const SbGraphSeat *seats,
           guint n_seats)
{
  for (guint i = 0; i < n_seats; i++)
    if (!seats[i].is_lone && !seats[i].is_fixed)
      return FALSE;

  return TRUE;
}

static void
take_seats (SbGraphLayout *self,
            const SbGraphSeat *seats,
            const SbActorGraph *graph)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  self->n_nodes = sb_actor_graph_get_n_nodes (graph);
  self->points = g_new (SbPoint, MAX (self->n_nodes, 1));
  for (guint i = 0; i < self->n_nodes; i++)
    {
      gint64 id = get_id (graph, i);

      self->points[i] = seats[i].point;
      g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), g_memdup2 (&seats[i].point, sizeof (SbPoint)));
      left = MIN (left, seats[i].point.x);
      top = MIN (top, seats[i].point.y);
      right = MAX (right, seats[i].point.x);
      bottom = MAX (bottom, seats[i].point.y);
    }

  if (self->n_nodes > 0)
    self->bounds = (SbRect) { left, top, right - left, bottom - top };
}

static void
remember (SbGraphLayout *self,
          const SbGraphLayout *last)
{
  GHashTableIter iter;
  gpointer id, point;

  g_hash_table_iter_init (&iter, last->places);
  while (g_hash_table_iter_next (&iter, &id, &point))
    g_hash_table_insert (self->places, g_memdup2 (id, sizeof (gint64)), g_memdup2 (point, sizeof (SbPoint)));
}

SbGraphLayout *
sb_graph_layout_new (SbActorGraph *graph,
                     const SbGraphLayout *last,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree SbGraphSeat *seats = NULL;
  guint n_nodes = sb_actor_graph_get_n_nodes (graph);
  gboolean goes_on;
  SbGraphLayout *self;

  g_return_val_if_fail (graph != NULL, NULL);

  seats = create_seats (graph, last);
  seat_by_neighbours (seats, graph);
  if (!is_seated (seats, n_nodes) && !_sb_graph_seats_place (seats, graph, cancellable, error))
    return NULL;

  goes_on = FALSE;
  for (guint i = 0; i < n_nodes; i++)
    goes_on = goes_on || seats[i].is_fixed;
  _sb_graph_seats_line_up (seats, n_nodes);
  _sb_graph_seats_spread (seats, n_nodes);

  self = g_new0 (SbGraphLayout, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  /* Of a picture that was made anew the old places mean nothing. */
  if (last != NULL && goes_on)
    remember (self, last);
  take_seats (self, seats, graph);
  return self;
}

SbGraphLayout *
sb_graph_layout_ref (SbGraphLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_graph_layout_unref (SbGraphLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->places);
  g_free (self->points);
  g_free (self);
}

guint
sb_graph_layout_get_n_nodes (const SbGraphLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_nodes;
}

SbPoint
sb_graph_layout_get_point (const SbGraphLayout *self,
                           guint node)
{
  g_return_val_if_fail (self != NULL && node < self->n_nodes, (SbPoint) { 0 });

  return self->points[node];
}

SbRect
sb_graph_layout_get_bounds (const SbGraphLayout *self)
{
  g_return_val_if_fail (self != NULL, (SbRect) { 0 });

  return self->bounds;
}
