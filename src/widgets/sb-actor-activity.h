/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-event-source.h"
#include "sb-ref.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbActorActivity:
 *
 * What an actor did, and where: its events of all times by month, and a small map of
 * them. Both are of all its events, whatever the period of the window. What is chosen on
 * the map is selected in the session of the window.
 */
#define SB_TYPE_ACTOR_ACTIVITY (sb_actor_activity_get_type ())

G_DECLARE_FINAL_TYPE (SbActorActivity, sb_actor_activity, SB, ACTOR_ACTIVITY, GtkWidget)

GtkWidget *sb_actor_activity_new (SbEventSource *events,
                                  SbSession *session);

/* (nullable) */
void sb_actor_activity_set_actor (SbActorActivity *self,
                                  SbRef *actor);

G_END_DECLS
