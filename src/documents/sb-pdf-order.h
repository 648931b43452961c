/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-line.h"

G_BEGIN_DECLS

/* Puts the lines from the index @start on (element-type SbPdfLine), all of one
 * page, into the order in which they are read: the one in which they were drawn
 * or, where that cannot be read, columns one after the other, what spans them
 * where it stands, tables row by row. Lines of a table get its number and that
 * of their row. */
void _sb_pdf_order_page (GArray *lines,
                         guint start);

G_END_DECLS
