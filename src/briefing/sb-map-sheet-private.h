/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-figure-private.h"
#include "sb-map-sheet.h"

G_BEGIN_DECLS

/* Adds @figure, which is taken over, as sb_map_sheet_add() does. */
gboolean _sb_map_sheet_take (SbMapSheet *self,
                             SbMapFigure *figure);

/* Nothing is on any of its maps. */
gboolean _sb_map_sheet_is_empty (const SbMapSheet *self);

/* What it shows in words, a sentence for each map. */
char *_sb_map_sheet_describe (const SbMapSheet *self) G_GNUC_WARN_UNUSED_RESULT;

/* An #SbFigureFunc; @data is the sheet: without margins and title, the legend under
 * the side headings of a page, and the maps under its text. */
void _sb_map_sheet_draw_figure (cairo_t *cr,
                                double width,
                                double height,
                                gpointer data);
/* An #SbFigurePairFunc; the legend and the dates of the maps are in both languages, the
 * names on the maps in that of @data. */
void _sb_map_sheet_draw_pair (cairo_t *cr,
                              double width,
                              double height,
                              gpointer data,
                              gpointer other);

G_END_DECLS
