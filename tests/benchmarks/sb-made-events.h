/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

/**
 * SbMadeEvents:
 *
 * A catalogue made for measuring: as many events as are asked for, spread over
 * the years from 2012 to May 2026 and denser towards the end, with what belongs
 * to them in proportion. The same number and seed make the same catalogue, UUIDs
 * aside. Actors and places are named by Zipf's law: the first one in about every
 * eighth event, most of them in a few.
 */
#define SB_MADE_SEED 20260425

#define SB_MADE_FIRST_DAY 15340 /* 2012-01-01 */
#define SB_MADE_LAST_DAY  20593 /* 2026-05-20 */

/* What was made: the ids of the records, in the order of their rank. */
typedef struct
{
  guint n_events;
  GArray *actors; /* (owned) (element-type gint64) one for 500 events */
  GArray *places; /* (owned) (element-type gint64) one for 50 */
  GArray *sources; /* (owned) (element-type gint64) 40 */
  GArray *documents; /* (owned) (element-type gint64) one for 100 */
  gint64 large_dossier; /* a third of the events */
  gint64 small_dossier; /* one event in a thousand */
  double events_per_second; /* while the events were stored */
} SbMadeEvents;

/* Fills the empty catalogue @store. Restrictions are one for 200 events, controls
 * one for 20, relations one for 100, claims one for 10; 7 events in 10 rest on an
 * extract. */
SbMadeEvents *sb_made_events_new (SbStore *store,
                                  guint n_events,
                                  guint seed,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of a catalogue that was made before, and where nothing was added. */
SbMadeEvents *sb_made_events_new_again (SbStore *store,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_made_events_free (SbMadeEvents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbMadeEvents, sb_made_events_free)
