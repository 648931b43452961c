/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-graph-figure.h"
#include "sb-map-sheet.h"

G_BEGIN_DECLS

/* A graph of actors on a page of its own: its title, as of which day it is, what the
 * signs mean, and the graph as large as there is room. */

/* Draws it, @width by @height points, on what is there. @title (nullable) stands above. */
void sb_graph_sheet_draw (const SbGraphFigure *figure,
                          const char *title,
                          cairo_t *cr,
                          double width,
                          double height);

/* The size of page on which the names of the graph can be read: A4 lying, or a larger one
 * of the same shape. */
SbMapSheetSize sb_graph_sheet_choose_size (const SbGraphFigure *figure);

/* Writes it into a file, which is there whole or as it was before: as vectors but for
 * PNG. Fails with SB_BRIEFING_ERROR_DRAWING or a #GFileError. Blocks. */
gboolean sb_graph_sheet_write (const SbGraphFigure *figure,
                               const char *title,
                               const char *path,
                               SbMapSheetFormat format,
                               const SbMapSheetSize *size,
                               GError **error);

G_END_DECLS
