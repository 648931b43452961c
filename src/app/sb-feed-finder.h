/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A feed that can be subscribed to. */
typedef struct
{
  char *url; /* (owned) */
  char *title; /* (owned) (nullable) */
} SbFeedChoice;

/**
 * SbFeedFinder:
 *
 * Looks at an address for the feeds that there are to choose from, before
 * anything is stored. Addresses on the local network are allowed: the user gave
 * them. Main thread.
 */
#define SB_TYPE_FEED_FINDER (sb_feed_finder_get_type ())

G_DECLARE_FINAL_TYPE (SbFeedFinder, sb_feed_finder, SB, FEED_FINDER, GObject)

SbFeedFinder *sb_feed_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The feeds that the page at @address names, the likeliest first (element-type
 * SbFeedChoice). Empty when it is no page: a feed itself, or nothing that can be
 * fetched, which is for the one who subscribes to tell. Fails with
 * %SB_FEEDS_ERROR_ADDRESS and %G_IO_ERROR_CANCELLED alone. */
void sb_feed_finder_find_async (SbFeedFinder *self,
                                const char *address,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *sb_feed_finder_find_finish (SbFeedFinder *self,
                                       GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
