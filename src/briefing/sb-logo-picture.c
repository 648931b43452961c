/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-logo-picture-private.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include "sb-briefing-error.h"
#include "sb-logo.h"

/* Pixels a side. */
#define MAX_PIXELS 4096

/* A file of a few bytes can ask for a picture to be gone over any number of times. */
#define MAX_SCANS 100

#define MAX_MEMORY (96 * 1024 * 1024)

/* Where the size stands in a PNG file, which is read before the picture is. */
#define PNG_WIDTH_OFFSET  16
#define PNG_HEIGHT_OFFSET 20
#define PNG_HEADER_BYTES  24

typedef struct
{
  const guchar *data; /* not owned */
  gsize length;
  gsize position;
} Source;

/* libjpeg leaves by a jump; what comes first is its own. */
typedef struct
{
  struct jpeg_error_mgr manager;
  jmp_buf leave;
} JpegErrors;

const char *
_sb_logo_picture_get_type (GBytes *file)
{
  gsize length;
  const guchar *data = g_bytes_get_data (file, &length);

  if (length >= 4 && memcmp (data, "\211PNG", 4) == 0)
    return "image/png";
  if (length >= 3 && memcmp (data, "\377\330\377", 3) == 0)
    return "image/jpeg";

  return NULL;
}

static cairo_surface_t *
fail (GError **error,
      SbBriefingError code,
      const char *reason)
{
  g_set_error_literal (error, SB_BRIEFING_ERROR, code, reason);

  return NULL;
}

static cairo_status_t
read_bytes (void *closure,
            unsigned char *data,
            unsigned int length)
{
  Source *source = closure;

  if (length > source->length - source->position)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, source->data + source->position, length);
  source->position += length;

  return CAIRO_STATUS_SUCCESS;
}

static guint
read_number (const guchar *bytes)
{
  return (guint) bytes[0] << 24 | (guint) bytes[1] << 16 | (guint) bytes[2] << 8 | bytes[3];
}

static cairo_surface_t *
read_png (GBytes *file,
          GError **error)
{
  Source source = { 0 };
  cairo_surface_t *surface;

  source.data = g_bytes_get_data (file, &source.length);
  if (source.length < PNG_HEADER_BYTES)
    return fail (error, SB_BRIEFING_ERROR_LOGO, "The picture ends in its head");
  if (read_number (source.data + PNG_WIDTH_OFFSET) > MAX_PIXELS || read_number (source.data + PNG_HEIGHT_OFFSET) > MAX_PIXELS)
    return fail (error, SB_BRIEFING_ERROR_LOGO_SIZE, "The picture has too many pixels");

  surface = cairo_image_surface_create_from_png_stream (read_bytes, &source);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_width (surface) > 0 && cairo_image_surface_get_height (surface) > 0)
    return surface;

  cairo_surface_destroy (surface);

  return fail (error, SB_BRIEFING_ERROR_LOGO, "The picture cannot be unpacked");
}

static void
leave (j_common_ptr info)
{
  JpegErrors *errors = (JpegErrors *) info->err;

  longjmp (errors->leave, 1);
}

/* What libjpeg has to remark is counted and not printed; a warning is below 0. */
static void
count_warnings (j_common_ptr info,
                int level)
{
  info->err->num_warnings += level < 0 ? 1 : 0;
}

static void
count_scans (j_common_ptr info)
{
  if (info->is_decompressor && ((j_decompress_ptr) info)->input_scan_number > MAX_SCANS)
    leave (info);
}

/* Lines of pixels as Cairo has them: 32 bits, blue first on this machine or last. */
static void
unpack_lines (struct jpeg_decompress_struct *info,
              cairo_surface_t *surface)
{
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  while (info->output_scanline < info->output_height)
    {
      JSAMPROW line = data + (gsize) info->output_scanline * (gsize) stride;

      jpeg_read_scanlines (info, &line, 1);
    }
}

/* Reads the size, and the picture into *@surface, which the caller destroys, whatever
 * becomes of it. FALSE when libjpeg gives up. */
static gboolean
unpack_jpeg (GBytes *file,
             cairo_surface_t *volatile *surface,
             volatile gboolean *is_large)
{
  struct jpeg_decompress_struct info = { 0 };
  struct jpeg_progress_mgr progress = { .progress_monitor = count_scans };
  JpegErrors errors;
  gsize length;
  const guchar *data = g_bytes_get_data (file, &length);

  info.err = jpeg_std_error (&errors.manager);
  errors.manager.error_exit = leave;
  errors.manager.emit_message = count_warnings;
  if (setjmp (errors.leave) != 0)
    {
      jpeg_destroy_decompress (&info);
      return FALSE;
    }

  jpeg_create_decompress (&info);
  info.mem->max_memory_to_use = MAX_MEMORY;
  info.progress = &progress;
  jpeg_mem_src (&info, data, length);
  jpeg_read_header (&info, TRUE);
  *is_large = info.image_width > MAX_PIXELS || info.image_height > MAX_PIXELS;
  /* Of four inks there is no colour without their profile. */
  if (*is_large || info.num_components > 3)
    leave ((j_common_ptr) &info);

  info.out_color_space = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
  *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) info.image_width, (int) info.image_height);
  if (cairo_surface_status (*surface) != CAIRO_STATUS_SUCCESS)
    leave ((j_common_ptr) &info);
  cairo_surface_flush (*surface);
  jpeg_start_decompress (&info);
  unpack_lines (&info, *surface);
  jpeg_finish_decompress (&info);
  /* A picture that ends early is told of as a remark. */
  if (errors.manager.num_warnings > 0)
    leave ((j_common_ptr) &info);
  jpeg_destroy_decompress (&info);
  cairo_surface_mark_dirty (*surface);

  return TRUE;
}

static void
unref_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

static cairo_surface_t *
read_jpeg (GBytes *file,
           GError **error)
{
  cairo_surface_t *volatile surface = NULL;
  volatile gboolean is_large = FALSE;
  gboolean is_read = unpack_jpeg (file, &surface, &is_large);
  gsize length;
  const guchar *data = g_bytes_get_data (file, &length);

  if (is_read && cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length, unref_bytes, g_bytes_ref (file)) == CAIRO_STATUS_SUCCESS)
    return surface;

  if (surface != NULL)
    cairo_surface_destroy (surface);

  return is_large ? fail (error, SB_BRIEFING_ERROR_LOGO_SIZE, "The picture has too many pixels") : fail (error, SB_BRIEFING_ERROR_LOGO, "The picture cannot be unpacked");
}

cairo_surface_t *
_sb_logo_picture_read (GBytes *file,
                       GError **error)
{
  const char *type = _sb_logo_picture_get_type (file);

  if (g_bytes_get_size (file) > SB_LOGO_MAX_BYTES)
    return fail (error, SB_BRIEFING_ERROR_LOGO_SIZE, "The file is too large");
  if (type == NULL)
    return fail (error, SB_BRIEFING_ERROR_LOGO, "The file is neither PNG nor JPEG");

  return g_str_equal (type, "image/png") ? read_png (file, error) : read_jpeg (file, error);
}
