/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-web-picture-answer.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>
#include <webp/decode.h>

#include "sb-web-picture.h"

/* So many bytes are handed to a loader at a time: its size is known before its lines. */
#define SLICE 4096

/* Bytes of a GIF file until its size has been said. */
#define GIF_SIZE_END 10

/* What is made of a picture. */
typedef struct
{
  int width; /* that it says it has */
  int height;
  int n_lines; /* that have come */
  gboolean is_refused;
  SbWebPictureError code;
} Reading;

static GdkPixbuf *
refuse (Reading *reading,
        SbWebPictureError code)
{
  reading->is_refused = TRUE;
  reading->code = code;
  return NULL;
}

/* How much smaller a picture is handed on; 1 for as it is. */
static double
find_scale (int width,
            int height)
{
  double scale = MIN (1.0, (double) SB_WEB_PICTURE_MAX_WIDTH / width);

  return MIN (scale, sqrt ((double) SB_WEB_PICTURE_MAX_SHOWN / ((double) width * height)));
}

static int
scale_side (int side,
            double scale)
{
  return MAX (1, (int) floor (side * scale));
}

static gboolean
take_size (Reading *reading,
           int width,
           int height)
{
  reading->width = width;
  reading->height = height;
  if (width > 0 && height > 0 && (gint64) width * height <= SB_WEB_PICTURE_MAX_PIXELS)
    return TRUE;

  refuse (reading, width > 0 && height > 0 ? SB_WEB_PICTURE_ERROR_TOO_LARGE : SB_WEB_PICTURE_ERROR_BROKEN);
  return FALSE;
}

/* A loader cannot be stopped here: what is refused is made as small as it gets. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int width,
                  int height,
                  Reading *reading)
{
  if (!take_size (reading, width, height))
    gdk_pixbuf_loader_set_size (loader, 1, 1);
}

static void
area_updated_cb (GdkPixbufLoader *loader,
                 int x,
                 int y,
                 int width,
                 int height,
                 Reading *reading)
{
  reading->n_lines = MAX (reading->n_lines, y + height);
}

/* A chunk that ends a PNG file, with the sum that it always has. */
static const char png_end[] = "IEND\256B`\202";

/* A file that was cut off is no error to the loaders. Lines that come again and again, as
 * those of pictures that become clearer while they load, tell less than the end of PNG. */
static gboolean
is_whole (GBytes *bytes,
          const char *type,
          const Reading *reading)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (reading->n_lines < reading->height)
    return FALSE;

  return !g_str_equal (type, "png") || memmem (data, size, png_end, strlen (png_end)) != NULL;
}

static GdkPixbuf *
load (GBytes *bytes,
      const char *type,
      Reading *reading)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gboolean goes_on = loader != NULL;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return refuse (reading, SB_WEB_PICTURE_ERROR_UNSUPPORTED);

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), reading);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated_cb), reading);
  for (gsize at = 0; at < size && goes_on && !reading->is_refused; at += SLICE)
    goes_on = gdk_pixbuf_loader_write (loader, data + at, MIN (SLICE, size - at), NULL);
  /* When it is closed, a loader fills in what is missing, and says that it came. */
  goes_on = goes_on && !reading->is_refused && is_whole (bytes, type, reading);
  if (!gdk_pixbuf_loader_close (loader, NULL))
    goes_on = FALSE;
  if (reading->is_refused)
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return goes_on && pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : refuse (reading, SB_WEB_PICTURE_ERROR_BROKEN);
}

static void
free_pixels (guchar *pixels,
             gpointer data)
{
  WebPFree (pixels);
}

/* No loader of WebP comes with the system. */
static GdkPixbuf *
load_webp (GBytes *bytes,
           Reading *reading)
{
  WebPDecoderConfig config;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (!WebPInitDecoderConfig (&config) || WebPGetFeatures (data, size, &config.input) != VP8_STATUS_OK)
    return refuse (reading, SB_WEB_PICTURE_ERROR_BROKEN);
  if (config.input.has_animation)
    return refuse (reading, SB_WEB_PICTURE_ERROR_UNSUPPORTED);
  if (!take_size (reading, config.input.width, config.input.height))
    return NULL;

  config.output.colorspace = MODE_RGBA;
  if (WebPDecode (data, size, &config) != VP8_STATUS_OK)
    {
      WebPFreeDecBuffer (&config.output);
      return refuse (reading, SB_WEB_PICTURE_ERROR_BROKEN);
    }

  return gdk_pixbuf_new_from_data (config.output.u.RGBA.rgba, GDK_COLORSPACE_RGB, TRUE, 8, config.output.width, config.output.height,
                                   config.output.u.RGBA.stride, free_pixels, NULL);
}

/* The loader of GIF makes the page of its frames as large as the file says, whatever is
 * answered to that. Both numbers are at the same place in each file. */
static GdkPixbuf *
load_gif (GBytes *bytes,
          Reading *reading)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < GIF_SIZE_END)
    return refuse (reading, SB_WEB_PICTURE_ERROR_BROKEN);
  if (!take_size (reading, data[6] | data[7] << 8, data[8] | data[9] << 8))
    return NULL;

  return load (bytes, "gif", reading);
}

static GdkPixbuf *
read_picture (GBytes *bytes,
              Reading *reading)
{
  const char *type = sb_web_picture_guess_type (bytes);

  if (type == NULL)
    return refuse (reading, SB_WEB_PICTURE_ERROR_UNSUPPORTED);
  if (g_str_equal (type, "image/webp"))
    return load_webp (bytes, reading);
  if (g_str_equal (type, "image/gif"))
    return load_gif (bytes, reading);

  return load (bytes, type + strlen ("image/"), reading);
}

/* The picture as large as it is handed on. What is transparent is white: most of what is
 * drawn so is made for white pages. */
static GdkPixbuf *
lay_on_white (GdkPixbuf *pixbuf)
{
  double scale = find_scale (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  int width = scale_side (gdk_pixbuf_get_width (pixbuf), scale);
  int height = scale_side (gdk_pixbuf_get_height (pixbuf), scale);
  GdkPixbuf *page = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  if (page == NULL)
    return NULL;

  gdk_pixbuf_fill (page, 0xffffffff);
  gdk_pixbuf_composite (pixbuf, page, 0, 0, width, height, 0, 0, (double) width / gdk_pixbuf_get_width (pixbuf),
                        (double) height / gdk_pixbuf_get_height (pixbuf), scale < 1 ? GDK_INTERP_BILINEAR : GDK_INTERP_NEAREST, 255);
  return page;
}

/* A line as Cairo has it. */
static void
write_line (const guchar *line,
            guint32 width,
            FILE *out)
{
  guint32 pixels[SB_WEB_PICTURE_MAX_WIDTH];

  for (guint32 i = 0; i < width; i++)
    pixels[i] = 0xff000000u | (guint32) line[3 * i] << 16 | (guint32) line[3 * i + 1] << 8 | line[3 * i + 2];
  fwrite (pixels, sizeof *pixels, width, out);
}

void
_sb_web_picture_write (GBytes *bytes,
                       FILE *out)
{
  Reading reading = { 0 };
  SbWebPictureHead head = { 0 };
  g_autoptr (GdkPixbuf) pixbuf = read_picture (bytes, &reading);
  g_autoptr (GdkPixbuf) page = pixbuf != NULL ? lay_on_white (pixbuf) : NULL;

  memcpy (head.magic, SB_WEB_PICTURE_MAGIC, sizeof head.magic);
  head.is_refused = page == NULL;
  head.code = reading.is_refused ? (guint32) reading.code : SB_WEB_PICTURE_ERROR_TOO_LARGE;
  head.width = page != NULL ? (guint32) gdk_pixbuf_get_width (page) : 0;
  head.height = page != NULL ? (guint32) gdk_pixbuf_get_height (page) : 0;
  fwrite (&head, sizeof head, 1, out);
  for (guint32 i = 0; i < head.height; i++)
    write_line (gdk_pixbuf_read_pixels (page) + (gsize) i * (gsize) gdk_pixbuf_get_rowstride (page), head.width, out);
}
