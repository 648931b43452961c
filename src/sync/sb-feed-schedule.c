/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-schedule.h"

#include "sb-feed.h"

#define MINUTE_S             60
#define DAY_S                (24 * 60 * MINUTE_S)
#define MAX_RETRY_AFTER_S    (7 * DAY_S)
#define MIN_INTERVAL_MINUTES 5

/* Twice as long for each failure, 64 times at most. */
#define MAX_DOUBLINGS 6

gboolean
sb_feed_is_due (SbRecord *feed,
                gint64 now)
{
  return !sb_record_get_boolean (feed, SB_FEED_PAUSED) && sb_record_get_time (feed, SB_FEED_NEXT_DUE) <= now;
}

gint64
sb_feed_next_due (SbRecord *feed,
                  gint64 now,
                  guint failures,
                  gint64 retry_after)
{
  gint64 interval = sb_record_get_integer (feed, SB_FEED_INTERVAL, SB_FEED_DEFAULT_INTERVAL);
  gint64 wait = CLAMP (interval, MIN_INTERVAL_MINUTES, MAX_RETRY_AFTER_S / MINUTE_S) * MINUTE_S;

  /* A feed that is asked once a week is not asked every day because it fails. */
  if (failures > 0)
    wait = MAX (wait, MIN (wait << MIN (failures, MAX_DOUBLINGS), DAY_S));

  return MAX (now + wait, MIN (retry_after, now + MAX_RETRY_AFTER_S));
}
