/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* The most bytes that are read as Markdown; longer files are read as text. */
#define SB_MARKDOWN_MAX_BYTES (1 << 20)

/* TRUE when the text begins with front matter, the lines of metadata that
 * programs put before Markdown. @head: the start of a file, NUL-terminated. */
gboolean sb_markdown_has_front_matter (const char *head);

/* Reads Markdown with tables and notes as GitHub has them: headings, lists,
 * quotations, tables, code; title, author and date of its front matter. In a
 * process of its own, see _sb_extractor_run(); what is too costly for that is read
 * as plain text. @charset: (nullable) as declared. Fails as
 * sb_plain_text_extract() does or with G_IO_ERROR_CANCELLED. Any thread but the
 * main one. */
SbExtraction *sb_markdown_extract (GBytes *bytes,
                                   const char *charset,
                                   SbExtractScope scope,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
