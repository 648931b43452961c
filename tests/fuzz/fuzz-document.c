/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-document-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static void
extract (GBytes *bytes,
         SbExtractScope scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = sb_extract (bytes, "text/html", "https://example.org/a/", scope, NULL, &error);
  g_autofree char *json = NULL;

  g_assert_true ((extraction == NULL) == (error != NULL));
  if (extraction == NULL)
    return;

  json = sb_extraction_to_json (extraction);
  g_assert_true (g_utf8_validate (json, -1, NULL));
}

/* Any bytes said to be a page give a document or an error, whole and without
 * what is around its article, and what was read can be written down. What
 * is read in a child process is left out. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  SbFormat format = sb_format_guess (bytes, "text/html");

  if (format == SB_FORMAT_PDF || format == SB_FORMAT_MAIL || format == SB_FORMAT_MARKDOWN)
    return 0;

  extract (bytes, SB_EXTRACT_WHOLE);
  extract (bytes, SB_EXTRACT_ARTICLE);
  return 0;
}
