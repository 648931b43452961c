/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * SbTilePaintable:
 *
 * The picture of a tile, which reaches a little over its edges: between two zooms tiles are
 * scaled and end within a pixel, where what lies behind the map would shine through between
 * them as a pale line.
 */
#define SB_TYPE_TILE_PAINTABLE (sb_tile_paintable_get_type ())

G_DECLARE_FINAL_TYPE (SbTilePaintable, sb_tile_paintable, SB, TILE_PAINTABLE, GObject)

GdkPaintable *sb_tile_paintable_new (GdkTexture *texture) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
