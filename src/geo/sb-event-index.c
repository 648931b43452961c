/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-event-index-private.h"

#include "sb-mercator.h"

#include <string.h>

/* What the width of the world is divided into. */
#define WORLD 4294967296.0

/* So many rows are looked at by one loop that knows how many there are. */
#define SB_EVENT_BLOCK 32

/* An event that is vaguer than this, in days, has no day to begin on. */
#define MAX_VAGUE 366

SbEventIndex *
sb_event_index_ref (SbEventIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
index_clear (gpointer data)
{
  SbEventIndex *self = data;

  g_free (self->block);
  g_array_unref (self->shared);
}

void
sb_event_index_unref (SbEventIndex *self)
{
  g_atomic_rc_box_release_full (self, index_clear);
}

guint
sb_event_index_get_n_rows (const SbEventIndex *self)
{
  return self->n_rows;
}

guint
sb_event_index_get_n_events (const SbEventIndex *self)
{
  return self->n_events;
}

gsize
sb_event_index_get_size (const SbEventIndex *self)
{
  return sizeof *self + (gsize) self->n_rows * SB_EVENT_INDEX_ROW_SIZE + (gsize) self->shared->len * sizeof (SbSharedRow);
}

SbPoint
sb_event_index_get_point (const SbEventIndex *self,
                          guint row)
{
  return (SbPoint) { (self->x[row] + 0.5) / WORLD, (self->y[row] + 0.5) / WORLD };
}

void
sb_event_index_get_spot (const SbEventIndex *self,
                         guint row,
                         SbEventSpot *spot)
{
  guint traits;
  guint subtype;

  g_return_if_fail (row < self->n_rows);

  traits = self->traits[row];
  subtype = traits >> TRAIT_SUBTYPE_SHIFT & TRAIT_SUBTYPE_MASK;
  *spot = (SbEventSpot) {
    .id = self->id[row],
    .type = (SbEventType) (traits & TRAIT_TYPE_MASK),
    .subtype = subtype == NO_SUBTYPE ? -1 : (int) subtype,
    .first_day = self->first_day[row],
    .last_day = self->last_day[row],
    .is_qualified = (traits & TRAIT_QUALIFIED) != 0,
    .fatalities = self->fatalities[row],
    .is_unsourced = (traits & TRAIT_UNSOURCED) != 0,
    .is_further = (traits & TRAIT_FURTHER) != 0,
    .has_position = row < self->n_placed,
    .precision = (SbPlacePrecision) (traits >> TRAIT_PRECISION_SHIFT & TRAIT_PRECISION_MASK),
  };
  if (spot->has_position)
    spot->position = sb_mercator_unproject (sb_event_index_get_point (self, row));
}

/* Which of SB_EVENT_BLOCK rows are of the period. A number of rows that the compiler
 * knows, and no branches, so that it does several of them at a time. */
static void
match_block (const gint32 *restrict first_day,
             const gint32 *restrict last_day,
             gint32 from,
             gint32 until,
             guint8 *restrict is_met)
{
  for (guint i = 0; i < SB_EVENT_BLOCK; i++)
    is_met[i] = (first_day[i] <= until) & (last_day[i] >= from);
}

/* What is asked for seldom has loops of its own: the columns are too long to be read
 * for nothing. */
static void
match_kinds (const SbEventIndex *self,
             guint row,
             guint n,
             const SbEventFilter *filter,
             guint8 *is_met)
{
  const guint16 *fatalities = self->fatalities + row;
  const guint16 *traits = self->traits + row;

  if (filter->min_fatalities > 0)
    for (guint i = 0; i < n; i++)
      is_met[i] &= fatalities[i] >= filter->min_fatalities;

  if ((filter->types & SB_EVENT_TYPES_ALL) != SB_EVENT_TYPES_ALL)
    for (guint i = 0; i < n; i++)
      is_met[i] &= (guint8) (filter->types >> (traits[i] & TRAIT_TYPE_MASK) & 1);

  if (filter->ids != NULL)
    {
      gsize n_words;
      const guint64 *words = sb_id_set_get_words (filter->ids, &n_words);

      for (guint i = 0; i < n; i++)
        {
          guint32 id = self->id[row + i];

          is_met[i] &= id / 64 < n_words && (words[id / 64] >> (id % 64) & 1) != 0;
        }
    }
}

guint
_sb_event_index_match (const SbEventIndex *self,
                       guint row,
                       guint n,
                       const SbEventFilter *filter,
                       guint8 *is_met)
{
  const gint32 *first_day = self->first_day + row;
  const gint32 *last_day = self->last_day + row;
  const gint32 from = filter->first_day;
  const gint32 until = MIN (filter->last_day, filter->as_of);
  guint n_met = 0;
  guint i = 0;

  for (; i + SB_EVENT_BLOCK <= n; i += SB_EVENT_BLOCK)
    match_block (first_day + i, last_day + i, from, until, is_met + i);
  for (; i < n; i++)
    is_met[i] = (first_day[i] <= until) & (last_day[i] >= from);

  match_kinds (self, row, n, filter, is_met);
  for (i = 0; i < n; i++)
    n_met += is_met[i];

  return n_met;
}

gboolean
sb_event_index_matches (const SbEventIndex *self,
                        guint row,
                        const SbEventFilter *filter)
{
  guint8 is_met;

  g_return_val_if_fail (row < self->n_rows, FALSE);

  return _sb_event_index_match (self, row, 1, filter, &is_met) > 0;
}

gboolean
sb_event_index_is_sure (const SbEventIndex *self,
                        guint row,
                        const SbEventFilter *filter)
{
  gint64 first = self->first_day[row];
  gint64 last = self->last_day[row];
  gint64 margin = (self->traits[row] & TRAIT_QUALIFIED) != 0 ? last - first + 1 : 0;

  return first - margin >= filter->first_day && last + margin <= MIN (filter->last_day, filter->as_of);
}

guint
_sb_event_index_seek (const SbEventIndex *self,
                      guint begin,
                      guint end,
                      guint64 key)
{
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (_sb_morton_key (self->x[middle], self->y[middle]) < key)
        begin = middle + 1;
      else
        end = middle;
    }

  return begin;
}

guint
sb_event_index_count (const SbEventIndex *self,
                      const SbEventFilter *filter)
{
  guint8 is_met[SB_EVENT_RUN];
  guint count = 0;

  for (guint row = 0; row < self->n_rows; row += SB_EVENT_RUN)
    {
      guint n = MIN (self->n_rows - row, SB_EVENT_RUN);

      if (_sb_event_index_match (self, row, n, filter, is_met) == 0)
        continue;

      for (guint i = 0; i < n; i++)
        count += is_met[i] & ((self->traits[row + i] & TRAIT_FURTHER) == 0);
    }

  return count;
}

gboolean
sb_event_index_get_days (const SbEventIndex *self,
                         int *first_day,
                         int *last_day)
{
  gint32 first = G_MAXINT32;
  gint32 last = G_MININT32;

  for (guint i = 0; i < self->n_rows; i++)
    {
      if ((gint64) self->last_day[i] - self->first_day[i] > MAX_VAGUE)
        continue;

      first = MIN (first, self->first_day[i]);
      last = MAX (last, self->first_day[i]);
    }

  *first_day = first;
  *last_day = last;
  return first <= last;
}

GArray *
sb_event_index_count_days (const SbEventIndex *self,
                           const SbEventFilter *filter,
                           int first_day,
                           guint n_days)
{
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_days);
  SbEventFilter timeless = *filter;
  guint8 is_met[SB_EVENT_RUN];
  guint *days;

  g_array_set_size (counts, n_days);
  days = (guint *) (gpointer) counts->data;
  timeless.first_day = SB_DATE_DAY_MIN;
  timeless.last_day = SB_DATE_DAY_MAX;
  timeless.as_of = SB_DATE_DAY_MAX;
  for (guint row = 0; row < self->n_rows; row += SB_EVENT_RUN)
    {
      guint n = MIN (self->n_rows - row, SB_EVENT_RUN);

      if (_sb_event_index_match (self, row, n, &timeless, is_met) == 0)
        continue;

      for (guint i = 0; i < n; i++)
        {
          gint64 day = (gint64) self->first_day[row + i] - first_day;

          if (is_met[i] && (self->traits[row + i] & TRAIT_FURTHER) == 0 && day >= 0 && day < (gint64) n_days)
            days[day]++;
        }
    }

  return counts;
}

GArray *
sb_event_index_find (const SbEventIndex *self,
                     gint64 id)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_rows; i++)
    {
      if (self->id[i] != id)
        continue;

      if ((self->traits[i] & TRAIT_FURTHER) == 0)
        g_array_prepend_val (rows, i);
      else
        g_array_append_val (rows, i);
    }

  return rows;
}

SbBounds
sb_event_index_get_bounds (const SbEventIndex *self,
                           const SbEventFilter *filter,
                           const SbBounds *region)
{
  SbPoint north_west = sb_mercator_project ((SbPosition) { region->west, region->north });
  SbPoint south_east = sb_mercator_project ((SbPosition) { region->east, region->south });
  SbPoint least = { 2, 2 };
  SbPoint most = { -1, -1 };
  guint8 is_met[SB_EVENT_RUN];
  SbBounds bounds = sb_bounds_empty ();

  for (guint row = 0; row < self->n_placed; row += SB_EVENT_RUN)
    {
      guint n = MIN (self->n_placed - row, SB_EVENT_RUN);

      if (_sb_event_index_match (self, row, n, filter, is_met) == 0)
        continue;

      for (guint i = 0; i < n; i++)
        {
          SbPoint point = sb_event_index_get_point (self, row + i);

          if (!is_met[i] || point.x < north_west.x || point.x > south_east.x || point.y < north_west.y || point.y > south_east.y)
            continue;

          least = (SbPoint) { MIN (least.x, point.x), MIN (least.y, point.y) };
          most = (SbPoint) { MAX (most.x, point.x), MAX (most.y, point.y) };
        }
    }

  if (least.x <= most.x)
    {
      bounds = sb_bounds_extend (&bounds, sb_mercator_unproject (least));
      bounds = sb_bounds_extend (&bounds, sb_mercator_unproject (most));
    }

  return bounds;
}
