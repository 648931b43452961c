/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-drawings-private.h"

#include <math.h>

/* The point of @line that lies @share of its length from its start, and which way it goes
 * there: a vector of length 1, or 0 for a line without length. */
static SbPoint
get_point_along (const SbPoint *line,
                 guint n_points,
                 double share,
                 SbPoint *direction)
{
  double length = 0;
  double left;

  for (guint i = 1; i < n_points; i++)
    length += hypot (line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  left = length * share;
  *direction = (SbPoint) { 0, 0 };

  for (guint i = 1; i < n_points; i++)
    {
      double dx = line[i].x - line[i - 1].x;
      double dy = line[i].y - line[i - 1].y;
      double own = hypot (dx, dy);

      if (own > 0 && left <= own)
        {
          *direction = (SbPoint) { dx / own, dy / own };
          return (SbPoint) { line[i - 1].x + dx * left / own, line[i - 1].y + dy * left / own };
        }
      left -= own;
    }

  return line[n_points - 1];
}

static gboolean
is_crossed (const SbPoint *line,
            guint n_points,
            const SbRect *box)
{
  for (guint i = 1; i < n_points; i++)
    {
      SbPoint from = line[i - 1];
      SbPoint to = line[i];

      if (sb_clip_segment (&from, &to, box))
        return TRUE;
    }

  return FALSE;
}

/* On one side of the line at @at, so far from it that a straight line would pass by. */
static SbRect
put_beside (SbPoint at,
            SbPoint direction,
            double width,
            double height,
            double gap,
            double side)
{
  /* Of the two normals the one that goes up, or to the right of a line that goes up. */
  SbPoint normal = { direction.y, -direction.x };
  double distance;

  if (normal.y > 0 || (normal.y == 0 && normal.x < 0))
    normal = (SbPoint) { -normal.x, -normal.y };
  if (direction.x == 0 && direction.y == 0)
    normal = (SbPoint) { 0, -1 };
  distance = (fabs (normal.x) * width + fabs (normal.y) * height) / 2 + gap;
  at.x += normal.x * distance * side;
  at.y += normal.y * distance * side;
  return (SbRect) { at.x - width / 2, at.y - height / 2, width, height };
}

SbRect
_sb_drawings_place_title (const SbPoint *line,
                          guint n_points,
                          double width,
                          double height,
                          double gap,
                          const SbLabelGrid *taken)
{
  static const double shares[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8 };
  static const double sides[] = { 1, -1 };
  SbPoint direction;
  SbPoint middle;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    for (guint k = 0; k < G_N_ELEMENTS (sides); k++)
      {
        SbPoint at = get_point_along (line, n_points, shares[i], &direction);
        SbRect box = put_beside (at, direction, width, height, gap, sides[k]);

        if (!is_crossed (line, n_points, &box) && sb_label_grid_is_free (taken, &box))
          return box;
      }

  middle = get_point_along (line, n_points, 0.5, &direction);
  return put_beside (middle, direction, width, height, gap, 1);
}
