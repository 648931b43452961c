/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes out of @blocks (element-type SbBlock) what was said before in the same
 * words: the second copy of an article that was pasted twice, and long
 * paragraphs that come again. Short ones go only along with their neighbours.
 * A repetition is a row of @min_blocks at least; nothing is done when all of
 * them come to less than @min_letters. */
void _sb_drop_repetitions (GPtrArray *blocks,
                           guint min_blocks,
                           guint min_letters);

G_END_DECLS
