/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-block.h"
#include "sb-parsed-feed.h"

G_BEGIN_DECLS

/* One entry of a feed: what will be a document. Strings that the feed does not give
 * are NULL. */
typedef struct
{
  char *entry; /* (owned) what tells it from the others of the feed */
  char *url; /* (owned) (nullable) */
  char *title; /* (owned) never NULL */
  char *byline; /* (owned) (nullable) */
  char *language; /* (owned) (nullable) BCP 47 */
  char *opening; /* (owned) (nullable) the lead, as far as it is told without the text */
  char *day; /* (owned) (nullable) "YYYY-MM-DD", in UTC */
  GBytes *original; /* (owned) (nullable) the HTML of the feed */
  char *hash; /* (owned) (nullable) SHA-256 of it */
  SbParsedItem *item; /* (owned) */

  /* Once its text was taken out of the HTML: sb_feed_draft_read(). */
  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) */
  char *text_hash; /* (owned) (nullable) SHA-256 of the text of the blocks */
  char *lead; /* (owned) (nullable) */
  guint n_words;
} SbFeedDraft;

/* Takes the text of @self out of its HTML, unless that was done: some tenths of a
 * millisecond for each kilobyte. For who holds the digest alone. */
void sb_feed_draft_read (SbFeedDraft *self);

/* Whether the feed gives a summary beside the text, which is its lead. */
gboolean sb_feed_draft_has_summary (const SbFeedDraft *self);
/* What addresses in the HTML of @self are relative to. (nullable) */
const char *sb_feed_draft_get_base (const SbFeedDraft *self);

typedef enum
{
  SB_FEED_DIGEST_DEFAULT = 0, /* the text is taken out of the HTML */
  SB_FEED_DIGEST_LATER = 1 << 0, /* it is not, where all else is known without it */
} SbFeedDigestFlags;

/**
 * SbFeedDigest:
 *
 * A feed parsed, and the text of its entries taken out of their HTML, now or later:
 * all of the work on an answer that needs no catalogue. Reference counted, handed
 * from thread to thread; used by one at a time.
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
                                  SbFeedDigestFlags flags,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbFeedDigest *sb_feed_digest_ref (SbFeedDigest *self);
void sb_feed_digest_unref (SbFeedDigest *self);

const SbParsedFeed *sb_feed_digest_get_feed (const SbFeedDigest *self);
/* (element-type SbFeedDraft), in the order of the feed; borrowed. */
GPtrArray *sb_feed_digest_get_drafts (const SbFeedDigest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedDigest, sb_feed_digest_unref)

G_END_DECLS
