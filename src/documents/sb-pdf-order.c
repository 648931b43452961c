/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-order.h"

#include "sb-pdf-gutter.h"
#include "sb-pdf-stream.h"

#include <math.h>

/* Pieces on one height this near are one piece; in ems. */
#define MAX_WORD_GAP 1.5
/* The middles of the pieces of a row differ by less than this, in sizes. */
#define MAX_ROW_SHIFT 0.5
/* A table has this many rows of several cells, one below the other. */
#define MIN_TABLE_ROWS 3
/* Columns within columns and parts of parts go no deeper. */
#define MAX_DEPTH 12

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const SbPdfLine *x = *(SbPdfLine *const *) a;
  const SbPdfLine *y = *(SbPdfLine *const *) b;

  return x->box.x1 < y->box.x1 ? -1 : x->box.x1 > y->box.x1;
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
  g_autoptr (GPtrArray) above = _sb_pdf_copy_range (region, 0, cut);
  g_autoptr (GPtrArray) below = _sb_pdf_copy_range (region, cut, region->len);

  order_region (above, ordered, n_tables, depth + 1);
  order_region (below, ordered, n_tables, depth + 1);
}

static void
order_region (GPtrArray *region,
              GPtrArray *ordered,
              guint *n_tables,
              guint depth)
{
  guint cut = 0;
  double x;

  if (region->len == 0)
    return;
  if (depth < MAX_DEPTH && _sb_pdf_find_gutter (region, &x))
    {
      order_columns (region, x, ordered, n_tables, depth);
      return;
    }
  if (depth < MAX_DEPTH)
    cut = _sb_pdf_find_cut (region);
  if (cut > 0)
    order_parts (region, cut, ordered, n_tables, depth);
  else
    order_rows (region, ordered, n_tables);
}

/* Leaves the lines as they were drawn, and finds the tables that were drawn row
 * by row. */
static void
keep_order (GPtrArray *region,
            GPtrArray *ordered,
            guint *n_tables)
{
  for (guint i = 0; i < region->len;)
    {
      guint n_rows = count_table_rows (region, i);

      if (n_rows >= MIN_TABLE_ROWS)
        (*n_tables)++;
      for (guint row = 0; row < MAX (n_rows, 1); row++)
        {
          guint end = find_row_end (region, i);

          if (n_rows >= MIN_TABLE_ROWS)
            mark_row (region, i, end, *n_tables, row);
          for (; i < end; i++)
            g_ptr_array_add (ordered, g_ptr_array_index (region, i));
        }
    }
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
  if (_sb_pdf_stream_is_readable (region))
    keep_order (region, ordered, &n_tables);
  else
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
