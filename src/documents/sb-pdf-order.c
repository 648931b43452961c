/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-order.h"

#include <math.h>

/* Pages with more lines are no text; in lines. */
#define MAX_LINES 1500
/* The least that a column of prose has: rows, and characters and share of the
 * width in most of them. */
#define MIN_COLUMN_ROWS  3
#define MIN_COLUMN_CHARS 16
#define MIN_COLUMN_FILL  0.55
/* The cells of a table are shorter than the pieces of prose, on average. */
#define MIN_PIECE_CHARS 10
/* Pieces on one height this near are one piece; in ems. */
#define MAX_WORD_GAP 1.5
/* Columns stand this far apart at least, in points. */
#define MIN_GUTTER 7
/* At most this share of the lines goes over the gutter. */
#define MAX_CROSSING 0.12
/* The middles of the pieces of a row differ by less than this, in sizes. */
#define MAX_ROW_SHIFT 0.5
/* A table has this many rows of several cells, one below the other. */
#define MIN_TABLE_ROWS 3
#define MAX_DEPTH      12
/* White bands are this high at least, in points, and so many are tried. */
#define MIN_GAP  3
#define MAX_CUTS 10

typedef struct
{
  double x;
  guint n_chars; /* of the lesser side */
} Gutter;

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const SbPdfLine *x = *(SbPdfLine *const *) a;
  const SbPdfLine *y = *(SbPdfLine *const *) b;

  if (x->box.y1 != y->box.y1)
    return x->box.y1 < y->box.y1 ? -1 : 1;
  return x->box.x1 < y->box.x1 ? -1 : x->box.x1 > y->box.x1;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const SbPdfLine *x = *(SbPdfLine *const *) a;
  const SbPdfLine *y = *(SbPdfLine *const *) b;

  return x->box.x1 < y->box.x1 ? -1 : x->box.x1 > y->box.x1;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* One side of a gutter. A row is what stands on one height: justified text
 * comes in pieces. */
typedef struct
{
  guint n_lines; /* pieces */
  guint n_rows;
  guint n_chars;
  double fill; /* the share of its width that text takes in most rows */
  double chars; /* characters in most rows */
  double top;
  double bottom;
  double left;
  double right;
} Side;

static double
find_median (GArray *values)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

/* @region is sorted by tops. */
static Side
measure_side (GPtrArray *region,
              double x,
              gboolean is_left)
{
  Side side = { .top = G_MAXDOUBLE, .left = G_MAXDOUBLE };
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) chars = g_array_new (FALSE, FALSE, sizeof (double));
  double row_bottom = -1;

  for (guint i = 0; i < region->len; i++)
    {
      const SbPdfLine *line = g_ptr_array_index (region, i);
      double middle = (line->box.y1 + line->box.y2) / 2;
      double width = line->box.x2 - line->box.x1;
      double n = line->n_chars;

      if (is_left ? line->box.x2 > x : line->box.x1 < x)
        continue;
      if (middle < row_bottom)
        {
          g_array_index (widths, double, widths->len - 1) += width;
          g_array_index (chars, double, chars->len - 1) += n;
        }
      else
        {
          g_array_append_val (widths, width);
          g_array_append_val (chars, n);
          row_bottom = line->box.y2;
        }
      side.n_lines++;
      side.n_chars += line->n_chars;
      side.top = MIN (side.top, line->box.y1);
      side.bottom = MAX (side.bottom, line->box.y2);
      side.left = MIN (side.left, line->box.x1);
      side.right = MAX (side.right, line->box.x2);
    }
  side.n_rows = widths->len;
  side.fill = find_median (widths) / MAX (side.right - side.left, 1);
  side.chars = find_median (chars);
  return side;
}

static gboolean
is_column (const Side *side)
{
  return side->n_rows >= MIN_COLUMN_ROWS && side->n_chars >= side->n_lines * MIN_PIECE_CHARS && side->chars >= MIN_COLUMN_CHARS && side->fill >= MIN_COLUMN_FILL;
}

/* Judges whether columns of prose stand on both sides of @x. */
static gboolean
is_gutter (GPtrArray *region,
           double x,
           guint *n_chars)
{
  Side left = measure_side (region, x, TRUE);
  Side right = measure_side (region, x, FALSE);
  double overlap = MIN (left.bottom, right.bottom) - MAX (left.top, right.top);

  *n_chars = MIN (left.n_chars, right.n_chars);
  if (!is_column (&left) || !is_column (&right))
    return FALSE;
  if (region->len - left.n_lines - right.n_lines > region->len * MAX_CROSSING)
    return FALSE;
  return right.left - left.right >= MIN_GUTTER &&
         overlap > 0.3 * MIN (left.bottom - left.top, right.bottom - right.top);
}

/* The best gutter is the one with the most text on its lesser side. */
static gboolean
find_gutter (GPtrArray *region,
             Gutter *gutter)
{
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL); /* whole points */

  gutter->n_chars = 0;
  g_ptr_array_sort (region, compare_tops);
  for (guint i = 0; i < region->len && region->len <= MAX_LINES; i++)
    {
      const SbPdfLine *line = g_ptr_array_index (region, i);
      double x = ceil (line->box.x2 + 0.5);
      guint n_chars;

      if (g_hash_table_add (tried, GINT_TO_POINTER ((int) x)) && is_gutter (region, x, &n_chars) &&
          n_chars > gutter->n_chars)
        {
          gutter->x = x;
          gutter->n_chars = n_chars;
        }
    }
  return gutter->n_chars > 0;
}

typedef struct
{
  guint index; /* of the first line below it */
  double height;
} Gap;

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const Gap *x = a;
  const Gap *y = b;

  return x->height > y->height ? -1 : x->height < y->height;
}

/* The white bands over the whole width of a region that is sorted by tops, the
 * highest first. */
static GArray *
list_gaps (GPtrArray *region)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  double bottom = G_MAXDOUBLE;

  for (guint i = 0; i < region->len; i++)
    {
      const SbPdfLine *line = g_ptr_array_index (region, i);
      Gap gap = { i, line->box.y1 - bottom };

      if (i > 0 && gap.height > MIN_GAP)
        g_array_append_val (gaps, gap);
      bottom = i == 0 ? line->box.y2 : MAX (bottom, line->box.y2);
    }
  g_array_sort (gaps, compare_gaps);
  return gaps;
}

static GPtrArray *
copy_range (GPtrArray *region,
            guint start,
            guint end)
{
  GPtrArray *range = g_ptr_array_new ();

  for (guint i = start; i < end; i++)
    g_ptr_array_add (range, g_ptr_array_index (region, i));
  return range;
}

/* Where a region that has no columns as a whole can be cut across so that a
 * part has some; 0 for nowhere. */
static guint
find_cut (GPtrArray *region)
{
  g_autoptr (GArray) gaps = list_gaps (region);

  for (guint i = 0; i < MIN (gaps->len, MAX_CUTS); i++)
    {
      guint index = g_array_index (gaps, Gap, i).index;
      g_autoptr (GPtrArray) above = copy_range (region, 0, index);
      g_autoptr (GPtrArray) below = copy_range (region, index, region->len);
      Gutter gutter;

      if (find_gutter (above, &gutter) || find_gutter (below, &gutter))
        return index;
    }
  return 0;
}

static void order_region (GPtrArray *region,
                          GPtrArray *ordered,
                          guint *n_tables,
                          guint depth);

/* Orders the columns that were gathered since the last line over both. */
static void
order_band (GPtrArray *left,
            GPtrArray *right,
            GPtrArray *ordered,
            guint *n_tables,
            guint depth)
{
  order_region (left, ordered, n_tables, depth + 1);
  order_region (right, ordered, n_tables, depth + 1);
  g_ptr_array_set_size (left, 0);
  g_ptr_array_set_size (right, 0);
}

static void
order_columns (GPtrArray *region,
               double x,
               GPtrArray *ordered,
               guint *n_tables,
               guint depth)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();

  for (guint i = 0; i < region->len; i++)
    {
      SbPdfLine *line = g_ptr_array_index (region, i);

      if (line->box.x2 <= x)
        g_ptr_array_add (left, line);
      else if (line->box.x1 >= x)
        g_ptr_array_add (right, line);
      else
        {
          order_band (left, right, ordered, n_tables, depth);
          g_ptr_array_add (ordered, line);
        }
    }
  order_band (left, right, ordered, n_tables, depth);
}

/* TRUE when two pieces stand on one height; boxes of tight rows overlap, so
 * the middles are compared. */
static gboolean
is_same_row (const SbPdfLine *a,
             const SbPdfLine *b)
{
  double apart = fabs ((a->box.y1 + a->box.y2) - (b->box.y1 + b->box.y2)) / 2;

  return apart < MAX_ROW_SHIFT * MIN (a->size, b->size);
}

/* The end of the row that starts at @start. */
static guint
find_row_end (GPtrArray *region,
              guint start)
{
  const SbPdfLine *first = g_ptr_array_index (region, start);
  guint end = start + 1;

  while (end < region->len && is_same_row (first, g_ptr_array_index (region, end)))
    end++;
  return end;
}

/* The pieces of a row, from the left. */
static GPtrArray *
copy_row (GPtrArray *region,
          guint start,
          guint end)
{
  GPtrArray *row = g_ptr_array_new ();

  for (guint i = start; i < end; i++)
    g_ptr_array_add (row, g_ptr_array_index (region, i));
  g_ptr_array_sort (row, compare_lefts);
  return row;
}

/* Takes the text of @next into @line, which stands on its left. */
static void
absorb (SbPdfLine *line,
        SbPdfLine *next)
{
  g_autofree char *text = g_steal_pointer (&line->text);

  line->text = g_strconcat (text, " ", next->text, NULL);
  line->box.x2 = MAX (line->box.x2, next->box.x2);
  line->box.y1 = MIN (line->box.y1, next->box.y1);
  line->box.y2 = MAX (line->box.y2, next->box.y2);
  line->n_chars += next->n_chars;
  next->n_chars = 0;
}

/* Makes one line of the pieces of each row that stand near to each other. */
static void
join_pieces (GPtrArray *region)
{
  for (guint i = 0; i < region->len;)
    {
      guint end = find_row_end (region, i);
      g_autoptr (GPtrArray) row = copy_row (region, i, end);
      SbPdfLine *line = g_ptr_array_index (row, 0);

      for (guint j = 1; j < row->len; j++)
        {
          SbPdfLine *next = g_ptr_array_index (row, j);

          if (next->box.x1 - line->box.x2 < MAX_WORD_GAP * line->size && fabs (next->size - line->size) < 0.2 * line->size)
            absorb (line, next);
          else
            line = next;
        }
      i = end;
    }
  for (guint i = region->len; i-- > 0;)
    if (((SbPdfLine *) g_ptr_array_index (region, i))->n_chars == 0)
      g_ptr_array_remove_index (region, i);
}

static void
append_row (GPtrArray *region,
            guint start,
            guint end,
            GPtrArray *ordered)
{
  g_autoptr (GPtrArray) row = copy_row (region, start, end);

  for (guint i = 0; i < row->len; i++)
    g_ptr_array_add (ordered, g_ptr_array_index (row, i));
}

/* How many rows from @start on have several cells. */
static guint
count_table_rows (GPtrArray *region,
                  guint start)
{
  guint n = 0;

  while (start < region->len)
    {
      guint end = find_row_end (region, start);

      if (end - start < 2)
        break;
      n++;
      start = end;
    }
  return n;
}

static void
mark_row (GPtrArray *region,
          guint start,
          guint end,
          guint table,
          guint row)
{
  for (guint i = start; i < end; i++)
    {
      SbPdfLine *line = g_ptr_array_index (region, i);

      line->table = table;
      line->row = row;
    }
}

/* Appends the row that starts at @start; returns its end. */
static guint
order_row (GPtrArray *region,
           guint start,
           GPtrArray *ordered,
           guint table,
           guint row)
{
  guint end = find_row_end (region, start);

  if (table > 0)
    mark_row (region, start, end, table, row);
  append_row (region, start, end, ordered);
  return end;
}

static void
order_rows (GPtrArray *region,
            GPtrArray *ordered,
            guint *n_tables)
{
  guint i = 0;

  join_pieces (region);
  while (i < region->len)
    {
      guint n_rows = count_table_rows (region, i);

      if (n_rows >= MIN_TABLE_ROWS)
        (*n_tables)++;
      else
        i = order_row (region, i, ordered, 0, 0);
      for (guint row = 0; row < n_rows && n_rows >= MIN_TABLE_ROWS; row++)
        i = order_row (region, i, ordered, *n_tables, row);
    }
}

static void
order_parts (GPtrArray *region,
             guint cut,
             GPtrArray *ordered,
             guint *n_tables,
             guint depth)
{
  g_autoptr (GPtrArray) above = copy_range (region, 0, cut);
  g_autoptr (GPtrArray) below = copy_range (region, cut, region->len);

  order_region (above, ordered, n_tables, depth + 1);
  order_region (below, ordered, n_tables, depth + 1);
}

static void
order_region (GPtrArray *region,
              GPtrArray *ordered,
              guint *n_tables,
              guint depth)
{
  Gutter gutter;
  guint cut = 0;

  if (region->len == 0)
    return;
  if (depth < MAX_DEPTH && find_gutter (region, &gutter))
    {
      order_columns (region, gutter.x, ordered, n_tables, depth);
      return;
    }
  if (depth < MAX_DEPTH)
    cut = find_cut (region);
  if (cut > 0)
    order_parts (region, cut, ordered, n_tables, depth);
  else
    order_rows (region, ordered, n_tables);
}

void
_sb_pdf_order_page (GArray *lines,
                    guint start)
{
  g_autoptr (GPtrArray) region = g_ptr_array_new ();
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GArray) copy = g_array_new (FALSE, FALSE, sizeof (SbPdfLine));
  guint n_tables = 0;

  for (guint i = start; i < lines->len; i++)
    g_ptr_array_add (region, &g_array_index (lines, SbPdfLine, i));
  order_region (region, ordered, &n_tables, 0);
  for (guint i = 0; i < ordered->len; i++)
    {
      SbPdfLine *line = g_ptr_array_index (ordered, i);

      g_array_append_vals (copy, line, 1);
      line->text = NULL;
    }
  g_array_set_size (lines, start);
  g_array_append_vals (lines, copy->data, copy->len);
}
