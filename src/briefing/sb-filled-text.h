/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"
#include "sb-outline.h"

G_BEGIN_DECLS

/* What fills a block from the catalogue, as a text that a person can edit. */

/* The Markdown of the block @name in both languages, with its citations ([@UUID]), all of
 * its records as far as its keys admit them, whatever pages there are. A table becomes a
 * list of its rows. What was written by hand in its place is passed over. NULL when it
 * cannot be a text (maps, contents, sources), is one, or has nothing to say. No I/O; some
 * milliseconds. */
SbBilingual *sb_filled_text_new (const SbOutline *outline,
                                 const SbBriefingInput *input,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what fills a block of @kind has words: pictures, contents and sources have none
 * that could be a text. */
gboolean sb_filled_text_is_possible (SbTemplateBlockKind kind);

/* Whether the catalogue has changed since the text of a block was taken over by hand:
 * what it was made from is not what fills it @now (nullable). */
gboolean sb_filled_text_is_stale (const SbOutline *outline,
                                  const char *name,
                                  const SbBilingual *now);

G_END_DECLS
