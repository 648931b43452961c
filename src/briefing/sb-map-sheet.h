/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-painter.h"
#include "sb-briefing-input.h"
#include "sb-event-index.h"
#include "sb-map-layers.h"
#include "sb-map-way.h"
#include "sb-overlay.h"

G_BEGIN_DECLS

/**
 * SbMapSheet:
 *
 * A map on a page of its own, as it is printed in a briefing; or up to six of the same
 * extent at different moments, side by side ("small multiples"), with one legend.
 * Filled by one thread, then left alone and drawn by any. Reference counted.
 */
typedef struct _SbMapSheet SbMapSheet;

#define SB_MAP_SHEET_MAX_MAPS 6

/* How it is kept: the first two as vectors. */
typedef enum
{
  SB_MAP_SHEET_PDF,
  SB_MAP_SHEET_SVG,
  SB_MAP_SHEET_PNG,
} SbMapSheetFormat;

/* The size of a sheet, in points (1/72 inch), and the pixels of a point in a PNG. */
typedef struct
{
  double width;
  double height;
  double density;
} SbMapSheetSize;

/* @title (nullable) stands above. Takes a reference of @painter. */
SbMapSheet *sb_map_sheet_new (SbBasemapPainter *painter,
                              SbLanguage language,
                              const char *title) G_GNUC_WARN_UNUSED_RESULT;
SbMapSheet *sb_map_sheet_ref (SbMapSheet *self);
void sb_map_sheet_unref (SbMapSheet *self);

/* What each map shows at least; without it, all that is on any of them. */
void sb_map_sheet_set_bounds (SbMapSheet *self,
                              const SbBounds *bounds);
/* Each map shows the roads at least: the ways, and those that something lies on. */
void sb_map_sheet_set_around_roads (SbMapSheet *self);

/* What a map of the window shows beside the records of its catalogue. */
typedef struct
{
  SbEventIndex *index;
  const SbEventFilter *filter; /* of it */
  GPtrArray *overlays; /* (nullable) (element-type SbOverlay, NULL for one that is not to be seen) */
  SbMapWay *way; /* (nullable) that was asked for */
  const double *opacities; /* (nullable) SB_N_MAP_LAYERS, from 0 to 1: of the layer 1 << i */
} SbMapScene;

/* Adds a map of what @input holds of @layers, of its period and as of its day; FALSE
 * when there are SB_MAP_SHEET_MAX_MAPS. With @scene (nullable), of which what is kept is
 * referenced, it is the map of the window: everything lies on it as there, and events are
 * put together, sized and numbered as there, however well their place is known. Without,
 * the map is as in a frame of a briefing: what hit a place stands at it, a symbol for
 * each type. */
gboolean sb_map_sheet_add (SbMapSheet *self,
                           const SbBriefingInput *input,
                           SbMapLayers layers,
                           const SbMapScene *scene);

/* Draws it, @width by @height points, on what is there. */
void sb_map_sheet_draw (const SbMapSheet *self,
                        cairo_t *cr,
                        double width,
                        double height);

/* The format that the ending of @path stands for; FALSE for none. */
gboolean sb_map_sheet_format_from_path (const char *path,
                                        SbMapSheetFormat *format);

/* Writes it into a file, which is there whole or as it was before. Fails with
 * SB_BRIEFING_ERROR_DRAWING or a #GFileError. Blocks. */
gboolean sb_map_sheet_write (const SbMapSheet *self,
                             const char *path,
                             SbMapSheetFormat format,
                             const SbMapSheetSize *size,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbMapSheet, sb_map_sheet_unref)

G_END_DECLS
