/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"
#include "sb-geometry.h"
#include "sb-map-sheet.h"

G_BEGIN_DECLS

/* Options that are made of numbers. */

/* Splits @text at any letter of @separators into exactly @n finite numbers. */
gboolean sb_cli_split_numbers (const char *text,
                               const char *separators,
                               double *numbers,
                               guint n);

/* The --size of a sheet in millimetres, A4 lying where none is given, and its --density.
 * FALSE when a side is shorter than @least_side, or something is out of bounds. */
gboolean sb_cli_read_sheet_size (SbCli *cli,
                                 double least_side,
                                 SbMapSheetSize *size);

/* West, south, east, north. Says so when @text is something else. */
gboolean sb_cli_read_bounds (const char *text,
                             SbBounds *bounds);

G_END_DECLS
