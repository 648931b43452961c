/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-certainty.h"
#include "sb-mercator.h"
#include "sb-test-spots.h"

#include <math.h>

/* The index against going through all events one by one. */

#define N_EVENTS  3000
#define N_FILTERS 60

typedef struct
{
  GRand *rand; /* (owned) */
  GArray *spots; /* (owned) (element-type SbEventSpot) */
  SbEventIndex *index; /* (owned) */
  SbIdSet *ids; /* (owned) */
} Fixture;

static guint32
get_seed (void)
{
  const char *text = g_getenv ("SB_TEST_SEED");

  return text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : g_random_int ();
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  guint32 seed = get_seed ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_test_message ("seed %u", seed);
  fixture->rand = g_rand_new_with_seed (seed);
  fixture->spots = sb_test_spots_new (fixture->rand, N_EVENTS, SB_TEST_SPOTS_DEFAULT);
  fixture->index = sb_test_spots_index (fixture->spots);
  for (gint64 id = 1; id <= N_EVENTS; id++)
    if (g_rand_int_range (fixture->rand, 0, 3) == 0)
      g_array_append_val (ids, id);

  fixture->ids = sb_id_set_new (ids);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_rand_free (fixture->rand);
  g_array_unref (fixture->spots);
  sb_event_index_unref (fixture->index);
  sb_id_set_unref (fixture->ids);
}

/* As the lists of the catalogue have it. */
static gboolean
meets (const SbEventSpot *spot,
       const SbEventFilter *filter)
{
  if (spot->first_day > filter->last_day || spot->last_day < filter->first_day || spot->first_day > filter->as_of)
    return FALSE;
  if (spot->first_day == SB_DATE_DAY_MIN && spot->last_day - SB_CERTAINTY_REACH > filter->as_of)
    return FALSE;
  if ((filter->types >> spot->type & 1) == 0 || spot->fatalities < filter->min_fatalities)
    return FALSE;

  return filter->ids == NULL || sb_id_set_contains (filter->ids, spot->id);
}

static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  guint n_events = 0;

  g_assert_cmpuint (sb_event_index_get_n_rows (fixture->index), ==, fixture->spots->len);
  g_assert_cmpuint (sb_event_index_get_size (fixture->index) / fixture->spots->len, <=, SB_EVENT_INDEX_ROW_SIZE);
  for (guint i = 0; i < fixture->spots->len; i++)
    {
      const SbEventSpot *spot = &g_array_index (fixture->spots, SbEventSpot, i);
      g_autoptr (GArray) rows = sb_event_index_find (fixture->index, spot->id);
      gboolean is_found = FALSE;

      n_events += !spot->is_further;
      for (guint j = 0; j < rows->len; j++)
        {
          SbEventSpot row;

          sb_event_index_get_spot (fixture->index, g_array_index (rows, guint, j), &row);
          g_assert_cmpint (row.is_further, ==, j > 0);
          if (row.is_further != spot->is_further)
            continue;

          is_found = TRUE;
          g_assert_cmpint (row.type, ==, spot->type);
          g_assert_cmpint (row.subtype, ==, spot->subtype);
          g_assert_cmpint (row.precision, ==, spot->precision);
          g_assert_cmpint (row.last_day, ==, spot->last_day);
          g_assert_cmpint (row.is_qualified, ==, spot->is_qualified);
          g_assert_cmpint (row.is_unsourced, ==, spot->is_unsourced);
          g_assert_cmpint (row.has_position, ==, spot->has_position);
          g_assert_cmpuint (row.fatalities, ==, spot->fatalities);
          if (!spot->has_position)
            continue;

          g_assert_cmpfloat_with_epsilon (row.position.longitude, spot->position.longitude, 1e-6);
          g_assert_cmpfloat_with_epsilon (row.position.latitude, spot->position.latitude, 1e-6);
        }

      g_assert_true (is_found);
    }

  g_assert_cmpuint (sb_event_index_get_n_events (fixture->index), ==, n_events);
}

static void
test_filters (Fixture *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      SbEventFilter filter = sb_test_filter_new (fixture->rand, fixture->ids);
      guint expected = 0;
      guint n_matching = 0;
      guint n_matches = 0;

      for (guint j = 0; j < fixture->spots->len; j++)
        {
          const SbEventSpot *spot = &g_array_index (fixture->spots, SbEventSpot, j);

          expected += meets (spot, &filter) && !spot->is_further;
          n_matching += meets (spot, &filter);
          n_matches += sb_event_index_matches (fixture->index, j, &filter);
        }

      g_assert_cmpuint (sb_event_index_count (fixture->index, &filter), ==, expected);
      g_assert_cmpuint (n_matches, ==, n_matching);
    }
}

/* What is sure is what sb_certainty_of_falling() says, for dates to the day, the
 * month and the year, with and without a qualifier. */
static void
test_sure (void)
{
  static const char *const dates[] = { "2025-09-03", "2025-09-03~", "2025-09", "2025", "2025~", "2025-09-01/2025-09-05" };
  static const char *const ends[] = { "2024-12-31", "2025-01-01", "2025-08-31", "2025-09-01", "2025-09-02", "2025-09-03",
                                      "2025-09-04", "2025-09-05", "2025-09-30", "2025-12-31", "2026-01-02" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (SbDate) date = sb_date_new (dates[i], NULL);
      SbEventSpot spot = { .id = 1, .subtype = -1, .first_day = sb_date_get_first_day (date), .last_day = sb_date_get_last_day (date), .is_qualified = sb_date_get_qualifier (date) != SB_DATE_CERTAIN };
      SbEventIndexBuilder *builder = sb_event_index_builder_new ();
      g_autoptr (SbEventIndex) index = NULL;

      sb_event_index_builder_add (builder, &spot);
      index = sb_event_index_builder_end (builder);
      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        for (guint k = j; k < G_N_ELEMENTS (ends); k++)
          {
            SbEventFilter filter = SB_EVENT_FILTER_ALL;

            g_assert_true (sb_day_parse (ends[j], &filter.first_day));
            g_assert_true (sb_day_parse (ends[k], &filter.last_day));
            g_assert_cmpint (sb_event_index_is_sure (index, 0, &filter), ==,
                             sb_certainty_of_falling (date, filter.first_day, filter.last_day) == SB_CERTAINTY_SURE);
          }
    }
}

static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      SbEventFilter filter = sb_test_filter_new (fixture->rand, fixture->ids);
      SbEventFilter timeless = filter;
      int first = SB_TEST_SPOTS_FIRST_DAY + g_rand_int_range (fixture->rand, -50, 500);
      guint n_days = (guint) g_rand_int_range (fixture->rand, 0, 900);
      g_autoptr (GArray) counts = sb_event_index_count_days (fixture->index, &filter, first, n_days);
      g_autoptr (GArray) expected = g_array_new (FALSE, TRUE, sizeof (guint));

      timeless.first_day = SB_DATE_DAY_MIN;
      timeless.last_day = timeless.as_of = SB_DATE_DAY_MAX;
      g_array_set_size (expected, n_days);
      for (guint j = 0; j < fixture->spots->len; j++)
        {
          const SbEventSpot *spot = &g_array_index (fixture->spots, SbEventSpot, j);
          int begins = spot->first_day == SB_DATE_DAY_MIN ? spot->last_day - SB_CERTAINTY_REACH : spot->first_day;

          if (meets (spot, &timeless) && !spot->is_further && begins >= first && begins < first + (int) n_days)
            g_array_index (expected, guint, begins - first)++;
        }

      g_assert_cmpmem (counts->data, counts->len * sizeof (guint), expected->data, expected->len * sizeof (guint));
    }
}

/* The winding of a polygon around a point, by angles: another way than the index
 * goes. */
static gboolean
is_around (const SbPoint *points,
           guint n_points,
           SbPoint point)
{
  double angle = 0;

  for (guint i = 0; i < n_points; i++)
    {
      SbPoint a = points[i];
      SbPoint b = points[(i + 1) % n_points];

      angle += remainder (atan2 (b.y - point.y, b.x - point.x) - atan2 (a.y - point.y, a.x - point.x), 2 * G_PI);
    }

  return fabs (angle) > G_PI;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static void
test_within (Fixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      SbEventFilter filter = sb_test_filter_new (fixture->rand, fixture->ids);
      SbPoint centre = { g_rand_double_range (fixture->rand, 0.45, 0.57), g_rand_double_range (fixture->rand, 0.41, 0.49) };
      guint n_points = i % 2 == 0 ? 4 : (guint) g_rand_int_range (fixture->rand, 3, 12);
      SbPoint points[12];
      g_autoptr (GArray) found = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      /* A star around the centre: a lasso. */
      for (guint j = 0; j < n_points; j++)
        {
          double radius = g_rand_double_range (fixture->rand, 0.01, 0.05);
          double angle = 2 * G_PI * j / n_points;

          points[j] = (SbPoint) { centre.x + radius * cos (angle), centre.y + radius * sin (angle) };
        }

      found = sb_event_index_list_within (fixture->index, &filter, points, n_points);
      for (guint j = 0; j < fixture->spots->len; j++)
        {
          const SbEventSpot *spot = &g_array_index (fixture->spots, SbEventSpot, j);

          if (meets (spot, &filter) && spot->has_position && is_around (points, n_points, sb_mercator_project (spot->position)))
            g_hash_table_add (seen, GUINT_TO_POINTER ((guint) spot->id));
        }

      g_assert_cmpuint (found->len, ==, g_hash_table_size (seen));
      for (guint j = 0; j < found->len; j++)
        g_assert_true (g_hash_table_contains (seen, GUINT_TO_POINTER ((guint) g_array_index (found, gint64, j))));

      g_array_sort (found, compare_ids);
      for (guint j = 1; j < found->len; j++)
        g_assert_cmpint (g_array_index (found, gint64, j), !=, g_array_index (found, gint64, j - 1));
    }
}

static void
test_bounds (Fixture *fixture,
             gconstpointer data)
{
  const SbBounds region = SB_BOUNDS_SAHEL;

  for (guint i = 0; i < N_FILTERS; i++)
    {
      SbEventFilter filter = sb_test_filter_new (fixture->rand, fixture->ids);
      SbBounds expected = sb_bounds_empty ();
      SbBounds bounds = sb_event_index_get_bounds (fixture->index, &filter, &region);

      for (guint j = 0; j < fixture->spots->len; j++)
        {
          const SbEventSpot *spot = &g_array_index (fixture->spots, SbEventSpot, j);

          if (meets (spot, &filter) && spot->has_position && sb_bounds_contains (&region, spot->position))
            expected = sb_bounds_extend (&expected, spot->position);
        }

      g_assert_cmpint (sb_bounds_is_empty (&bounds), ==, sb_bounds_is_empty (&expected));
      if (sb_bounds_is_empty (&expected))
        continue;

      g_assert_cmpfloat_with_epsilon (bounds.west, expected.west, 1e-5);
      g_assert_cmpfloat_with_epsilon (bounds.north, expected.north, 1e-5);
      g_assert_cmpfloat_with_epsilon (bounds.east, expected.east, 1e-5);
      g_assert_cmpfloat_with_epsilon (bounds.south, expected.south, 1e-5);
    }
}

static void
test_empty (void)
{
  g_autoptr (SbEventIndex) index = sb_event_index_builder_end (sb_event_index_builder_new ());
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SbIdSet) ids = sb_id_set_new (none);
  SbEventFilter filter = SB_EVENT_FILTER_ALL;
  int first;
  int last;

  g_assert_cmpuint (sb_event_index_count (index, &filter), ==, 0);
  g_assert_false (sb_event_index_get_days (index, &first, &last));
  g_assert_cmpuint (sb_id_set_get_size (ids), ==, 0);
  g_assert_false (sb_id_set_contains (ids, 1));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/geo/event-index/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/geo/event-index/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add_func ("/geo/event-index/sure", test_sure);
  g_test_add ("/geo/event-index/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/geo/event-index/within", Fixture, NULL, set_up, test_within, tear_down);
  g_test_add ("/geo/event-index/bounds", Fixture, NULL, set_up, test_bounds, tear_down);
  g_test_add_func ("/geo/event-index/empty", test_empty);

  return g_test_run ();
}
