/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-river-label.h"

#include <math.h>

/* Logical pixels between two points of the track. */
#define STEP 6.0

/* Each point becomes the mean of so many on each side. */
#define SMOOTHING 3

/* Radians: from one letter to the next, and over the whole name. */
#define MAX_BEND 0.22
#define MAX_TURN 0.8

/* Logical pixels from the river's middle to the foot of the letters. */
#define CLEARANCE 3.0

struct _SbRiverTrack
{
  GArray *points; /* (owned) (element-type SbPoint), STEP apart or so */
  guint span; /* steps that the name takes */
};

static GArray *
resample (const SbPoint *points,
          guint n_points,
          double world_size)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  SbPoint here = { points[0].x * world_size, points[0].y * world_size };
  double missing = STEP;

  g_array_append_val (result, here);
  for (guint i = 1; i < n_points; i++)
    {
      SbPoint next = { points[i].x * world_size, points[i].y * world_size };
      double length = hypot (next.x - here.x, next.y - here.y);

      while (length >= missing)
        {
          double t = missing / length;

          here = (SbPoint) { here.x + t * (next.x - here.x), here.y + t * (next.y - here.y) };
          g_array_append_val (result, here);
          length -= missing;
          missing = STEP;
        }
      missing -= length;
      here = next;
    }

  return result;
}

static GArray *
smooth (const GArray *points)
{
  GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (SbPoint), points->len);

  for (guint i = 0; i < points->len; i++)
    {
      guint reach = MIN (MIN (i, points->len - 1 - i), SMOOTHING);
      SbPoint mean = { 0, 0 };

      for (guint j = i - reach; j <= i + reach; j++)
        {
          mean.x += g_array_index (points, SbPoint, j).x / (2 * reach + 1);
          mean.y += g_array_index (points, SbPoint, j).y / (2 * reach + 1);
        }
      g_array_append_val (result, mean);
    }

  return result;
}

SbRiverTrack *
_sb_river_track_new (const SbPoint *points,
                     guint n_points,
                     double world_size,
                     double width)
{
  SbRiverTrack *self = g_new0 (SbRiverTrack, 1);
  g_autoptr (GArray) raw = resample (points, n_points, world_size);

  self->points = smooth (raw);
  self->span = ceil (width / STEP) + 1;

  return self;
}

void
_sb_river_track_free (SbRiverTrack *self)
{
  g_array_unref (self->points);
  g_free (self);
}

static double
get_heading (const SbRiverTrack *self,
             guint index)
{
  SbPoint a = g_array_index (self->points, SbPoint, index);
  SbPoint b = g_array_index (self->points, SbPoint, index + 1);

  return atan2 (b.y - a.y, b.x - a.x);
}

/* The difference of two headings, -pi to pi. */
static double
get_turn (double from,
          double to)
{
  return remainder (to - from, 2 * G_PI);
}

static gboolean
is_straight (const SbRiverTrack *self,
             guint first)
{
  double previous = get_heading (self, first);
  double turn = 0;
  double least = 0;
  double most = 0;

  for (guint i = first + 1; i < first + self->span; i++)
    {
      double heading = get_heading (self, i);
      double bend = get_turn (previous, heading);

      turn += bend;
      least = MIN (least, turn);
      most = MAX (most, turn);
      if (fabs (bend) > MAX_BEND || most - least > MAX_TURN)
        return FALSE;
      previous = heading;
    }

  return TRUE;
}

gboolean
_sb_river_track_find (const SbRiverTrack *self,
                      double *start)
{
  /* The first name stands some way from the end, where rivers meet. */
  for (guint i = MAX (ceil (*start / STEP), self->span / 2); i + self->span + 1 < self->points->len; i++)
    if (is_straight (self, i))
      {
        *start = i * STEP;
        return TRUE;
      }

  return FALSE;
}

GArray *
_sb_river_track_cut (const SbRiverTrack *self,
                     double start,
                     double size)
{
  GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (SbPoint), self->span + 1);
  guint first = start / STEP;
  SbPoint a = g_array_index (self->points, SbPoint, first);
  SbPoint b = g_array_index (self->points, SbPoint, first + self->span);
  gboolean reversed = b.x < a.x;

  for (guint i = 0; i <= self->span; i++)
    {
      guint index = reversed ? first + self->span - i : first + i;
      double heading = get_heading (self, index) + (reversed ? G_PI : 0);
      SbPoint point = g_array_index (self->points, SbPoint, index);

      point.x += sin (heading) * CLEARANCE;
      point.y -= cos (heading) * CLEARANCE;
      g_array_append_val (result, point);
    }

  return result;
}
