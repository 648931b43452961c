/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-document-error.h"

/* clang-format off */
G_DEFINE_QUARK (sb-document-error-quark, sb_document_error)
/* clang-format on */
