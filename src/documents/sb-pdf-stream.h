/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-line.h"

G_BEGIN_DECLS

/* Whether the order in which the lines of a page (element-type SbPdfLine) were
 * drawn can be the one in which they are read. Programs draw a text as it was
 * written, which tells more than the place of its lines; but some go across the
 * columns line by line, and some draw the page in no order at all. */
gboolean _sb_pdf_stream_is_readable (GPtrArray *region);

G_END_DECLS
