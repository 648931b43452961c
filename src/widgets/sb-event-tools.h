/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-layer.h"
#include "sb-event-list.h"

G_BEGIN_DECLS

/**
 * SbEventTools:
 *
 * What there is to do with the events of a map, as buttons: which are shown, the
 * lasso, and the events in view as a list. It also fills the list beside the map,
 * with what is in view or what was chosen by a box or a lasso.
 */
#define SB_TYPE_EVENT_TOOLS (sb_event_tools_get_type ())

G_DECLARE_FINAL_TYPE (SbEventTools, sb_event_tools, SB, EVENT_TOOLS, GtkWidget)

/* @panel: shown and hidden, with @list in it. */
void sb_event_tools_set_layer (SbEventTools *self,
                               SbEventLayer *layer,
                               GtkRevealer *panel,
                               SbEventList *list);
/* @actors: (nullable) (element-type SbRecord) what can be chosen from. */
void sb_event_tools_set_model (SbEventTools *self,
                               SbEventModel *model,
                               GListModel *actors);

G_END_DECLS
