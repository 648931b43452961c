/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* What a file is, by its first bytes and what is said of it. */
typedef enum
{
  SB_FORMAT_UNKNOWN,
  SB_FORMAT_TEXT,
  SB_FORMAT_HTML,
  SB_FORMAT_PDF,
  SB_FORMAT_OFFICE, /* ODT or DOCX */
  SB_FORMAT_MARKDOWN,
  SB_FORMAT_MAIL, /* a message, or a page saved as one: MHTML */
} SbFormat;

/* @content_type: (nullable) as in HTTP, "text/html; charset=…"; it decides
 * only where the bytes do not. */
SbFormat sb_format_guess (GBytes *bytes,
                          const char *content_type);

/* What a file of that name likely holds, as @content_type is given below;
 * NULL when the name does not tell. */
const char *sb_content_type_for_name (const char *name);

/* Reads a document of any format that is known here. @base_url: (nullable)
 * where it came from. Fails with SB_DOCUMENT_ERROR or, when cancelled, with
 * G_IO_ERROR_CANCELLED. Takes its time: never on the main loop. */
SbExtraction *sb_extract (GBytes *bytes,
                          const char *content_type,
                          const char *base_url,
                          SbExtractScope scope,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
