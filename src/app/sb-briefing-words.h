/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Adds what was read to the text of a briefing: @source is an extract, which is quoted
 * in its words, or a document, which is named; either is cited. It goes to the end of
 * the block that such additions have, whatever its author calls it by now, in each
 * language of the briefing; the block is added above the sources and the last page when there
 * is none. Returns the briefing that comes of it (of one that was issued, the draft of
 * the next); @briefing itself when that block cites @source already. Blocks to read the
 * template, which the error is of. Any thread. */
SbRecord *sb_briefing_add_words (SbRecord *briefing,
                                 SbRecord *source,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
