/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-document-error.h"

/* clang-format off */
G_DEFINE_QUARK (sb-document-error-quark, sb_document_error)
/* clang-format on */

static const char *const error_names[] = {
  [SB_DOCUMENT_ERROR_UNSUPPORTED] = "unsupported",
  [SB_DOCUMENT_ERROR_BROKEN] = "broken",
  [SB_DOCUMENT_ERROR_LOCKED] = "locked",
  [SB_DOCUMENT_ERROR_NO_TEXT] = "no-text",
  [SB_DOCUMENT_ERROR_TOO_LARGE] = "too-large",
  [SB_DOCUMENT_ERROR_TOO_COSTLY] = "too-costly",
  [SB_DOCUMENT_ERROR_HELPER] = "helper",
  [SB_DOCUMENT_ERROR_EMPTY] = "empty",
  [SB_DOCUMENT_ERROR_OLD_FORMAT] = "old-format",
};

const char *
sb_document_error_get_name (SbDocumentError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (error_names), "unknown");

  return error_names[code];
}
