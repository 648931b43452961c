/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbFeedLink:
 *
 * A feed that a page offers. Read-only once made.
 */
typedef struct
{
  char *url; /* (owned) absolute, http or https */
  char *title; /* (owned) (nullable) as the page calls it */
  char *type; /* (owned) (nullable) a content type: "application/rss+xml" */
} SbFeedLink;

void sb_feed_link_free (SbFeedLink *self);

/* The feeds of the page in @bytes, the likeliest first: those that it declares,
 * then those that it links to by an address or a name like a feed's; feeds of
 * comments come last. (element-type SbFeedLink) (transfer full), empty for a
 * page without any. @charset: (nullable); @base_url: where the page is. Any
 * thread. */
GPtrArray *sb_html_find_feeds (GBytes *bytes,
                               const char *charset,
                               const char *base_url) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedLink, sb_feed_link_free)

G_END_DECLS
