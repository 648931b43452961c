/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-event-model.h"
#include "sb-road-finder.h"

G_BEGIN_DECLS

/**
 * SbMoment:
 *
 * What the catalogue holds at the moment of a session: the events of its period,
 * and what is in force on its as-of day. Every page of a window shows these
 * same lists; one that no page asks for is not read. They follow the session and the catalogue, a little behind while
 * the time bar is dragged. Main thread.
 */
#define SB_TYPE_MOMENT (sb_moment_get_type ())

G_DECLARE_FINAL_TYPE (SbMoment, sb_moment, SB, MOMENT, GObject)

SbMoment *sb_moment_new (SbCatalogue *catalogue,
                         SbEventSource *events,
                         SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* All events as the maps and the time bar show them; borrowed. */
SbEventModel *sb_moment_get_event_model (SbMoment *self);

/* Each borrowed. (element-type SbRecord) */
GListModel *sb_moment_get_events (SbMoment *self); /* of the period, newest first */
GListModel *sb_moment_get_restrictions (SbMoment *self); /* on the as-of day */
GListModel *sb_moment_get_alliances (SbMoment *self); /* on the as-of day */
GListModel *sb_moment_get_drawings (SbMoment *self); /* on the as-of day */
GListModel *sb_moment_get_actors (SbMoment *self); /* all */
GListModel *sb_moment_get_places (SbMoment *self); /* all */

/* The roads on the as-of day; borrowed. To be started. */
SbRoadFinder *sb_moment_get_roads (SbMoment *self);
/* Who holds what on the as-of day. Borrowed. (element-type SbMapArea) */
GListModel *sb_moment_get_held_areas (SbMoment *self);

/* The zones of travel advice of that day. Borrowed. (element-type SbMapArea) */
GListModel *sb_moment_get_travel_zones (SbMoment *self);

/* The places that restrictions of that day weigh on. Borrowed.
 * (element-type SbMapArea) */
GListModel *sb_moment_get_restricted_areas (SbMoment *self);

G_END_DECLS
