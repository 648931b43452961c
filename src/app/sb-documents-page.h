/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbDocumentsPage:
 *
 * All documents, by places and filters, as a list beside the one that is read. Its parts
 * are in sb-documents-page-*.c.
 */
#define SB_TYPE_DOCUMENTS_PAGE (sb_documents_page_get_type ())

G_DECLARE_FINAL_TYPE (SbDocumentsPage, sb_documents_page, SB, DOCUMENTS_PAGE, SbPage)

G_END_DECLS
