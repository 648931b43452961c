/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-extractor-answer.h"
#include "sb-pdf-document.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static void
extract (GBytes *bytes,
         SbExtractScope scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = _sb_pdf_document_extract (bytes, scope, &error);
  g_autofree char *answer = NULL;

  g_assert_true ((extraction == NULL) == (error != NULL));
  answer = extraction != NULL ? _sb_extractor_answer_new (extraction) : _sb_extractor_answer_error (error);
  g_assert_true (g_utf8_validate (answer, -1, NULL));
}

/* Any bytes said to be a PDF file give a text or an error. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  extract (bytes, SB_EXTRACT_WHOLE);
  extract (bytes, SB_EXTRACT_ARTICLE);
  return 0;
}
