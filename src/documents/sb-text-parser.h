/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* Adds the blocks of plain text, UTF-8, to @blocks (element-type SbBlock). With
 * SB_EXTRACT_ARTICLE, tables of contents are left out. */
void _sb_text_append_blocks (GPtrArray *blocks,
                             const char *text,
                             SbExtractScope scope);

G_END_DECLS
