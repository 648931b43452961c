/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-event-index-private.h"

#include "sb-certainty.h"
#include "sb-mercator.h"

#include <string.h>

/* A row before it is sorted; as large as in the index, and its key beside. */
typedef struct
{
  guint32 x;
  guint32 y;
  gint32 first_day;
  gint32 last_day;
  guint32 id;
  guint16 fatalities;
  guint16 traits;
} Row;

G_STATIC_ASSERT (sizeof (Row) == SB_EVENT_INDEX_ROW_SIZE);

typedef struct
{
  guint64 key;
  guint32 row; /* where it came */
} Place;

struct _SbEventIndexBuilder
{
  GArray *rows; /* (owned) (element-type Row) with a position */
  GArray *unplaced; /* (owned) (element-type Row) */
  guint n_events;
};

guint64
_sb_morton_key (guint32 x,
                guint32 y)
{
  guint64 halves[2] = { x, y };

  for (guint i = 0; i < 2; i++)
    {
      guint64 bits = halves[i];

      bits = (bits | bits << 16) & G_GUINT64_CONSTANT (0x0000ffff0000ffff);
      bits = (bits | bits << 8) & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
      bits = (bits | bits << 4) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
      bits = (bits | bits << 2) & G_GUINT64_CONSTANT (0x3333333333333333);
      halves[i] = (bits | bits << 1) & G_GUINT64_CONSTANT (0x5555555555555555);
    }

  return halves[0] | halves[1] << 1;
}

SbEventIndexBuilder *
sb_event_index_builder_new (void)
{
  SbEventIndexBuilder *self = g_new0 (SbEventIndexBuilder, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->unplaced = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

void
sb_event_index_builder_free (SbEventIndexBuilder *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->unplaced);
  g_free (self);
}

/* A part of the width of the world, from 0 to 1, as an integer. */
static guint32
to_integer (double part)
{
  double value = part * 4294967296.0;

  return value <= 0 ? 0 : value >= 4294967295.0 ? G_MAXUINT32
                                                : (guint32) value;
}

static guint16
pack_traits (const SbEventSpot *spot)
{
  guint subtype = spot->subtype >= 0 && spot->subtype < (int) NO_SUBTYPE ? (guint) spot->subtype : NO_SUBTYPE;
  guint traits = ((guint) spot->type & TRAIT_TYPE_MASK) | subtype << TRAIT_SUBTYPE_SHIFT |
                 ((guint) spot->precision & TRAIT_PRECISION_MASK) << TRAIT_PRECISION_SHIFT;

  if (spot->is_unsourced)
    traits |= TRAIT_UNSOURCED;
  if (spot->is_further)
    traits |= TRAIT_FURTHER;
  if (spot->is_qualified)
    traits |= TRAIT_QUALIFIED;

  return (guint16) traits;
}

void
sb_event_index_builder_add (SbEventIndexBuilder *self,
                            const SbEventSpot *spot)
{
  gboolean is_placed = spot->has_position && sb_position_is_valid (spot->position);
  Row row = {
    .first_day = spot->first_day,
    .last_day = spot->last_day,
    .id = (guint32) spot->id,
    .fatalities = (guint16) MIN (spot->fatalities, G_MAXUINT16),
    .traits = pack_traits (spot),
  };

  g_return_if_fail (self != NULL);
  g_return_if_fail (spot->id >= 1 && spot->id <= G_MAXUINT32);

  if (spot->first_day <= SB_DATE_DAY_MIN && spot->last_day < SB_DATE_DAY_MAX)
    row.first_day = spot->last_day - SB_CERTAINTY_REACH;

  if (!spot->is_further)
    self->n_events++;

  if (!is_placed)
    {
      g_array_append_val (self->unplaced, row);
      return;
    }

  {
    SbPoint point = sb_mercator_project (spot->position);

    row.x = to_integer (point.x);
    row.y = to_integer (point.y);
  }
  g_array_append_val (self->rows, row);
}

/* Sorts by keys, byte by byte from the lowest; bytes that are the same in all keys
 * are passed over. What has the same key keeps its order. */
static void
sort_places (Place **places,
             guint n_places)
{
  Place *from = *places;
  Place *to = g_new (Place, n_places);

  for (guint shift = 0; shift < 64; shift += 8)
    {
      guint starts[256] = { 0 };
      guint start = 0;

      for (guint i = 0; i < n_places; i++)
        starts[from[i].key >> shift & 0xff]++;

      if (n_places == 0 || starts[from[0].key >> shift & 0xff] == n_places)
        continue;

      for (guint i = 0; i < 256; i++)
        {
          guint n = starts[i];

          starts[i] = start;
          start += n;
        }

      for (guint i = 0; i < n_places; i++)
        to[starts[from[i].key >> shift & 0xff]++] = from[i];

      {
        Place *swapped = from;

        from = to;
        to = swapped;
      }
    }

  g_free (to);
  *places = from;
}

static SbEventIndex *
create_index (guint n_rows)
{
  SbEventIndex *self = g_atomic_rc_box_new0 (SbEventIndex);
  gsize n = n_rows;

  self->n_rows = n_rows;
  self->block = g_malloc (MAX (n, 1) * SB_EVENT_INDEX_ROW_SIZE);
  self->x = (guint32 *) (gpointer) self->block;
  self->y = self->x + n;
  self->first_day = (gint32 *) (self->y + n);
  self->last_day = self->first_day + n;
  self->id = (guint32 *) (self->last_day + n);
  self->fatalities = (guint16 *) (self->id + n);
  self->traits = self->fatalities + n;
  return self;
}

static void
set_row (SbEventIndex *self,
         guint i,
         const Row *row)
{
  self->x[i] = row->x;
  self->y[i] = row->y;
  self->first_day[i] = row->first_day;
  self->last_day[i] = row->last_day;
  self->id[i] = row->id;
  self->fatalities[i] = row->fatalities;
  self->traits[i] = row->traits;
}

static int
compare_shared (gconstpointer a,
                gconstpointer b)
{
  const SbSharedRow *one = a;
  const SbSharedRow *other = b;

  if (one->id != other->id)
    return one->id < other->id ? -1 : 1;

  return one->row < other->row ? -1 : one->row > other->row;
}

/* Most events have one place: only those of others are looked for among the rows. */
static void
list_shared (SbEventIndex *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);

  self->shared = g_array_new (FALSE, FALSE, sizeof (SbSharedRow));
  for (guint row = 0; row < self->n_placed; row++)
    if ((self->traits[row] & TRAIT_FURTHER) != 0)
      g_hash_table_add (ids, GUINT_TO_POINTER (self->id[row]));
  for (guint row = 0; row < self->n_placed && g_hash_table_size (ids) > 0; row++)
    if (g_hash_table_contains (ids, GUINT_TO_POINTER (self->id[row])))
      {
        SbSharedRow shared = { self->id[row], row };

        g_array_append_val (self->shared, shared);
      }
  g_array_sort (self->shared, compare_shared);
}

SbEventIndex *
sb_event_index_builder_end (SbEventIndexBuilder *self)
{
  SbEventIndex *index;
  guint n_placed;
  Place *places;

  g_return_val_if_fail (self != NULL, NULL);

  n_placed = self->rows->len;
  places = g_new (Place, n_placed);
  for (guint i = 0; i < n_placed; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      places[i] = (Place) { _sb_morton_key (row->x, row->y), i };
    }

  sort_places (&places, n_placed);
  index = create_index (n_placed + self->unplaced->len);
  index->n_placed = n_placed;
  index->n_events = self->n_events;
  for (guint i = 0; i < n_placed; i++)
    set_row (index, i, &g_array_index (self->rows, Row, places[i].row));
  for (guint i = 0; i < self->unplaced->len; i++)
    set_row (index, n_placed + i, &g_array_index (self->unplaced, Row, i));

  list_shared (index);
  g_free (places);
  sb_event_index_builder_free (self);
  return index;
}
