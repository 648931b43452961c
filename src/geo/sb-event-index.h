/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-filter.h"
#include "sb-geometry.h"
#include "sb-place.h"

G_BEGIN_DECLS

/**
 * SbEventIndex:
 *
 * Where and when all events of a catalogue were, for a map and a time bar that
 * look at a million of them for each picture. Immutable and reference counted,
 * made by any thread and shared by all.
 *
 * It has a row for each place of each event; an event of two places has two, of
 * which one is marked as a further one, and an event without a position has one
 * that is on no map and still counts in time. Rows are in the order of their
 * Morton keys, that is along a curve which fills each square of a grid before it
 * leaves it: what lies in one square of any grid of 2^n is one run of rows. Rows
 * without a position come last.
 *
 * Rows are held in columns, one behind the other in a single block, and take
 * SB_EVENT_INDEX_ROW_SIZE bytes each:
 *
 * | column     | type    | what                                                  |
 * |------------|---------|-------------------------------------------------------|
 * | x, y       | guint32 | Web Mercator (sb-mercator.h) in 2^-32 of the world:   |
 * |            |         | less than a centimetre                                |
 * | first_day, | gint32  | the days it could have been on; an open beginning is  |
 * | last_day   |         | SB_CERTAINTY_REACH before the last day                |
 * | id         | guint32 | the record                                            |
 * | fatalities | guint16 | the highest figure; what is more is 65535             |
 * | traits     | guint16 | bits 0–2 type, 3–7 sub-type (31 none), 8–10           |
 * |            |         | precision, 11 unsourced, 12 a further place of its    |
 * |            |         | event, 13 the date is qualified                       |
 */
typedef struct _SbEventIndex SbEventIndex;

/* Bytes. */
#define SB_EVENT_INDEX_ROW_SIZE 24

/* One place of one event, as it goes in and comes out. */
typedef struct
{
  gint64 id; /* from 1 to G_MAXUINT32 */
  SbEventType type;
  int subtype; /* SbEventSubtype, -1 for none */
  int first_day;
  int last_day;
  gboolean is_qualified; /* the date has "~", "?" or "%" */
  guint fatalities;
  gboolean is_unsourced;
  gboolean is_further; /* another row of the same event stands for it */
  gboolean has_position;
  SbPosition position;
  SbPlacePrecision precision;
} SbEventSpot;

SbEventIndex *sb_event_index_ref (SbEventIndex *self);
void sb_event_index_unref (SbEventIndex *self);

/**
 * SbEventIndexBuilder:
 *
 * Takes the rows of an index, in any order; one thread at a time. What has the
 * same position stays in the order in which it came.
 */
typedef struct _SbEventIndexBuilder SbEventIndexBuilder;

SbEventIndexBuilder *sb_event_index_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sb_event_index_builder_add (SbEventIndexBuilder *self,
                                 const SbEventSpot *spot);
/* Frees the builder. */
SbEventIndex *sb_event_index_builder_end (SbEventIndexBuilder *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_event_index_builder_free (SbEventIndexBuilder *self);

guint sb_event_index_get_n_rows (const SbEventIndex *self);
/* Events, whatever the number of their places. */
guint sb_event_index_get_n_events (const SbEventIndex *self);
/* All that it takes, in bytes. */
gsize sb_event_index_get_size (const SbEventIndex *self);
void sb_event_index_get_spot (const SbEventIndex *self,
                              guint row,
                              SbEventSpot *spot);
/* Where a row is on the unit square of the projection. */
SbPoint sb_event_index_get_point (const SbEventIndex *self,
                                  guint row);

/* Whether a row meets @filter, and whether its date surely lies within the period
 * of it (sb-certainty.h; the margin of a qualified date is taken to be its whole
 * length). */
gboolean sb_event_index_matches (const SbEventIndex *self,
                                 guint row,
                                 const SbEventFilter *filter);
gboolean sb_event_index_is_sure (const SbEventIndex *self,
                                 guint row,
                                 const SbEventFilter *filter);

/* How many events meet @filter; on the map or not. */
guint sb_event_index_count (const SbEventIndex *self,
                            const SbEventFilter *filter);

/* The first and last day on which events begin that are dated no vaguer than to
 * the year; FALSE when there is none. */
gboolean sb_event_index_get_days (const SbEventIndex *self,
                                  int *first_day,
                                  int *last_day);

/* How many events that meet @filter begin on each of @n_days days from
 * @first_day, whatever its period and as-of day. (element-type guint) */
GArray *sb_event_index_count_days (const SbEventIndex *self,
                                   const SbEventFilter *filter,
                                   int first_day,
                                   guint n_days) G_GNUC_WARN_UNUSED_RESULT;

/* The rows of an event, first its own. (element-type guint) */
GArray *sb_event_index_find (const SbEventIndex *self,
                             gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* What holds all that meets @filter within @region; empty when nothing does. */
SbBounds sb_event_index_get_bounds (const SbEventIndex *self,
                                    const SbEventFilter *filter,
                                    const SbBounds *region);

/* The events that meet @filter and lie within a polygon of the unit square, in the
 * order of sb_event_index_sort(); each once. The polygon need not be closed;
 * where it crosses itself, what it goes round an even number of times is outside.
 * (element-type gint64) */
GArray *sb_event_index_list_within (const SbEventIndex *self,
                                    const SbEventFilter *filter,
                                    const SbPoint *points,
                                    guint n_points) G_GNUC_WARN_UNUSED_RESULT;

/* The events of @rows (element-type guint), each once, the newest first; those of
 * a day by their id, the last first, as lists of the catalogue have them.
 * (element-type gint64) */
GArray *sb_event_index_sort (const SbEventIndex *self,
                             GArray *rows) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbEventIndex, sb_event_index_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbEventIndexBuilder, sb_event_index_builder_free)

G_END_DECLS
