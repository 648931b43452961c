/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-event-source.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbEventList:
 *
 * Some events under a line that says what they are: any number, read as they are
 * scrolled to. One that is activated is selected in the session.
 *
 * Signals: "activated" (gint64 id); "closed": the user has done with the list, by
 * Escape or the button.
 */
#define SB_TYPE_EVENT_LIST (sb_event_list_get_type ())

G_DECLARE_FINAL_TYPE (SbEventList, sb_event_list, SB, EVENT_LIST, GtkWidget)

GtkWidget *sb_event_list_new (void);

void sb_event_list_set_session (SbEventList *self,
                                SbSession *session);

/* @ids: (element-type gint64). @title says what they are and how many. */
void sb_event_list_show (SbEventList *self,
                         SbEventSource *source,
                         GArray *ids,
                         const char *title);
void sb_event_list_focus (SbEventList *self);
guint sb_event_list_get_n_events (SbEventList *self);

G_END_DECLS
