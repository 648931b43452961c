/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* Reads Markdown in UTF-8 in this process: for the extractor only. */
SbExtraction *_sb_markdown_document_extract (GBytes *bytes,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
