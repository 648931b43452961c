/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-overlay.h"

G_BEGIN_DECLS

/* What an overlay is made of, for who draws it. Points are on the unit square. */

typedef struct
{
  SbShapeKind kind;
  char *name; /* (owned) (nullable) */
  guint first_part;
  guint n_parts;
  double west; /* the extent, on the unit square */
  double north;
  double east;
  double south;
} SbOverlayShape;

struct _SbOverlay
{
  gatomicrefcount ref_count;
  char *title; /* (owned) (nullable) */
  GArray *shapes; /* (owned) (element-type SbOverlayShape) */
  GArray *parts; /* (owned) (element-type guint) the first point of each */
  GArray *points; /* (owned) (element-type SbPoint) */
  SbBounds bounds;
};

const SbPoint *_sb_overlay_get_part (const SbOverlay *self,
                                     guint part,
                                     guint *n_points);

G_END_DECLS
