/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-health.h"

#include "sb-feed.h"
#include "sb-record-builder.h"

typedef struct
{
  const char *title;
  SbFeedState state;
  const char *code; /* (nullable) */
  int failures;
  gboolean is_paused;
  SbFeedHealth health;
} Case;

/* In the order in which they are to be read. */
static const Case cases[] = {
  { "a", SB_FEED_STATE_GONE, "gone", 0, TRUE, SB_FEED_HEALTH_SICK },
  { "b", SB_FEED_STATE_FAILED, "not-found", 1, FALSE, SB_FEED_HEALTH_SICK },
  { "É", SB_FEED_STATE_REFUSED, "refused", 1, FALSE, SB_FEED_HEALTH_SICK },
  { "f", SB_FEED_STATE_FAILED, "timeout", 5, FALSE, SB_FEED_HEALTH_SICK },
  { "a", SB_FEED_STATE_FAILED, "timeout", 4, FALSE, SB_FEED_HEALTH_AILING },
  { "b", SB_FEED_STATE_REFUSED, "rate-limited", 1, FALSE, SB_FEED_HEALTH_AILING },
  { "c", SB_FEED_STATE_EMPTY, NULL, 0, FALSE, SB_FEED_HEALTH_AILING },
  { "d", SB_FEED_STATE_UPDATED, "incomplete", 0, FALSE, SB_FEED_HEALTH_AILING },
  { "a", SB_FEED_STATE_NEW, NULL, 0, FALSE, SB_FEED_HEALTH_NEW },
  { "a", SB_FEED_STATE_UNCHANGED, NULL, 0, FALSE, SB_FEED_HEALTH_WELL },
  { NULL, SB_FEED_STATE_UPDATED, NULL, 0, FALSE, SB_FEED_HEALTH_WELL },
  { "z", SB_FEED_STATE_UPDATED, NULL, 0, FALSE, SB_FEED_HEALTH_WELL },
  { "a", SB_FEED_STATE_FAILED, "not-found", 9, TRUE, SB_FEED_HEALTH_PAUSED },
};

static SbRecord *
make_feed (const Case *c)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);

  sb_record_builder_set_text (builder, SB_FEED_URL, "https://presse.example/fil");
  sb_record_builder_set_text (builder, SB_FEED_TITLE, c->title);
  sb_record_builder_set_term (builder, SB_FEED_STATE, (int) c->state);
  sb_record_builder_set_text (builder, SB_FEED_ERROR_CODE, c->code);
  sb_record_builder_set_integer (builder, SB_FEED_FAILURES, c->failures);
  sb_record_builder_set_boolean (builder, SB_FEED_PAUSED, c->is_paused);
  return sb_record_builder_end (builder);
}

static void
test_health (void)
{
  g_autoptr (SbRecord) last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) feed = make_feed (&cases[i]);

      g_test_message ("case %u", i);
      g_assert_cmpint (sb_feed_get_health (feed), ==, cases[i].health);
      if (last != NULL)
        {
          g_assert_cmpint (sb_feed_compare_health (last, feed), <, 0);
          g_assert_cmpint (sb_feed_compare_health (feed, last), >, 0);
        }

      g_assert_cmpint (sb_feed_compare_health (feed, feed), ==, 0);
      g_set_object (&last, feed);
    }
}

static void
test_interval (void)
{
  static const struct
  {
    int minutes;
    const char *en;
    const char *fr;
  } intervals[] = {
    { 15, "every 15 minutes", "toutes les 15 minutes" },
    { 60, "every hour", "chaque heure" },
    { 90, "every 90 minutes", "toutes les 90 minutes" },
    { 120, "every 2 hours", "toutes les 2 heures" },
    { 24 * 60, "every day", "chaque jour" },
    { 7 * 24 * 60, "every 7 days", "tous les 7 jours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      g_autofree char *en = sb_feed_format_interval (intervals[i].minutes, SB_LANGUAGE_EN);
      g_autofree char *fr = sb_feed_format_interval (intervals[i].minutes, SB_LANGUAGE_FR);

      g_assert_cmpstr (en, ==, intervals[i].en);
      g_assert_cmpstr (fr, ==, intervals[i].fr);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/feed-health/order", test_health);
  g_test_add_func ("/sync/feed-health/interval", test_interval);

  return g_test_run ();
}
