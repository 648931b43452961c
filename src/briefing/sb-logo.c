/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-logo-private.h"

#include <string.h>

#define ADDRESS_START "data:image/png;base64,"

/* In points. */
#define MAX_WIDTH  130.0
#define MAX_HEIGHT 36.0

/* What a logo has to be no larger than: in bytes of its file, and in pixels. */
#define MAX_BYTES  (1024 * 1024)
#define MAX_PIXELS 4096

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
read_picture (const char *address)
{
  g_autofree guchar *bytes = NULL;
  cairo_surface_t *surface;
  Source source = { 0 };

  if (address == NULL || !g_str_has_prefix (address, ADDRESS_START) || strlen (address) > MAX_BYTES / 3 * 4)
    return NULL;

  bytes = g_base64_decode (address + strlen (ADDRESS_START), &source.length);
  source.data = bytes;
  if (source.length < PNG_HEADER_BYTES || memcmp (bytes, "\211PNG", 4) != 0 ||
      read_number (bytes + PNG_WIDTH_OFFSET) > MAX_PIXELS || read_number (bytes + PNG_HEIGHT_OFFSET) > MAX_PIXELS)
    return NULL;

  surface = cairo_image_surface_create_from_png_stream (read_bytes, &source);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_width (surface) > 0 && cairo_image_surface_get_height (surface) > 0)
    return surface;

  cairo_surface_destroy (surface);

  return NULL;
}

static double
get_scale (cairo_surface_t *surface)
{
  return MIN (MAX_WIDTH / cairo_image_surface_get_width (surface), MAX_HEIGHT / cairo_image_surface_get_height (surface));
}

static void
draw (cairo_t *cr,
      double width,
      double height,
      gpointer data)
{
  cairo_surface_t *surface = data;

  cairo_scale (cr, width / cairo_image_surface_get_width (surface), height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
}

static void
destroy (gpointer data)
{
  cairo_surface_destroy (data);
}

SbPiece *
_sb_logo_new_piece (const char *address,
                    const char *alternative)
{
  cairo_surface_t *surface = read_picture (address);
  SbPiece *logo;

  if (surface == NULL)
    return NULL;

  logo = sb_piece_new_figure (NULL, alternative, cairo_image_surface_get_height (surface) * get_scale (surface), 0, draw, surface, destroy);
  /* A figure is as wide as what it stands in; this one as its picture. */
  sb_piece_set_natural_width (logo, cairo_image_surface_get_width (surface) * get_scale (surface));

  return logo;
}

SbPiece *
_sb_logo_find (const SbPiece *holder)
{
  for (guint i = 0; i < sb_piece_get_n_children (holder); i++)
    if (sb_piece_get_kind (sb_piece_get_child (holder, i)) == SB_PIECE_FIGURE)
      return sb_piece_get_child (holder, i);

  return NULL;
}

double
_sb_logo_get_width (const SbPiece *logo)
{
  return logo != NULL ? sb_piece_get_natural_width (logo) : 0;
}

double
_sb_logo_get_height (const SbPiece *logo)
{
  return logo != NULL ? sb_piece_get_height (logo) : 0;
}

void
_sb_logo_add (SbSlab *slab,
              SbPiece *logo,
              double right,
              double y)
{
  if (logo == NULL)
    return;

  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_OPEN, .name = g_strdup ("Figure") });
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_FIGURE, .x = right - _sb_logo_get_width (logo), .y = y, .width = _sb_logo_get_width (logo), .height = _sb_logo_get_height (logo), .piece = sb_piece_ref (logo) });
  _sb_marks_append (slab->marks, (SbMark) { .kind = SB_MARK_CLOSE, .name = g_strdup ("Figure") });
}
