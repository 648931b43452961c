/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* The most bytes that are read of a text file. */
#define SB_PLAIN_TEXT_MAX_BYTES (32 << 20)

/* Reads a text file in whatever character set it is: paragraphs by blank
 * lines, hard-wrapped lines joined, headings and lists recognised by their
 * look or by the marks of Markdown. With SB_EXTRACT_ARTICLE, what is said
 * twice, tables of contents, cookie notices and comment forms are left out.
 * @charset: (nullable). Fails with SB_DOCUMENT_ERROR when it is too large or
 * no text. Any thread. */
SbExtraction *sb_plain_text_extract (GBytes *bytes,
                                     const char *charset,
                                     SbExtractScope scope,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
