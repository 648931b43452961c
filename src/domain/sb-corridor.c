/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-corridor.h"

#include <glib/gi18n.h>

static const SbField stop_fields[] = {
  [SB_CORRIDOR_STOP_PLACE] = { .name = "place", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_PLACE, .label = N_ ("Place") },
  [SB_CORRIDOR_STOP_KM] = { .name = "km", .type = SB_FIELD_REAL, .label = N_ ("Kilometres from the start") },
  [SB_CORRIDOR_STOP_LATITUDE] = { .name = "latitude", .type = SB_FIELD_REAL, .flags = SB_FIELD_DERIVED, .label = N_ ("Latitude") },
  [SB_CORRIDOR_STOP_LONGITUDE] = { .name = "longitude", .type = SB_FIELD_REAL, .flags = SB_FIELD_DERIVED, .label = N_ ("Longitude") },
};

const SbSchema sb_corridor_stop_schema = {
  .kind = SB_KIND_NONE,
  .name = "corridor_stop",
  .fields = stop_fields,
  .n_fields = G_N_ELEMENTS (stop_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_CORRIDOR_NAME] = { .name = "name", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Name") },
  [SB_CORRIDOR_CODE] = { .name = "code", .type = SB_FIELD_TEXT, .label = N_ ("Number") },
  [SB_CORRIDOR_COUNTRY] = { .name = "country", .type = SB_FIELD_TEXT, .label = N_ ("Country") },
  [SB_CORRIDOR_CARRIES] = { .name = "carries", .type = SB_FIELD_BILINGUAL, .label = N_ ("What it carries") },
  [SB_CORRIDOR_STOPS] = { .name = "stops", .type = SB_FIELD_LIST, .item = &sb_corridor_stop_schema, .label = N_ ("Places") },
  [SB_CORRIDOR_KEY] = { .name = "key", .type = SB_FIELD_TEXT, .label = N_ ("Key in the network") },
  [SB_CORRIDOR_NOTE] = { .name = "note", .type = SB_FIELD_BILINGUAL, .label = N_ ("Note") },
};

const SbSchema sb_corridor_schema = {
  .kind = SB_KIND_CORRIDOR,
  .name = "corridor",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_CORRIDOR_NAME,
};
