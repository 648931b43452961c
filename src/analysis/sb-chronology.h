/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-chronology-scale.h"
#include "sb-event-index.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbChronology:
 *
 * What happened, side by side in lanes: one for each actor, region, type of event or
 * dossier. A lane has the events as marks and what lasted, restrictions and
 * alliances, as bars. Immutable and reference counted: made by any thread, a hundred
 * thousand events in well under a second, and drawn by any.
 */
typedef struct _SbChronology SbChronology;

typedef enum
{
  SB_CHRONOLOGY_ACTORS,
  SB_CHRONOLOGY_PLACES,
  SB_CHRONOLOGY_TYPES,
  SB_CHRONOLOGY_DOSSIERS,
} SbChronologyOrder;

#define SB_N_CHRONOLOGY_ORDERS (SB_CHRONOLOGY_DOSSIERS + 1)

typedef enum
{
  SB_CHRONOLOGY_MARK_VAGUE = 1 << 0, /* it was on one day of several, or lasted them */
  SB_CHRONOLOGY_MARK_QUALIFIED = 1 << 1, /* "~", "?" */
  SB_CHRONOLOGY_MARK_GOES_ON = 1 << 2, /* it has no end */
  SB_CHRONOLOGY_MARK_UNSOURCED = 1 << 3,
} SbChronologyMarkFlags;

/* An event in a lane. */
typedef struct
{
  double at; /* the time where its symbol stands: within its days, and those of the same days apart */
  int first_day;
  int last_day; /* the first one when it goes on */
  guint32 id;
  guint16 fatalities;
  guint8 type; /* SbEventType */
  guint8 flags; /* SbChronologyMarkFlags */
} SbChronologyMark;

/* What lasted. It may have begun from since_first on and surely had from since_last
 * on; it surely held until until_first and may have until until_last. Where nobody
 * says when, a year is open on that side (sb-certainty.h). What goes on ends with
 * SB_DATE_DAY_MAX. */
typedef struct
{
  SbRecord *record; /* (owned) a restriction or an alliance */
  int since_first;
  int since_last;
  int until_first;
  int until_last;
  guint row; /* bars of one lane that overlap lie in different rows */
} SbChronologyBar;

typedef enum
{
  SB_CHRONOLOGY_LANE_RESTRICTIONS, /* those that no other lane has */
  SB_CHRONOLOGY_LANE_ALLIANCES,
  SB_CHRONOLOGY_LANE_OWN, /* of a record, or of a type */
  SB_CHRONOLOGY_LANE_OTHERS, /* the events that no other lane has */
} SbChronologyLaneKind;

typedef struct
{
  SbChronologyLaneKind kind;
  SbChronologyOrder order; /* that of the chronology */
  SbRef *ref; /* (owned) (nullable) the actor, place or dossier */
  SbEventType type; /* where the lanes are types */
  GArray *marks; /* (owned) (element-type SbChronologyMark) in the order of their symbols */
  GArray *bars; /* (owned) (element-type SbChronologyBar) the earliest first */
  guint n_rows; /* of bars */
  double longest; /* days of the longest mark */
} SbChronologyLane;

/* Which record lies in which lane. */
typedef struct
{
  gint64 record;
  gint64 lane;
} SbChronologyPair;

/* Which marks are meant of those that are there: those that could have been in the
 * period and begun by the day. */
typedef struct
{
  int first_day;
  int last_day;
  int as_of;
} SbChronologyMoment;

/* What a chronology is made of; all borrowed. */
typedef struct
{
  SbChronologyOrder order;
  const SbEventIndex *index;
  const SbEventFilter *filter; /* (nullable) its period and as-of day do not count */
  const GArray *pairs; /* (nullable) (element-type SbChronologyPair) without it, lanes are types */
  const GPtrArray *refs; /* (nullable) (element-type SbRef) what lanes are called */
  const GPtrArray *lasting; /* (nullable) (element-type SbRecord) restrictions and alliances */
  const SbChronologyMoment *moment; /* (nullable) nothing else than what is meant by it */
} SbChronologyInput;

/* Marks that lie so close together that they are one symbol. */
typedef struct
{
  double position; /* of the symbol, on the scale */
  guint first; /* the number of its first mark in the lane */
  guint n; /* marks */
  guint n_meant; /* of the moment */
  SbEventType type; /* that of most of them */
  guint8 flags; /* what all of them have */
} SbChronologyCell;

SbChronology *sb_chronology_new (const SbChronologyInput *input) G_GNUC_WARN_UNUSED_RESULT;
SbChronology *sb_chronology_ref (SbChronology *self);
void sb_chronology_unref (SbChronology *self);

/* Lanes: what is of none first, then those with most events, what is of no lane
 * last; types in the order of their vocabulary. Borrowed. */
guint sb_chronology_get_n_lanes (const SbChronology *self);
const SbChronologyLane *sb_chronology_get_lane (const SbChronology *self,
                                                guint lane);
/* Events, each once. */
guint sb_chronology_get_n_events (const SbChronology *self);
/* From the first to the last day that anything is dated, no vaguer than to the year;
 * FALSE when there is nothing. */
gboolean sb_chronology_get_days (const SbChronology *self,
                                 int *first_day,
                                 int *last_day);

/* What a lane is called. Static, or as long as the lane. */
const char *sb_chronology_lane_get_name (const SbChronologyLane *self,
                                         SbLanguage language);
const SbChronologyMark *sb_chronology_lane_get_mark (const SbChronologyLane *self,
                                                     guint mark);

gboolean sb_chronology_mark_is_meant (const SbChronologyMark *self,
                                      const SbChronologyMoment *moment);

/* Appends to @cells (element-type SbChronologyCell) the symbols of a lane between two
 * positions of @scale, and those just beside: what falls into one stretch of @spacing
 * is one symbol. Stretches stand where they are while the scale is only moved. */
void sb_chronology_lane_gather (const SbChronologyLane *self,
                                const SbChronologyScale *scale,
                                const SbChronologyMoment *moment,
                                double from,
                                double to,
                                double spacing,
                                GArray *cells);

/* The number of the first mark whose symbol stands at @time or after it. */
guint sb_chronology_lane_seek (const SbChronologyLane *self,
                               double time);

/* The name of an order in files and options: "actor", "place", "type", "dossier". */
const char *sb_chronology_order_get_name (SbChronologyOrder self);
gboolean sb_chronology_order_parse (const char *name,
                                    SbChronologyOrder *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbChronology, sb_chronology_unref)

G_END_DECLS
