/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-graph-layout-private.h"

#include <math.h>

/* The room of a node with its name, logical pixels. */
#define ROOM_WIDTH  84.0
#define ROOM_HEIGHT 48.0

/* How often all are moved apart: what is dense is not made sparse by it. */
#define MAX_PASSES 60

/* Squares of the plane, by which neighbours are found. */
#define SQUARE ROOM_WIDTH

static gpointer
get_square (SbPoint point,
            int dx,
            int dy)
{
  gsize x = (gsize) (gint64) floor (point.x / SQUARE) + (gsize) dx;
  gsize y = (gsize) (gint64) floor (point.y / SQUARE) + (gsize) dy;

  return GSIZE_TO_POINTER ((x & 0xffffffff) << 32 | (y & 0xffffffff));
}

/* Moves two nodes apart along the way that is shorter; TRUE when they were too near. */
static gboolean
part (SbGraphSeat *a,
      SbGraphSeat *b,
      guint number)
{
  double dx = b->point.x - a->point.x;
  double dy = b->point.y - a->point.y;
  double over_x = ROOM_WIDTH - fabs (dx);
  double over_y = ROOM_HEIGHT - fabs (dy);
  double share_a = a->is_fixed ? 0 : b->is_fixed ? 1
                                                 : 0.5;
  double share_b = b->is_fixed ? 0 : 1 - share_a;

  if (over_x <= 0 || over_y <= 0 || (a->is_fixed && b->is_fixed))
    return FALSE;

  /* What lies on one point is parted by its number, the same each time. */
  if (fabs (dx) < 0.01 && fabs (dy) < 0.01)
    dx = number % 2 == 0 ? 1 : -1;

  if (over_x / ROOM_WIDTH < over_y / ROOM_HEIGHT)
    {
      a->point.x -= copysign (over_x * share_a, dx);
      b->point.x += copysign (over_x * share_b, dx);
    }
  else
    {
      a->point.y -= copysign (over_y * share_a, dy);
      b->point.y += copysign (over_y * share_b, dy);
    }

  return TRUE;
}

/* The seats of each square, as a chain: its first one + 1, and the next + 1 of each. */
static GHashTable *
sort_by_square (const SbGraphSeat *seats,
                guint n_seats,
                guint *next)
{
  GHashTable *first = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_seats; i++)
    {
      gpointer key = get_square (seats[i].point, 0, 0);

      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (first, key));
      g_hash_table_insert (first, key, GUINT_TO_POINTER (i + 1));
    }

  return first;
}

static gboolean
spread_once (SbGraphSeat *seats,
             guint n_seats,
             guint *next)
{
  g_autoptr (GHashTable) first = sort_by_square (seats, n_seats, next);
  gboolean is_moved = FALSE;

  for (guint i = 0; i < n_seats; i++)
    for (int square = 0; square < 9; square++)
      {
        gpointer key = get_square (seats[i].point, square % 3 - 1, square / 3 - 1);

        for (guint j = GPOINTER_TO_UINT (g_hash_table_lookup (first, key)); j != 0; j = next[j - 1])
          if (j - 1 > i && part (&seats[i], &seats[j - 1], i))
            is_moved = TRUE;
      }

  return is_moved;
}

void
_sb_graph_seats_spread (SbGraphSeat *seats,
                        guint n_seats)
{
  g_autofree guint *next = g_new0 (guint, MAX (n_seats, 1));

  for (guint pass = 0; pass < MAX_PASSES; pass++)
    if (!spread_once (seats, n_seats, next))
      return;
}

void
_sb_graph_seats_line_up (SbGraphSeat *seats,
                         guint n_seats)
{
  double left = 0, right = 0, bottom = 0;
  guint n_placed = 0;
  guint n_waiting = 0;
  guint n_columns;
  guint n_seated = 0;

  for (guint i = 0; i < n_seats; i++)
    {
      n_waiting += seats[i].has_point ? 0 : 1;
      if (!seats[i].has_point)
        continue;

      left = n_placed == 0 ? seats[i].point.x : MIN (left, seats[i].point.x);
      right = n_placed == 0 ? seats[i].point.x : MAX (right, seats[i].point.x);
      bottom = n_placed == 0 ? seats[i].point.y : MAX (bottom, seats[i].point.y);
      n_placed++;
    }

  /* As wide as what is there, or else twice as wide as high. */
  n_columns = (guint) MAX ((right - left) / ROOM_WIDTH, ceil (sqrt (n_waiting)));
  for (guint i = 0; i < n_seats; i++)
    {
      guint row = n_seated / MAX (n_columns, 1);
      guint column = n_seated % MAX (n_columns, 1);

      if (seats[i].has_point)
        continue;

      seats[i].point = (SbPoint) { left + column * ROOM_WIDTH * 1.15, bottom + (row + (n_placed > 0 ? 2.0 : 0.0)) * ROOM_HEIGHT * 1.15 };
      seats[i].has_point = TRUE;
      n_seated++;
    }
}
