/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-letters.h"

G_BEGIN_DECLS

/* Turns @page so that most of its text stands upright. Letters of a font for
 * vertical text that stand side by side count as upright: programs use such
 * fonts for ordinary text as well. */
void _sb_pdf_turn_page (SbPdfPage *page);

/* Where @box is when a page of @width by @height is turned so that what is read
 * in @rotation quarter turns clockwise stands upright. */
PopplerRectangle _sb_pdf_turn_box (const PopplerRectangle *box,
                                   guint rotation,
                                   double width,
                                   double height);

G_END_DECLS
