/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-drawing.h"
#include "sb-mercator.h"

G_BEGIN_DECLS

/**
 * SbDrawings:
 *
 * The drawings of a map: areas, lines, arrows and labels, as they are painted on
 * screen and on paper. Filled by one thread, then left alone and drawn by any.
 * Reference counted.
 *
 * One that rests on no extract is drawn as its outline alone, and its title leans.
 */
typedef struct _SbDrawings SbDrawings;

#define SB_TYPE_DRAWINGS (sb_drawings_get_type ())

GType sb_drawings_get_type (void);

SbDrawings *sb_drawings_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbDrawings *sb_drawings_ref (SbDrawings *self);
void sb_drawings_unref (SbDrawings *self);

/* Adds @drawing, of sb_drawing_schema, with its title in @language; @caption
 * (nullable), its dates and sources, is set below the title in smaller letters. What
 * has too few points, or one that is nowhere, is not added: FALSE. */
gboolean sb_drawings_add (SbDrawings *self,
                          SbRecord *drawing,
                          SbLanguage language,
                          const char *caption,
                          gboolean is_sourced);

guint sb_drawings_get_n (SbDrawings *self);
/* Where they are; empty when there are none. */
SbBounds sb_drawings_get_bounds (SbDrawings *self);

/* What of them is painted: on paper, roads and events lie between the two. */
typedef enum
{
  SB_DRAWINGS_SHAPES = 1 << 0,
  SB_DRAWINGS_TITLES = 1 << 1,
  SB_DRAWINGS_ALL = SB_DRAWINGS_SHAPES | SB_DRAWINGS_TITLES,
} SbDrawingsParts;

/* Paints what @frame shows into its rectangle: areas below, then lines and arrows,
 * then titles. A label is always painted, another title where it covers none. */
void sb_drawings_paint (SbDrawings *self,
                        cairo_t *cr,
                        const SbMapFrame *frame,
                        SbBasemapStyle style,
                        SbDrawingsParts parts);

/* What a map shows of them, for its legend: bits 1 << SbDrawingKind of what rests on an
 * extract, and of what does not. Labels explain themselves. A plain value. */
typedef struct
{
  guint sourced;
  guint unsourced;
} SbDrawingContents;

SbDrawingContents sb_drawings_get_contents (SbDrawings *self,
                                            const SbMapFrame *frame);

/* Where the titles are that sb_drawings_paint() sets, so that others keep off.
 * (element-type SbRect) */
GArray *sb_drawings_list_titles (SbDrawings *self,
                                 cairo_t *cr,
                                 const SbMapFrame *frame) G_GNUC_WARN_UNUSED_RESULT;

/* A sample of a tone, for lists and forms: a line with its colour and dashes, @width
 * logical pixels long, at the height @y. */
void sb_drawings_paint_sample (cairo_t *cr,
                               guint tone,
                               double x,
                               double y,
                               double width,
                               SbBasemapStyle style);

typedef enum
{
  SB_DRAWING_FULL, /* it rests on an extract */
  SB_DRAWING_HOLLOW,
} SbDrawingFilling;

/* What a drawing of @kind looks like, in @rect, for a legend; @unit: user units in a
 * logical pixel. */
void sb_drawings_paint_kind (cairo_t *cr,
                             SbDrawingKind kind,
                             SbDrawingFilling filling,
                             const SbRect *rect,
                             double unit,
                             SbBasemapStyle style);

/* The drawing whose line, or label, is nearest to @point of the page, and at most
 * @reach user units away; -1 for none. The topmost of two that are as near. */
int sb_drawings_pick (SbDrawings *self,
                      const SbMapFrame *frame,
                      SbPoint point,
                      double reach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbDrawings, sb_drawings_unref)

G_END_DECLS
