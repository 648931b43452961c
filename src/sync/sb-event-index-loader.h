/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-index.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* The index of all events of a catalogue, read without making a record of any. In
 * the thread of the store; an event whose type is not known counts as a strategic
 * development, as ACLED has it for what fits nowhere else. */
SbEventIndex *sb_event_index_load (SbStore *store,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The events that an actor acts in, for a filter. */
SbIdSet *sb_event_index_load_ids_of_actor (SbStore *store,
                                           gint64 actor,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
