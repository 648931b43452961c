/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feed-timer.h"

#include <glib/gi18n.h>

#define SECONDS_PER_MINUTE 60

struct _SbFeedTimer
{
  GObject parent_instance;

  GSettings *settings; /* (owned) */
  GNetworkMonitor *network; /* (not owned) lasts as long as the program */
  GPowerProfileMonitor *power; /* (owned) (nullable) before it is needed */
  guint source;
  gint64 last_due; /* monotonic, microseconds; 0 before the first time */
  SbFeedWait wait;
};

G_DEFINE_FINAL_TYPE (SbFeedTimer, sb_feed_timer, G_TYPE_OBJECT)

enum
{
  DUE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

SbFeedWait
sb_feed_timer_judge (GSettings *settings,
                     gboolean is_online,
                     gboolean is_metered,
                     gboolean saves_power)
{
  if (g_settings_get_uint (settings, "sync-interval") == 0)
    return SB_FEED_WAIT_NONE;

  if (!is_online)
    return SB_FEED_WAIT_OFFLINE;

  if (is_metered && !g_settings_get_boolean (settings, "sync-on-metered"))
    return SB_FEED_WAIT_METERED;

  if (saves_power && !g_settings_get_boolean (settings, "sync-on-power-saver"))
    return SB_FEED_WAIT_POWER;

  return SB_FEED_WAIT_NONE;
}

char *
sb_feed_timer_explain (SbFeedWait wait)
{
  switch (wait)
    {
    case SB_FEED_WAIT_OFFLINE:
      return g_strdup (_ ("The feeds wait until there is a network."));
    case SB_FEED_WAIT_METERED:
      return g_strdup (_ ("The feeds wait, because this network is paid by what is transferred; F5 fetches them all the same."));
    case SB_FEED_WAIT_POWER:
      return g_strdup (_ ("The feeds wait, because this computer saves power; F5 fetches them all the same."));
    case SB_FEED_WAIT_NONE:
    default:
      return NULL;
    }
}

static void
update_wait (SbFeedTimer *self)
{
  SbFeedWait wait = sb_feed_timer_judge (self->settings, g_network_monitor_get_network_available (self->network),
                                         g_network_monitor_get_network_metered (self->network),
                                         self->power != NULL && g_power_profile_monitor_get_power_saver_enabled (self->power));

  if (wait == self->wait)
    return;

  self->wait = wait;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
sb_feed_timer_look (SbFeedTimer *self)
{
  gint64 interval = (gint64) g_settings_get_uint (self->settings, "sync-interval") * SECONDS_PER_MINUTE * G_USEC_PER_SEC;
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (SB_IS_FEED_TIMER (self));

  update_wait (self);
  if (interval == 0 || self->wait != SB_FEED_WAIT_NONE || (self->last_due != 0 && now - self->last_due < interval))
    return;

  self->last_due = now;
  g_signal_emit (self, signals[DUE], 0);
}

static gboolean
minute_passed_cb (gpointer user_data)
{
  sb_feed_timer_look (user_data);
  return G_SOURCE_CONTINUE;
}

/* Nothing ticks while nothing is to be fetched. */
static void
settings_changed_cb (SbFeedTimer *self)
{
  gboolean is_on = g_settings_get_uint (self->settings, "sync-interval") > 0;

  if (is_on && self->power == NULL)
    {
      self->power = g_power_profile_monitor_dup_default ();
      g_signal_connect_object (self->power, "notify::power-saver-enabled", G_CALLBACK (update_wait), self, G_CONNECT_SWAPPED);
    }

  if (is_on && self->source == 0)
    self->source = g_timeout_add_seconds (SECONDS_PER_MINUTE, minute_passed_cb, self);
  else if (!is_on)
    g_clear_handle_id (&self->source, g_source_remove);

  update_wait (self);
}

static void
sb_feed_timer_dispose (GObject *object)
{
  SbFeedTimer *self = SB_FEED_TIMER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->power);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sb_feed_timer_parent_class)->dispose (object);
}

static void
sb_feed_timer_class_init (SbFeedTimerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_feed_timer_dispose;

  signals[DUE] = g_signal_new ("due", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_feed_timer_init (SbFeedTimer *self)
{
  self->network = g_network_monitor_get_default ();
  g_signal_connect_object (self->network, "notify::network-available", G_CALLBACK (update_wait), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->network, "notify::network-metered", G_CALLBACK (update_wait), self, G_CONNECT_SWAPPED);
}

SbFeedTimer *
sb_feed_timer_new (GSettings *settings)
{
  SbFeedTimer *self = g_object_new (SB_TYPE_FEED_TIMER, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  settings_changed_cb (self);
  return self;
}

SbFeedWait
sb_feed_timer_get_wait (SbFeedTimer *self)
{
  g_return_val_if_fail (SB_IS_FEED_TIMER (self), SB_FEED_WAIT_NONE);

  return self->wait;
}
