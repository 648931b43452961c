/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-sheet.h"
#include "sb-piece.h"

G_BEGIN_DECLS

/* Draws the page @number, from 0, of a size in points. */
typedef void (*SbPageFunc) (cairo_t *cr,
                            guint number,
                            double width,
                            double height,
                            gpointer data);

/* Writes pages of their own, as @draw draws them with @data, on white, into a file, which
 * is there whole or as it was before; a picture has one page. Fails with
 * SB_BRIEFING_ERROR_DRAWING or a #GFileError. Blocks. */
gboolean _sb_picture_write_pages (SbPageFunc draw,
                                  guint n_pages,
                                  gpointer data,
                                  const char *path,
                                  SbMapSheetFormat format,
                                  const SbMapSheetSize *size,
                                  GError **error);

/* The same of a single page. */
gboolean _sb_picture_write (SbFigureFunc draw,
                            gpointer data,
                            const char *path,
                            SbMapSheetFormat format,
                            const SbMapSheetSize *size,
                            GError **error);

/* The same, in memory. */
GBytes *_sb_picture_render (SbFigureFunc draw,
                            gpointer data,
                            SbMapSheetFormat format,
                            const SbMapSheetSize *size,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
