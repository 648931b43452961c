/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-digest.h"
#include "sb-feed-outcome.h"
#include "sb-fetch-result.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* The last stage of a sync: what was fetched of one feed goes into the
 * catalogue, documents and the state of the feed in one transaction. New
 * entries become documents; those that changed are updated and keep their read
 * and star marks; others are not written. Entries that a feed drops stay.
 *
 * @digest is what @fetch holds; it is NULL when nothing was fetched, or when it
 * could not be read, which @unread (nullable) tells. NULL without an error: the
 * feed was removed meanwhile. Blocks. */
SbFeedOutcome *sb_feed_intake (SbStore *store,
                               gint64 feed,
                               SbFetchResult *fetch,
                               SbFeedDigest *digest,
                               const GError *unread,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
