/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-letters.h"

G_BEGIN_DECLS

/* TRUE for letters that are read from the right to the left. */
gboolean _sb_pdf_is_right_to_left (gunichar c);

/* Puts @letters (element-type SbPdfLetter), those of one upright line in any
 * order, into the order in which they are read, when some of them are read from
 * the right; spaces become letters of their own. Numbers and words of other
 * scripts between them stay as they are; brackets are mirrored back. */
void _sb_pdf_order_letters (GArray *letters);

G_END_DECLS
