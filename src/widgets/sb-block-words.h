/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-outline.h"

G_BEGIN_DECLS

/* What the window calls the blocks of a briefing; in the language of the interface where
 * none is named. */

/* "Map", "Key figures"; static. A kind without a word of its own bears its name. */
const char *sb_block_words_get_kind (SbTemplateBlockKind kind,
                                     SbLanguage language);

/* What it prints, in a sentence; static. */
const char *sb_block_words_get_summary (SbTemplateBlockKind kind);

/* What a block is called in a list: its heading, or its kind where it has none. */
char *sb_block_words_dup_name (const SbOutlineEntry *entry,
                               SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* "by hand", "automatic"; static. */
const char *sb_block_words_get_state (const SbOutlineEntry *entry);

G_END_DECLS
