/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-page-picture.h"

G_BEGIN_DECLS

/* A page is drawn no wider than so many pixels. */
#define SB_PDF_PAGE_MAX_WIDTH 3000

/* Draws a page of a PDF file, @width pixels wide, and tells what is written where, in a
 * process of its own, see _sb_extractor_run(). A @number beyond the last one is the last.
 * Fails with SB_DOCUMENT_ERROR or G_IO_ERROR_CANCELLED. Any thread but the main one. */
SbPagePicture *sb_pdf_page_draw (GBytes *bytes,
                                 guint number,
                                 guint width,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For tests: reads the answer of that process, which may have been taken over by the
 * file: nothing in it is trusted. */
SbPagePicture *_sb_pdf_page_parse (GBytes *answer,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
