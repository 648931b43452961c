/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-line.h"

G_BEGIN_DECLS

/* Adds to @blocks (element-type SbBlock) the paragraphs, headings and items
 * that @lines (element-type SbPdfLine), in reading order, make up. */
void _sb_pdf_append_blocks (GPtrArray *blocks,
                            GArray *lines);

G_END_DECLS
