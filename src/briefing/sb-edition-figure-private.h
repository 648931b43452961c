/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"
#include "sb-map-sheet.h"
#include "sb-sheets.h"

G_BEGIN_DECLS

/* A figure of a document as a picture by itself, for formats that hold pictures. */

/* How wide it is on the page of the document, in points. */
double _sb_edition_figure_get_width (const SbComposition *composition,
                                     SbPaper paper);

/* The picture, @width points wide and as high as on a page that has the room. Fails with
 * %SB_BRIEFING_ERROR_DRAWING. */
GBytes *_sb_edition_figure_render (const SbPiece *figure,
                                   double width,
                                   SbMapSheetFormat format,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The inside of the SVG picture @bytes for a page that holds several: what is between its
 * <svg> and </svg>, with @prefix before each name, because all are names of one page. */
char *_sb_edition_figure_dup_inside (GBytes *bytes,
                                     const char *prefix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
