/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-block.h"
#include "sb-parsed-feed.h"

G_BEGIN_DECLS

/* One entry of a feed, read: what will be a document. Strings that the feed
 * does not give are NULL. */
typedef struct
{
  char *entry; /* (owned) what tells it from the others of the feed */
  char *url; /* (owned) (nullable) */
  char *title; /* (owned) never NULL */
  char *byline; /* (owned) (nullable) */
  char *language; /* (owned) (nullable) BCP 47 */
  char *lead; /* (owned) (nullable) */
  char *day; /* (owned) (nullable) "YYYY-MM-DD", in UTC */
  GPtrArray *blocks; /* (owned) (element-type SbBlock) */
  char *text_hash; /* (owned) SHA-256 of the text of the blocks */
  guint n_words;
  GBytes *original; /* (owned) (nullable) the HTML of the feed */
} SbFeedDraft;

/**
 * SbFeedDigest:
 *
 * A feed parsed, and the text of its entries taken out of their HTML: all of
 * the work on an answer that needs no catalogue. Immutable and reference
 * counted, safe to share between threads.
 */
typedef struct _SbFeedDigest SbFeedDigest;

#define SB_TYPE_FEED_DIGEST (sb_feed_digest_get_type ())

GType sb_feed_digest_get_type (void);

/* Reads what a server sent from @url. An entry that is there twice is taken
 * once. Takes its time: never on the main loop. Fails as sb_feed_parse() does,
 * or with %G_IO_ERROR_CANCELLED. */
SbFeedDigest *sb_feed_digest_new (GBytes *bytes,
                                  const char *url,
                                  const char *content_type,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbFeedDigest *sb_feed_digest_ref (SbFeedDigest *self);
void sb_feed_digest_unref (SbFeedDigest *self);

const SbParsedFeed *sb_feed_digest_get_feed (const SbFeedDigest *self);
/* (element-type SbFeedDraft), in the order of the feed; borrowed. */
GPtrArray *sb_feed_digest_get_drafts (const SbFeedDigest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedDigest, sb_feed_digest_unref)

G_END_DECLS
