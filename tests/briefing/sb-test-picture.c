/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-picture.h"

cairo_surface_t *
sb_test_picture_new (double width,
                     double height,
                     double dpi)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * dpi / 72), (int) (height * dpi / 72));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

cairo_surface_t *
sb_test_picture_new_for_page (PopplerDocument *document,
                              int page,
                              double width,
                              double height,
                              double dpi)
{
  PopplerPage *sheet = poppler_document_get_page (document, page);
  cairo_surface_t *surface = sb_test_picture_new (width, height, dpi);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, dpi / 72, dpi / 72);
  poppler_page_render (sheet, cr);
  cairo_destroy (cr);
  g_object_unref (sheet);
  return surface;
}

double
sb_test_picture_compare (cairo_surface_t *a,
                         cairo_surface_t *b)
{
  int height = cairo_image_surface_get_height (a);
  int stride = cairo_image_surface_get_stride (a);
  const guint8 *one = cairo_image_surface_get_data (a);
  const guint8 *other = cairo_image_surface_get_data (b);
  double sum = 0;

  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  g_assert_cmpint (stride, ==, cairo_image_surface_get_stride (b));
  for (int i = 0; i < height * stride; i++)
    sum += ABS ((int) one[i] - (int) other[i]);
  return sum / (height * stride * 0.75);
}
