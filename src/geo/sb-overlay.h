/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-mercator.h"

G_BEGIN_DECLS

/**
 * SbOverlay:
 *
 * Points, lines and areas that somebody else drew, to be laid over a map. Filled by
 * one thread, then left alone and drawn by any. Reference counted.
 */
typedef struct _SbOverlay SbOverlay;

#define SB_TYPE_OVERLAY (sb_overlay_get_type ())

GType sb_overlay_get_type (void);

typedef enum
{
  SB_SHAPE_POINT,
  SB_SHAPE_LINE,
  SB_SHAPE_AREA, /* of rings, filled by the even-odd rule: holes are rings as well */
} SbShapeKind;

/* Overlays are told apart by colour, and by the dashes of their lines. */
#define SB_N_OVERLAY_TONES 6

SbOverlay *sb_overlay_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbOverlay *sb_overlay_ref (SbOverlay *self);
void sb_overlay_unref (SbOverlay *self);

/* A shape is begun, then its parts are, then points are added to the last part: a
 * point, a line or a ring each. What has too few points is left out when it is drawn. */
void sb_overlay_begin_shape (SbOverlay *self,
                             SbShapeKind kind,
                             const char *name); /* (nullable) */
void sb_overlay_begin_part (SbOverlay *self);
void sb_overlay_add_point (SbOverlay *self,
                           SbPosition position);

/* Names the shapes from @first on that have no name. */
void sb_overlay_name_shapes (SbOverlay *self,
                             guint first,
                             const char *name); /* (nullable) */

guint sb_overlay_get_n_shapes (SbOverlay *self);
guint sb_overlay_get_n_points (SbOverlay *self);
/* (nullable) */
const char *sb_overlay_get_name (SbOverlay *self,
                                 guint shape);
SbShapeKind sb_overlay_get_kind (SbOverlay *self,
                                 guint shape);
/* All that it has points in; empty when it has none. */
SbBounds sb_overlay_get_bounds (SbOverlay *self);

/* Whether something of it may be seen in @frame: by the extents of its shapes. */
gboolean sb_overlay_is_in_frame (SbOverlay *self,
                                 const SbMapFrame *frame);

/* What a legend calls it: the name of its file. Set before it is shared. (nullable) */
void sb_overlay_set_title (SbOverlay *self,
                           const char *title);
const char *sb_overlay_get_title (SbOverlay *self);

/* Draws what @frame shows into its rectangle; @tone is taken modulo
 * SB_N_OVERLAY_TONES. Names are drawn where they cover no other name of the
 * overlay, closer in than zoom 6. */
void sb_overlay_draw (SbOverlay *self,
                      cairo_t *cr,
                      const SbMapFrame *frame,
                      SbBasemapStyle style,
                      guint tone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbOverlay, sb_overlay_unref)

G_END_DECLS
