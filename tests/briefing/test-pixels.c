/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-pixels.h"

/* What pixman lays down is held against what Cairo does. */

#define WIDTH  300
#define HEIGHT 200

static guint32
get_pixel (cairo_surface_t *surface,
           int x,
           int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

/* The most that a channel of a pixel is off by. */
static guint
compare (cairo_surface_t *a,
         cairo_surface_t *b)
{
  guint most = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      for (guint shift = 0; shift < 32; shift += 8)
        {
          int first = (int) (get_pixel (a, x, y) >> shift & 0xff);
          int second = (int) (get_pixel (b, x, y) >> shift & 0xff);

          most = MAX (most, (guint) ABS (first - second));
        }

  return most;
}

/* A disc of any colour, half of it transparent. */
static SbPixels *
create_disc (GRand *random,
             int side)
{
  SbPixels *pixels = sb_pixels_new (side, side);
  cairo_t *cr = cairo_create (sb_pixels_get_surface (pixels));

  cairo_set_source_rgba (cr, g_rand_double (random), g_rand_double (random), g_rand_double (random), g_rand_double (random));
  cairo_arc (cr, side / 2.0, side / 2.0, side / 2.0 - 1, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (sb_pixels_get_surface (pixels));
  return pixels;
}

/* In the order in which they are laid down, across all edges, in a part of an image. */
static void
test_lay (gconstpointer data)
{
  const cairo_rectangle_int_t *part = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) discs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_pixels_free);
  g_autoptr (GArray) laid = g_array_new (FALSE, FALSE, sizeof (SbLaidPixels));
  cairo_surface_t *found = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autoptr (SbPixels) ground = sb_pixels_new_for_part (found, part->x, part->y, part->width, part->height);
  cairo_surface_t *expected = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (expected);

  cairo_rectangle (cr, part->x, part->y, part->width, part->height);
  cairo_clip (cr);
  for (guint i = 0; i < 400; i++)
    {
      SbPixels *disc = create_disc (random, g_rand_int_range (random, 5, 150));
      const SbLaidPixels at = { disc, g_rand_int_range (random, -80, WIDTH), g_rand_int_range (random, -80, HEIGHT) };

      g_ptr_array_add (discs, disc);
      g_array_append_val (laid, at);
      cairo_set_source_surface (cr, sb_pixels_get_surface (disc), at.x, at.y);
      cairo_paint (cr);
    }
  cairo_destroy (cr);

  sb_pixels_lay (ground, (const SbLaidPixels *) (gpointer) laid->data, laid->len);
  g_assert_cmpuint (compare (found, expected), <=, 1);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (found);
}

int
main (int argc,
      char *argv[])
{
  static const cairo_rectangle_int_t all = { 0, 0, WIDTH, HEIGHT };
  static const cairo_rectangle_int_t part = { 31, 17, 140, 91 };
  static const cairo_rectangle_int_t beyond = { 250, -20, 100, 300 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/briefing/pixels/lay", &all, test_lay);
  g_test_add_data_func ("/briefing/pixels/part", &part, test_lay);
  g_test_add_data_func ("/briefing/pixels/beyond", &beyond, test_lay);

  return g_test_run ();
}
