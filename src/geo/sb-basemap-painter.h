/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-basemap.h"
#include "sb-language.h"
#include "sb-mercator.h"

G_BEGIN_DECLS

/**
 * SbBasemapPainter:
 *
 * Draws the base map with Cairo and Pango: tiles for the window, areas as
 * vectors for the page. Which names are shown, and where, depends on the zoom
 * and the language alone, so that neighbouring tiles agree; it is worked out
 * once per zoom and language and kept. Reference counted; any number of
 * threads may draw with one painter at a time, each on its own cairo_t.
 */
typedef struct _SbBasemapPainter SbBasemapPainter;

#define SB_TYPE_BASEMAP_PAINTER (sb_basemap_painter_get_type ())

GType sb_basemap_painter_get_type (void);

SbBasemapPainter *sb_basemap_painter_new (SbBasemap *basemap) G_GNUC_WARN_UNUSED_RESULT;
SbBasemapPainter *sb_basemap_painter_ref (SbBasemapPainter *self);
void sb_basemap_painter_unref (SbBasemapPainter *self);
SbBasemap *sb_basemap_painter_get_basemap (SbBasemapPainter *self);

/* Paints @tile over the square from (0, 0) to (tile_size × scale, the same) of
 * @cr, whose matrix is left as it was. @tile_size is in logical pixels: a
 * power of two from 128 to 2048; @scale is device pixels per logical pixel,
 * and text and lines keep their size in logical pixels. A tile that is not
 * valid is painted as water. */
void sb_basemap_painter_draw_tile (SbBasemapPainter *self,
                                   cairo_t *cr,
                                   SbTile tile,
                                   guint tile_size,
                                   double scale,
                                   SbBasemapStyle style,
                                   SbLanguage language,
                                   SbBasemapParts parts);

/* Paints what @frame shows into its rectangle, clipped to it, as vectors and
 * text when the surface of @cr keeps them (PDF, SVG). Names are placed so that
 * none is cut by the rectangle. */
void sb_basemap_painter_draw_area (SbBasemapPainter *self,
                                   cairo_t *cr,
                                   const SbMapFrame *frame,
                                   SbBasemapStyle style,
                                   SbLanguage language,
                                   SbBasemapParts parts);

/* The same with names that keep off the rectangles of @taken, in the user units
 * of the page: for what is drawn over the map afterwards. A town whose dot would
 * lie in one of them has no name either. */
void sb_basemap_painter_draw_area_around (SbBasemapPainter *self,
                                          cairo_t *cr,
                                          const SbMapFrame *frame,
                                          SbBasemapStyle style,
                                          SbLanguage language,
                                          SbBasemapParts parts,
                                          const SbRect *taken,
                                          guint n_taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBasemapPainter, sb_basemap_painter_unref)

G_END_DECLS
