/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-viewport.h"

#include <math.h>

SbMapFrame
sb_map_viewport_get_frame (ShumateViewport *viewport,
                           GtkWidget *widget,
                           double margin)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  double tile_size = source != NULL ? shumate_map_source_get_tile_size_at_zoom (source, zoom) : 0;
  double width = gtk_widget_get_width (widget) * (1 + 2 * margin);
  double height = gtk_widget_get_height (widget) * (1 + 2 * margin);
  SbPoint centre = sb_mercator_project ((SbPosition) { shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                                                       shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) });
  SbMapFrame frame = { .rect = { 0, 0, width, height }, .unit = 1 };

  frame.scale = tile_size * exp2 (floor (zoom));
  if (frame.scale > 0)
    frame.origin = (SbPoint) { centre.x - width / 2 / frame.scale, centre.y - height / 2 / frame.scale };
  return frame;
}
