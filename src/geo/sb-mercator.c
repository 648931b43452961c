/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-mercator.h"

#include <math.h>

#define EQUATOR_KM 40075.016685578488

#define MAX_ZOOM 24

SbPoint
sb_mercator_project (SbPosition position)
{
  double latitude = CLAMP (position.latitude, -SB_MERCATOR_MAX_LATITUDE, SB_MERCATOR_MAX_LATITUDE);

  return (SbPoint) {
    .x = position.longitude / 360.0 + 0.5,
    .y = 0.5 - asinh (tan (latitude * G_PI / 180.0)) / (2 * G_PI),
  };
}

SbPosition
sb_mercator_unproject (SbPoint point)
{
  return (SbPosition) {
    .longitude = (point.x - 0.5) * 360.0,
    .latitude = atan (sinh ((0.5 - point.y) * 2 * G_PI)) * 180.0 / G_PI,
  };
}

double
sb_mercator_get_world_size (double zoom)
{
  return SB_MERCATOR_TILE_SIZE * exp2 (zoom);
}

gboolean
sb_tile_is_valid (SbTile tile)
{
  return tile.zoom <= MAX_ZOOM && tile.x < (1u << tile.zoom) && tile.y < (1u << tile.zoom);
}

SbTile
sb_tile_for_position (SbPosition position,
                      guint zoom)
{
  SbPoint point = sb_mercator_project (position);
  guint count;

  g_return_val_if_fail (zoom <= MAX_ZOOM, ((SbTile) { 0, 0, 0 }));

  count = 1u << zoom;

  return (SbTile) {
    .zoom = zoom,
    .x = CLAMP (floor (point.x * count), 0, count - 1),
    .y = CLAMP (floor (point.y * count), 0, count - 1),
  };
}

SbBounds
sb_tile_get_bounds (SbTile tile)
{
  double size = 1.0 / (1u << MIN (tile.zoom, MAX_ZOOM));
  SbPosition north_west = sb_mercator_unproject ((SbPoint) { tile.x * size, tile.y * size });
  SbPosition south_east = sb_mercator_unproject ((SbPoint) { (tile.x + 1) * size, (tile.y + 1) * size });

  return (SbBounds) {
    .west = north_west.longitude,
    .south = south_east.latitude,
    .east = south_east.longitude,
    .north = north_west.latitude,
  };
}

SbMapFrame
sb_map_frame_new (const SbBounds *bounds,
                  const SbRect *rect,
                  double unit)
{
  SbMapFrame self = { .rect = *rect, .unit = unit };
  SbPoint north_west = sb_mercator_project ((SbPosition) { bounds->west, bounds->north });
  SbPoint south_east = sb_mercator_project ((SbPosition) { bounds->east, bounds->south });
  /* One place alone, or an empty frame, still needs a scale: 1/2^24 is as
   * close as the map goes. */
  double width = MAX (south_east.x - north_west.x, 1.0 / (1 << MAX_ZOOM));
  double height = MAX (south_east.y - north_west.y, 1.0 / (1 << MAX_ZOOM));

  self.scale = MIN (rect->width / width, rect->height / height);
  self.origin.x = (north_west.x + south_east.x) / 2 - rect->width / self.scale / 2;
  self.origin.y = (north_west.y + south_east.y) / 2 - rect->height / self.scale / 2;

  return self;
}

SbPoint
sb_map_frame_to_page (const SbMapFrame *self,
                      SbPosition position)
{
  SbPoint point = sb_mercator_project (position);

  return (SbPoint) {
    .x = self->rect.x + (point.x - self->origin.x) * self->scale,
    .y = self->rect.y + (point.y - self->origin.y) * self->scale,
  };
}

SbPosition
sb_map_frame_from_page (const SbMapFrame *self,
                        SbPoint point)
{
  return sb_mercator_unproject ((SbPoint) {
    .x = self->origin.x + (point.x - self->rect.x) / self->scale,
    .y = self->origin.y + (point.y - self->rect.y) / self->scale,
  });
}

SbBounds
sb_map_frame_get_bounds (const SbMapFrame *self)
{
  const SbRect *rect = &self->rect;
  SbPosition north_west = sb_map_frame_from_page (self, (SbPoint) { rect->x, rect->y });
  SbPosition south_east = sb_map_frame_from_page (self, (SbPoint) { rect->x + rect->width, rect->y + rect->height });

  return (SbBounds) {
    .west = north_west.longitude,
    .south = south_east.latitude,
    .east = south_east.longitude,
    .north = north_west.latitude,
  };
}

double
sb_map_frame_get_zoom (const SbMapFrame *self)
{
  return log2 (self->scale / self->unit / SB_MERCATOR_TILE_SIZE);
}

double
sb_map_frame_get_units_per_km (const SbMapFrame *self,
                               double latitude)
{
  return self->scale / (EQUATOR_KM * cos (latitude * G_PI / 180.0));
}
