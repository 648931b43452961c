/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbMapLayer:
 *
 * What a map shows of one kind, as the user turns it on and off: the entry of the
 * panel of layers. Whoever adds a layer to a map makes one and ties widgets to it.
 *
 * Properties: "id" (a word for the settings, never shown), "name" (shown),
 * "visible", "opacity" (0.1 to 1).
 */
#define SB_TYPE_MAP_LAYER (sb_map_layer_get_type ())

G_DECLARE_FINAL_TYPE (SbMapLayer, sb_map_layer, SB, MAP_LAYER, GObject)

#define SB_MAP_LAYER_MIN_OPACITY 0.1

SbMapLayer *sb_map_layer_new (const char *id,
                              const char *name,
                              gboolean visible) G_GNUC_WARN_UNUSED_RESULT;

const char *sb_map_layer_get_id (SbMapLayer *self);
const char *sb_map_layer_get_name (SbMapLayer *self);
gboolean sb_map_layer_get_visible (SbMapLayer *self);
void sb_map_layer_set_visible (SbMapLayer *self,
                               gboolean visible);
double sb_map_layer_get_opacity (SbMapLayer *self);
void sb_map_layer_set_opacity (SbMapLayer *self,
                               double opacity);

/* Makes @widget be seen as the layer says, for as long as both are there. */
void sb_map_layer_tie (SbMapLayer *self,
                       GtkWidget *widget);

/* Keeps the layers (element-type SbMapLayer) in step with the key @key of
 * @settings, "a{s(bd)}": what it says of a layer's id, now or later, becomes so,
 * and what is changed is kept there. What it holds of other layers stays. Lives
 * as long as @layers. */
void sb_map_layers_bind (GListModel *layers,
                         GSettings *settings,
                         const char *key);

/* Has every map that is bound to @key of @settings show the layer @id. */
void sb_map_layers_show (GSettings *settings,
                         const char *key,
                         const char *id);

G_END_DECLS
