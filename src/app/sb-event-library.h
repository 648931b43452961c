/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-event-source.h"

G_BEGIN_DECLS

/**
 * SbEventLibrary:
 *
 * The events of the catalogue for maps and time bars: an SbEventSource whose index
 * is read in a thread and by a connection of its own, so that lists need not wait
 * for it, and read anew when events, places or what stands behind them changed. While
 * changes come one after the other, as in a sync, it reads a fifth of the time at
 * most. The last index stays until there is another. Main thread.
 */
#define SB_TYPE_EVENT_LIBRARY (sb_event_library_get_type ())

G_DECLARE_FINAL_TYPE (SbEventLibrary, sb_event_library, SB, EVENT_LIBRARY, GObject)

/* The catalogue is open. */
SbEventLibrary *sb_event_library_new (SbCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
