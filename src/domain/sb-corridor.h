/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A road of ordered places, with what it carries. */

typedef enum
{
  SB_CORRIDOR_NAME,
  SB_CORRIDOR_CODE,
  SB_CORRIDOR_COUNTRY,
  SB_CORRIDOR_CARRIES,
  SB_CORRIDOR_STOPS,
  SB_CORRIDOR_KEY,
  SB_CORRIDOR_NOTE,
} SbCorridorField;

typedef enum
{
  SB_CORRIDOR_STOP_PLACE,
  SB_CORRIDOR_STOP_KM,
  SB_CORRIDOR_STOP_LATITUDE,
  SB_CORRIDOR_STOP_LONGITUDE,
} SbCorridorStopField;

extern const SbSchema sb_corridor_stop_schema;
extern const SbSchema sb_corridor_schema;

G_END_DECLS
