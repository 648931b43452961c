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

/* What the last answer says of the next one. */
typedef struct
{
  guint failures; /* in a row, this one included */
  gboolean is_offline; /* it was the network of this machine that failed */
  gint64 retry_after; /* what the server wants; 0 for nothing */
  gint64 fresh_until; /* until when its answer holds; 0 for no time at all */
} SbFeedHint;

/* When to ask again: after the interval of the feed; not before the answer that
 * there is has grown old, but no later than six hours for that; after failures
 * twice as long for each, up to a day, and up to a quarter longer than that, for
 * each feed another time, so that what failed together does not come back
 * together; and not before the server wants, who is not believed if it wants more
 * than a week. A machine that is offline tries again soon. */
gint64 sb_feed_next_due (SbRecord *feed,
                         gint64 now,
                         const SbFeedHint *hint);

G_END_DECLS
