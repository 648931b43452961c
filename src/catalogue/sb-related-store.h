/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* Which documents name the same things, and to what they belong. All functions block; for the thread of the
 * store. */

/**
 * SbRelatedDocument:
 * @document: (owned)
 * @shared: (owned) (element-type SbRef) what both name, the rarest first: why it is
 *   related
 * @weight: how much that tells; of two, the one with more is the nearer
 */
typedef struct
{
  SbRecord *document;
  GPtrArray *shared;
  double weight;
} SbRelatedDocument;

void sb_related_document_free (SbRelatedDocument *self);

/* At most @limit documents on the same things as @document, the nearest first. What
 * few documents name tells more than what all of them do; a thing that is named
 * everywhere relates nothing by itself. Of the texts that are one (document groups),
 * the first stands for all, and those that @document is one of are left out.
 * (element-type SbRelatedDocument) */
GPtrArray *sb_store_list_related (SbStore *self,
                                  gint64 document,
                                  guint limit,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many documents name @record, or with 0, the name @name (nullable) that is of no
 * record; -1 on error. */
gint64 sb_store_count_naming (SbStore *self,
                              gint64 record,
                              const char *name,
                              GError **error);

/* The dossier that most of what was lifted out of @document is a part of; 0 for none, and
 * -1 on error. */
gint64 sb_store_find_dossier_of (SbStore *self,
                                 gint64 document,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRelatedDocument, sb_related_document_free)

G_END_DECLS
