/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction-private.h"

G_BEGIN_DECLS

/* Finds title, byline and date in what stands before the first prose of a
 * text; the title's block becomes a heading of the first level. */
void _sb_find_text_title (SbExtraction *extraction);

G_END_DECLS
