/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

G_BEGIN_DECLS

/* What the extractor is asked by: SB_PDF_PAGE_FORMAT, the number, the width. */
#define SB_PDF_PAGE_FORMAT "pdf-page"

#define SB_PDF_PAGE_MAX_HEIGHT 6000

#define SB_PDF_PAGE_MAGIC "SBPDFPG1"

/* Its answer begins with this; then come the pixels, an SbPageBox for each character, and
 * the text in UTF-8. Of this machine: it goes from one process to another. */
typedef struct
{
  char magic[8];
  guint32 width;
  guint32 height;
  guint32 stride;
  guint32 number;
  guint32 n_pages;
  guint32 n_boxes;
  guint32 n_text;
} SbPdfPageHead;

/* In the extractor: draws a page and writes the answer. FALSE when it cannot, with
 * nothing written. */
gboolean _sb_pdf_page_write (GBytes *bytes,
                             guint number,
                             guint width,
                             FILE *out);

G_END_DECLS
