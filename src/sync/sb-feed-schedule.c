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

/* Servers claim years for what changes by the hour. */
#define MAX_FRESHNESS_S (6 * 60 * MINUTE_S)

/* Twice as long for each failure, 64 times at most. */
#define MAX_DOUBLINGS 6

gboolean
sb_feed_is_due (SbRecord *feed,
                gint64 now)
{
  return !sb_record_get_boolean (feed, SB_FEED_PAUSED) && sb_record_get_time (feed, SB_FEED_NEXT_DUE) <= now;
}

/* Up to a quarter of @wait, which is drawn from the identity of the feed: the same
 * each time it is asked for, another one for each failure. */
static gint64
draw_jitter (SbRecord *feed,
             guint failures,
             gint64 wait)
{
  guint hash = g_str_hash (sb_record_get_text (feed, SB_FEED_URL)) * 31 + failures;

  hash = (hash ^ hash >> 15) * 0x2c1b3c6dU; /* mixes the last bits, which are few, into all */
  return wait / 4 * (hash >> 22) / 1024;
}

gint64
sb_feed_next_due (SbRecord *feed,
                  gint64 now,
                  const SbFeedHint *hint)
{
  gint64 interval = sb_record_get_integer (feed, SB_FEED_INTERVAL, SB_FEED_DEFAULT_INTERVAL);
  gint64 wait = CLAMP (interval, MIN_INTERVAL_MINUTES, MAX_RETRY_AFTER_S / MINUTE_S) * MINUTE_S;

  if (hint->is_offline)
    return now + MIN_INTERVAL_MINUTES * MINUTE_S;

  /* A feed that is asked once a week is not asked every day because it fails. */
  if (hint->failures > 0)
    {
      wait = MAX (wait, MIN (wait << MIN (hint->failures, MAX_DOUBLINGS), DAY_S));
      wait += draw_jitter (feed, hint->failures, wait);
    }

  wait = MAX (wait, MIN (hint->fresh_until - now, MAX_FRESHNESS_S));
  return now + MAX (wait, MIN (hint->retry_after - now, MAX_RETRY_AFTER_S));
}
