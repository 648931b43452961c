/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-picture.h"

#include "sb-test-screen.h"

#include <math.h>

/* Pictures laid into frames, whatever GTK draws with: what comes out is
 * held against the same picture painted by Cairo. */

#define WIDTH  300
#define HEIGHT 200

/* A widget that lays one picture. */
#define TEST_TYPE_HOLDER (test_holder_get_type ())
G_DECLARE_FINAL_TYPE (TestHolder, test_holder, TEST, HOLDER, GtkWidget)

struct _TestHolder
{
  GtkWidget parent_instance;

  SbPicture *picture; /* (not owned) */
  SbRect rect;
};

G_DEFINE_FINAL_TYPE (TestHolder, test_holder, GTK_TYPE_WIDGET)

static void
test_holder_snapshot (GtkWidget *widget,
                      GtkSnapshot *snapshot)
{
  sb_picture_append (TEST_HOLDER (widget)->picture, snapshot, widget, &TEST_HOLDER (widget)->rect);
}

static void
test_holder_class_init (TestHolderClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = test_holder_snapshot;
}

static void
test_holder_init (TestHolder *self)
{
}

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

/* Opaque, and no two pixels beside each other alike. */
static cairo_surface_t *
create_chequered (int width,
                  int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        cairo_set_source_rgb (cr, (x + y) % 2, x / (double) width, y / (double) height);
        cairo_rectangle (cr, x, y, 1, 1);
        cairo_fill (cr);
      }
  cairo_destroy (cr);
  return surface;
}

/* What a frame with the picture at @rect has, on nothing. */
static cairo_surface_t *
draw (TestHolder *holder,
      const SbRect *rect)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  holder->rect = *rect;
  GTK_WIDGET_GET_CLASS (holder)->snapshot (GTK_WIDGET (holder), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  return surface;
}

/* A window draws as GSK_RENDERER says; @is_texture as a graphics card would. */
static TestHolder *
open_holder (SbPicture *picture,
             gboolean is_texture)
{
  TestHolder *holder = g_object_new (TEST_TYPE_HOLDER, NULL);

  holder->picture = picture;
  g_object_ref_sink (holder);
  if (is_texture)
    gtk_widget_allocate (GTK_WIDGET (holder), WIDTH, HEIGHT, -1, NULL);
  else
    sb_test_show (GTK_WIDGET (holder), WIDTH, HEIGHT);
  return holder;
}

static void
close_holder (TestHolder *holder)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (holder));

  g_object_unref (holder);
  if (root != NULL)
    sb_test_close (GTK_WINDOW (root));
}

/* Moved by what is no whole pixel, it lies on whole ones, each as it was. */
static void
test_moved (gconstpointer data)
{
  static const SbRect rects[] = {
    { 0, 0, 400, 260 },
    { -40.3, -30.4, 400, 260 },
    { 50.2, 20.1, 400, 260 },
    { -399, 0, 400, 260 },
  };
  g_autoptr (SbPicture) picture = sb_picture_new (create_chequered (400, 260), 1);
  TestHolder *holder = open_holder (picture, GPOINTER_TO_INT (data));

  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    {
      cairo_surface_t *drawn = draw (holder, &rects[i]);
      cairo_surface_t *expected = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (expected);

      cairo_set_source_surface (cr, sb_picture_get_surface (picture), round (rects[i].x), round (rects[i].y));
      cairo_paint (cr);
      cairo_destroy (cr);
      g_assert_cmpuint (compare (drawn, expected), ==, 0);
      cairo_surface_destroy (expected);
      cairo_surface_destroy (drawn);
    }
  close_holder (holder);
}

/* Stretched, it covers what it is to cover, without seams. */
static void
test_stretched (gconstpointer data)
{
  static const double ratios[] = { 0.37, 0.71, 0.9, 1.13, 1.5, 3.2 };
  g_autoptr (SbPicture) picture = sb_picture_new (create_chequered (400, 260), 1);
  TestHolder *holder = open_holder (picture, GPOINTER_TO_INT (data));

  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      const SbRect rect = { 10, 12, 400 * ratios[i], 260 * ratios[i] };
      cairo_surface_t *drawn = draw (holder, &rect);

      cairo_surface_flush (drawn);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          {
            gboolean is_inside = x >= 11 && y >= 13 && x + 2 < rect.x + rect.width && y + 2 < rect.y + rect.height;
            gboolean is_outside = x < 9 || y < 11 || x > rect.x + rect.width + 1 || y > rect.y + rect.height + 1;

            if (is_inside)
              g_assert_cmpuint (get_pixel (drawn, x, y) >> 24, ==, 0xff);
            else if (is_outside)
              g_assert_cmpuint (get_pixel (drawn, x, y) >> 24, ==, 0);
          }
      cairo_surface_destroy (drawn);
    }
  close_holder (holder);
}

/* Twice as many pixels as there are logical ones. */
static void
test_scaled (void)
{
  g_autoptr (SbPicture) picture = sb_picture_new (create_chequered (400, 260), 2);
  TestHolder *holder = open_holder (picture, FALSE);
  cairo_surface_t *drawn = draw (holder, &(SbRect) { 10, 20, 200, 130 });

  cairo_surface_flush (drawn);
  g_assert_cmpuint (get_pixel (drawn, 100, 100) >> 24, ==, 0xff);
  g_assert_cmpuint (get_pixel (drawn, 208, 148) >> 24, ==, 0xff);
  g_assert_cmpuint (get_pixel (drawn, 212, 100) >> 24, ==, 0);
  g_assert_cmpuint (get_pixel (drawn, 100, 152) >> 24, ==, 0);
  cairo_surface_destroy (drawn);
  close_holder (holder);
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  sb_test_screen_init (&argc, &argv);

  g_test_add_data_func ("/widgets/picture/moved", GINT_TO_POINTER (FALSE), test_moved);
  g_test_add_data_func ("/widgets/picture/moved-texture", GINT_TO_POINTER (TRUE), test_moved);
  g_test_add_data_func ("/widgets/picture/stretched", GINT_TO_POINTER (FALSE), test_stretched);
  g_test_add_data_func ("/widgets/picture/stretched-texture", GINT_TO_POINTER (TRUE), test_stretched);
  g_test_add_func ("/widgets/picture/scaled", test_scaled);

  return sb_test_screen_run ();
}
