/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-timer.h"
#include "sb-test-screen.h"

typedef struct
{
  guint interval; /* minutes */
  gboolean on_metered;
  gboolean on_power_saver;
  gboolean is_online;
  gboolean is_metered;
  gboolean saves_power;
  SbFeedWait wait;
} Case;

static const Case cases[] = {
  { 0, FALSE, FALSE, FALSE, TRUE, TRUE, SB_FEED_WAIT_NONE },
  { 15, FALSE, FALSE, TRUE, FALSE, FALSE, SB_FEED_WAIT_NONE },
  { 15, TRUE, TRUE, FALSE, FALSE, FALSE, SB_FEED_WAIT_OFFLINE },
  { 15, FALSE, TRUE, TRUE, TRUE, FALSE, SB_FEED_WAIT_METERED },
  { 15, TRUE, FALSE, TRUE, TRUE, FALSE, SB_FEED_WAIT_NONE },
  { 15, TRUE, FALSE, TRUE, FALSE, TRUE, SB_FEED_WAIT_POWER },
  { 15, FALSE, TRUE, TRUE, FALSE, TRUE, SB_FEED_WAIT_NONE },
  { 15, FALSE, FALSE, TRUE, TRUE, TRUE, SB_FEED_WAIT_METERED },
};

static void
test_judge (void)
{
  g_autoptr (GSettings) settings = g_settings_new (SB_APP_ID);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree char *text = sb_feed_timer_explain (c->wait);

      g_test_message ("case %u", i);
      g_settings_set_uint (settings, "sync-interval", c->interval);
      g_settings_set_boolean (settings, "sync-on-metered", c->on_metered);
      g_settings_set_boolean (settings, "sync-on-power-saver", c->on_power_saver);
      g_assert_cmpint (sb_feed_timer_judge (settings, c->is_online, c->is_metered, c->saves_power), ==, c->wait);
      g_assert_cmpint (text != NULL, ==, c->wait != SB_FEED_WAIT_NONE);
    }

  g_settings_reset (settings, "sync-interval");
  g_settings_reset (settings, "sync-on-metered");
  g_settings_reset (settings, "sync-on-power-saver");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Not unless it was asked for, then at once, then not before its time. */
static void
test_due (void)
{
  g_autoptr (GSettings) settings = g_settings_new (SB_APP_ID);
  SbFeedTimer *timer = sb_feed_timer_new (settings);
  guint n_due = 0;

  g_signal_connect_swapped (timer, "due", G_CALLBACK (count_cb), &n_due);
  sb_feed_timer_look (timer);
  g_assert_cmpuint (n_due, ==, 0);

  g_settings_set_uint (settings, "sync-interval", 15);
  g_settings_set_boolean (settings, "sync-on-metered", TRUE);
  g_settings_set_boolean (settings, "sync-on-power-saver", TRUE);
  sb_feed_timer_look (timer);
  sb_feed_timer_look (timer);
  if (g_network_monitor_get_network_available (g_network_monitor_get_default ()))
    g_assert_cmpuint (n_due, ==, 1);
  else
    g_assert_cmpint (sb_feed_timer_get_wait (timer), ==, SB_FEED_WAIT_OFFLINE);

  g_settings_reset (settings, "sync-interval");
  g_assert_cmpint (sb_feed_timer_get_wait (timer), ==, SB_FEED_WAIT_NONE);
  g_settings_reset (settings, "sync-on-metered");
  g_settings_reset (settings, "sync-on-power-saver");
  g_assert_finalize_object (timer);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/app/feed-timer/judge", test_judge);
  g_test_add_func ("/app/feed-timer/due", test_due);

  return g_test_run ();
}
