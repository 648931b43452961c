/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-language.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* How a feed is, for lists of feeds that are read by people. Pure. */

/* The time since which is told what a feed brought, seconds. */
#define SB_FEED_WEEK_S (7 * 24 * 60 * 60)

typedef enum
{
  SB_FEED_HEALTH_SICK, /* it brings nothing, and somebody has to look */
  SB_FEED_HEALTH_AILING, /* it failed, but that may pass; or it is empty or cut off */
  SB_FEED_HEALTH_NEW, /* not fetched yet */
  SB_FEED_HEALTH_WELL,
  SB_FEED_HEALTH_PAUSED, /* because the user wants it so */
} SbFeedHealth;

SbFeedHealth sb_feed_get_health (SbRecord *feed);

/* The sick first, then by title; for sorting. */
int sb_feed_compare_health (SbRecord *a,
                            SbRecord *b);

/* Its interval in words, "every 2 hours". */
char *sb_feed_format_interval (gint64 minutes,
                               SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
