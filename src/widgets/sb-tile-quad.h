/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-mercator.h"

G_BEGIN_DECLS

/* A tile of the map has 512 logical pixels, those of others have 256: each tile is
 * four of theirs, of one zoom further in, north-west first, then north-east,
 * south-west, south-east. */

#define SB_TILE_QUAD_SIZE 4

/* Makes @source one of such tiles, from those of the zooms @min_zoom to @max_zoom; @id
 * tells it from other sources. Main thread. */
void sb_tile_quad_describe (ShumateMapSource *source,
                            const char *id,
                            guint min_zoom,
                            guint max_zoom);

/* The four tiles that @tile is put together from; FALSE when @source has no tiles of
 * that zoom: libshumate asks nevertheless. */
gboolean sb_tile_quad_get_tiles (ShumateMapSource *source,
                                 ShumateTile *tile,
                                 SbTile tiles[SB_TILE_QUAD_SIZE]);

/* @tile is done, and shows @texture (nullable). */
void sb_tile_quad_show (ShumateTile *tile,
                        GdkTexture *texture);

/* Puts the pictures (nullable), PNG or JPEG, of the four tiles together; what is missing,
 * broken or of another size than the first stays clear. NULL when nothing can be
 * shown; then @error (nullable) says what was wrong with the last of those that are
 * there. Any thread. */
GdkTexture *sb_tile_quad_compose (GBytes *const pictures[SB_TILE_QUAD_SIZE],
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
