/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-geometry.h"

G_BEGIN_DECLS

/* Options that are made of numbers. */

/* Splits @text at any letter of @separators into exactly @n finite numbers. */
gboolean sb_cli_split_numbers (const char *text,
                               const char *separators,
                               double *numbers,
                               guint n);

/* West, south, east, north. Says so when @text is something else. */
gboolean sb_cli_read_bounds (const char *text,
                             SbBounds *bounds);

G_END_DECLS
