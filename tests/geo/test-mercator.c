/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-mercator.h"

static void
test_project (void)
{
  /* EPSG:3857 of the same places, divided by the Earth's girth. */
  static const struct
  {
    SbPosition position;
    SbPoint point;
  } cases[] = {
    { { 0, 0 }, { 0.5, 0.5 } },
    { { -180, SB_MERCATOR_MAX_LATITUDE }, { 0, 0 } },
    { { 180, -SB_MERCATOR_MAX_LATITUDE }, { 1, 1 } },
    { { -8.0, 12.65 }, { 0.477777778, 0.464572104 } },
    { { 2.1098, 13.5137 }, { 0.505860556, 0.462108989 } },
    { { 90, 66.51326044311186 }, { 0.75, 0.25 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbPoint point = sb_mercator_project (cases[i].position);
      SbPosition back = sb_mercator_unproject (point);

      g_assert_cmpfloat_with_epsilon (point.x, cases[i].point.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (point.y, cases[i].point.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (back.longitude, cases[i].position.longitude, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.latitude, cases[i].position.latitude, 1e-9);
    }
}

static void
test_limits (void)
{
  g_assert_cmpfloat_with_epsilon (sb_mercator_project ((SbPosition) { 0, 90 }).y, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (sb_mercator_project ((SbPosition) { 0, -90 }).y, 1, 1e-9);
}

static void
test_tiles (void)
{
  static const struct
  {
    SbPosition position;
    SbTile tile;
  } cases[] = {
    { { 0, 0 }, { 0, 0, 0 } },
    { { -8.0, 12.65 }, { 6, 30, 29 } },
    { { -8.0, 12.65 }, { 8, 122, 118 } },
    { { 180, -90 }, { 5, 31, 31 } },
    { { -180, 90 }, { 5, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbTile tile = sb_tile_for_position (cases[i].position, cases[i].tile.zoom);
      SbBounds bounds = sb_tile_get_bounds (tile);

      g_assert_cmpuint (tile.x, ==, cases[i].tile.x);
      g_assert_cmpuint (tile.y, ==, cases[i].tile.y);
      g_assert_true (sb_tile_is_valid (tile));
      g_assert_cmpfloat (bounds.west, <=, cases[i].position.longitude);
      g_assert_cmpfloat (bounds.east, >=, cases[i].position.longitude);
    }

  g_assert_false (sb_tile_is_valid ((SbTile) { 3, 8, 0 }));
  g_assert_false (sb_tile_is_valid ((SbTile) { 3, 0, 8 }));
  g_assert_false (sb_tile_is_valid ((SbTile) { 25, 0, 0 }));
}

/* All of the bounds is in the frame, the narrow side fills it. */
static void
test_frame (void)
{
  static const SbBounds mali = { -12.3, 10.1, 4.3, 25.0 };
  static const SbRect rect = { 50, 60, 300, 200 };
  SbMapFrame frame = sb_map_frame_new (&mali, &rect, 0.75);
  SbPoint north_west = sb_map_frame_to_page (&frame, (SbPosition) { mali.west, mali.north });
  SbPoint south_east = sb_map_frame_to_page (&frame, (SbPosition) { mali.east, mali.south });
  SbBounds shown = sb_map_frame_get_bounds (&frame);
  SbPosition back = sb_map_frame_from_page (&frame, south_east);

  g_assert_true (sb_rect_contains (&rect, north_west));
  g_assert_cmpfloat_with_epsilon (north_west.y, 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (south_east.y, 260, 1e-6);
  g_assert_cmpfloat_with_epsilon (north_west.x - 50, 350 - south_east.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (back.longitude, mali.east, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.latitude, mali.south, 1e-9);
  g_assert_cmpfloat (shown.west, <, mali.west);
  g_assert_cmpfloat (shown.east, >, mali.east);

  /* The zoom is that of a picture whose pixels are as large. */
  g_assert_cmpfloat_with_epsilon (sb_mercator_get_world_size (sb_map_frame_get_zoom (&frame)) * 0.75, frame.scale, 1e-6);
  /* Ten kilometres at the equator, against the girth. */
  g_assert_cmpfloat_with_epsilon (sb_map_frame_get_units_per_km (&frame, 0) * 40075.0167, frame.scale, frame.scale * 1e-6);
}

static void
test_frame_of_one_place (void)
{
  static const SbBounds point = { -8.0, 12.6, -8.0, 12.6 };
  static const SbRect rect = { 0, 0, 100, 100 };
  SbMapFrame frame = sb_map_frame_new (&point, &rect, 1);
  SbPoint middle = sb_map_frame_to_page (&frame, (SbPosition) { -8.0, 12.6 });

  g_assert_cmpfloat_with_epsilon (middle.x, 50, 1e-3);
  g_assert_cmpfloat_with_epsilon (middle.y, 50, 1e-3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/mercator/project", test_project);
  g_test_add_func ("/geo/mercator/limits", test_limits);
  g_test_add_func ("/geo/mercator/tiles", test_tiles);
  g_test_add_func ("/geo/mercator/frame", test_frame);
  g_test_add_func ("/geo/mercator/frame-of-one-place", test_frame_of_one_place);

  return g_test_run ();
}
