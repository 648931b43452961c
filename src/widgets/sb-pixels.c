/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-pixels.h"

#include <pixman.h>

/* So many rows stay near the processor while thousands of pictures are laid on them;
 * all over a picture of many megabytes each would be waited for. */
#define BAND 64

struct _SbPixels
{
  cairo_surface_t *surface; /* (owned) */
  pixman_image_t *image; /* (owned) of the same pixels */
  int width;
  int height;
};

SbPixels *
sb_pixels_new (int width,
               int height)
{
  return sb_pixels_new_for_surface (cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height));
}

SbPixels *
sb_pixels_new_for_surface (cairo_surface_t *surface)
{
  SbPixels *self = g_new0 (SbPixels, 1);

  self->surface = surface;
  self->width = cairo_image_surface_get_width (surface);
  self->height = cairo_image_surface_get_height (surface);
  self->image = pixman_image_create_bits_no_clear (PIXMAN_a8r8g8b8, self->width, self->height,
                                                   (uint32_t *) (gpointer) cairo_image_surface_get_data (surface),
                                                   cairo_image_surface_get_stride (surface));
  return self;
}

void
sb_pixels_free (SbPixels *self)
{
  if (self->image != NULL)
    pixman_image_unref (self->image);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

int
sb_pixels_get_width (const SbPixels *self)
{
  return self->width;
}

int
sb_pixels_get_height (const SbPixels *self)
{
  return self->height;
}

cairo_surface_t *
sb_pixels_get_surface (SbPixels *self)
{
  return self->surface;
}

/* The rows from @top on, as an image of their own: what lies across its edges is cut. */
static pixman_image_t *
create_band (SbPixels *self,
             int top,
             int height)
{
  int stride = cairo_image_surface_get_stride (self->surface);

  return pixman_image_create_bits_no_clear (PIXMAN_a8r8g8b8, self->width, height,
                                            (uint32_t *) (gpointer) (cairo_image_surface_get_data (self->surface) + (gsize) top * stride),
                                            stride);
}

void
sb_pixels_lay (SbPixels *self,
               const SbLaidPixels *laid,
               guint n)
{
  int bottom = self->height;

  /* There is no memory for a picture of any size. */
  if (self->image == NULL)
    return;

  for (int top = 0; top < bottom; top += BAND)
    {
      int height = MIN (BAND, bottom - top);
      pixman_image_t *band = create_band (self, top, height);

      for (guint i = 0; i < n && band != NULL; i++)
        {
          const SbPixels *pixels = laid[i].pixels;

          if (laid[i].y < top + height && laid[i].y + pixels->height > top && pixels->image != NULL)
            pixman_image_composite32 (PIXMAN_OP_OVER, pixels->image, NULL, band, 0, 0, 0, 0, laid[i].x, laid[i].y - top,
                                      pixels->width, pixels->height);
        }

      g_clear_pointer (&band, pixman_image_unref);
    }
  cairo_surface_mark_dirty (self->surface);
}
