/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbFeedTimer:
 *
 * Says when the feeds are to be fetched without anybody asking: every so many
 * minutes, as the setting "sync-interval" has it, but not without a network, and
 * on a metered one or when the machine saves power only if the settings allow it.
 * Which feeds are due is for the sync to tell. Main thread.
 *
 * Signals: "due"; "changed": what it waits for is something else.
 */
#define SB_TYPE_FEED_TIMER (sb_feed_timer_get_type ())

G_DECLARE_FINAL_TYPE (SbFeedTimer, sb_feed_timer, SB, FEED_TIMER, GObject)

typedef enum
{
  SB_FEED_WAIT_NONE, /* it goes by the clock alone */
  SB_FEED_WAIT_OFFLINE,
  SB_FEED_WAIT_METERED,
  SB_FEED_WAIT_POWER,
} SbFeedWait;

SbFeedTimer *sb_feed_timer_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* What it waits for now; nothing while feeds are fetched only when asked. */
SbFeedWait sb_feed_timer_get_wait (SbFeedTimer *self);

/* Looks whether it is time, as it does each minute. */
void sb_feed_timer_look (SbFeedTimer *self);

/* The rule, and a sentence for the reader; NULL for nothing. */
SbFeedWait sb_feed_timer_judge (GSettings *settings,
                                gboolean is_online,
                                gboolean is_metered,
                                gboolean saves_power);
char *sb_feed_timer_explain (SbFeedWait wait) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
