/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-pixels.h"

#include <pixman.h>

/* So many rows stay near the processor while thousands of pictures are laid on them;
 * all over a picture of many megabytes each would be waited for. */
#define BAND 64

struct _SbPixels
{
  cairo_surface_t *surface; /* (owned) */
  pixman_image_t *image; /* (owned) (nullable) of the same pixels, when there are any */
  guchar *data; /* (nullable) the first of them */
  int stride;
  int x; /* in the surface */
  int y;
  int width;
  int height;
};

/* The rows from @top on, as an image of their own: what lies across its edges is cut. */
static pixman_image_t *
create_image (SbPixels *self,
              int top,
              int height)
{
  return pixman_image_create_bits_no_clear (PIXMAN_a8r8g8b8, self->width, height,
                                            (uint32_t *) (gpointer) (self->data + (gsize) top * self->stride), self->stride);
}

SbPixels *
sb_pixels_new (int width,
               int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  SbPixels *self = sb_pixels_new_for_part (surface, 0, 0, width, height);

  cairo_surface_destroy (surface);
  return self;
}

SbPixels *
sb_pixels_new_for_part (cairo_surface_t *surface,
                        int x,
                        int y,
                        int width,
                        int height)
{
  SbPixels *self = g_new0 (SbPixels, 1);
  int right = CLAMP (x + width, 0, cairo_image_surface_get_width (surface));
  int bottom = CLAMP (y + height, 0, cairo_image_surface_get_height (surface));

  self->surface = cairo_surface_reference (surface);
  self->stride = cairo_image_surface_get_stride (surface);
  self->x = CLAMP (x, 0, right);
  self->y = CLAMP (y, 0, bottom);
  self->width = right - self->x;
  self->height = bottom - self->y;
  if (self->width > 0 && self->height > 0)
    self->data = cairo_image_surface_get_data (surface) + (gsize) self->y * self->stride + (gsize) self->x * sizeof (guint32);
  if (self->data != NULL)
    self->image = create_image (self, 0, self->height);
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

void
sb_pixels_lay (SbPixels *self,
               const SbLaidPixels *laid,
               guint n)
{
  int bottom = self->height;

  /* There may be no memory for a picture, or nothing of it. */
  if (self->image == NULL)
    return;

  for (int top = 0; top < bottom; top += BAND)
    {
      int height = MIN (BAND, bottom - top);
      pixman_image_t *band = create_image (self, top, height);

      for (guint i = 0; i < n && band != NULL; i++)
        {
          const SbPixels *pixels = laid[i].pixels;

          if (laid[i].y - self->y < top + height && laid[i].y - self->y + pixels->height > top && pixels->image != NULL)
            pixman_image_composite32 (PIXMAN_OP_OVER, pixels->image, NULL, band, 0, 0, 0, 0, laid[i].x - self->x, laid[i].y - self->y - top,
                                      pixels->width, pixels->height);
        }

      g_clear_pointer (&band, pixman_image_unref);
    }
  cairo_surface_mark_dirty (self->surface);
}
