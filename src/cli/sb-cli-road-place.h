/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"
#include "sb-road-network.h"

G_BEGIN_DECLS

/* The place on the roads that @word means: its name, whatever the accents, one of its
 * other names, its key or the id of its record; the p-code of a region, for its seat; a
 * position, for the nearest place. Says so when another place is meant by it than it
 * names; says in a sentence why when there is none, or several. */
gboolean sb_cli_find_road_place (const SbRoadNetwork *network,
                                 const char *word,
                                 guint *place);

G_END_DECLS
