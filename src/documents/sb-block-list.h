/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block.h"

G_BEGIN_DECLS

/* Takes those blocks out of @blocks (element-type SbBlock) for which @marks,
 * which is as long, holds TRUE: in one pass, however many they are. */
void _sb_remove_marked (GPtrArray *blocks,
                        const gboolean *marks);

/* How many words @text has between white space. */
guint _sb_count_words (const char *text);

G_END_DECLS
