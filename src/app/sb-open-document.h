/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"

G_BEGIN_DECLS

/* A document with its text, read in the worker of the catalogue. */
typedef struct
{
  SbRecord *document; /* (owned) (nullable) NULL when it is not there any more */
  GPtrArray *blocks; /* (owned) (element-type SbBlock) (nullable) */
  GArray *fetched; /* (owned) (element-type gint64) (nullable) what its attachments were
                      fetched as; 0 for one that was not */
} SbOpenDocument;

void sb_open_document_free (SbOpenDocument *self);

void sb_open_document_read_async (SbCatalogue *catalogue,
                                  gint64 document,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SbOpenDocument *sb_open_document_read_finish (SbCatalogue *catalogue,
                                              GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbOpenDocument, sb_open_document_free)

G_END_DECLS
