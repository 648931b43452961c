/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-sync.h"

G_BEGIN_DECLS

/* Fetches the attachment of @document that has the address @url, and keeps it as a
 * document that is attached to it; see sb-attachment-intake.h. It is fetched only from
 * where its document may lead: never into the local network but from there. @operation
 * (nullable) is told how far it is; it is the caller's to complete, and its cancellable
 * the one to be given. */
void sb_sync_fetch_attachment_async (SbSync *self,
                                     gint64 document,
                                     const char *url,
                                     SbOperation *operation,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* The id of the document it became; 0 on error, which is %SB_ATTACHMENT_ERROR,
 * %SB_DOCUMENT_ERROR, one of the catalogue or %G_IO_ERROR_CANCELLED: then nothing was
 * kept. */
gint64 sb_sync_fetch_attachment_finish (SbSync *self,
                                        GAsyncResult *result,
                                        GError **error);

G_END_DECLS
