/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-road-stroke.h"

/* How roads look, whatever their width: they are told apart without colour. */

#define LENGTH 120
#define HEIGHT 40

/* A road through the middle, on the ground of a map. */
static cairo_surface_t *
stroke (SbRoadState state,
        SbRoadStrokeFlags flags,
        double width,
        SbBasemapStyle style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, LENGTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  cairo_move_to (cr, 0, HEIGHT / 2.0);
  cairo_line_to (cr, LENGTH, HEIGHT / 2.0);
  sb_road_stroke (cr, state, flags, width, style);
  g_assert_false (cairo_has_current_point (cr));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels of two pictures differ, colour aside. */
static guint
count_different (cairo_surface_t *a,
                 cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < LENGTH; x++)
      {
        int light[2] = { 0 };

        for (guint i = 0; i < 2; i++)
          {
            cairo_surface_t *surface = i == 0 ? a : b;
            const guchar *pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4;

            light[i] = (pixel[0] + 6 * pixel[1] + 3 * pixel[2]) / 10;
          }
        n += ABS (light[0] - light[1]) > 24;
      }

  return n;
}

/* Each state, disputed or not, differs from each other and from no road at all. */
static void
test_distinct (gconstpointer data)
{
  SbBasemapStyle style = (SbBasemapStyle) GPOINTER_TO_INT (data);
  cairo_surface_t *pictures[2 * SB_N_ROAD_STATES];
  guint n = 0;

  for (SbRoadState state = SB_ROAD_OPEN; state < SB_N_ROAD_STATES; state++)
    {
      pictures[n++] = stroke (state, SB_ROAD_STROKE_DEFAULT, 3, style);
      if (state != SB_ROAD_OPEN)
        pictures[n++] = stroke (state, SB_ROAD_STROKE_DISPUTED, 3, style);
    }

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      g_assert_cmpuint (count_different (pictures[i], pictures[j]), >, 40);
  for (guint i = 0; i < n; i++)
    cairo_surface_destroy (pictures[i]);
}

/* An open road of which something is denied is still a road. */
static void
test_open (void)
{
  cairo_surface_t *plain = stroke (SB_ROAD_OPEN, SB_ROAD_STROKE_DEFAULT, 3, SB_BASEMAP_STYLE_LIGHT);
  cairo_surface_t *disputed = stroke (SB_ROAD_OPEN, SB_ROAD_STROKE_DISPUTED, 3, SB_BASEMAP_STYLE_LIGHT);

  g_assert_cmpuint (count_different (plain, disputed), ==, 0);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (disputed);
}

/* What is dotted on a screen is not dashed on paper: twice the width is the same, twice
 * as large. */
static void
test_width (void)
{
  for (SbRoadState state = SB_ROAD_OPEN; state < SB_N_ROAD_STATES; state++)
    for (guint flags = 0; flags < 2; flags++)
      {
        cairo_surface_t *wide = stroke (state, flags, 4, SB_BASEMAP_STYLE_LIGHT);
        cairo_surface_t *scaled = cairo_image_surface_create (CAIRO_FORMAT_RGB24, LENGTH, HEIGHT);
        cairo_t *cr = cairo_create (scaled);

        cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
        cairo_paint (cr);
        cairo_scale (cr, 2, 2);
        cairo_move_to (cr, 0, HEIGHT / 4.0);
        cairo_line_to (cr, LENGTH / 2.0, HEIGHT / 4.0);
        sb_road_stroke (cr, state, flags, 2, SB_BASEMAP_STYLE_LIGHT);
        cairo_destroy (cr);
        cairo_surface_flush (scaled);
        g_assert_cmpuint (count_different (wide, scaled), ==, 0);
        cairo_surface_destroy (scaled);
        cairo_surface_destroy (wide);
      }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/briefing/road-stroke/light", GINT_TO_POINTER (SB_BASEMAP_STYLE_LIGHT), test_distinct);
  g_test_add_data_func ("/briefing/road-stroke/dark", GINT_TO_POINTER (SB_BASEMAP_STYLE_DARK), test_distinct);
  g_test_add_data_func ("/briefing/road-stroke/print", GINT_TO_POINTER (SB_BASEMAP_STYLE_PRINT), test_distinct);
  g_test_add_func ("/briefing/road-stroke/open", test_open);
  g_test_add_func ("/briefing/road-stroke/width", test_width);

  return g_test_run ();
}
