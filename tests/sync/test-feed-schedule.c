/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-feed-schedule.h"

#include "sb-feed.h"
#include "sb-record-builder.h"

#define NOW  1777449600 /* 2026-04-29, in seconds */
#define HOUR 3600
#define DAY  (24 * HOUR)

typedef struct
{
  int interval; /* minutes; 0 for unset */
  guint failures;
  gint64 retry_after; /* from now on; 0 for none */
  gint64 fresh; /* from now on; 0 for none */
  gint64 wait; /* at least, and with failures a quarter more at most */
} Case;

static const Case cases[] = {
  { 0, 0, 0, 0, HOUR },
  { 30, 0, 0, 0, HOUR / 2 },
  { 1, 0, 0, 0, 5 * 60 }, /* no server is asked every minute */
  { 0, 1, 0, 0, 2 * HOUR },
  { 0, 3, 0, 0, 8 * HOUR },
  { 0, 5, 0, 0, DAY },
  { 0, 1000000, 0, 0, DAY },
  { 3 * 24 * 60, 4, 0, 0, 3 * DAY }, /* never more often for failing */
  { 0, 0, 5 * HOUR, 0, 5 * HOUR },
  { 0, 0, 60, 0, HOUR },
  { 0, 0, 400 * DAY, 0, 7 * DAY },
  { 0, 0, 0, 2 * HOUR, 2 * HOUR }, /* what holds is not asked for again */
  { 0, 0, 0, 60, HOUR },
  { 0, 0, 0, 400 * DAY, 6 * HOUR }, /* but for no year */
  { 24 * 60, 0, 0, 2 * HOUR, DAY },
  { 0, 0, 3 * HOUR, 2 * HOUR, 3 * HOUR },
};

static SbRecord *
make_feed (int interval,
           gint64 next_due,
           gboolean is_paused)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);

  sb_record_builder_set_text (builder, SB_FEED_URL, "https://presse.example/fil");
  if (interval != 0)
    sb_record_builder_set_integer (builder, SB_FEED_INTERVAL, interval);
  if (next_due != 0)
    sb_record_builder_set_time (builder, SB_FEED_NEXT_DUE, next_due);
  sb_record_builder_set_boolean (builder, SB_FEED_PAUSED, is_paused);
  return sb_record_builder_end (builder);
}

static void
test_next_due (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) feed = make_feed (cases[i].interval, 0, FALSE);
      SbFeedHint hint = {
        .failures = cases[i].failures,
        .retry_after = cases[i].retry_after != 0 ? NOW + cases[i].retry_after : 0,
        .fresh_until = cases[i].fresh != 0 ? NOW + cases[i].fresh : 0,
      };
      gint64 wait = sb_feed_next_due (feed, NOW, &hint) - NOW;

      g_test_message ("case %u", i);
      g_assert_cmpint (wait, >=, cases[i].wait);
      g_assert_cmpint (wait, <=, cases[i].failures > 0 ? cases[i].wait * 5 / 4 : cases[i].wait);
    }
}

/* A machine that is offline does not hold it against the feed. */
static void
test_offline (void)
{
  g_autoptr (SbRecord) feed = make_feed (0, 0, FALSE);
  SbFeedHint hint = { .failures = 6, .is_offline = TRUE };

  g_assert_cmpint (sb_feed_next_due (feed, NOW, &hint), ==, NOW + 5 * 60);
}

/* What failed together comes back over the whole of the quarter, and what is asked
 * for twice is the same. */
static void
test_jitter (void)
{
  gboolean is_hit[8] = { FALSE };

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *url = g_strdup_printf ("https://presse.example/fil/%u", i);
      SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);
      g_autoptr (SbRecord) feed = NULL;
      SbFeedHint hint = { .failures = 1 };
      gint64 jitter;

      sb_record_builder_set_text (builder, SB_FEED_URL, url);
      feed = sb_record_builder_end (builder);
      jitter = sb_feed_next_due (feed, NOW, &hint) - NOW - 2 * HOUR;
      g_assert_cmpint (jitter, <, HOUR / 2);
      g_assert_cmpint (jitter, ==, sb_feed_next_due (feed, NOW, &hint) - NOW - 2 * HOUR);
      is_hit[jitter * 8 / (HOUR / 2)] = TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (is_hit); i++)
    g_assert_true (is_hit[i]);
}

static void
test_is_due (void)
{
  g_autoptr (SbRecord) new = make_feed (0, 0, FALSE);
  g_autoptr (SbRecord) due = make_feed (0, NOW, FALSE);
  g_autoptr (SbRecord) later = make_feed (0, NOW + 1, FALSE);
  g_autoptr (SbRecord) paused = make_feed (0, NOW - DAY, TRUE);

  g_assert_true (sb_feed_is_due (new, NOW));
  g_assert_true (sb_feed_is_due (due, NOW));
  g_assert_false (sb_feed_is_due (later, NOW));
  g_assert_false (sb_feed_is_due (paused, NOW));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/feed-schedule/next-due", test_next_due);
  g_test_add_func ("/sync/feed-schedule/offline", test_offline);
  g_test_add_func ("/sync/feed-schedule/jitter", test_jitter);
  g_test_add_func ("/sync/feed-schedule/is-due", test_is_due);

  return g_test_run ();
}
