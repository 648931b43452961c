/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-dossier-reader.h"
#include "sb-made-events.h"
#include "sb-store-export.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* What is said of several places on several days is what the list of controls says
 * of each of them on each, by a query of its own. */

#define N_EVENTS 4000

/* At most so many of the days of a catalogue. */
#define N_DAYS 25

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static void
run (SbStore *store,
     const char *sql)
{
  g_autoptr (GError) error = NULL;

  sb_connection_exec (store->connection, sql, &error);
  g_assert_no_error (error);
}

static GArray *
list_numbers (SbStore *store,
              const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStatement) statement = sb_connection_prepare (store->connection, sql, &error);
  GArray *numbers;

  g_assert_no_error (error);
  numbers = _sb_store_read_ids (statement, &error);
  g_assert_no_error (error);
  return numbers;
}

/* Every so many of @all, no more than N_DAYS. */
static GArray *
thin_out (GArray *all)
{
  GArray *some = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < all->len; i += 1 + all->len / N_DAYS)
    g_array_append_val (some, g_array_index (all, gint64, i));

  return some;
}

/* The days on which anything begins or ends, and those beside them. */
static GArray *
list_days (SbStore *store)
{
  g_autoptr (GArray) all = NULL;

  all = list_numbers (store,
                      "SELECT DISTINCT d.day + n.value AS id FROM json_each ('[-366, -1, 0, 1, 366]') AS n JOIN ("
                      "SELECT since_first AS day FROM control UNION SELECT since_last FROM control "
                      "UNION SELECT until_first FROM control UNION SELECT until_last FROM control) AS d "
                      "WHERE abs (d.day) < 100000 ORDER BY 1");
  g_assert_cmpuint (all->len, >, 10);
  return thin_out (all);
}

/* The same by the list of controls, each place and day by itself. */
static GArray *
list_each (SbStore *store,
           const SbQuery *query,
           GArray *places,
           GArray *days)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < places->len; i++)
    for (guint j = 0; j < days->len; j++)
      {
        g_autoptr (SbQuery) one = sb_query_copy (query);
        g_autoptr (GError) error = NULL;
        g_autoptr (GArray) found = NULL;

        one->place = g_array_index (places, gint64, i);
        one->has_as_of = TRUE;
        one->as_of = (int) g_array_index (days, gint64, j);
        found = sb_store_list_ids (store, one, &error);
        g_assert_no_error (error);
        g_array_append_vals (ids, found->data, found->len);
      }

  return ids;
}

static guint
compare (SbStore *store,
         const SbQuery *query,
         GArray *places,
         GArray *days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) together = sb_store_list_controls_of_places (store, query, places, days, &error);
  g_autoptr (GArray) each = list_each (store, query, places, days);

  g_assert_no_error (error);
  g_assert_cmpmem (together->data, together->len * sizeof (gint64), each->data, each->len * sizeof (gint64));
  return each->len;
}

static void
compare_all (SbStore *store,
             GArray *places)
{
  static const guint limits[] = { 0, 1, 3 };
  g_autoptr (GArray) days = list_days (store);
  g_autoptr (GArray) holders = list_numbers (store, "SELECT holder AS id FROM control GROUP BY holder ORDER BY count (*) DESC LIMIT 1");
  g_autoptr (GArray) dossiers = list_numbers (store, "SELECT id FROM dossier");

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    for (guint flags = SB_QUERY_DEFAULT; flags <= SB_QUERY_WITHDRAWN; flags += SB_QUERY_WITHDRAWN)
      {
        g_autoptr (SbQuery) query = sb_query_new (SB_KIND_CONTROL);

        query->limit = limits[i];
        query->flags = flags;
        g_assert_cmpuint (compare (store, query, places, days), >, 20);

        query->actor = g_array_index (holders, gint64, 0);
        g_assert_cmpuint (compare (store, query, places, days), >, 0);

        query->actor = 0;
        query->dossier = g_array_index (dossiers, gint64, 0);
        compare (store, query, places, days);
      }
}

static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = NULL;

  sb_dossier_read_sample (fixture->store, NULL, &error);
  g_assert_no_error (error);
  run (fixture->store, "UPDATE record SET withdrawn = 1 WHERE kind = 'control' AND id % 5 = 0");
  places = list_numbers (fixture->store, "SELECT DISTINCT place AS id FROM control ORDER BY place DESC");
  compare_all (fixture->store, places);
}

/* Several of a place begin on one day, some of them long ago or nobody knows when. */
static void
test_made (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbMadeEvents) made = sb_made_events_new (fixture->store, N_EVENTS, SB_MADE_SEED, &error);
  g_autoptr (GArray) places = NULL;

  g_assert_no_error (error);
  run (fixture->store, "UPDATE record SET withdrawn = 1 WHERE kind = 'control' AND id % 7 = 0");
  run (fixture->store, "UPDATE control SET place = place - place % 10 WHERE (place - place % 10) IN (SELECT id FROM place)");
  run (fixture->store,
       "UPDATE control SET since_first = since_first - since_first % 90, since_last = since_first - since_first % 90 WHERE id % 3 = 0");
  run (fixture->store, "UPDATE control SET since = NULL, since_first = NULL, since_last = NULL WHERE id % 11 = 1");
  run (fixture->store, "UPDATE control SET since = '../2019', since_first = -1073741824 WHERE id % 13 = 1 AND since IS NOT NULL");
  run (fixture->store, "UPDATE control SET until = '2019/', until_last = 1073741823 WHERE id % 17 = 1 AND until IS NOT NULL");
  run (fixture->store, "UPDATE control SET until = '2019/..', until_last = 1073741823 WHERE id % 17 = 2 AND until IS NOT NULL");
  places = list_numbers (fixture->store, "SELECT DISTINCT place AS id FROM control ORDER BY place DESC");
  compare_all (fixture->store, places);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/catalogue/store-controls/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/catalogue/store-controls/made", Fixture, NULL, set_up, test_made, tear_down);

  return g_test_run ();
}
