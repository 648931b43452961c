/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* Reads a PDF file in this process: for the extractor only. Of the whole of it,
 * the heads and feet of its pages stay where they are drawn. */
SbExtraction *_sb_pdf_document_extract (GBytes *bytes,
                                        SbExtractScope scope,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
