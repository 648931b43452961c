/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-picture-private.h"

#include "sb-briefing-error.h"
#include "sb-pdf-maker-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

/* Pixels of a side of a PNG: Cairo takes no more. */
#define MAX_PIXELS 32767

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (SbMapSheetFormat format,
                const SbMapSheetSize *size,
                GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case SB_MAP_SHEET_PDF:
      surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, size->width, size->height);
      _sb_pdf_set_maker (surface);
      return surface;

    case SB_MAP_SHEET_SVG:
      surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, size->width, size->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
      return surface;

    case SB_MAP_SHEET_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) MIN (round (size->width * size->density), MAX_PIXELS),
                                         (int) MIN (round (size->height * size->density), MAX_PIXELS));
    }
}

/* White paper, and what is on it. */
static void
fill_surface (SbPageFunc draw,
              guint n_pages,
              gpointer data,
              cairo_surface_t *surface,
              SbMapSheetFormat format,
              const SbMapSheetSize *size)
{
  cairo_t *cr = cairo_create (surface);

  if (format == SB_MAP_SHEET_PNG)
    cairo_scale (cr, size->density, size->density);
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      draw (cr, i, size->width, size->height, data);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

static GBytes *
render_pages (SbPageFunc draw,
              guint n_pages,
              gpointer data,
              SbMapSheetFormat format,
              const SbMapSheetSize *size,
              GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_surface (format, size, bytes);
  cairo_status_t status;

  fill_surface (draw, n_pages, data, surface, format, size);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS && format == SB_MAP_SHEET_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_DRAWING, "Cannot draw the picture: %s",
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
_sb_picture_write_pages (SbPageFunc draw,
                         guint n_pages,
                         gpointer data,
                         const char *path,
                         SbMapSheetFormat format,
                         const SbMapSheetSize *size,
                         GError **error)
{
  g_autoptr (GBytes) bytes = render_pages (draw, n_pages, data, format, size, error);

  if (bytes == NULL)
    return FALSE;

  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

typedef struct
{
  SbFigureFunc draw;
  gpointer data;
} Figure;

/* An #SbPageFunc; @data is the figure. */
static void
draw_figure (cairo_t *cr,
             guint number,
             double width,
             double height,
             gpointer data)
{
  const Figure *figure = data;

  figure->draw (cr, width, height, figure->data);
}

gboolean
_sb_picture_write (SbFigureFunc draw,
                   gpointer data,
                   const char *path,
                   SbMapSheetFormat format,
                   const SbMapSheetSize *size,
                   GError **error)
{
  Figure figure = { draw, data };

  return _sb_picture_write_pages (draw_figure, 1, &figure, path, format, size, error);
}

GBytes *
_sb_picture_render (SbFigureFunc draw,
                    gpointer data,
                    SbMapSheetFormat format,
                    const SbMapSheetSize *size,
                    GError **error)
{
  Figure figure = { draw, data };

  return render_pages (draw_figure, 1, &figure, format, size, error);
}
