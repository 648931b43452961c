/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-document.h"
#include "sb-parsed-item.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

/* The files that are published with a document (%SB_DOCUMENT_ATTACHMENTS), as feeds and
 * data services tell of them. */

/* Puts @files (element-type SbTableFile) in the place of those that were known. */
void sb_attachments_set_files (SbRecordBuilder *builder,
                               GPtrArray *files);

/* The same with the enclosures of @item that are documents: what is heard, watched or
 * looked at is none. */
void sb_attachments_set_enclosures (SbRecordBuilder *builder,
                                    const SbParsedItem *item);
/* Whether @document has the attachments that sb_attachments_set_enclosures() would
 * set. */
gboolean sb_attachments_has_enclosures (SbRecord *document,
                                        const SbParsedItem *item);

/* The item with the number @number, from 1; NULL when there are not so many. Borrowed. */
SbRecord *sb_attachments_get (SbRecord *document,
                              guint number);

G_END_DECLS
