/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-extractor-answer.h"
#include "sb-markdown-document.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* Any bytes are Markdown, and what the extractor says of them is understood. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = _sb_markdown_document_extract (bytes, &error);
  g_autoptr (SbExtraction) received = NULL;
  g_autofree char *answer = NULL;

  g_assert_no_error (error);
  answer = _sb_extractor_answer_new (extraction);
  received = _sb_extractor_answer_parse (answer, strlen (answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sb_extraction_get_blocks (received)->len, ==, sb_extraction_get_blocks (extraction)->len);
  return 0;
}
