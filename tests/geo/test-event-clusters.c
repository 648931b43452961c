/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-event-clusters.h"
#include "sb-mercator.h"
#include "sb-test-spots.h"

#include <math.h>

#define N_EVENTS 4000

/* The whole world. */
static const SbRect everywhere = { 0, 0, 1, 1 };

typedef struct
{
  GRand *rand; /* (owned) */
  GArray *spots; /* (owned) */
  SbEventIndex *index; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  const char *text = g_getenv ("SB_TEST_SEED");
  guint32 seed = data != NULL ? GPOINTER_TO_UINT (data) : text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10)
                                                                       : g_random_int ();

  g_test_message ("seed %u", seed);
  fixture->rand = g_rand_new_with_seed (seed);
  fixture->spots = sb_test_spots_new (fixture->rand, N_EVENTS, SB_TEST_SPOTS_DEFAULT);
  fixture->index = sb_test_spots_index (fixture->spots);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_rand_free (fixture->rand);
  g_array_unref (fixture->spots);
  sb_event_index_unref (fixture->index);
}

static gboolean
is_coarse (const SbEventSpot *spot)
{
  return spot->precision >= SB_PLACE_PRECISION_REGION;
}

/* Whether an earlier row of the same event is in the same cluster. */
static gboolean
is_counted (const SbEventClusters *clusters,
            const SbEventIndex *index,
            guint row,
            const SbEventSpot *spot)
{
  g_autoptr (GArray) rows = sb_event_index_find (index, spot->id);

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, guint, i) < row &&
        sb_event_clusters_find (clusters, g_array_index (rows, guint, i)) == sb_event_clusters_find (clusters, row))
      return TRUE;

  return FALSE;
}

/* Every row that meets the filter is in one cluster, of its own kind, which adds up
 * what is in it. */
static void
test_holds_all (Fixture *fixture,
                gconstpointer data)
{
  for (guint level = 0; level <= 16; level += 2)
    {
      SbEventFilter filter = sb_test_filter_new (fixture->rand, NULL);
      g_autoptr (SbEventClusters) clusters = sb_event_clusters_new (fixture->index, &filter, &everywhere, level);
      guint n_clusters;
      const SbEventCluster *all = sb_event_clusters_get (clusters, &n_clusters);
      g_autofree guint *n_rows = g_new0 (guint, n_clusters + 1);
      g_autofree guint *fatalities = g_new0 (guint, n_clusters + 1);

      for (guint row = 0; row < sb_event_index_get_n_rows (fixture->index); row++)
        {
          SbEventSpot spot;
          int cluster = sb_event_clusters_find (clusters, row);

          sb_event_index_get_spot (fixture->index, row, &spot);
          g_assert_cmpint (cluster >= 0, ==, spot.has_position && sb_event_index_matches (fixture->index, row, &filter));
          if (cluster < 0)
            continue;

          g_assert_cmpint ((all[cluster].key & 1) != 0, ==, is_coarse (&spot));
          g_assert_cmpint (all[cluster].precision, <=, spot.precision);
          n_rows[cluster]++;
          if (!is_counted (clusters, fixture->index, row, &spot))
            fatalities[cluster] += spot.fatalities;
        }

      for (guint i = 0; i < n_clusters; i++)
        {
          g_autoptr (GArray) ids = sb_event_clusters_list (clusters, i);

          g_assert_cmpuint (all[i].n_rows, ==, n_rows[i]);
          g_assert_cmpuint (all[i].fatalities, ==, fatalities[i]);
          g_assert_cmpuint (ids->len, >, 0);
          g_assert_cmpuint (ids->len, ==, all[i].n_events);
          g_assert_cmpint (sb_event_clusters_find (clusters, all[i].row), ==, (int) i);
        }
    }
}

/* No two symbols of a kind lie on each other. */
static void
test_apart (Fixture *fixture,
            gconstpointer data)
{
  SbEventFilter filter = SB_EVENT_FILTER_ALL;

  for (guint level = 6; level <= 14; level++)
    {
      g_autoptr (SbEventClusters) clusters = sb_event_clusters_new (fixture->index, &filter, &everywhere, level);
      guint n_clusters;
      const SbEventCluster *all = sb_event_clusters_get (clusters, &n_clusters);

      for (guint i = 0; i < n_clusters; i++)
        for (guint j = 0; j < i; j++)
          if ((all[i].key & 1) == (all[j].key & 1))
            g_assert_cmpfloat (hypot (all[i].point.x - all[j].point.x, all[i].point.y - all[j].point.y) * exp2 (level), >=, 0.84);
    }
}

static GHashTable *
collect (SbEventClusters *clusters,
         const SbRect *area)
{
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  guint n_clusters;
  const SbEventCluster *all = sb_event_clusters_get (clusters, &n_clusters);

  for (guint i = 0; i < n_clusters; i++)
    if (sb_rect_contains (area, all[i].point))
      g_hash_table_insert (found, g_memdup2 (&all[i].key, sizeof (guint64)), g_memdup2 (&all[i], sizeof all[i]));

  return found;
}

/* Whatever part of the map is looked at, what is in it is the same. */
static void
test_stable (Fixture *fixture,
             gconstpointer data)
{
  SbEventFilter filter = SB_EVENT_FILTER_ALL;

  for (guint i = 0; i < 60; i++)
    {
      guint level = 8 + i % 5;
      double side = exp2 (-(double) level) * 30;
      SbRect first = { g_rand_double_range (fixture->rand, 0.45, 0.53), g_rand_double_range (fixture->rand, 0.41, 0.47), side, side };
      SbRect second = { first.x + g_rand_double_range (fixture->rand, -0.5, 0.5) * side, first.y + g_rand_double_range (fixture->rand, -0.5, 0.5) * side, side, side };
      SbRect both = { MAX (first.x, second.x), MAX (first.y, second.y), 0, 0 };
      g_autoptr (SbEventClusters) before = sb_event_clusters_new (fixture->index, &filter, &first, level);
      g_autoptr (SbEventClusters) after = sb_event_clusters_new (fixture->index, &filter, &second, level);
      g_autoptr (GHashTable) old = NULL;
      g_autoptr (GHashTable) new = NULL;
      GHashTableIter iter;
      gpointer key;
      gpointer value;

      both.width = MIN (first.x, second.x) + side - both.x;
      both.height = MIN (first.y, second.y) + side - both.y;
      old = collect (before, &both);
      new = collect (after, &both);
      g_assert_cmpuint (g_hash_table_size (old), ==, g_hash_table_size (new));
      g_hash_table_iter_init (&iter, old);
      while (g_hash_table_iter_next (&iter, &key, &value))
        {
          const SbEventCluster *was = value;
          const SbEventCluster *is = g_hash_table_lookup (new, key);

          g_assert_nonnull (is);
          g_assert_cmpfloat (is->point.x, ==, was->point.x);
          g_assert_cmpuint (is->n_rows, ==, was->n_rows);
          g_assert_cmpuint (is->row, ==, was->row);
        }
    }
}

/* Nearer, there are more of them and none gets larger. That is so of whatever has some
 * thousand towns, but no law: always the same ones. */
static void
test_splits (Fixture *fixture,
             gconstpointer data)
{
  SbEventFilter filter = SB_EVENT_FILTER_ALL;
  guint n_before = 0;
  guint largest_before = G_MAXUINT;

  for (guint level = 2; level <= 22; level += 4)
    {
      g_autoptr (SbEventClusters) clusters = sb_event_clusters_new (fixture->index, &filter, &everywhere, level);
      guint n_clusters;
      const SbEventCluster *all = sb_event_clusters_get (clusters, &n_clusters);
      guint largest = 0;

      for (guint i = 0; i < n_clusters; i++)
        largest = MAX (largest, all[i].n_rows);

      g_assert_cmpuint (n_clusters, >=, n_before);
      g_assert_cmpuint (largest, <=, largest_before);
      n_before = n_clusters;
      largest_before = largest;
    }
}

static void
test_level (void)
{
  for (double zoom = 2; zoom <= 12; zoom += 0.1)
    {
      double world = sb_mercator_get_world_size (zoom);
      double cell = world / exp2 (sb_event_clusters_get_level (world));

      g_assert_cmpfloat (cell, >=, SB_EVENT_CELL / 1.42);
      g_assert_cmpfloat (cell, <=, SB_EVENT_CELL * 1.42);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/geo/event-clusters/holds-all", Fixture, NULL, set_up, test_holds_all, tear_down);
  g_test_add ("/geo/event-clusters/apart", Fixture, NULL, set_up, test_apart, tear_down);
  g_test_add ("/geo/event-clusters/stable", Fixture, NULL, set_up, test_stable, tear_down);
  g_test_add ("/geo/event-clusters/splits", Fixture, GUINT_TO_POINTER (7), set_up, test_splits, tear_down);
  g_test_add_func ("/geo/event-clusters/level", test_level);

  return g_test_run ();
}
