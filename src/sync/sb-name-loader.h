/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-name-set.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* All that can be recognised: the actors, places, corridors and instruments of the
 * catalogue, what ships with the program, and what the analyst said of texts. @store: (nullable) for the latter
 * alone. Blocks; of the errors of the catalogue and of SB_GEO_ERROR. */
SbNameSet *sb_load_names (SbStore *store,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
