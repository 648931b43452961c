/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-logo-private.h"

#include "sb-logo-picture-private.h"
#include "sb-logo.h"

#include <string.h>

/* In points. */
#define MAX_WIDTH  130.0
#define MAX_HEIGHT 36.0

/* Characters of an address that a picture of 1 MiB fits in. */
#define MAX_ADDRESS (1500 * 1024)

/* The bytes in a data: address of a picture; NULL when there is none in it. */
static GBytes *
decode (const char *address)
{
  static const char *const starts[] = { "data:image/png;base64,", "data:image/jpeg;base64," };
  gsize length = 0;
  guchar *bytes;

  for (guint i = 0; address != NULL && i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (address, starts[i]) && strlen (address) <= MAX_ADDRESS)
      {
        bytes = g_base64_decode (address + strlen (starts[i]), &length);

        return g_bytes_new_take (bytes, length);
      }

  return NULL;
}

static cairo_surface_t *
read_picture (const char *address)
{
  g_autoptr (GBytes) file = decode (address);

  return file != NULL ? _sb_logo_picture_read (file, NULL) : NULL;
}

char *
sb_logo_new_address (GBytes *file,
                     GError **error)
{
  cairo_surface_t *surface;
  g_autofree char *encoded = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  surface = _sb_logo_picture_read (file, error);
  if (surface == NULL)
    return NULL;

  cairo_surface_destroy (surface);
  encoded = g_base64_encode (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  return g_strdup_printf ("data:%s;base64,%s", _sb_logo_picture_get_type (file), encoded);
}

gboolean
sb_logo_is_readable (const char *address)
{
  cairo_surface_t *surface = address != NULL ? read_picture (address) : NULL;
  gboolean is_readable = address == NULL || surface != NULL;

  if (surface != NULL)
    cairo_surface_destroy (surface);

  return is_readable;
}

cairo_surface_t *
sb_logo_new_thumbnail (const char *address,
                       int width,
                       int height)
{
  cairo_surface_t *surface = read_picture (address);
  cairo_surface_t *thumbnail;
  double scale;
  cairo_t *cr;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  if (surface == NULL)
    return NULL;

  scale = MIN (1, MIN ((double) width / cairo_image_surface_get_width (surface), (double) height / cairo_image_surface_get_height (surface)));
  thumbnail = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) (cairo_image_surface_get_width (surface) * scale)),
                                          MAX (1, (int) (cairo_image_surface_get_height (surface) * scale)));
  cr = cairo_create (thumbnail);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  cairo_surface_flush (thumbnail);

  return thumbnail;
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
