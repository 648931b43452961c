/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pictures that tiles come as, from a server or an archive. */

/* Pixels of a side, at most: a picture of a few bytes may claim to be one of
 * gigabytes. */
#define SB_TILE_PICTURE_MAX_SIDE 1024

/* The side of a square picture in PNG or JPEG, in pixels, as its header has it;
 * nothing is decoded. SB_GEO_ERROR_PICTURE, and 0, for what is something else or
 * larger than tiles are. Any thread. */
guint sb_tile_picture_get_side (GBytes *picture,
                                GError **error);

G_END_DECLS
