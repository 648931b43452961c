/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-page-answer.h"

#include <poppler.h>
#include <string.h>

#include "sb-page-picture.h"
#include "sb-pdf-page.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* White below what the page draws, as paper is. */
static cairo_surface_t *
draw (PopplerPage *page,
      int width,
      int height,
      double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Where each character of @text is; those that poppler says nothing of are nowhere. */
static GArray *
list_boxes (PopplerPage *page,
            const char *text,
            double page_width,
            double page_height)
{
  guint n = (guint) g_utf8_strlen (text, -1);
  GArray *boxes = g_array_new (FALSE, TRUE, sizeof (SbPageBox));
  PopplerRectangle *places = NULL;
  guint n_places = 0;

  g_array_set_size (boxes, n);
  if (!poppler_page_get_text_layout (page, &places, &n_places))
    return boxes;

  for (guint i = 0; i < MIN (n, n_places); i++)
    {
      SbPageBox box = { (float) (MIN (places[i].x1, places[i].x2) / page_width), (float) (MIN (places[i].y1, places[i].y2) / page_height),
                        (float) (ABS (places[i].x2 - places[i].x1) / page_width), (float) (ABS (places[i].y2 - places[i].y1) / page_height) };

      g_array_index (boxes, SbPageBox, i) = box;
    }

  g_free (places);
  return boxes;
}

static void
write_all (const SbPdfPageHead *head,
           cairo_surface_t *surface,
           GArray *boxes,
           const char *text,
           FILE *out)
{
  fwrite (head, sizeof *head, 1, out);
  fwrite (cairo_image_surface_get_data (surface), head->stride, head->height, out);
  fwrite (boxes->data, sizeof (SbPageBox), head->n_boxes, out);
  fwrite (text, 1, head->n_text, out);
}

gboolean
_sb_pdf_page_write (GBytes *bytes,
                    guint number,
                    guint width,
                    FILE *out)
{
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  int n_pages = document != NULL ? poppler_document_get_n_pages (document) : 0;
  g_autoptr (PopplerPage) page = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) boxes = NULL;
  cairo_surface_t *surface;
  double page_width = 0;
  double page_height = 0;
  SbPdfPageHead head = { .width = MIN (width, SB_PDF_PAGE_MAX_WIDTH) };

  if (n_pages < 1)
    return FALSE;

  head.n_pages = (guint32) n_pages;
  head.number = CLAMP (number, 1, head.n_pages);
  page = poppler_document_get_page (document, (int) head.number - 1);
  if (page != NULL)
    poppler_page_get_size (page, &page_width, &page_height);
  if (!(page_width > 0 && page_height > 0))
    return FALSE;

  head.height = (guint32) CLAMP (page_height / page_width * head.width, 1, SB_PDF_PAGE_MAX_HEIGHT);
  surface = draw (page, (int) head.width, (int) head.height, head.width / page_width);
  text = poppler_page_get_text (page);
  if (text == NULL)
    text = g_strdup ("");
  boxes = list_boxes (page, text, page_width, page_height);
  memcpy (head.magic, SB_PDF_PAGE_MAGIC, sizeof head.magic);
  head.stride = (guint32) cairo_image_surface_get_stride (surface);
  head.n_boxes = boxes->len;
  head.n_text = (guint32) strlen (text);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    write_all (&head, surface, boxes, text, out);

  cairo_surface_destroy (surface);
  return TRUE;
}
