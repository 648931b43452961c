/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-mercator.h"

G_BEGIN_DECLS

/* Addresses of tiles that a server paints, by the pattern that its documentation
 * gives: "https://tile.example.org/{z}/{x}/{y}.png". {z} is the zoom, {x} the column
 * and {y} the row of tiles of 256 logical pixels; {-y} counts the rows from the south
 * (TMS). {s}, one of several hosts for browsers of old, is always the first, so that
 * no server is asked on more connections than one host allows; {r}, for screens of
 * more pixels, is left empty. Any thread. */

/* SB_GEO_ERROR_ADDRESS for what is not of http or https, lacks the zoom, the column
 * or the row, or asks for something else. */
gboolean sb_tile_address_check (const char *pattern,
                                GError **error);

/* @pattern must have been checked. */
char *sb_tile_address_expand (const char *pattern,
                              SbTile tile) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
