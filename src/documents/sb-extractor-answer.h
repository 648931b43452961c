/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* What the extractor writes to standard output for a file that it has read: all
 * of the extraction, with the spans of its blocks. */
char *_sb_extractor_answer_new (const SbExtraction *extraction) G_GNUC_WARN_UNUSED_RESULT;

/* What it writes for one that it cannot read: {"error": code, "message": text}. */
char *_sb_extractor_answer_error (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the answer of the extractor, which may have been taken over by the
 * file that it read: nothing in it is trusted. */
SbExtraction *_sb_extractor_answer_parse (const char *answer,
                                          gsize length,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
