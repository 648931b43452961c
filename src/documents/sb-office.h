/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* The most bytes that are read of a word processor's file. */
#define SB_OFFICE_MAX_BYTES (64 << 20)

/* Reads an OpenDocument text (ODT) or an Office Open XML document (DOCX).
 * Text that was deleted under change tracking, comments and notes are left
 * out. Fails with SB_DOCUMENT_ERROR (LOCKED when it is encrypted). Any
 * thread. */
SbExtraction *sb_office_extract (GBytes *bytes,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Their readers. @bytes: the whole archive. */
gboolean _sb_odt_read (GBytes *bytes,
                       SbExtraction *extraction,
                       GError **error);
gboolean _sb_docx_read (GBytes *bytes,
                        SbExtraction *extraction,
                        GError **error);

G_END_DECLS
