/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-context.h"

G_BEGIN_DECLS

/**
 * SbDocumentFilterBar:
 *
 * What narrows a list of documents: unread, starred, language, source, age. It is
 * remembered in the settings. Signal "changed": another choice was made.
 */
#define SB_TYPE_DOCUMENT_FILTER_BAR (sb_document_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (SbDocumentFilterBar, sb_document_filter_bar, SB, DOCUMENT_FILTER_BAR, AdwBin)

/* To be called once, with the catalogue open. */
void sb_document_filter_bar_connect (SbDocumentFilterBar *self,
                                     SbContext *context);

/* Asks @query for what was chosen. */
void sb_document_filter_bar_restrict (SbDocumentFilterBar *self,
                                      SbQuery *query);
/* Whether anything was chosen. */
gboolean sb_document_filter_bar_is_active (SbDocumentFilterBar *self);
void sb_document_filter_bar_clear (SbDocumentFilterBar *self);

/* What was chosen of language and source in the words of a search, "lang:fr
 * source:\"Studio Tamani\""; NULL for nothing. */
char *sb_document_filter_bar_dup_words (SbDocumentFilterBar *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
