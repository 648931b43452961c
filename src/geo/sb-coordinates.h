/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-geometry.h"

G_BEGIN_DECLS

/* Reads a position as people write it: in degrees ("14.45, -11.43", "14,45 -11,43",
 * "14.45 N 11.43 O"), degrees and minutes ("14° 27.5′ N, 11° 26′ W"), or degrees,
 * minutes and seconds ("14°27'00\"N 11°25'48\"O", "N14 27 00 W11 25 48"). West is W or
 * O, east E, as in English and French; without letters, latitude comes first. FALSE
 * when @text is no position, or one that is nowhere. Any thread. */
gboolean sb_coordinates_parse (const char *text,
                               SbPosition *position);

G_END_DECLS
