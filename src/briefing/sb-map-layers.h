/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-vocabulary.h"

G_BEGIN_DECLS

/* What a map on paper shows over its base map. */
typedef enum
{
  SB_MAP_LAYER_EVENTS = 1 << 0, /* places that something happened at */
  SB_MAP_LAYER_CONTROL = 1 << 1,
  SB_MAP_LAYER_ROADS = 1 << 2, /* roads that something lies on, and ways by road */
  SB_MAP_LAYER_RESTRICTIONS = 1 << 3, /* at places and in regions */
  SB_MAP_LAYER_ZONES = 1 << 4, /* of travel advice */
  SB_MAP_LAYER_DRAWINGS = 1 << 5, /* of the analyst */
  SB_MAP_LAYER_NETWORK = 1 << 6, /* every road, the open ones with them, as the window draws them */
  SB_MAP_LAYER_OVERLAYS = 1 << 7, /* files laid over the map; of the window alone */
  SB_MAP_LAYER_WAY = 1 << 8, /* that was asked for, with its ends; of the window alone */
} SbMapLayers;

#define SB_N_MAP_LAYERS   9
#define SB_MAP_LAYERS_ALL ((SbMapLayers) ((1 << SB_N_MAP_LAYERS) - 1))
/* A frame of a briefing is small: it has the roads that something lies on, unless its
 * template asks for all; travel advice, which lies over who holds what, only if it asks
 * for that; and nothing of the window. */
#define SB_MAP_LAYERS_FRAME \
  ((SbMapLayers) (SB_MAP_LAYERS_ALL & ~(SB_MAP_LAYER_ZONES | SB_MAP_LAYER_NETWORK | SB_MAP_LAYER_OVERLAYS | SB_MAP_LAYER_WAY)))

/* By their names in templates: "events", "control", … */
extern const SbVocabulary sb_map_layer_vocabulary;

G_END_DECLS
