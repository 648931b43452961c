/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-line.h"

G_BEGIN_DECLS

/* Marks as dropped the running heads, the feet and the page numbers among
 * @lines (element-type SbPdfLine): the outermost rows of a page when they stand
 * at the same edge of other pages in the same words, numbers apart. What says
 * more than a label or a number is told once: heads the first time, at the start
 * of their page, feet the last time, at its end. @heights:
 * (element-type double) of the pages, in points. */
void _sb_pdf_drop_furniture (GArray *lines,
                             GArray *heights);

G_END_DECLS
