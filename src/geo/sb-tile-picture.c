/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-tile-picture.h"

#include "sb-geo-error.h"

#include <string.h>

/* ISO/IEC 15948: the signature, then the length and the name of the first chunk,
 * then the width and the height. */
static const char png_start[] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";

#define PNG_WIDTH  16
#define PNG_HEIGHT 20
#define PNG_END    24

/* ITU-T T.81, annex B: segments of a marker (0xff and a letter), their length, which
 * counts itself, and what they hold. A frame holds its precision, height and width. */
#define JPEG_MARKER       0xff
#define JPEG_START        0xd8
#define JPEG_FRAME_FIRST  0xc0
#define JPEG_FRAME_LAST   0xcf
#define JPEG_HUFFMAN      0xc4
#define JPEG_EXTENSION    0xc8
#define JPEG_ARITHMETIC   0xcc
#define JPEG_FRAME_HEIGHT 5
#define JPEG_FRAME_WIDTH  7
#define JPEG_FRAME_END    9

static guint
read_u16 (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

static gboolean
read_png (const guint8 *data,
          gsize length,
          guint *width,
          guint *height)
{
  if (length < PNG_END || memcmp (data, png_start, sizeof png_start - 1) != 0)
    return FALSE;

  *width = read_u16 (data + PNG_WIDTH) << 16 | read_u16 (data + PNG_WIDTH + 2);
  *height = read_u16 (data + PNG_HEIGHT) << 16 | read_u16 (data + PNG_HEIGHT + 2);
  return TRUE;
}

static gboolean
is_frame (guint8 marker)
{
  return marker >= JPEG_FRAME_FIRST && marker <= JPEG_FRAME_LAST && marker != JPEG_HUFFMAN && marker != JPEG_EXTENSION &&
         marker != JPEG_ARITHMETIC;
}

static gboolean
read_jpeg (const guint8 *data,
           gsize length,
           guint *width,
           guint *height)
{
  gsize offset = 2;

  if (length < 2 || data[0] != JPEG_MARKER || data[1] != JPEG_START)
    return FALSE;

  while (offset + JPEG_FRAME_END <= length && data[offset] == JPEG_MARKER)
    {
      if (is_frame (data[offset + 1]))
        {
          *height = read_u16 (data + offset + JPEG_FRAME_HEIGHT);
          *width = read_u16 (data + offset + JPEG_FRAME_WIDTH);
          return TRUE;
        }
      offset += 2 + MAX (read_u16 (data + offset + 2), 2);
    }

  return FALSE;
}

guint
sb_tile_picture_get_side (GBytes *picture,
                          GError **error)
{
  gsize length;
  const guint8 *data;
  guint width, height;

  g_return_val_if_fail (picture != NULL, 0);

  data = g_bytes_get_data (picture, &length);
  if (!read_png (data, length, &width, &height) && !read_jpeg (data, length, &width, &height))
    g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_PICTURE, "Neither a PNG nor a JPEG");
  else if (width != height || width == 0 || width > SB_TILE_PICTURE_MAX_SIDE)
    g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_PICTURE, "Not a tile: %u × %u pixels", width, height);
  else
    return width;

  return 0;
}
