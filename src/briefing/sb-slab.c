/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-slab-private.h"

#include <math.h>

/* Less than this, in points, is the arithmetic's fault. */
#define EPSILON 0.01

static void
clear_mark (gpointer data)
{
  SbMark *mark = data;

  g_clear_object (&mark->layout);
  g_clear_pointer (&mark->piece, sb_piece_unref);
  g_free (mark->name);
}

GArray *
_sb_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SbMark));

  g_array_set_clear_func (marks, clear_mark);

  return marks;
}

void
_sb_marks_append (GArray *marks,
                  SbMark mark)
{
  g_array_append_val (marks, mark);
}

void
_sb_marks_add_fill (GArray *marks,
                    double x,
                    double y,
                    double width,
                    double height,
                    SbInk ink)
{
  _sb_marks_append (marks, (SbMark) { .kind = SB_MARK_FILL, .x = x, .y = y, .width = width, .height = height, .ink = ink });
}

static void
append_copy (GArray *marks,
             const SbMark *mark,
             double x,
             double y)
{
  SbMark copy = *mark;

  copy.x += x;
  copy.y += y;
  copy.layout = mark->layout != NULL ? g_object_ref (mark->layout) : NULL;
  copy.piece = mark->piece != NULL ? sb_piece_ref (mark->piece) : NULL;
  copy.name = g_strdup (mark->name);
  _sb_marks_append (marks, copy);
}

SbSlab *
_sb_slab_new (double height,
              SbSlabFlags flags)
{
  SbSlab *self = g_new0 (SbSlab, 1);

  self->height = height;
  self->min_height = height;
  self->reach = height;
  self->flags = flags;
  self->marks = _sb_marks_new ();

  return self;
}

void
_sb_slab_free (SbSlab *self)
{
  g_array_unref (self->marks);
  g_free (self);
}

void
_sb_slab_push_level (SbSlab *self,
                     const char *tag,
                     guint group)
{
  g_return_if_fail (self->depth < SB_SLAB_MAX_DEPTH);

  self->path[self->depth++] = (SbSlabLevel) { tag, group };
}

double
_sb_slab_place (const SbSlab *self,
                double y,
                gboolean at_top,
                double grid)
{
  double top = at_top ? y : y + self->before;
  double lines;

  if ((self->flags & SB_SLAB_ON_GRID) == 0)
    return top;

  lines = ceil ((top + self->ascent - grid - EPSILON) / SB_GRID);

  return grid + lines * SB_GRID - self->ascent;
}

static gboolean
is_same_level (const SbSlabLevel *a,
               const SbSlabLevel *b)
{
  return a->group == b->group && g_str_equal (a->tag, b->tag);
}

static void
close_to (SbMarkWriter *self,
          guint depth)
{
  while (self->depth > depth)
    {
      self->depth--;
      _sb_marks_append (self->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup (self->open[self->depth].tag) });
    }
}

void
_sb_mark_writer_add (SbMarkWriter *self,
                     const SbSlab *slab,
                     double x,
                     double y)
{
  guint common = 0;

  while (common < self->depth && common < slab->depth && is_same_level (&self->open[common], &slab->path[common]))
    common++;
  close_to (self, common);

  for (; self->depth < slab->depth; self->depth++)
    {
      self->open[self->depth] = slab->path[self->depth];
      _sb_marks_append (self->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup (slab->path[self->depth].tag) });
    }

  for (guint i = 0; i < slab->marks->len; i++)
    append_copy (self->marks, &g_array_index (slab->marks, SbMark, i), x, y);
}

void
_sb_mark_writer_close (SbMarkWriter *self)
{
  close_to (self, 0);
}

SbSlab *
_sb_slab_new_stack (GPtrArray *slabs,
                    double x)
{
  SbSlab *stack = _sb_slab_new (0, SB_SLAB_DEFAULT);
  SbMarkWriter writer = { stack->marks, { { NULL } }, 0 };
  double y = 0;

  for (guint i = 0; i < slabs->len; i++)
    {
      SbSlab *slab = g_ptr_array_index (slabs, i);

      /* The first slab on the grid decides where it lies in the stack. */
      if ((stack->flags & SB_SLAB_ON_GRID) == 0 && (slab->flags & SB_SLAB_ON_GRID) != 0)
        {
          stack->flags |= SB_SLAB_ON_GRID;
          stack->ascent = (i == 0 ? 0 : y + slab->before) + slab->ascent;
        }
      y = _sb_slab_place (slab, y, i == 0, stack->ascent);
      _sb_mark_writer_add (&writer, slab, x, y);
      stack->reach = MAX (stack->reach, y + slab->reach);
      y += slab->height;
    }

  _sb_mark_writer_close (&writer);
  stack->height = MAX (y, stack->reach);
  stack->min_height = stack->height;
  stack->reach = stack->height;
  g_ptr_array_unref (slabs);

  return stack;
}

void
_sb_slab_merge (SbSlab *self,
                SbSlab *other,
                double x)
{
  for (guint i = 0; i < other->marks->len; i++)
    append_copy (self->marks, &g_array_index (other->marks, SbMark, i), x, 0);

  if ((self->flags & SB_SLAB_ON_GRID) == 0 && (other->flags & SB_SLAB_ON_GRID) != 0)
    {
      self->flags |= SB_SLAB_ON_GRID;
      self->ascent = other->ascent;
    }
  self->height = MAX (self->height, other->height);
  self->min_height = self->height;
  self->reach = MAX (self->reach, other->reach);
  _sb_slab_free (other);
}
