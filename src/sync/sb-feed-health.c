/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-health.h"

#include "sb-feed.h"
#include "sb-feeds-error.h"
#include "sb-text.h"
#include "sb-translate.h"

#define MINUTES_PER_HOUR 60
#define MINUTES_PER_DAY  (24 * MINUTES_PER_HOUR)

/* A fault that may pass has become one of the feed after so many times. */
#define MAX_PASSING_FAILURES 5

static gboolean
may_pass (SbRecord *feed)
{
  const char *name = sb_record_get_text (feed, SB_FEED_ERROR_CODE);
  SbFeedsError code;

  return name != NULL && sb_record_get_integer (feed, SB_FEED_FAILURES, 0) < MAX_PASSING_FAILURES &&
         sb_feeds_error_find (name, &code) && sb_feeds_error_may_pass (code);
}

SbFeedHealth
sb_feed_get_health (SbRecord *feed)
{
  SbFeedState state = (SbFeedState) sb_record_get_term (feed, SB_FEED_STATE, SB_FEED_STATE_NEW);

  /* It is paused as well, but not because the user wants it. */
  if (state == SB_FEED_STATE_GONE)
    return SB_FEED_HEALTH_SICK;

  if (sb_record_get_boolean (feed, SB_FEED_PAUSED))
    return SB_FEED_HEALTH_PAUSED;

  switch (state)
    {
    case SB_FEED_STATE_NEW:
      return SB_FEED_HEALTH_NEW;

    case SB_FEED_STATE_UPDATED:
    case SB_FEED_STATE_UNCHANGED:
      return sb_record_has (feed, SB_FEED_ERROR_CODE) ? SB_FEED_HEALTH_AILING : SB_FEED_HEALTH_WELL;

    case SB_FEED_STATE_EMPTY:
      return SB_FEED_HEALTH_AILING;

    case SB_FEED_STATE_FAILED:
    case SB_FEED_STATE_REFUSED:
    case SB_FEED_STATE_GONE:
    default:
      return may_pass (feed) ? SB_FEED_HEALTH_AILING : SB_FEED_HEALTH_SICK;
    }
}

static char *
dup_key (SbRecord *feed)
{
  const char *title = sb_record_get_text (feed, SB_FEED_TITLE);

  return sb_fold (title != NULL ? title : sb_record_get_text (feed, SB_FEED_URL));
}

int
sb_feed_compare_health (SbRecord *a,
                        SbRecord *b)
{
  SbFeedHealth first = sb_feed_get_health (a);
  SbFeedHealth second = sb_feed_get_health (b);
  g_autofree char *first_key = NULL;
  g_autofree char *second_key = NULL;

  if (first != second)
    return first < second ? -1 : 1;

  first_key = dup_key (a);
  second_key = dup_key (b);
  return g_strcmp0 (first_key, second_key);
}

char *
sb_feed_format_interval (gint64 minutes,
                         SbLanguage language)
{
  int days = (int) (minutes / MINUTES_PER_DAY);
  int hours = (int) (minutes / MINUTES_PER_HOUR);

  if (minutes == MINUTES_PER_DAY)
    return g_strdup (sb_translate (language, "every day"));

  if (minutes == MINUTES_PER_HOUR)
    return g_strdup (sb_translate (language, "every hour"));

  if (minutes % MINUTES_PER_DAY == 0)
    return g_strdup_printf (sb_translate_plural (language, "every %d day", "every %d days", (gulong) days), days);

  if (minutes % MINUTES_PER_HOUR == 0)
    return g_strdup_printf (sb_translate_plural (language, "every %d hour", "every %d hours", (gulong) hours), hours);

  return g_strdup_printf (sb_translate_plural (language, "every %d minute", "every %d minutes", (gulong) minutes), (int) minutes);
}
