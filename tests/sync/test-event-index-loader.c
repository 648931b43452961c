/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-dossier-reader.h"
#include "sb-event-index-loader.h"
#include "sb-made-events.h"
#include "sb-place.h"
#include "sb-test-records.h"

/* The index of a catalogue against its records. */

#define N_EVENTS 600

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbMadeEvents) made = NULL;
  g_autoptr (GError) error = NULL;
  SbImportCounts counts;

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  sb_dossier_read_sample (fixture->store, &counts, &error);
  g_assert_no_error (error);
  made = sb_made_events_new (fixture->store, N_EVENTS, SB_MADE_SEED, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static GPtrArray *
list_events (Fixture *fixture,
             const SbQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *events = sb_store_list (fixture->store, query, &error);

  g_assert_no_error (error);
  return events;
}

static SbEventIndex *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SbEventIndex *index = sb_event_index_load (fixture->store, &error);

  g_assert_no_error (error);
  return index;
}

static gboolean
has_position (SbRecord *place)
{
  return sb_record_has (place, SB_EVENT_PLACE_LATITUDE) && sb_record_has (place, SB_EVENT_PLACE_LONGITUDE);
}

/* That one of @rows is where @place is. */
static void
assert_is_there (SbEventIndex *index,
                 GArray *rows,
                 SbRecord *place)
{
  for (guint i = 0; i < rows->len; i++)
    {
      SbEventSpot spot;

      sb_event_index_get_spot (index, g_array_index (rows, guint, i), &spot);
      if (spot.has_position &&
          ABS (spot.position.latitude - sb_record_get_real (place, SB_EVENT_PLACE_LATITUDE, 0)) < 1e-6 &&
          ABS (spot.position.longitude - sb_record_get_real (place, SB_EVENT_PLACE_LONGITUDE, 0)) < 1e-6)
        return;
    }

  g_assert_not_reached ();
}

static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GPtrArray) events = list_events (fixture, query);
  g_autoptr (SbEventIndex) index = load (fixture);
  guint n_vague = 0;

  g_assert_cmpuint (sb_event_index_get_n_events (index), ==, events->len);
  for (guint i = 0; i < events->len; i++)
    {
      SbRecord *event = g_ptr_array_index (events, i);
      SbDate *date = sb_record_get_date (event, SB_EVENT_DATE);
      g_autoptr (GArray) rows = sb_event_index_find (index, sb_record_get_id (event));
      guint n_places = sb_record_get_n_items (event, SB_EVENT_PLACES);
      gint64 low = sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, 0);
      SbEventSpot spot;

      g_assert_cmpuint (rows->len, ==, MAX (n_places, 1));
      sb_event_index_get_spot (index, g_array_index (rows, guint, 0), &spot);
      g_assert_false (spot.is_further);
      g_assert_cmpint (spot.type, ==, sb_record_get_term (event, SB_EVENT_TYPE, -1));
      g_assert_cmpint (spot.subtype, ==, sb_record_get_term (event, SB_EVENT_SUBTYPE, -1));
      g_assert_cmpint (spot.last_day, ==, sb_date_get_last_day (date));
      g_assert_cmpint (spot.is_qualified, ==, sb_date_get_qualifier (date) != SB_DATE_CERTAIN);
      g_assert_cmpint (spot.is_unsourced, ==, sb_record_get_n_extracts (event) == 0);
      g_assert_cmpint (spot.fatalities, ==, sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, low));
      n_vague += spot.precision >= SB_PLACE_PRECISION_REGION;
      for (guint j = 0; j < n_places; j++)
        if (has_position (sb_record_get_item (event, SB_EVENT_PLACES, j)))
          assert_is_there (index, rows, sb_record_get_item (event, SB_EVENT_PLACES, j));
    }

  /* What has no precision of its own has that of its place: the sample names
   * regions and countries. */
  g_assert_cmpuint (n_vague, >, 0);
}

/* The filter finds what the lists find. */
static void
test_as_lists (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (SbEventIndex) index = load (fixture);
  g_autoptr (SbQuery) first = sb_query_new (SB_KIND_ACTOR);
  g_autoptr (GPtrArray) actors = list_events (fixture, first);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
      g_autoptr (GPtrArray) events = NULL;
      g_autoptr (SbIdSet) ids = NULL;
      g_autoptr (GError) error = NULL;
      SbEventFilter filter = SB_EVENT_FILTER_ALL;

      query->has_period = query->has_as_of = TRUE;
      query->first_day = filter.first_day = g_rand_int_range (rand, SB_MADE_FIRST_DAY - 100, SB_MADE_LAST_DAY);
      query->last_day = filter.last_day = query->first_day + g_rand_int_range (rand, 0, 800);
      query->as_of = filter.as_of = g_rand_int_range (rand, query->first_day, query->last_day + 1);
      if (i % 2 == 0)
        {
          query->actor = sb_record_get_id (g_ptr_array_index (actors, i % actors->len));
          ids = sb_event_index_load_ids_of_actor (fixture->store, query->actor, &error);
          g_assert_no_error (error);
          filter.ids = ids;
        }

      events = list_events (fixture, query);
      g_assert_cmpuint (sb_event_index_count (index, &filter), ==, events->len);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sync/event-index-loader/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/sync/event-index-loader/as-lists", Fixture, NULL, set_up, test_as_lists, tear_down);

  return g_test_run ();
}
