/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* Hands to @func which lanes of a chronology events, restrictions and alliances lie
 * in, as ids; a pair may come more than once, in any order. @kind: SB_KIND_ACTOR,
 * SB_KIND_PLACE (regions, where they are known) or SB_KIND_DOSSIER. No record is
 * made. In the thread of the store. */
typedef void (*SbLaneRowFunc) (gint64 record,
                               gint64 lane,
                               gpointer data);

gboolean sb_store_read_lane_rows (SbStore *self,
                                  SbKind kind,
                                  SbLaneRowFunc func,
                                  gpointer data,
                                  GError **error);

G_END_DECLS
