/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-basemap-style.h"
#include "sb-event-look.h"
#include "sb-event-model.h"

G_BEGIN_DECLS

/**
 * SbEventLayer:
 *
 * Events on a map, any number of them: a symbol for each cluster (SbEventClusters),
 * drawn without a widget each. Its shape is the type, its size the deaths; a halo or
 * a hatched disc shows how well the place is known; what need not have been in the
 * period is lighter. What is in view is put together anew when the filter changes or
 * the map has moved away from it: at once when that is quickly done, else in a
 * worker, with what was shown last meanwhile.
 *
 * Pointer: a card after a while; a click selects the event, or lists those of a
 * cluster; Shift and dragging choose what is in a box, Alt and dragging, or dragging
 * while "lasso" is set, what is inside a line.
 *
 * Keyboard: the arrows go to the nearest symbol in that direction, Enter selects
 * what it stands for, Space lists its events, Escape clears.
 *
 * Property "lasso" (boolean): a drag draws a line round events; unset after each.
 * Signal "drawn": what the legend has to explain changed. Signal "chosen" (GArray of
 * gint64): events were chosen by a box or a line. Signal "cleared": Escape.
 * Signal "refreshed": what is in view is something else.
 */
#define SB_TYPE_EVENT_LAYER (sb_event_layer_get_type ())

G_DECLARE_FINAL_TYPE (SbEventLayer, sb_event_layer, SB, EVENT_LAYER, ShumateLayer)

/* @map: the map that it will be a layer of, whose drags it takes over. */
SbEventLayer *sb_event_layer_new (ShumateMap *map) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) */
void sb_event_layer_set_model (SbEventLayer *self,
                               SbEventModel *model);
void sb_event_layer_set_map_style (SbEventLayer *self,
                                   SbBasemapStyle style);

/* What symbols in the visible part there are, for the legend. */
SbEventContents sb_event_layer_get_contents (SbEventLayer *self);

/* The events that lie in view, the newest first; found in a worker, which does not keep
 * the layer: who asks holds what the answer is for by itself. (element-type gint64) */
void sb_event_layer_list_view_async (SbEventLayer *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GArray *sb_event_layer_list_view_finish (GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where a symbol is that stands for the event, in logical pixels of the layer; for
 * tests. FALSE when it is not in view. */
gboolean sb_event_layer_find_symbol (SbEventLayer *self,
                                     gint64 event,
                                     SbPoint *point);

G_END_DECLS
