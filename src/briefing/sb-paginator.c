/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-paginator-private.h"

#include <string.h>

#define EPSILON 0.01

/* Between the text and the notes, in points; the rule stands in that. */
#define ABOVE_NOTES     16.0
#define NOTE_RULE       10.0
#define NOTE_RULE_SHARE 0.2 /* of the width */
#define HAIRLINE        0.5

/* Of the height of a page: what is less than this looks forgotten on it, ... */
#define NEARLY_EMPTY 0.35
/* ... as does a section alone on the last page, which takes those before it along as long
 * as the page that they leave keeps so much. */
#define LONE_SECTION 0.25
#define KEPT_FULL    0.4

/* Putting slabs on pages. */
typedef struct
{
  GPtrArray *slabs; /* not owned */
  const SbPageFrame *frame; /* not owned */
  gboolean *is_printed; /* not owned; each note, on a page before */
} Paginator;

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

static gboolean
has_number (GArray *numbers,
            guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;

  return FALSE;
}

/* Note @number as it is printed on the page that comes next. */
static SbSlab *
get_note (const Paginator *self,
          guint number)
{
  GPtrArray *notes = self->is_printed[number - 1] ? self->frame->short_notes : self->frame->notes;

  return g_ptr_array_index (notes, number - 1);
}

/* Adds the notes that @slab calls to those of the page; what they add to its foot. */
static double
call_notes (const Paginator *self,
            const SbSlab *slab,
            GArray *called)
{
  double more = 0;

  if (self->frame->notes == NULL)
    return 0;

  for (guint i = 0; i < slab->marks->len; i++)
    {
      const SbMark *mark = &g_array_index (slab->marks, SbMark, i);

      if (mark->kind != SB_MARK_LINK || mark->number == 0 || mark->number > self->frame->notes->len || has_number (called, mark->number))
        continue;
      more += (called->len == 0 ? ABOVE_NOTES : 0) + get_note (self, mark->number)->height;
      g_array_append_val (called, mark->number);
    }

  return more;
}

static SbSlab *
get_slab (const Paginator *self,
          guint position)
{
  return g_ptr_array_index (self->slabs, position);
}

/* Whether a page that starts with @first and is full down to @y ends before @slab. One
 * that was begun on purpose is left as it is, however little there is on it. */
static gboolean
breaks_page (const Paginator *self,
             guint first,
             const SbSlab *slab,
             double y)
{
  gboolean is_begun = first == 0 || (get_slab (self, first)->flags & SB_SLAB_BREAK) != 0;

  if ((slab->flags & SB_SLAB_BREAK) == 0)
    return FALSE;

  return (slab->flags & SB_SLAB_SOFT_BREAK) == 0 || is_begun || y > self->frame->height * NEARLY_EMPTY;
}

/* The slab that the page after @first starts with. */
static guint
find_page_end (const Paginator *self,
               guint first)
{
  Cursor cursor = { 0, 0, TRUE };
  g_autoptr (GArray) called = g_array_new (FALSE, FALSE, sizeof (guint));
  SbSlab *head = get_slab (self, first)->head;
  double page_height = self->frame->height;
  guint end = first;
  guint full;

  if (head != NULL)
    advance (&cursor, head, head->height);
  for (; end < self->slabs->len; end++)
    {
      SbSlab *slab = get_slab (self, end);
      double height;
      double top;

      if (end > first && breaks_page (self, first, slab, cursor.y))
        return end;

      page_height -= call_notes (self, slab, called);
      height = fit_height (&cursor, slab, page_height);
      top = advance (&cursor, slab, height);
      if (top + MAX (height, (slab->flags & SB_SLAB_FIGURE) != 0 ? 0 : slab->reach) > page_height + EPSILON)
        break;
    }

  if (end == self->slabs->len)
    return end;

  full = MAX (end, first + 1);
  while (end > first && (get_slab (self, end - 1)->flags & SB_SLAB_KEEP_NEXT) != 0)
    end--;

  /* Where all belongs together, the page is filled. */
  return end > first ? end : full;
}

/* The slab behind those that stay with @first. */
static guint
find_unit_end (const Paginator *self,
               guint first)
{
  guint end = first + 1;

  while (end < self->slabs->len && (get_slab (self, end - 1)->flags & SB_SLAB_KEEP_NEXT) != 0)
    end++;

  return end;
}

/* Whether a figure may be printed behind the slabs from @first to @end: text of its own
 * section that a page may part, and no table, which the figure would stand in. */
static gboolean
is_passable (const Paginator *self,
             guint first,
             guint end)
{
  for (guint i = first; i < end; i++)
    {
      const SbSlab *slab = get_slab (self, i);
      const char *tag = slab->depth > 0 ? slab->path[0].tag : "";

      if ((slab->flags & (SB_SLAB_BREAK | SB_SLAB_FIGURE | SB_SLAB_WIDE)) != 0 ||
          (!g_str_equal (tag, "P") && !g_str_equal (tag, "L") && !g_str_equal (tag, "H3") && !g_str_equal (tag, "H4") && !g_str_equal (tag, "BlockQuote")))
        return FALSE;
    }

  return TRUE;
}

static gboolean
calls_notes (const Paginator *self,
             guint first,
             guint end)
{
  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) called = g_array_new (FALSE, FALSE, sizeof (guint));

      call_notes (self, get_slab (self, i), called);
      if (called->len > 0)
        return TRUE;
    }

  return FALSE;
}

/* Turns round the slabs from @first to @end such that @middle comes first. */
static void
rotate (const Paginator *self,
        guint first,
        guint middle,
        guint end)
{
  g_autofree gpointer *slabs = g_memdup2 (self->slabs->pdata + first, (end - first) * sizeof (gpointer));
  guint n_before = middle - first;
  guint n_behind = end - middle;

  memcpy (self->slabs->pdata + first, slabs + n_before, n_behind * sizeof (gpointer));
  memcpy (self->slabs->pdata + first + n_behind, slabs, n_before * sizeof (gpointer));
}

/* Where a page that starts with @first ends at a figure which has no room there, the
 * text behind it goes on as far as there is room, and the figure starts the next page;
 * the end of the page. Text that is too short to be parted from its figure stays. */
static guint
float_figure (const Paginator *self,
              guint first,
              guint end)
{
  while (end > first && end < self->slabs->len && (get_slab (self, end)->flags & (SB_SLAB_FIGURE | SB_SLAB_BREAK)) == SB_SLAB_FIGURE &&
         get_slab (self, end)->head == NULL)
    {
      guint behind = find_unit_end (self, end);
      guint passed = behind < self->slabs->len ? find_unit_end (self, behind) : behind;

      /* Figures that follow each other stay in their order. */
      while (behind < self->slabs->len && (get_slab (self, behind)->flags & (SB_SLAB_FIGURE | SB_SLAB_BREAK)) == SB_SLAB_FIGURE)
        {
          behind = passed;
          passed = behind < self->slabs->len ? find_unit_end (self, behind) : behind;
        }
      /* The notes of a figure have lower numbers than those of the text behind it. */
      if (passed == behind || !is_passable (self, behind, passed) || (calls_notes (self, end, behind) && calls_notes (self, behind, passed)))
        break;

      rotate (self, end, behind, passed);
      if (find_page_end (self, first) < end + (passed - behind))
        {
          rotate (self, end, end + (passed - behind), passed);
          break;
        }
      end += passed - behind;
    }

  return end;
}

/* How far down the slabs from @first to @end come on a page that starts with them. */
static double
measure (const Paginator *self,
         guint first,
         guint end)
{
  Cursor cursor = { 0, 0, TRUE };
  SbSlab *head = get_slab (self, first)->head;

  if (head != NULL)
    advance (&cursor, head, head->height);
  for (guint i = first; i < end; i++)
    advance (&cursor, get_slab (self, i), get_slab (self, i)->height);

  return MAX (cursor.y, cursor.floor);
}

static gboolean
starts_section (const Paginator *self,
                guint position)
{
  const SbSlab *slab = get_slab (self, position);
  const char *tag = slab->depth > 0 ? slab->path[0].tag : "";
  gboolean is_free = position == 0 || (get_slab (self, position - 1)->flags & SB_SLAB_KEEP_NEXT) == 0;

  return is_free && (slab->flags & SB_SLAB_BREAK) == 0 && (g_str_equal (tag, "H2") || g_str_equal (tag, "H3"));
}

/* Whether the pages up to @end are a document, or what comes before a break. */
static gboolean
ends_pages (const Paginator *self,
            guint end)
{
  return end == self->slabs->len || (get_slab (self, end)->flags & (SB_SLAB_BREAK | SB_SLAB_SOFT_BREAK)) == SB_SLAB_BREAK;
}

/* The end of the page from @first, which would end at @end: earlier where that leaves a
 * short section alone on the last page, be it of all or before a break. */
static guint
share_last_page (const Paginator *self,
                 guint first,
                 guint end)
{
  double height = self->frame->height;
  guint shared = end;
  guint last;

  if (end >= self->slabs->len || !starts_section (self, end))
    return end;

  last = find_page_end (self, end);
  if (!ends_pages (self, last) || measure (self, end, last) >= height * LONE_SECTION)
    return end;

  for (guint i = end - 1; i > first && measure (self, shared, last) < height * NEARLY_EMPTY; i--)
    {
      if ((get_slab (self, i)->flags & SB_SLAB_BREAK) != 0 || measure (self, first, i) < height * KEPT_FULL)
        break;
      if (starts_section (self, i) && find_page_end (self, i) == last)
        shared = i;
    }

  return shared;
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

      if (mark->kind == SB_MARK_FIGURE || mark->kind == SB_MARK_BLOCK)
        mark->height -= less;
    }
  slab->height = height;
  slab->reach = height;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* The notes of a page, above its lower edge under a short rule. */
static void
write_notes (Paginator *self,
             GArray *called,
             double notes_height,
             double x,
             SbMarkWriter *writer)
{
  double y = self->frame->y + self->frame->height - notes_height;

  if (called->len == 0)
    return;

  g_array_sort (called, compare_numbers);
  _sb_marks_add_fill (writer->marks, x, y + NOTE_RULE, self->frame->width * NOTE_RULE_SHARE, HAIRLINE, SB_INK_TEXT);
  y += ABOVE_NOTES;
  for (guint i = 0; i < called->len; i++)
    {
      guint number = g_array_index (called, guint, i);
      SbSlab *note = get_note (self, number);

      _sb_mark_writer_add (writer, note, x, y);
      y += note->height;
      self->is_printed[number - 1] = TRUE;
    }
}

static GArray *
build_page (Paginator *self,
            guint first,
            guint end,
            guint page)
{
  GArray *marks = _sb_marks_new ();
  g_autoptr (GArray) called = g_array_new (FALSE, FALSE, sizeof (guint));
  SbMarkWriter writer = { marks, { { NULL } }, 0 };
  Cursor cursor = { 0, 0, TRUE };
  SbSlab *head = get_slab (self, first)->head;
  double x = self->frame->x[page % 2];
  double notes_height = 0;

  for (guint i = first; i < end; i++)
    notes_height += call_notes (self, get_slab (self, i), called);
  if (head != NULL)
    {
      double top = advance (&cursor, head, head->height);

      _sb_mark_writer_add (&writer, head, x, self->frame->y + top);
    }
  for (guint i = first; i < end; i++)
    {
      SbSlab *slab = get_slab (self, i);
      double height = fit_height (&cursor, slab, self->frame->height - notes_height);
      double top;

      if (height < slab->height)
        shrink_figures (slab, height);
      top = advance (&cursor, slab, height);
      _sb_mark_writer_add (&writer, slab, x, self->frame->y + top);
    }
  write_notes (self, called, notes_height, x, &writer);
  _sb_mark_writer_close (&writer);

  return marks;
}

GPtrArray *
_sb_paginate (GPtrArray *slabs,
              const SbPageFrame *frame)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree gboolean *is_printed = g_new0 (gboolean, frame->notes != NULL ? frame->notes->len + 1 : 1);
  Paginator self = { slabs, frame, is_printed };
  guint first = 0;

  while (first < slabs->len)
    {
      guint end = share_last_page (&self, first, float_figure (&self, first, find_page_end (&self, first)));

      g_ptr_array_add (pages, build_page (&self, first, end, pages->len));
      first = end;
    }
  /* A document has a page, if a blank one. */
  if (pages->len == 0)
    g_ptr_array_add (pages, _sb_marks_new ());

  return pages;
}
