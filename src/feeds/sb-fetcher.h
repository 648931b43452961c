/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-feeds-error.h"
#include "sb-fetch-message.h"
#include "sb-fetch-result.h"
#include "sb-operation.h"

G_BEGIN_DECLS

/**
 * SbFetcher:
 *
 * Fetches feeds and pages over http and https, and nothing that they point to.
 * Sends no cookies and no referrer; asks only for what has changed; at most two
 * fetches of a host at a time and eight in all, the others wait, also those that
 * are redirected to a host. A body that is too large (on the wire or unpacked), a
 * server that is too slow, a redirect from https to http and an address on the
 * local network are refused. The bodies of all results that are still held, and
 * of those that are coming in, take 12 MiB at most: a fetch waits until there is
 * room.
 *
 * Belongs to the thread, and to the default main context of it, in which it was
 * made; callbacks run there. One serves the whole program.
 */
#define SB_TYPE_FETCHER (sb_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (SbFetcher, sb_fetcher, SB, FETCHER, GObject)

/* What to fetch. The validators are those of the last result (nullable).
 * @referrer (nullable) is the page, feed or entry that named @url, where it was
 * not the user: what a redirect may not do, it may not do either. It is not sent. */
typedef struct
{
  const char *url;
  const char *etag;
  const char *last_modified;
  const char *referrer;
  SbFetchMessage *message; /* (nullable) */
  guint max_bytes; /* of the body; 0 for what holds for all of the fetcher */
  guint total_timeout; /* in milliseconds; the same */
  SbOperation *operation; /* (nullable) is told how much of the body is there */
} SbFetchRequest;

/* Properties, read and written any time; they hold for fetches that start
 * after: "allow-local" (boolean, FALSE: whether a @url that is written as one of
 * the local network may be fetched; what a redirect, a referrer or a name server
 * elsewhere make of an address never may), "max-bytes" (uint, 8 MiB: of one body,
 * on the wire and unpacked), "total-timeout" and "idle-timeout" (uint,
 * milliseconds, 60 s and 20 s: of the whole fetch, and without anything
 * arriving; time that a fetch waits for others does not count). */
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

/* Where what is at @from (a page, an entry, both absolute) may lead with @to: to
 * http and https, from https to https only, where an address of http is taken for
 * one of https that was written before the site moved there, and to the local
 * network from there only. NULL when it may not. */
char *sb_fetcher_follow (const char *from,
                         const char *to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
