/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-paginator-private.h"

#define EPSILON 0.01

/* Where the next slab of a page goes. */
typedef struct
{
  double y;
  double floor; /* what hangs beside the text comes down to here */
  gboolean at_top;
} Cursor;

/* The top of @slab at @cursor, and the cursor behind it; @height is what it is
 * given. */
static double
advance (Cursor *cursor,
         const SbSlab *slab,
         double height)
{
  double from = (slab->flags & SB_SLAB_WIDE) != 0 ? MAX (cursor->y, cursor->floor) : cursor->y;
  double top = _sb_slab_place (slab, from, cursor->at_top, SB_GRID_ASCENT);

  cursor->y = top + height;
  cursor->floor = MAX (cursor->floor, top + slab->reach);
  cursor->at_top = FALSE;

  return top;
}

/* What is left for @slab below @cursor. */
static double
fit_height (const Cursor *cursor,
            const SbSlab *slab,
            double page_height)
{
  Cursor trial = *cursor;
  double top = advance (&trial, slab, slab->height);
  double left = page_height - top;

  if ((slab->flags & SB_SLAB_FIGURE) == 0 || left >= slab->height)
    return slab->height;

  return MAX (slab->min_height, left);
}

/* The slab that the page after @first starts with. */
static guint
find_page_end (GPtrArray *slabs,
               guint first,
               double page_height)
{
  Cursor cursor = { 0, 0, TRUE };
  SbSlab *head = ((SbSlab *) g_ptr_array_index (slabs, first))->head;
  guint end = first;
  guint full;

  if (head != NULL)
    advance (&cursor, head, head->height);
  for (; end < slabs->len; end++)
    {
      SbSlab *slab = g_ptr_array_index (slabs, end);
      double height = fit_height (&cursor, slab, page_height);
      double top = advance (&cursor, slab, height);

      if (top + MAX (height, (slab->flags & SB_SLAB_FIGURE) != 0 ? 0 : slab->reach) > page_height + EPSILON)
        break;
    }

  if (end == slabs->len)
    return end;

  full = MAX (end, first + 1);
  while (end > first && (((SbSlab *) g_ptr_array_index (slabs, end - 1))->flags & SB_SLAB_KEEP_NEXT) != 0)
    end--;

  /* Where all belongs together, the page is filled. */
  return end > first ? end : full;
}

/* A figure that was given less than it asked for. */
static void
shrink_figures (SbSlab *slab,
                double height)
{
  double less = slab->height - height;

  for (guint i = 0; i < slab->marks->len; i++)
    {
      SbMark *mark = &g_array_index (slab->marks, SbMark, i);

      if (mark->kind == SB_MARK_FIGURE)
        mark->height -= less;
    }
  slab->height = height;
  slab->reach = height;
}

static GArray *
build_page (GPtrArray *slabs,
            guint first,
            guint end,
            double x,
            double y,
            double page_height)
{
  GArray *marks = _sb_marks_new ();
  SbMarkWriter writer = { marks, { { NULL } }, 0 };
  Cursor cursor = { 0, 0, TRUE };
  SbSlab *head = ((SbSlab *) g_ptr_array_index (slabs, first))->head;

  if (head != NULL)
    {
      double top = advance (&cursor, head, head->height);

      _sb_mark_writer_add (&writer, head, x, y + top);
    }
  for (guint i = first; i < end; i++)
    {
      SbSlab *slab = g_ptr_array_index (slabs, i);
      double height = fit_height (&cursor, slab, page_height);
      double top;

      if (height < slab->height)
        shrink_figures (slab, height);
      top = advance (&cursor, slab, height);
      _sb_mark_writer_add (&writer, slab, x, y + top);
    }
  _sb_mark_writer_close (&writer);

  return marks;
}

GPtrArray *
_sb_paginate (GPtrArray *slabs,
              double x,
              double y,
              double height)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint first = 0;

  while (first < slabs->len)
    {
      guint end = find_page_end (slabs, first, height);

      g_ptr_array_add (pages, build_page (slabs, first, end, x, y, height));
      first = end;
    }
  /* A document has a page, if a blank one. */
  if (pages->len == 0)
    g_ptr_array_add (pages, _sb_marks_new ());

  return pages;
}
