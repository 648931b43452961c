/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fetch-result.h"
#include "sb-sync.h"

G_BEGIN_DECLS

/* The codes of SbFeedsError, as they are said of a picture. */
#define SB_ILLUSTRATION_ERROR (sb_illustration_error_quark ())

GQuark sb_illustration_error_quark (void);

/* Fetches a picture that the page at @page (nullable) shows, and keeps nothing. It is
 * fetched only from where that page may lead: never from https to http, and never into
 * the local network but from there. @operation (nullable) is told how far it is; it is
 * the caller's to complete, and its cancellable the one to be given. */
void sb_sync_fetch_illustration_async (SbSync *self,
                                       const char *page,
                                       const char *address,
                                       SbOperation *operation,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* The bytes, which may be anything; NULL with %SB_ILLUSTRATION_ERROR or
 * %G_IO_ERROR_CANCELLED. */
GBytes *sb_sync_fetch_illustration_finish (SbSync *self,
                                           GAsyncResult *result,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
