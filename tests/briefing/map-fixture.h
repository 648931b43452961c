/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"

G_BEGIN_DECLS

/* The input of fixture_new_input() with something on each layer of a map: events at
 * Bamako, Kidal held by two versions, a road cut and denied, a blockade of a region, a
 * red zone and a drawing. */
SbBriefingInput *map_fixture_new_input (void) G_GNUC_WARN_UNUSED_RESULT;

/* The same, of which the blockade of the road is denied on the day @denied_on; NULL where
 * nobody knows when. */
SbBriefingInput *map_fixture_new_input_denied (const char *denied_on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
