/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-spots.h"

#include "sb-certainty.h"

#define N_TOWNS 300

static SbPosition
pick_position (GRand *rand,
               const SbPosition *towns)
{
  SbPosition town = towns[g_rand_int_range (rand, 0, N_TOWNS)];
  gint32 chance = g_rand_int_range (rand, 0, 10);

  /* Half of all are reported from the town itself, and some from anywhere. */
  if (chance < 5)
    return town;
  if (chance == 9)
    return (SbPosition) { g_rand_double_range (rand, -20, 27), g_rand_double_range (rand, 0, 28) };

  return (SbPosition) { town.longitude + g_rand_double_range (rand, -0.4, 0.4), town.latitude + g_rand_double_range (rand, -0.4, 0.4) };
}

static void
set_days (GRand *rand,
          SbEventSpot *spot)
{
  static const int lengths[] = { 1, 1, 1, 1, 1, 1, 2, 4, 30, 365 };
  gint32 chance = g_rand_int_range (rand, 0, 1000);

  spot->first_day = g_rand_int_range (rand, SB_TEST_SPOTS_FIRST_DAY, SB_TEST_SPOTS_LAST_DAY);
  spot->last_day = spot->first_day + lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))] - 1;
  spot->is_qualified = chance % 20 == 3;
  if (chance == 1)
    spot->first_day = SB_DATE_DAY_MIN;
  else if (chance == 2)
    spot->last_day = SB_DATE_DAY_MAX;
}

GArray *
sb_test_spots_new (GRand *rand,
                   guint n_events,
                   SbTestSpotsFlags flags)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (SbEventSpot));
  SbPosition towns[N_TOWNS];

  for (guint i = 0; i < N_TOWNS; i++)
    towns[i] = (SbPosition) { g_rand_double_range (rand, -17, 24), g_rand_double_range (rand, 9, 25) };

  for (guint i = 0; i < n_events; i++)
    {
      gint32 chance = g_rand_int_range (rand, 0, 100);
      SbEventSpot spot = {
        .id = i + 1,
        .type = (SbEventType) g_rand_int_range (rand, 0, SB_EVENT_TYPE_POLITICS + 1),
        .subtype = g_rand_int_range (rand, -1, SB_EVENT_SUBTYPE_DECISION + 1),
        .fatalities = chance % 3 == 0 ? (guint) g_rand_int_range (rand, 0, chance == 99 ? 200 : 9) : 0,
        .is_unsourced = chance % 4 == 0,
        .has_position = (flags & SB_TEST_SPOTS_PLACED) != 0 || chance != 50,
        .precision = chance < 92 ? SB_PLACE_PRECISION_EXACT : (SbPlacePrecision) (chance % 5),
        .position = pick_position (rand, towns),
      };

      set_days (rand, &spot);
      g_array_append_val (spots, spot);
      if (chance == 51 && (flags & SB_TEST_SPOTS_PLACED) == 0)
        {
          spot.is_further = TRUE;
          spot.position = pick_position (rand, towns);
          g_array_append_val (spots, spot);
        }
    }

  return spots;
}

SbEventIndex *
sb_test_spots_index (GArray *spots)
{
  SbEventIndexBuilder *builder = sb_event_index_builder_new ();

  for (guint i = 0; i < spots->len; i++)
    sb_event_index_builder_add (builder, &g_array_index (spots, SbEventSpot, i));

  return sb_event_index_builder_end (builder);
}

SbEventFilter
sb_test_filter_new (GRand *rand,
                    const SbIdSet *ids)
{
  SbEventFilter filter = SB_EVENT_FILTER_ALL;

  if (g_rand_boolean (rand))
    {
      filter.first_day = g_rand_int_range (rand, SB_TEST_SPOTS_FIRST_DAY, SB_TEST_SPOTS_LAST_DAY);
      filter.last_day = filter.first_day + g_rand_int_range (rand, 0, 1500);
      filter.as_of = filter.last_day;
    }
  if (g_rand_boolean (rand) && filter.last_day != SB_DATE_DAY_MAX)
    filter.as_of = g_rand_int_range (rand, filter.first_day, filter.last_day + 1);
  if (g_rand_boolean (rand))
    filter.types = (guint) g_rand_int_range (rand, 0, SB_EVENT_TYPES_ALL + 1);
  if (g_rand_int_range (rand, 0, 4) == 0)
    filter.min_fatalities = (guint) g_rand_int_range (rand, 0, 8);
  if (g_rand_int_range (rand, 0, 3) == 0)
    filter.ids = ids;

  return filter;
}
