/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-letters.h"

G_BEGIN_DECLS

/* Words of one line that stand near to each other. */
typedef struct
{
  GArray *letters; /* (owned) (element-type SbPdfLetter) turned upright, as they were drawn */
  PopplerRectangle box; /* the same way */
  gboolean has_right; /* letters that are read from the right */
} SbPdfPiece;

/* The pieces of @page (element-type SbPdfPiece) in the order in which they were
 * drawn, without what is drawn twice. What is read from the right is put together
 * by its place, because such a line is drawn from either side and in parts. */
GPtrArray *_sb_pdf_gather_pieces (const SbPdfPage *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
