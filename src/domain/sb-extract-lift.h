/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Lifts the passage from @start to @end (characters of the joined @blocks) out
 * of a document: a new record of sb_extract_schema with the exact quotation,
 * what stands before and after it, its page and the hash of the whole text, so
 * that the passage is found again when the text changes. NULL when the range is
 * empty or outside of the text. @blocks: (element-type SbBlock). */
SbRecord *sb_extract_lift (SbRecord *document,
                           GPtrArray *blocks,
                           int start,
                           int end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
