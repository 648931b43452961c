/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf.h"

#include "sb-document-error.h"
#include "sb-extractor-process.h"

SbExtraction *
sb_pdf_extract (GBytes *bytes,
                SbExtractScope scope,
                GCancellable *cancellable,
                GError **error)
{
  const char *const arguments[] = { "pdf", scope == SB_EXTRACT_WHOLE ? "whole" : "article", NULL };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > SB_PDF_MAX_BYTES)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE,
                   "The file has %" G_GSIZE_FORMAT " bytes; at most %d are read",
                   g_bytes_get_size (bytes), SB_PDF_MAX_BYTES);
      return NULL;
    }
  return _sb_extractor_run (bytes, arguments, cancellable, error);
}
