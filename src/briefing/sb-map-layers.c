/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-layers.h"

static const SbTerm terms[] = {
  { SB_MAP_LAYER_EVENTS, "events", NULL },
  { SB_MAP_LAYER_CONTROL, "control", NULL },
  { SB_MAP_LAYER_ROADS, "roads", NULL },
  { SB_MAP_LAYER_RESTRICTIONS, "restrictions", NULL },
  { SB_MAP_LAYER_ZONES, "zones", NULL },
  { SB_MAP_LAYER_DRAWINGS, "drawings", NULL },
  { SB_MAP_LAYER_NETWORK, "network", NULL },
};

const SbVocabulary sb_map_layer_vocabulary = SB_VOCABULARY (terms);
