/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbEventFilterForm:
 *
 * Which events are shown: a box to tick for each type, the fewest deaths, an actor.
 * It and the session follow each other.
 */
#define SB_TYPE_EVENT_FILTER_FORM (sb_event_filter_form_get_type ())

G_DECLARE_FINAL_TYPE (SbEventFilterForm, sb_event_filter_form, SB, EVENT_FILTER_FORM, GtkWidget)

void sb_event_filter_form_set_session (SbEventFilterForm *self,
                                       SbSession *session);
/* (nullable) (element-type SbRecord) */
void sb_event_filter_form_set_actors (SbEventFilterForm *self,
                                      GListModel *actors);

G_END_DECLS
