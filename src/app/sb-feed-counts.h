/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"

G_BEGIN_DECLS

/**
 * SbFeedCounts:
 *
 * How many documents each feed has brought, in all and within a week, and how many
 * events within a week. Counted by the reader, again a little after they have changed. Main thread.
 *
 * Signal "changed": the numbers are other ones.
 */
#define SB_TYPE_FEED_COUNTS (sb_feed_counts_get_type ())

G_DECLARE_FINAL_TYPE (SbFeedCounts, sb_feed_counts, SB, FEED_COUNTS, GObject)

/* @catalogue must be open. */
SbFeedCounts *sb_feed_counts_new (SbCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  int n_documents; /* -1 when it is not known yet, and then the others are 0 */
  guint n_added; /* of them, this week */
  guint n_updated; /* of the others, this week */
  guint n_events_added; /* events of a data service, this week */
  guint n_events_updated; /* of the others, this week */
} SbFeedCount;

SbFeedCount sb_feed_counts_get (SbFeedCounts *self,
                                gint64 feed);

G_END_DECLS
