/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-feeds-error.h"
#include "sb-fetch-result.h"

G_BEGIN_DECLS

/**
 * SbFetcher:
 *
 * Fetches feeds and pages over http and https, and nothing that they point to.
 * Sends no cookies and no referrer; asks only for what has changed; at most two
 * fetches of a host at a time and eight in all, the others wait. A body that is
 * too large (on the wire or unpacked), a server that is too slow, a redirect
 * from https to http and an address on the local network are refused.
 *
 * Belongs to the thread, and to the default main context of it, in which it was
 * made; callbacks run there. One serves the whole program.
 */
#define SB_TYPE_FETCHER (sb_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (SbFetcher, sb_fetcher, SB, FETCHER, GObject)

/* What to fetch. The validators are those of the last result (nullable). */
typedef struct
{
  const char *url;
  const char *etag;
  const char *last_modified;
} SbFetchRequest;

/* Properties, read and written any time; they hold for fetches that start
 * after: "allow-local" (boolean, FALSE: whether @url may be on the local
 * network; a redirect from elsewhere never may), "max-bytes" (uint, 16 MiB),
 * "total-timeout" and "idle-timeout" (uint, milliseconds, 60 s and 20 s: of the
 * whole fetch, and without anything arriving). */
SbFetcher *sb_fetcher_new (void) G_GNUC_WARN_UNUSED_RESULT;

void sb_fetcher_fetch_async (SbFetcher *self,
                             const SbFetchRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Returns a result also when the fetch failed: then it has the error, and what
 * the server said beside it. NULL only with %G_IO_ERROR_CANCELLED. */
SbFetchResult *sb_fetcher_fetch_finish (SbFetcher *self,
                                        GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* An address as people type and paste it, made one that can be fetched: white
 * space around it goes, "feed:" goes, a scheme that is missing is https.
 * Returns NULL with %SB_FEEDS_ERROR_ADDRESS for what is no address of http. */
char *sb_fetcher_normalise_address (const char *typed,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
