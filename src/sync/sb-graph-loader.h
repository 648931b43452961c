/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-graph-input.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Loads what graphs of actors are made from: all actors, relations and alliances of the
 * catalogue, or of one dossier (0 for all), whatever their dates, and how many
 * independent sources stand behind each tie. All of it is of one moment, whoever writes
 * meanwhile. Blocks. */
SbGraphInput *sb_graph_loader_load (SbStore *store,
                                    gint64 dossier,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
