/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-piece.h"

G_BEGIN_DECLS

/* Moves @shares, what the @n_columns of @table have of the width, from columns that are
 * wider than their words need to those whose words make the rows high, so that all of it
 * takes fewer lines; where nothing is won they stay. @width is that of the table in
 * characters. Nothing is set for it: letters are taken to be of one width. */
void _sb_table_shares_fit (const SbPiece *table,
                           guint width,
                           double *shares,
                           guint n_columns);

G_END_DECLS
