/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbMapLayerPanel:
 *
 * The layers of a map: each on and off, and how strong it is drawn. A popover.
 */
#define SB_TYPE_MAP_LAYER_PANEL (sb_map_layer_panel_get_type ())

G_DECLARE_FINAL_TYPE (SbMapLayerPanel, sb_map_layer_panel, SB, MAP_LAYER_PANEL, GtkPopover)

/* (nullable) (element-type SbMapLayer) */
void sb_map_layer_panel_set_layers (SbMapLayerPanel *self,
                                    GListModel *layers);

G_END_DECLS
