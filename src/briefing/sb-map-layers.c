/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-layers.h"

#include <glib/gi18n.h>

static const SbTerm terms[] = {
  { SB_MAP_LAYER_EVENTS, "events", N_ ("Events") },
  { SB_MAP_LAYER_CONTROL, "control", N_ ("Who holds what") },
  { SB_MAP_LAYER_ROADS, "roads", N_ ("Roads that something lies on") },
  { SB_MAP_LAYER_RESTRICTIONS, "restrictions", N_ ("Restrictions") },
  { SB_MAP_LAYER_ZONES, "zones", N_ ("Zones of travel advice") },
  { SB_MAP_LAYER_DRAWINGS, "drawings", N_ ("Drawings") },
  { SB_MAP_LAYER_NETWORK, "network", N_ ("Every road") },
};

const SbVocabulary sb_map_layer_vocabulary = SB_VOCABULARY (terms);
