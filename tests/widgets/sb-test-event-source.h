/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-source.h"

G_BEGIN_DECLS

/**
 * SbTestEventSource:
 *
 * An SbEventSource of records that are handed to it, which answers in the next turn
 * of the main loop.
 */
#define SB_TYPE_TEST_EVENT_SOURCE (sb_test_event_source_get_type ())

G_DECLARE_FINAL_TYPE (SbTestEventSource, sb_test_event_source, SB, TEST_EVENT_SOURCE, GObject)

SbTestEventSource *sb_test_event_source_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @event: with an id, and the places that it has. Tell when all are there. */
void sb_test_event_source_add (SbTestEventSource *self,
                               SbRecord *event);
void sb_test_event_source_publish (SbTestEventSource *self);
/* Instead of records: takes @index over. */
void sb_test_event_source_take_index (SbTestEventSource *self,
                                      SbEventIndex *index);
/* How many records were asked for. */
guint sb_test_event_source_get_n_loaded (SbTestEventSource *self);

G_END_DECLS
