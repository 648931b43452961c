/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-catalogue.h"
#include "sb-event-source.h"
#include "sb-feed-timer.h"
#include "sb-operation.h"

G_BEGIN_DECLS

typedef struct _SbMapBackgrounds SbMapBackgrounds;
typedef struct _SbMapOverlays SbMapOverlays;
typedef struct _SbMentionFollower SbMentionFollower;
typedef struct _SbSavedSearches SbSavedSearches;
typedef struct _SbSync SbSync;

/**
 * SbContext:
 *
 * The services of the program, made once by SbApplication and handed to
 * windows and pages. Main thread.
 *
 * Property "ready": the catalogue is open.
 */
#define SB_TYPE_CONTEXT (sb_context_get_type ())

G_DECLARE_FINAL_TYPE (SbContext, sb_context, SB, CONTEXT, GObject)

SbContext *sb_context_new (SbCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

SbCatalogue *sb_context_get_catalogue (SbContext *self);
GSettings *sb_context_get_settings (SbContext *self);

/* Made when it is first asked for. */
SbSync *sb_context_get_sync (SbContext *self);

/* Who reads documents for names; NULL until the catalogue is open. */
SbMentionFollower *sb_context_get_mentions (SbContext *self);

/* When feeds are fetched unasked; made when it is first asked for. */
SbFeedTimer *sb_context_get_feed_timer (SbContext *self);

/* Made when it is first asked for, with the catalogue open. */
SbSavedSearches *sb_context_get_saved_searches (SbContext *self);

/* What lies over the base map, and over all that is drawn on it; made when they are
 * first asked for. */
SbMapBackgrounds *sb_context_get_map_backgrounds (SbContext *self);
SbMapOverlays *sb_context_get_map_overlays (SbContext *self);

/* The events for maps and time bars; begun to be read when it is first asked for,
 * with the catalogue open. */
SbEventSource *sb_context_get_events (SbContext *self);

/* The operations under way, newest first; finished ones leave by themselves.
 * (element-type SbOperation) */
GListStore *sb_context_get_operations (SbContext *self);

/* Begins a piece of work that the window shows until it is complete. @title is
 * translated. */
SbOperation *sb_context_start_operation (SbContext *self,
                                         const char *title) G_GNUC_WARN_UNUSED_RESULT;

gboolean sb_context_is_ready (SbContext *self);
void sb_context_set_ready (SbContext *self);

G_END_DECLS
