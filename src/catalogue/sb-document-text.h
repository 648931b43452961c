/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbDocumentText:
 * @is_there: whether there is such a document
 * @text: (owned) (nullable) its blocks joined
 * @language: (owned) (nullable) BCP 47
 * @last_day: of its date, see sb_day_parse(); %SB_DATE_DAY_MAX when that is not known
 * @fetched: in seconds since 1970; 0 when that is not known
 * @is_withdrawn: whether it was withdrawn
 * @is_linked: whether something was found or said of it and another one
 * @is_unnamed: whether it waits to be read for names
 *
 * What a document is compared with others and read for names by, behind its being stored:
 * without the tree of its blocks, which takes longer to make than to compare.
 */
typedef struct
{
  gboolean is_there;
  char *text;
  char *language;
  int last_day;
  gint64 fetched;
  gboolean is_withdrawn;
  gboolean is_linked;
  gboolean is_unnamed;
} SbDocumentText;

/* FALSE when it failed. */
gboolean sb_store_get_document_text (SbStore *self,
                                     gint64 document,
                                     SbDocumentText *text,
                                     GError **error);
void sb_document_text_clear (SbDocumentText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbDocumentText, sb_document_text_clear)

G_END_DECLS
