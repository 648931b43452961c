/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-page.h"

#include <string.h>

#include "sb-document-error.h"
#include "sb-extractor-process.h"
#include "sb-pdf-page-answer.h"
#include "sb-pdf.h"

static SbPagePicture *
refuse (GError **error)
{
  g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN, "The page cannot be drawn");
  return NULL;
}

/* Whether the head is of one that can be, and of all that follows it. */
static gboolean
is_sound (const SbPdfPageHead *head,
          gsize size)
{
  guint64 n_bytes;

  if (memcmp (head->magic, SB_PDF_PAGE_MAGIC, sizeof head->magic) != 0 || head->width == 0 || head->height == 0 ||
      head->width > SB_PDF_PAGE_MAX_WIDTH || head->height > SB_PDF_PAGE_MAX_HEIGHT || head->stride != head->width * 4 ||
      head->n_pages == 0 || head->number == 0 || head->number > head->n_pages)
    return FALSE;

  n_bytes = (guint64) head->stride * head->height + (guint64) head->n_boxes * sizeof (SbPageBox) + head->n_text;
  return n_bytes == size - sizeof *head;
}

/* What is no number would be drawn anywhere. */
static gboolean
are_boxes_sound (const SbPageBox *boxes,
                 guint n)
{
  for (guint i = 0; i < n; i++)
    if (!(boxes[i].x > -9 && boxes[i].x < 9 && boxes[i].y > -9 && boxes[i].y < 9 && boxes[i].width >= 0 && boxes[i].width < 9 &&
          boxes[i].height >= 0 && boxes[i].height < 9))
      return FALSE;

  return TRUE;
}

SbPagePicture *
_sb_pdf_page_parse (GBytes *answer,
                    GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (answer, &size);
  g_autoptr (SbPagePicture) self = NULL;
  SbPdfPageHead head;
  gsize n_pixels;

  if (size < sizeof head)
    return refuse (error);
  memcpy (&head, data, sizeof head);
  if (!is_sound (&head, size))
    return refuse (error);

  n_pixels = (gsize) head.stride * head.height;
  self = g_new0 (SbPagePicture, 1);
  self->pixels = g_bytes_new_from_bytes (answer, sizeof head, n_pixels);
  self->width = (int) head.width;
  self->height = (int) head.height;
  self->stride = (int) head.stride;
  self->number = head.number;
  self->n_pages = head.n_pages;
  self->boxes = g_array_sized_new (FALSE, FALSE, sizeof (SbPageBox), head.n_boxes);
  g_array_append_vals (self->boxes, data + sizeof head + n_pixels, head.n_boxes);
  self->text = g_strndup (data + sizeof head + n_pixels + head.n_boxes * sizeof (SbPageBox), head.n_text);
  if (!g_utf8_validate (self->text, -1, NULL) || g_utf8_strlen (self->text, -1) != head.n_boxes ||
      !are_boxes_sound ((const SbPageBox *) (gpointer) self->boxes->data, head.n_boxes))
    return refuse (error);

  return g_steal_pointer (&self);
}

SbPagePicture *
sb_pdf_page_draw (GBytes *bytes,
                  guint number,
                  guint width,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *page = g_strdup_printf ("%u", number);
  g_autofree char *pixels = g_strdup_printf ("%u", CLAMP (width, 1, SB_PDF_PAGE_MAX_WIDTH));
  const char *const arguments[] = { SB_PDF_PAGE_FORMAT, page, pixels, NULL };
  g_autoptr (GBytes) answer = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > SB_PDF_MAX_BYTES)
    {
      g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE, "The file is larger than what is read");
      return NULL;
    }

  answer = _sb_extractor_ask (bytes, arguments, cancellable, error);
  return answer != NULL ? _sb_pdf_page_parse (answer, error) : NULL;
}
