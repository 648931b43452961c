/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-tiles.h"

#include "sb-tile-source.h"

/* The zooms that the base map is made for; a background may go further in. */
#define MIN_ZOOM 2
#define MAX_ZOOM 12

struct _SbMapTiles
{
  GObject parent_instance;

  ShumateMap *map; /* (not owned) */
  ShumateLayer *lowest; /* (not owned) of map */
  ShumateMapLayer *base; /* (nullable) of map */
  ShumateMapLayer *background; /* (nullable) of map */
  SbBasemapPainter *painter; /* (owned) (nullable) NULL when the base map is broken */
  char *attribution; /* (owned) (nullable) of the background */
};

G_DEFINE_FINAL_TYPE (SbMapTiles, sb_map_tiles, G_TYPE_OBJECT)

static void
sb_map_tiles_finalize (GObject *object)
{
  SbMapTiles *self = SB_MAP_TILES (object);

  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  g_free (self->attribution);

  G_OBJECT_CLASS (sb_map_tiles_parent_class)->finalize (object);
}

static void
sb_map_tiles_class_init (SbMapTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_map_tiles_finalize;
}

static void
sb_map_tiles_init (SbMapTiles *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);

  if (basemap != NULL)
    self->painter = sb_basemap_painter_new (basemap);
  else
    g_warning ("No base map: %s", error->message);
}

SbMapTiles *
sb_map_tiles_new (ShumateMap *map,
                  ShumateLayer *lowest)
{
  SbMapTiles *self;

  g_return_val_if_fail (SHUMATE_IS_MAP (map) && SHUMATE_IS_LAYER (lowest), NULL);

  self = g_object_new (SB_TYPE_MAP_TILES, NULL);
  self->map = map;
  self->lowest = lowest;
  shumate_viewport_set_min_zoom_level (shumate_map_get_viewport (map), MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (shumate_map_get_viewport (map), MAX_ZOOM);
  return self;
}

/* libshumate has no way to make a source paint its tiles again: a layer of another
 * source takes the place of @old (nullable). */
static ShumateMapLayer *
replace_layer (SbMapTiles *self,
               ShumateMapLayer *old,
               ShumateMapSource *source,
               ShumateLayer *above)
{
  ShumateMapLayer *layer = NULL;

  if (source != NULL)
    {
      layer = shumate_map_layer_new (source, shumate_map_get_viewport (self->map));
      shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (layer), above);
    }
  if (old != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (old));

  return layer;
}

void
sb_map_tiles_set_style (SbMapTiles *self,
                        SbBasemapStyle style,
                        double scale)
{
  g_autoptr (SbTileSource) source = NULL;
  ShumateLayer *above;

  g_return_if_fail (SB_IS_MAP_TILES (self));

  if (self->painter == NULL)
    return;

  above = self->background != NULL ? SHUMATE_LAYER (self->background) : self->lowest;
  source = sb_tile_source_new (self->painter, style, sb_language_get_interface (), scale);
  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (self->map), SHUMATE_MAP_SOURCE (source));
  shumate_map_set_map_source (self->map, SHUMATE_MAP_SOURCE (source));
  self->base = replace_layer (self, self->base, SHUMATE_MAP_SOURCE (source), above);
}

void
sb_map_tiles_set_background (SbMapTiles *self,
                             ShumateMapSource *source,
                             const char *attribution)
{
  guint max_zoom = MAX_ZOOM;

  g_return_if_fail (SB_IS_MAP_TILES (self));
  g_return_if_fail (source == NULL || SHUMATE_IS_MAP_SOURCE (source));

  self->background = replace_layer (self, self->background, source, self->lowest);
  g_free (self->attribution);
  self->attribution = source != NULL ? g_strdup (attribution) : NULL;

  if (source != NULL)
    max_zoom = MAX (max_zoom, shumate_map_source_get_max_zoom_level (source));
  shumate_viewport_set_max_zoom_level (shumate_map_get_viewport (self->map), max_zoom);
}

char *
sb_map_tiles_dup_attribution (SbMapTiles *self)
{
  const char *base;

  g_return_val_if_fail (SB_IS_MAP_TILES (self), NULL);

  base = self->painter != NULL ? sb_basemap_get_attribution (sb_basemap_painter_get_basemap (self->painter)) : "";
  if (self->attribution == NULL || self->attribution[0] == '\0')
    return g_strdup (base);

  return g_strdup_printf ("%s · %s", self->attribution, base);
}
