/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-source.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbEventModel:
 *
 * The events of a session: the index of the catalogue, and the filter that the
 * session makes of its period, its as-of day and what else it says of events. One
 * for each window, shared by its maps and its time bar. Main thread.
 *
 * Signal "changed": the index or the filter is another one.
 * Signal "days-changed": what is counted of each day is something else; not told
 * when the period alone changes. Counting very many of them is done in a worker, and
 * told when it is done.
 */
#define SB_TYPE_EVENT_MODEL (sb_event_model_get_type ())

G_DECLARE_FINAL_TYPE (SbEventModel, sb_event_model, SB, EVENT_MODEL, GObject)

SbEventModel *sb_event_model_new (SbEventSource *source,
                                  SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

SbEventSource *sb_event_model_get_source (SbEventModel *self);
SbSession *sb_event_model_get_session (SbEventModel *self);

/* NULL before it was first read. */
SbEventIndex *sb_event_model_get_index (SbEventModel *self);
/* Lives until the next "changed". */
const SbEventFilter *sb_event_model_get_filter (SbEventModel *self);

/* How many events that meet the filter, but for its period, begin on each day,
 * from @first_day on: all the days on which any does. NULL when there are none.
 * (element-type guint) */
GArray *sb_event_model_get_days (SbEventModel *self,
                                 int *first_day);

G_END_DECLS
