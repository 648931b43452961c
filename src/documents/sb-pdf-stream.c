/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-stream.h"

#include "sb-pdf-gutter.h"
#include "sb-text-line.h"

/* With fewer lines nothing can be said, nor of what is no prose: the labels of
 * a drawing, the cells of a table. */
#define MIN_LINES 8
/* The share of the lines that may stand above the one before them and not to
 * its right, where the next column and the next cell of a table start. */
#define MAX_BACK 0.35
/* From this share of its lines on, a page of columns was drawn across them. */
#define MIN_ACROSS 0.6
/* The share of the lines of prose that go on with a small letter; the cells of
 * a table seldom do. */
#define MIN_LOWER 0.3

static gboolean
goes_back (const SbPdfLine *line,
           const SbPdfLine *last)
{
  return line->box.y2 < (last->box.y1 + last->box.y2) / 2 && line->box.x1 < last->box.x2;
}

static gboolean
is_beside (const SbPdfLine *line,
           const SbPdfLine *last)
{
  double middle = (line->box.y1 + line->box.y2) / 2;

  return middle > last->box.y1 && middle < last->box.y2;
}

/* TRUE when prose in columns was drawn line by line over both of them. */
static gboolean
goes_across (GPtrArray *region)
{
  g_autoptr (GPtrArray) sorted = _sb_pdf_copy_range (region, 0, region->len);
  guint n_across = 0;
  guint n_right = 0;
  double x;

  if (!_sb_pdf_find_gutter (sorted, &x))
    return FALSE;
  for (guint i = 1; i < region->len; i++)
    {
      const SbPdfLine *last = g_ptr_array_index (region, i - 1);
      const SbPdfLine *line = g_ptr_array_index (region, i);

      if (line->box.x1 < x)
        continue;
      n_right++;
      n_across += last->box.x2 <= x && is_beside (line, last) ? 1 : 0;
    }
  return n_across > n_right * MIN_ACROSS;
}

gboolean
_sb_pdf_stream_is_readable (GPtrArray *region)
{
  guint n_back = 0;
  guint n_lower = 0;

  if (region->len < MIN_LINES)
    return TRUE;
  for (guint i = 1; i < region->len; i++)
    {
      const SbPdfLine *line = g_ptr_array_index (region, i);

      n_back += goes_back (line, g_ptr_array_index (region, i - 1)) ? 1 : 0;
      n_lower += _sb_text_starts_lower (line->text) ? 1 : 0;
    }
  if (n_lower < region->len * MIN_LOWER)
    return TRUE;
  return n_back <= region->len * MAX_BACK && !goes_across (region);
}
