/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-basemap-style.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbEventLayer:
 *
 * Events on a map: a symbol at each place of each event, those too close to be
 * told apart drawn as one with their number. It draws by itself, without a
 * widget a symbol. What is selected in the session has a ring; a click or the
 * keyboard (Left and Right walk from event to event) selects.
 *
 * Signal "drawn": what the legend has to explain changed.
 */
#define SB_TYPE_EVENT_LAYER (sb_event_layer_get_type ())

G_DECLARE_FINAL_TYPE (SbEventLayer, sb_event_layer, SB, EVENT_LAYER, ShumateLayer)

SbEventLayer *sb_event_layer_new (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

void sb_event_layer_set_session (SbEventLayer *self,
                                 SbSession *session);
/* @events: (nullable) (element-type SbRecord) */
void sb_event_layer_set_events (SbEventLayer *self,
                                GListModel *events);
void sb_event_layer_set_map_style (SbEventLayer *self,
                                   SbBasemapStyle style);

/* The types of event that have a symbol in the visible part, as bits, for the
 * legend: 1 << SbEventType. */
guint sb_event_layer_get_visible_types (SbEventLayer *self);

G_END_DECLS
