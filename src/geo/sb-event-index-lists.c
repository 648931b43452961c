/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-event-index-private.h"

/* An event of a list, and what the list is in order of. */
typedef struct
{
  gint64 id;
  int day;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *entry_a = a;
  const Entry *entry_b = b;

  if (entry_a->day != entry_b->day)
    return entry_a->day > entry_b->day ? -1 : 1;

  return entry_a->id > entry_b->id ? -1 : entry_a->id < entry_b->id;
}

GArray *
sb_event_index_sort (const SbEventIndex *self,
                     GArray *rows)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), rows->len);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      Entry entry = { self->id[row], self->first_day[row] };

      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      gint64 id = g_array_index (entries, Entry, i).id;

      /* The places of an event have its day, and stand beside each other. */
      if (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != id)
        g_array_append_val (ids, id);
    }

  return ids;
}

/* By the number of edges that a ray to the right crosses. */
static gboolean
is_within (SbPoint point,
           const SbPoint *points,
           guint n_points)
{
  gboolean within = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    if ((points[i].y > point.y) != (points[j].y > point.y) &&
        point.x < (points[j].x - points[i].x) * (point.y - points[i].y) / (points[j].y - points[i].y) + points[i].x)
      within = !within;

  return within;
}

static SbRect
get_extent (const SbPoint *points,
            guint n_points)
{
  SbPoint least = points[0];
  SbPoint most = points[0];

  for (guint i = 1; i < n_points; i++)
    {
      least = (SbPoint) { MIN (least.x, points[i].x), MIN (least.y, points[i].y) };
      most = (SbPoint) { MAX (most.x, points[i].x), MAX (most.y, points[i].y) };
    }

  return (SbRect) { least.x, least.y, most.x - least.x, most.y - least.y };
}

GArray *
sb_event_index_list_within (const SbEventIndex *self,
                            const SbEventFilter *filter,
                            const SbPoint *points,
                            guint n_points)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint8 is_met[SB_EVENT_RUN];
  SbRect extent;

  g_return_val_if_fail (n_points > 0, NULL);

  extent = get_extent (points, n_points);
  for (guint row = 0; row < self->n_placed; row += SB_EVENT_RUN)
    {
      guint n = MIN (self->n_placed - row, SB_EVENT_RUN);

      if (_sb_event_index_match (self, row, n, filter, is_met) == 0)
        continue;

      for (guint i = row; i < row + n; i++)
        {
          SbPoint point = sb_event_index_get_point (self, i);

          if (is_met[i - row] && point.x >= extent.x && point.x <= extent.x + extent.width && point.y >= extent.y &&
              point.y <= extent.y + extent.height && is_within (point, points, n_points))
            g_array_append_val (rows, i);
        }
    }

  return sb_event_index_sort (self, rows);
}
