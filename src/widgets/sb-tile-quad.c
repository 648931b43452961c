/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-tile-quad.h"

#include "sb-tile-paintable.h"
#include "sb-tile-picture.h"

#define TILE_SIZE       512 /* logical pixels */
#define BYTES_PER_PIXEL 4

void
sb_tile_quad_describe (ShumateMapSource *source,
                       const char *id,
                       guint min_zoom,
                       guint max_zoom)
{
  shumate_map_source_set_id (source, id);
  shumate_map_source_set_min_zoom_level (source, min_zoom > 0 ? min_zoom - 1 : 0);
  shumate_map_source_set_max_zoom_level (source, max_zoom > 0 ? max_zoom - 1 : 0);
  shumate_map_source_set_tile_size (source, TILE_SIZE);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
}

gboolean
sb_tile_quad_get_tiles (ShumateMapSource *source,
                        ShumateTile *tile,
                        SbTile tiles[SB_TILE_QUAD_SIZE])
{
  guint zoom = shumate_tile_get_zoom_level (tile);

  for (guint i = 0; i < SB_TILE_QUAD_SIZE; i++)
    tiles[i] = (SbTile) { zoom + 1, 2 * shumate_tile_get_x (tile) + i % 2, 2 * shumate_tile_get_y (tile) + i / 2 };

  return zoom >= shumate_map_source_get_min_zoom_level (source) && zoom <= shumate_map_source_get_max_zoom_level (source) &&
         sb_tile_is_valid (tiles[SB_TILE_QUAD_SIZE - 1]);
}

void
sb_tile_quad_show (ShumateTile *tile,
                   GdkTexture *texture)
{
  if (texture != NULL)
    {
      g_autoptr (GdkPaintable) paintable = sb_tile_paintable_new (texture);

      shumate_tile_set_paintable (tile, paintable);
    }
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
}

/* NULL when @picture is none of a tile. */
static GdkTexture *
read_picture (GBytes *picture,
              GError **error)
{
  g_autoptr (GdkTexture) texture = NULL;
  guint side = sb_tile_picture_get_side (picture, error);

  if (side == 0 || !(texture = gdk_texture_new_from_bytes (picture, error)))
    return NULL;

  /* The header is not all that a decoder goes by. */
  if (gdk_texture_get_width (texture) != (int) side || gdk_texture_get_height (texture) != (int) side)
    return NULL;

  return g_steal_pointer (&texture);
}

GdkTexture *
sb_tile_quad_compose (GBytes *const pictures[SB_TILE_QUAD_SIZE],
                      GError **error)
{
  g_autofree guchar *pixels = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize side = 0, stride = 0;

  for (guint i = 0; i < SB_TILE_QUAD_SIZE; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (GdkTexture) texture = pictures[i] != NULL ? read_picture (pictures[i], &failure) : NULL;

      if (failure != NULL && error != NULL)
        {
          g_clear_error (error);
          g_propagate_error (error, g_steal_pointer (&failure));
        }
      if (texture == NULL)
        continue;

      if (pixels == NULL)
        {
          side = (gsize) gdk_texture_get_width (texture);
          stride = 2 * side * BYTES_PER_PIXEL;
          pixels = g_malloc0 (stride * 2 * side);
        }
      if ((gsize) gdk_texture_get_width (texture) == side)
        gdk_texture_download (texture, pixels + i / 2 * side * stride + i % 2 * side * BYTES_PER_PIXEL, stride);
    }

  if (pixels == NULL)
    return NULL;

  if (error != NULL)
    g_clear_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&pixels), stride * 2 * side);
  return gdk_memory_texture_new ((int) (2 * side), (int) (2 * side), GDK_MEMORY_DEFAULT, bytes, stride);
}
