/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-index.h"

G_BEGIN_DECLS

/**
 * SbEventCluster:
 *
 * Events that a map shows as one symbol. A plain value.
 */
typedef struct
{
  SbPoint point; /* of the unit square of the projection: where they are on average */
  guint64 key; /* the same as long as the zoom is, whatever part of the map is in view */
  guint n_rows; /* places of events */
  guint n_events; /* each once, whatever the number of its places here */
  guint fatalities; /* of all events */
  guint row; /* the one that stands for them: of the most frequent type, the deadliest */
  SbEventType type; /* the most frequent one */
  SbPlacePrecision precision; /* the finest one */
  gboolean is_sure; /* one of them at least surely lies in the period */
  gboolean is_unsourced; /* all of them */
} SbEventCluster;

/**
 * SbEventClusters:
 *
 * What a map shows of an index: the events that meet a filter, put together where
 * symbols would lie on each other. The cells that they are put together in are
 * those of a grid of 2^level on the ground, about SB_EVENT_CELL pixels wide, so
 * that clusters keep together while the map is moved, and each falls apart into up
 * to four where the next level begins. A cluster that is nearer to a larger one
 * than most of a cell's width is taken over by that one. What is only known to lie
 * in a region or a country is apart from what has a place.
 *
 * Immutable and reference counted, made by any thread.
 */
typedef struct _SbEventClusters SbEventClusters;

/* Logical pixels. */
#define SB_EVENT_CELL 24.0

/* The level for a world that is @world logical pixels wide. */
guint sb_event_clusters_get_level (double world);

/* @area: the part of the unit square that is seen; clusters whose cells are a
 * little outside are there as well. Keeps a reference to @index. */
SbEventClusters *sb_event_clusters_new (SbEventIndex *index,
                                        const SbEventFilter *filter,
                                        const SbRect *area,
                                        guint level) G_GNUC_WARN_UNUSED_RESULT;
SbEventClusters *sb_event_clusters_ref (SbEventClusters *self);
void sb_event_clusters_unref (SbEventClusters *self);

/* The largest last; the first ones are those of regions and countries. Lives as
 * long as @self. */
const SbEventCluster *sb_event_clusters_get (const SbEventClusters *self,
                                             guint *n_clusters);
const SbRect *sb_event_clusters_get_area (const SbEventClusters *self);
guint sb_event_clusters_get_level_of (const SbEventClusters *self);
SbEventIndex *sb_event_clusters_get_index (const SbEventClusters *self);
const SbEventFilter *sb_event_clusters_get_filter (const SbEventClusters *self);

/* The events of a cluster, the newest first, each once. (element-type gint64) */
GArray *sb_event_clusters_list (const SbEventClusters *self,
                                guint cluster) G_GNUC_WARN_UNUSED_RESULT;

/* The cluster that holds a row of the index; -1 when none does. */
int sb_event_clusters_find (const SbEventClusters *self,
                            guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbEventClusters, sb_event_clusters_unref)

G_END_DECLS
