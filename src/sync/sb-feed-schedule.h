/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* When a feed is asked again. Times are seconds since 1970-01-01 UTC. Pure. */

/* How often a feed that does not say is asked, in minutes. */
#define SB_FEED_DEFAULT_INTERVAL 60

/* Whether @feed wants to be asked at @now: it is not paused, and its time has
 * come or was never set. */
gboolean sb_feed_is_due (SbRecord *feed,
                         gint64 now);

/* When to ask again after @failures failures in a row: after the interval of
 * the feed, which doubles with each failure up to a day, and not before
 * @retry_after, which is 0 or what the server wants; no server is believed that
 * wants more than a week. */
gint64 sb_feed_next_due (SbRecord *feed,
                         gint64 now,
                         guint failures,
                         gint64 retry_after);

G_END_DECLS
