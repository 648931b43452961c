/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-drawings.h"
#include "sb-label-grid.h"

G_BEGIN_DECLS

/* What drawings are made of, for who paints them. Points are on the unit square. */

typedef struct
{
  SbDrawingKind kind;
  guint tone;
  gboolean is_sourced;
  char *title; /* (owned) */
  char *caption; /* (owned) (nullable) */
  SbPoint *points; /* (owned) */
  guint n_points;
  SbBounds bounds;
} SbDrawingShape;

struct _SbDrawings
{
  gatomicrefcount ref_count;
  GArray *shapes; /* (owned) (element-type SbDrawingShape) */
  SbBounds bounds;
};

/* Where the title goes: the centre of gravity of an area, if it lies in it, the middle
 * of a line along its length, the point of a label. */
SbPoint _sb_drawing_shape_get_middle (const SbDrawingShape *shape);

/* Where a title of that size goes, beside @line (of the page, one point at least) and as
 * near to its middle as can be, @gap away from it: where no part of the line passes and
 * nothing is @taken. Where there is no such place, beside the middle. */
SbRect _sb_drawings_place_title (const SbPoint *line,
                                 guint n_points,
                                 double width,
                                 double height,
                                 double gap,
                                 const SbLabelGrid *taken);

G_END_DECLS
