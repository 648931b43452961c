/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-outcome.h"
#include "sb-service-poll.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* The last stage of a sync with a data service: what a page holds goes into the
 * catalogue by the same way as a file of it would, and with it how far the service was
 * read, in one transaction. Both block. */

/* What a walk has brought so far. Filled by name. */
typedef struct
{
  guint n_rows;
  guint n_new;
  guint n_updated;
  guint n_withdrawn;
  guint n_rejected; /* rows that could not be used */
  gint64 n_bytes; /* on the wire */
  guint duration; /* milliseconds, of fetching */
  gint64 retry_after; /* as sb_fetch_result_get_retry_after() */
  gboolean is_cut; /* there is more, for the next walk */
  gboolean is_gone; /* the feed was removed meanwhile */
  char *etag; /* (owned) (nullable) */
  char *last_modified; /* (owned) (nullable) */
} SbServiceTally;

void sb_service_tally_clear (SbServiceTally *self);

/* Stores @page of @feed and @cursor, and adds to @tally. */
gboolean sb_service_intake_page (SbStore *store,
                                 gint64 feed,
                                 const SbServicePage *page,
                                 const char *cursor,
                                 SbServiceTally *tally,
                                 GCancellable *cancellable,
                                 GError **error);

/* Writes down how a walk ended: with @failure (nullable). NULL without an error: the
 * feed was removed meanwhile. */
SbFeedOutcome *sb_service_intake_end (SbStore *store,
                                      gint64 feed,
                                      const SbServiceTally *tally,
                                      const char *cursor,
                                      const GError *failure,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The feed of @service with @query, whose title is @title (nullable: one is made);
 * added when there is none. 0 on error. */
gint64 sb_service_feed_add (SbStore *store,
                            const SbService *service,
                            const char *query,
                            const char *title,
                            GError **error);

G_END_DECLS
