/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction.h"
#include "sb-fetch-result.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* A file that is published with a document, fetched because it was asked for. It becomes
 * a document of its own, with a link that says what it is attached to. */

/* What is to be fetched. Owned by one. */
typedef struct
{
  gint64 document; /* that it is attached to */
  char *url; /* (owned) as the document has it */
  char *referrer; /* (owned) (nullable) who told of it; what may not be told from there is not fetched */
  char *name; /* (owned) of the file, or what stands for it */
  gboolean may_be_page; /* it is said to be a page of the web */
} SbAttachmentWanted;

void sb_attachment_wanted_free (SbAttachmentWanted *self);

/* The attachment of @document with the address @url. Fails with
 * %SB_ATTACHMENT_ERROR when there is none such any more. */
SbAttachmentWanted *sb_attachment_wanted_new (SbStore *store,
                                              gint64 document,
                                              const char *url,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What came, with its text. Made where that may take its time, then handed to the
 * writer; owned by one. */
typedef struct
{
  SbFetchResult *fetch; /* (owned) */
  SbExtraction *extraction; /* (owned) */
} SbAttachmentDraft;

/* Takes the text out of what was fetched. Takes its time: never on the main loop. Fails
 * with %SB_ATTACHMENT_ERROR, %SB_DOCUMENT_ERROR or %G_IO_ERROR_CANCELLED. */
SbAttachmentDraft *sb_attachment_draft_new (const SbAttachmentWanted *wanted,
                                            SbFetchResult *fetch,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_attachment_draft_free (SbAttachmentDraft *self);

/* Stores it, as one unit of work that can be undone: as a document, or, where one of
 * the same bytes is there, as a link and a capture of that one. Its id; 0 with an
 * error. */
gint64 sb_attachment_intake (SbStore *store,
                             const SbAttachmentWanted *wanted,
                             SbAttachmentDraft *draft,
                             GError **error);

/* The documents that the attachments of @document were fetched as, one for each, in
 * their order; 0 for one that was not. (element-type gint64) */
GArray *sb_attachments_list_fetched (SbStore *store,
                                     SbRecord *document,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Why a file could not be fetched: the codes are those of SbFeedsError, which are worded
 * for feeds. */
#define SB_ATTACHMENT_ERROR (sb_attachment_error_quark ())

GQuark sb_attachment_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbAttachmentWanted, sb_attachment_wanted_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbAttachmentDraft, sb_attachment_draft_free)

G_END_DECLS
