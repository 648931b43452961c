/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"
#include "sb-event.h"
#include "sb-id-set.h"

G_BEGIN_DECLS

/* All types of event, as bits 1 << SbEventType. */
#define SB_EVENT_TYPES_ALL ((1u << (SB_EVENT_TYPE_POLITICS + 1)) - 1)

/**
 * SbEventFilter:
 *
 * Which events of an SbEventIndex are meant. A plain value, but for the sets,
 * which it does not own: sb_event_filter_copy() and sb_event_filter_clear() are
 * for filters that do.
 *
 * Days are those of sb-date.h. An event meets the period when it could have been
 * on one of its days, and the as-of day when it can have begun by then, by the
 * rules of sb-certainty.h that the lists of the catalogue share.
 */
typedef struct
{
  int first_day;
  int last_day;
  int as_of;
  guint types; /* bits 1 << SbEventType */
  guint min_fatalities; /* the reported deaths, the highest figure */
  const SbIdSet *ids; /* (nullable) the events of an actor, say: those and no others */
} SbEventFilter;

/* That meets every event. */
#define SB_EVENT_FILTER_ALL \
  ((SbEventFilter) { SB_DATE_DAY_MIN, SB_DATE_DAY_MAX, SB_DATE_DAY_MAX, SB_EVENT_TYPES_ALL, 0, NULL })

/* A copy that owns its set. */
SbEventFilter sb_event_filter_copy (const SbEventFilter *self);
void sb_event_filter_clear (SbEventFilter *self);

G_END_DECLS
