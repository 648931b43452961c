/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-event-clusters.h"

#include "sb-event-index-private.h"

#include <math.h>
#include <string.h>

#define WORLD 4294967296.0

/* The finest grid: a cell of some metres. */
#define MAX_LEVEL 22

/* A symbol that is nearer to a larger one is taken over by it; in widths of a
 * cell, and less than one, so that only the eight cells around are looked at. */
#define REACH 0.85

/* So few rows are gone through one by one. */
#define FEW_ROWS 16

#define N_TYPES (SB_EVENT_TYPE_POLITICS + 1)

/* A cell of the grid, and what is in it that meets the filter: what has a place,
 * or what has only a region. */
typedef struct
{
  guint32 x; /* of the cell */
  guint32 y;
  guint begin; /* its rows */
  guint end;
  guint n_rows;
  guint fatalities;
  guint64 sum_x; /* of the positions */
  guint64 sum_y;
  SbPoint own_point; /* where they are on average */
  guint n_of_type[N_TYPES];
  guint64 deadliest[N_TYPES]; /* get_toll() of a row; 0 for none */
  guint precisions; /* bits 1 << SbPlacePrecision */
  gboolean is_coarse;
  gboolean is_sure;
  gboolean is_sourced;
  guint root; /* the cell that it is shown with; its own number when it is shown itself */
  int cluster; /* of a root; -1 for the others until they are told */
} Cell;

struct _SbEventClusters
{
  SbEventIndex *index; /* (owned) */
  SbEventFilter filter; /* (owned) */
  SbRect area;
  guint level;
  GArray *cells; /* (owned) (element-type Cell) along the curve */
  GArray *clusters; /* (owned) (element-type SbEventCluster) */
  guint *slots; /* (owned) where cells are found by their ground: numbers of cells
                   and one more; 0 for none */
  guint slot_bits;
};

/* What is being gone through. */
typedef struct
{
  const SbEventIndex *index;
  const SbEventFilter *filter;
  guint level;
  guint32 from_x; /* cells that are asked for, the last ones included */
  guint32 from_y;
  guint32 until_x;
  guint32 until_y;
  GArray *cells;
} Walk;

guint
sb_event_clusters_get_level (double world)
{
  double level = round (log2 (MAX (world, 1) / SB_EVENT_CELL));

  return (guint) CLAMP (level, 0, MAX_LEVEL);
}

static void
cell_init (Cell *cell,
           guint32 x,
           guint32 y,
           guint begin,
           guint end)
{
  memset (cell, 0, sizeof *cell);
  cell->x = x;
  cell->y = y;
  cell->begin = begin;
  cell->end = end;
  cell->cluster = -1;
}

/* By which the deadliest row is the largest number; of several alike, the first. */
static guint64
get_toll (const SbEventIndex *index,
          guint row)
{
  return (guint64) index->fatalities[row] << 32 | (G_MAXUINT32 - row);
}

static guint
get_row_of_toll (guint64 toll)
{
  return G_MAXUINT32 - (guint32) toll;
}

/* Gone through by the hundred thousand: nothing in it goes one way or the other by
 * chance, which a processor cannot guess. */
static void
add_row (Cell *cell,
         const Walk *walk,
         guint row,
         guint traits)
{
  const SbEventIndex *index = walk->index;
  guint type = MIN (traits & TRAIT_TYPE_MASK, N_TYPES - 1);
  guint64 toll = get_toll (index, row);

  cell->n_of_type[type]++;
  cell->deadliest[type] = MAX (cell->deadliest[type], toll);
  cell->n_rows++;
  cell->fatalities += index->fatalities[row];
  cell->sum_x += index->x[row];
  cell->sum_y += index->y[row];
  cell->precisions |= 1u << (traits >> TRAIT_PRECISION_SHIFT & TRAIT_PRECISION_MASK);
  cell->is_sourced |= (traits & TRAIT_UNSOURCED) == 0;
  if (!cell->is_sure)
    cell->is_sure = sb_event_index_is_sure (index, row, walk->filter);
}

/* The numbers of those of @n rows that are met, one behind the other. */
static guint
list_met (const guint8 *is_met,
          guint n,
          guint16 *met)
{
  guint n_met = 0;

  for (guint i = 0; i < n; i++)
    {
      met[n_met] = (guint16) i;
      n_met += is_met[i];
    }

  return n_met;
}

/* Adds up the rows of one cell. */
static void
add_cell (Walk *walk,
          guint32 x,
          guint32 y,
          guint begin,
          guint end)
{
  Cell halves[2]; /* what has a place, and what has only a region */
  guint8 is_met[SB_EVENT_RUN];
  guint16 met[SB_EVENT_RUN];

  if (x < walk->from_x || x > walk->until_x || y < walk->from_y || y > walk->until_y)
    return;

  cell_init (&halves[0], x, y, begin, end);
  cell_init (&halves[1], x, y, begin, end);
  halves[1].is_coarse = TRUE;
  for (guint run = begin; run < end; run += SB_EVENT_RUN)
    {
      guint n = MIN (end - run, SB_EVENT_RUN);

      if (_sb_event_index_match (walk->index, run, n, walk->filter, is_met) == 0)
        continue;

      n = list_met (is_met, n, met);
      for (guint i = 0; i < n; i++)
        {
          guint traits = walk->index->traits[run + met[i]];
          guint precision = traits >> TRAIT_PRECISION_SHIFT & TRAIT_PRECISION_MASK;

          add_row (&halves[precision >= SB_PLACE_PRECISION_REGION], walk, run + met[i], traits);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    if (halves[i].n_rows > 0)
      g_array_append_val (walk->cells, halves[i]);
}

/* The rows, few of them, one after the other: those of a cell stand beside each
 * other. */
static void
walk_few (Walk *walk,
          guint begin,
          guint end)
{
  guint shift = 32 - walk->level;

  while (begin < end)
    {
      /* A shift by all bits of a number does nothing. */
      guint32 x = walk->level == 0 ? 0 : walk->index->x[begin] >> shift;
      guint32 y = walk->level == 0 ? 0 : walk->index->y[begin] >> shift;
      guint next = begin + 1;

      while (next < end && (walk->level == 0 || (walk->index->x[next] >> shift == x && walk->index->y[next] >> shift == y)))
        next++;

      add_cell (walk, x, y, begin, next);
      begin = next;
    }
}

/* Goes through the square (@x, @y) of the grid of 2^@level, whose rows are those
 * from @begin up to @end: down to the cells that are asked for, and into no square
 * without any. */
static void
walk_square (Walk *walk,
             guint level,
             guint32 x,
             guint32 y,
             guint begin,
             guint end)
{
  guint finer = walk->level - level;

  if (begin == end || (x + 1) << finer <= walk->from_x || x << finer > walk->until_x ||
      (y + 1) << finer <= walk->from_y || y << finer > walk->until_y)
    return;

  if (finer == 0)
    {
      add_cell (walk, x, y, begin, end);
      return;
    }

  if (end - begin <= FEW_ROWS)
    {
      walk_few (walk, begin, end);
      return;
    }

  for (guint i = 0; i < 4; i++)
    {
      guint32 inner_x = x << 1 | (i & 1);
      guint32 inner_y = y << 1 | i >> 1;
      guint64 last = (_sb_morton_key (inner_x, inner_y) + 1) << (2 * (31 - level));
      guint next = i == 3 ? end : _sb_event_index_seek (walk->index, begin, end, last);

      walk_square (walk, level + 1, inner_x, inner_y, begin, next);
      begin = next;
    }
}

static guint32
to_cell (double part,
         guint level)
{
  double n_cells = exp2 (level);

  return (guint32) CLAMP (floor (part * n_cells), 0, n_cells - 1);
}

static GArray *
collect_cells (const SbEventIndex *index,
               const SbEventFilter *filter,
               const SbRect *area,
               guint level)
{
  /* With what may take over what is at the edge. */
  double air = 3 / exp2 (level);
  Walk walk = {
    .index = index,
    .filter = filter,
    .level = level,
    .from_x = to_cell (area->x - air, level),
    .from_y = to_cell (area->y - air, level),
    .until_x = to_cell (area->x + area->width + air, level),
    .until_y = to_cell (area->y + area->height + air, level),
    .cells = g_array_new (FALSE, FALSE, sizeof (Cell)),
  };

  walk_square (&walk, 0, 0, 0, 0, index->n_placed);
  return walk.cells;
}

/* What names a cell among all of its level: the ground, and which half of it. */
static guint64
get_key (guint32 x,
         guint32 y,
         gboolean is_coarse)
{
  return ((guint64) x << 32 | (guint64) y) << 1 | (is_coarse ? 1 : 0);
}

static SbPoint
get_point (const Cell *cell)
{
  return (SbPoint) { ((double) cell->sum_x / cell->n_rows + 0.5) / WORLD, ((double) cell->sum_y / cell->n_rows + 0.5) / WORLD };
}

/* The larger of two cells; of two alike, one of them for good. */
static gboolean
is_larger (const Cell *a,
           const Cell *b)
{
  if (a->n_rows != b->n_rows)
    return a->n_rows > b->n_rows;

  return a->x != b->x ? a->x > b->x : a->y > b->y;
}

/* Where a key is looked for first in a table of 2^bits slots (Fibonacci hashing). */
static guint
get_slot (guint64 key,
          guint bits)
{
  return (guint) (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> (64 - bits));
}

static void
fill_slots (SbEventClusters *self)
{
  guint mask;

  self->slot_bits = 4;
  while ((1u << self->slot_bits) < 2 * self->cells->len)
    self->slot_bits++;

  mask = (1u << self->slot_bits) - 1;
  self->slots = g_new0 (guint, (gsize) mask + 1);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      guint slot = get_slot (get_key (cell->x, cell->y, cell->is_coarse), self->slot_bits);

      while (self->slots[slot] != 0)
        slot = (slot + 1) & mask;

      self->slots[slot] = i + 1;
    }
}

/* The number of the cell at (@x, @y); -1 when nothing is there. */
static int
find_cell (const SbEventClusters *self,
           guint32 x,
           guint32 y,
           gboolean is_coarse)
{
  const Cell *cells = (const Cell *) (gpointer) self->cells->data;
  guint mask = (1u << self->slot_bits) - 1;
  guint slot = get_slot (get_key (x, y, is_coarse), self->slot_bits);

  for (; self->slots[slot] != 0; slot = (slot + 1) & mask)
    {
      guint i = self->slots[slot] - 1;

      if (cells[i].x == x && cells[i].y == y && cells[i].is_coarse == is_coarse)
        return (int) i;
    }

  return -1;
}

/* The largest cell around that takes @number over; its own number when none
 * does. */
static guint
find_larger (const SbEventClusters *self,
             guint number)
{
  const Cell *cells = (const Cell *) (gpointer) self->cells->data;
  const Cell *cell = &cells[number];
  SbPoint point = get_point (cell);
  double reach = REACH / exp2 (self->level);
  guint found = number;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        int other = find_cell (self, cell->x + (guint32) dx, cell->y + (guint32) dy, cell->is_coarse);
        SbPoint there;

        if (other < 0 || !is_larger (&cells[other], &cells[found]))
          continue;

        there = get_point (&cells[other]);
        if (hypot (there.x - point.x, there.y - point.y) < reach)
          found = (guint) other;
      }

  return found;
}

/* Who takes over whom is settled between neighbours alone, and each is smaller than
 * the one that it goes to: so it ends, and nothing far away decides it. */
static void
find_roots (SbEventClusters *self)
{
  Cell *cells = (Cell *) (gpointer) self->cells->data;

  for (guint i = 0; i < self->cells->len; i++)
    cells[i].root = find_larger (self, i);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint root = cells[i].root;

      while (cells[root].root != root)
        root = cells[root].root;

      cells[i].root = root;
    }
}

static void
take_over (Cell *root,
           const Cell *cell)
{
  for (guint type = 0; type < N_TYPES; type++)
    {
      root->n_of_type[type] += cell->n_of_type[type];
      root->deadliest[type] = MAX (root->deadliest[type], cell->deadliest[type]);
    }

  root->n_rows += cell->n_rows;
  root->fatalities += cell->fatalities;
  root->precisions |= cell->precisions;
  root->is_sure |= cell->is_sure;
  root->is_sourced |= cell->is_sourced;
}

/* @point: of the root alone, before it took others over. */
static SbEventCluster
describe (const Cell *cell,
          SbPoint point)
{
  guint type = 0;

  for (guint i = 1; i < N_TYPES; i++)
    if (cell->n_of_type[i] > cell->n_of_type[type])
      type = i;

  return (SbEventCluster) {
    .point = point,
    .key = get_key (cell->x, cell->y, cell->is_coarse),
    .n_rows = cell->n_rows,
    .n_events = cell->n_rows,
    .fatalities = cell->fatalities,
    .row = get_row_of_toll (cell->deadliest[type]),
    .type = (SbEventType) type,
    .precision = (SbPlacePrecision) g_bit_nth_lsf (cell->precisions, -1),
    .is_sure = cell->is_sure,
    .is_unsourced = !cell->is_sourced,
  };
}

static int
compare_clusters (gconstpointer a,
                  gconstpointer b)
{
  const SbEventCluster *cluster_a = a;
  const SbEventCluster *cluster_b = b;
  gboolean is_coarse_a = (cluster_a->key & 1) != 0;
  gboolean is_coarse_b = (cluster_b->key & 1) != 0;

  if (is_coarse_a != is_coarse_b)
    return is_coarse_a ? -1 : 1;
  if (cluster_a->n_rows != cluster_b->n_rows)
    return cluster_a->n_rows < cluster_b->n_rows ? -1 : 1;

  return cluster_a->key < cluster_b->key ? -1 : cluster_a->key > cluster_b->key;
}

static void
make_clusters (SbEventClusters *self)
{
  Cell *cells = (Cell *) (gpointer) self->cells->data;

  for (guint i = 0; i < self->cells->len; i++)
    if (cells[i].root != i)
      take_over (&cells[cells[i].root], &cells[i]);

  for (guint i = 0; i < self->cells->len; i++)
    {
      SbEventCluster cluster;

      if (cells[i].root != i)
        continue;

      cluster = describe (&cells[i], cells[i].own_point);
      g_array_append_val (self->clusters, cluster);
    }

  g_array_sort (self->clusters, compare_clusters);
  for (guint i = 0; i < self->clusters->len; i++)
    {
      guint64 key = g_array_index (self->clusters, SbEventCluster, i).key;
      int root = find_cell (self, (guint32) (key >> 33), (guint32) (key >> 1), (key & 1) != 0);

      cells[root].cluster = (int) i;
    }

  for (guint i = 0; i < self->cells->len; i++)
    cells[i].cluster = cells[cells[i].root].cluster;
}

/* An event of several places in one cluster is one event of it, and its dead died
 * once. */
static void
count_events_once (SbEventClusters *self)
{
  const SbSharedRow *shared = (const SbSharedRow *) (gpointer) self->index->shared->data;
  g_autofree int *found = g_new (int, MAX (self->index->shared->len, 1));

  for (guint i = 0, first = 0; i < self->index->shared->len; i++)
    {
      SbEventCluster *cluster;

      if (shared[i].id != shared[first].id)
        first = i;
      found[i] = sb_event_clusters_find (self, shared[i].row);
      if (found[i] < 0)
        continue;

      cluster = &g_array_index (self->clusters, SbEventCluster, found[i]);
      for (guint k = first; k < i; k++)
        if (found[k] == found[i])
          {
            cluster->n_events--;
            cluster->fatalities -= self->index->fatalities[shared[i].row];
            break;
          }
    }
}

SbEventClusters *
sb_event_clusters_new (SbEventIndex *index,
                       const SbEventFilter *filter,
                       const SbRect *area,
                       guint level)
{
  SbEventClusters *self;

  g_return_val_if_fail (index != NULL && filter != NULL && area != NULL, NULL);
  g_return_val_if_fail (level <= MAX_LEVEL, NULL);

  self = g_atomic_rc_box_new0 (SbEventClusters);
  self->index = sb_event_index_ref (index);
  self->filter = sb_event_filter_copy (filter);
  self->area = *area;
  self->level = level;
  self->cells = collect_cells (index, filter, area, level);
  self->clusters = g_array_new (FALSE, FALSE, sizeof (SbEventCluster));
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      cell->own_point = get_point (cell);
    }

  fill_slots (self);
  find_roots (self);
  make_clusters (self);
  count_events_once (self);
  return self;
}

SbEventClusters *
sb_event_clusters_ref (SbEventClusters *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clusters_clear (gpointer data)
{
  SbEventClusters *self = data;

  sb_event_index_unref (self->index);
  sb_event_filter_clear (&self->filter);
  g_array_unref (self->cells);
  g_array_unref (self->clusters);
  g_free (self->slots);
}

void
sb_event_clusters_unref (SbEventClusters *self)
{
  g_atomic_rc_box_release_full (self, clusters_clear);
}

const SbEventCluster *
sb_event_clusters_get (const SbEventClusters *self,
                       guint *n_clusters)
{
  *n_clusters = self->clusters->len;
  return (const SbEventCluster *) (gpointer) self->clusters->data;
}

const SbRect *
sb_event_clusters_get_area (const SbEventClusters *self)
{
  return &self->area;
}

guint
sb_event_clusters_get_level_of (const SbEventClusters *self)
{
  return self->level;
}

SbEventIndex *
sb_event_clusters_get_index (const SbEventClusters *self)
{
  return self->index;
}

const SbEventFilter *
sb_event_clusters_get_filter (const SbEventClusters *self)
{
  return &self->filter;
}

static gboolean
is_coarse_row (const SbEventIndex *index,
               guint row)
{
  return (index->traits[row] >> TRAIT_PRECISION_SHIFT & TRAIT_PRECISION_MASK) >= SB_PLACE_PRECISION_REGION;
}

GArray *
sb_event_clusters_list (const SbEventClusters *self,
                        guint cluster)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (cell->cluster != (int) cluster)
        continue;

      for (guint row = cell->begin; row < cell->end; row++)
        if (is_coarse_row (self->index, row) == cell->is_coarse && sb_event_index_matches (self->index, row, &self->filter))
          g_array_append_val (rows, row);
    }

  return sb_event_index_sort (self->index, rows);
}

int
sb_event_clusters_find (const SbEventClusters *self,
                        guint row)
{
  guint shift = 32 - self->level;
  int cell;

  if (row >= self->index->n_placed || !sb_event_index_matches (self->index, row, &self->filter))
    return -1;

  cell = find_cell (self, self->level == 0 ? 0 : self->index->x[row] >> shift,
                    self->level == 0 ? 0 : self->index->y[row] >> shift, is_coarse_row (self->index, row));
  return cell < 0 ? -1 : g_array_index (self->cells, Cell, cell).cluster;
}
