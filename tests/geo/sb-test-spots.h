/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-index.h"

G_BEGIN_DECLS

/* Made-up rows of events for the tests and the benchmark: heaps around towns, all
 * types and precisions, deaths, dates of a day up to open ones. */

typedef enum
{
  SB_TEST_SPOTS_DEFAULT = 0,
  SB_TEST_SPOTS_PLACED = 1 << 0, /* each has a position, and one place */
} SbTestSpotsFlags;

/* @n_events events with ids from 1 on; some have two places, some none.
 * (element-type SbEventSpot) */
GArray *sb_test_spots_new (GRand *rand,
                           guint n_events,
                           SbTestSpotsFlags flags) G_GNUC_WARN_UNUSED_RESULT;
SbEventIndex *sb_test_spots_index (GArray *spots) G_GNUC_WARN_UNUSED_RESULT;

/* A filter by chance; it restricts something, or nothing. @ids is a set that it may
 * name. */
SbEventFilter sb_test_filter_new (GRand *rand,
                                  const SbIdSet *ids);

/* The days that the events are made in. */
#define SB_TEST_SPOTS_FIRST_DAY 18000
#define SB_TEST_SPOTS_LAST_DAY  20600

G_END_DECLS
