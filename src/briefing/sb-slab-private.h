/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <pango/pango.h>

#include "sb-piece.h"
#include "sb-type-style.h"

G_BEGIN_DECLS

/* Between text and page: slabs are pushed together to a page, and a page is the
 * marks of its slabs. All lengths are in points, y downwards. */

typedef enum
{
  SB_MARK_LINE, /* a line of text; y is its baseline */
  SB_MARK_FILL, /* a rectangle full of ink: rules, bullets, boxes */
  SB_MARK_FIGURE, /* drawn by a piece */
  SB_MARK_OPEN, /* of the structure: name is its tag */
  SB_MARK_CLOSE,
  SB_MARK_DEST, /* a place that links lead to, called name */
  SB_MARK_LINK, /* a rectangle that leads to the place called name */
  SB_MARK_URI, /* a rectangle that leads to the address name */
  SB_MARK_OUTLINE, /* an entry of the outline; name is its title, number its level */
  SB_MARK_PAGE_OF, /* the number of the page of the place called name, ending at x; number
                      is its style; the typesetter puts a line in its place */
  SB_MARK_BLOCK, /* a rectangle that the block of the briefing called name fills; number is
                    the line of its text */
  SB_MARK_BARE, /* the page has no head and no foot */
} SbMarkKind;

typedef struct
{
  SbMarkKind kind;
  double x;
  double y;
  double width;
  double height;
  SbInk ink;
  guint number;
  double stretch; /* added to each space of a line */
  PangoLayout *layout; /* (owned) (nullable) of a line */
  SbPiece *piece; /* (owned) (nullable) of a figure */
  char *name; /* (owned) (nullable) */
} SbMark;

typedef enum
{
  SB_SLAB_DEFAULT = 0,
  SB_SLAB_KEEP_NEXT = 1 << 0, /* no page ends after it */
  SB_SLAB_ON_GRID = 1 << 1,
  SB_SLAB_WIDE = 1 << 2, /* as wide as the page: not beside a side heading */
  SB_SLAB_FIGURE = 1 << 3, /* its height may shrink to min_height */
  SB_SLAB_BREAK = 1 << 4, /* it starts a page */
  SB_SLAB_SOFT_BREAK = 1 << 5, /* with the one before: not if the page is nearly empty yet
                                  and nothing began it */
} SbSlabFlags;

#define SB_SLAB_MAX_DEPTH 6

/* One level of the structure a slab stands in: slabs next to each other with
 * the same tag and group share the element. */
typedef struct
{
  const char *tag; /* static */
  guint group;
} SbSlabLevel;

typedef struct _SbSlab SbSlab;

struct _SbSlab
{
  double before; /* dropped at the top of a page */
  double height;
  double min_height;
  double ascent; /* from its top to its first baseline, for the grid */
  double reach; /* marks come down to here; more than height beside a text */
  SbSlabFlags flags;
  SbSlabLevel path[SB_SLAB_MAX_DEPTH];
  guint depth;
  SbSlab *head; /* (not owned) (nullable) repeated where a page starts with this */
  GArray *marks; /* (owned) (element-type SbMark) */
};

/* Spaces that justified lines stretch; narrow ones keep their width. */
#define _sb_is_stretched(c) ((c) == 0x20 || (c) == 0xa0)

/* Owned arrays of SbMark, with a clear function. */
GArray *_sb_marks_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the owned fields of @mark over. */
void _sb_marks_append (GArray *marks,
                       SbMark mark);
void _sb_marks_add_fill (GArray *marks,
                         double x,
                         double y,
                         double width,
                         double height,
                         SbInk ink);

SbSlab *_sb_slab_new (double height,
                      SbSlabFlags flags) G_GNUC_WARN_UNUSED_RESULT;
void _sb_slab_free (SbSlab *self);
void _sb_slab_push_level (SbSlab *self,
                          const char *tag,
                          guint group);

/* Where a slab comes to lie when the last one ends at @y: the y of its top. At
 * the @top of a page the space before it is dropped. Grid lines are counted from
 * @grid. */
double _sb_slab_place (const SbSlab *self,
                       double y,
                       gboolean at_top,
                       double grid);

/* Copies the marks of slabs that lie at their places into @marks, with the
 * elements of the structure opened and closed between them. */
typedef struct
{
  GArray *marks; /* not owned */
  SbSlabLevel open[SB_SLAB_MAX_DEPTH];
  guint depth;
} SbMarkWriter;

void _sb_mark_writer_add (SbMarkWriter *self,
                          const SbSlab *slab,
                          double x,
                          double y);
void _sb_mark_writer_close (SbMarkWriter *self);

/* One slab of slabs set one under the other, their grid kept when it comes to
 * lie on the grid itself. Takes @slabs (element-type SbSlab) over. */
SbSlab *_sb_slab_new_stack (GPtrArray *slabs,
                            double x) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the marks of @other, moved by @x, and grows to its height. Takes it. */
void _sb_slab_merge (SbSlab *self,
                     SbSlab *other,
                     double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSlab, _sb_slab_free)

G_END_DECLS
