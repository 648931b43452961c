/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* The most bytes that are read of a PDF file. */
#define SB_PDF_MAX_BYTES (256 << 20)

/* Reads a PDF file in a process of its own, see _sb_extractor_run(). Of an article,
 * repeated page heads and feet are dropped. Fails with SB_DOCUMENT_ERROR (LOCKED
 * when it needs a password, NO_TEXT when it is made of pictures) or
 * G_IO_ERROR_CANCELLED. Any thread but the main one. */
SbExtraction *sb_pdf_extract (GBytes *bytes,
                              SbExtractScope scope,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
