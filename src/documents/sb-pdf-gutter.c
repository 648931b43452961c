/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-gutter.h"

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
/* Columns stand this far apart at least, in points. */
#define MIN_GUTTER 7
/* At most this share of the lines goes over the gutter. */
#define MAX_CROSSING 0.12
/* White bands are this high at least, in points, and so many are tried. */
#define MIN_GAP  3
#define MAX_CUTS 10

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

gboolean
_sb_pdf_find_gutter (GPtrArray *region,
                     double *x)
{
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL); /* whole points */
  guint best = 0;

  g_ptr_array_sort (region, _sb_pdf_line_compare_tops);
  for (guint i = 0; i < region->len && region->len <= MAX_LINES; i++)
    {
      const SbPdfLine *line = g_ptr_array_index (region, i);
      double edge = ceil (line->box.x2 + 0.5);
      guint n_chars;

      if (!g_hash_table_add (tried, GINT_TO_POINTER ((int) edge)) || !is_gutter (region, edge, &n_chars) ||
          n_chars <= best)
        continue;
      *x = edge;
      best = n_chars;
    }
  return best > 0;
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

guint
_sb_pdf_find_cut (GPtrArray *region)
{
  g_autoptr (GArray) gaps = list_gaps (region);

  for (guint i = 0; i < MIN (gaps->len, MAX_CUTS); i++)
    {
      guint index = g_array_index (gaps, Gap, i).index;
      g_autoptr (GPtrArray) above = _sb_pdf_copy_range (region, 0, index);
      g_autoptr (GPtrArray) below = _sb_pdf_copy_range (region, index, region->len);
      double x;

      if (_sb_pdf_find_gutter (above, &x) || _sb_pdf_find_gutter (below, &x))
        return index;
    }
  return 0;
}

GPtrArray *
_sb_pdf_copy_range (GPtrArray *region,
                    guint start,
                    guint end)
{
  GPtrArray *range = g_ptr_array_new ();

  for (guint i = start; i < end; i++)
    g_ptr_array_add (range, g_ptr_array_index (region, i));
  return range;
}
