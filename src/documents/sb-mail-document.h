/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"

G_BEGIN_DECLS

/* Reads a saved page or a message in this process: for the extractor only. @fd:
 * a file that can be gone through in any order, open at its start; it stays open.
 * Parts that are not read stay in it. */
SbExtraction *_sb_mail_document_extract (int fd,
                                         const char *base_url,
                                         SbExtractScope scope,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
