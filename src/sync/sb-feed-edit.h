/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* What of an SbFeedEdit is left as it is, where NULL does not say so. */
#define SB_FEED_EDIT_KEEP -1

/* How often a feed may be asked, in minutes. */
#define SB_FEED_EDIT_MIN_INTERVAL 5
#define SB_FEED_EDIT_MAX_INTERVAL (7 * 24 * 60)

/* Begins an edit that changes nothing yet. */
#define SB_FEED_EDIT_INIT               \
  {                                     \
    .interval = SB_FEED_EDIT_KEEP,      \
    .has_full_text = SB_FEED_EDIT_KEEP, \
    .is_paused = SB_FEED_EDIT_KEEP,     \
  }

/* A word of what a data service is asked for; with "" it is taken away. */
typedef struct
{
  const char *name;
  const char *value; /* NULL leaves it as it is */
} SbFeedEditWord;

/**
 * SbFeedEdit:
 *
 * What the user changes of feeds. Filled by name; borrows its texts. NULL leaves a
 * text as it is, "" takes it away.
 */
typedef struct
{
  const char *title; /* "" for what the feed calls itself, or for what it is asked */
  const char *url; /* of a feed */
  const SbFeedEditWord *words; /* of the query of a service */
  guint n_words;
  const char *source; /* the name of who publishes the feed */
  const char *languages; /* of the source, by code: "fr, en" */
  int interval; /* minutes; 0 for the usual one */
  int has_full_text; /* whether the pages of its entries are fetched */
  int is_paused;
} SbFeedEdit;

/* Changes the @n_feeds feeds of @feeds in one unit of work that can be undone. Those
 * that are not there any more are passed over. A feed with another address begins
 * anew: it is due at once, and what was wrong with the old one is forgotten.
 * Fails with %SB_SYNC_ERROR, %SB_FEEDS_ERROR_ADDRESS and %SB_SERVICES_ERROR_QUERY when
 * something in @edit makes no sense, and then changes nothing. Blocks. */
gboolean sb_feed_edit (SbStore *store,
                       const gint64 *feeds,
                       guint n_feeds,
                       const SbFeedEdit *edit,
                       GError **error);

G_END_DECLS
