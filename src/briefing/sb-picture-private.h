/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-sheet.h"
#include "sb-piece.h"

G_BEGIN_DECLS

/* Writes a page of its own, as @draw draws it with @data, on white, into a file, which
 * is there whole or as it was before. Fails with SB_BRIEFING_ERROR_DRAWING or a
 * #GFileError. Blocks. */
gboolean _sb_picture_write (SbFigureFunc draw,
                            gpointer data,
                            const char *path,
                            SbMapSheetFormat format,
                            const SbMapSheetSize *size,
                            GError **error);

G_END_DECLS
