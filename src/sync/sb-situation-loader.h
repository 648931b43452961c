/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-situation-input.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Of which day and which part of the catalogue a situation is asked for. */
typedef struct
{
  int as_of; /* day */
  gboolean has_since;
  int since; /* day, not after as_of: what changed after it is asked for as well */
  gint64 dossier; /* ids; 0 for any */
  gint64 actor;
  gint64 place;
  guint limit; /* of each kind, the newest; 0 for all */
} SbSituationRequest;

/* Loads what holds on the day, and what changed, each record with its evidence.
 * The limit is also that of the events since a day; the other changes are all
 * there. Kinds of which there is more than the limit are marked as truncated. All
 * of it is of one moment, whoever writes meanwhile. Blocks. */
SbSituationInput *sb_situation_loader_load (SbStore *store,
                                            const SbSituationRequest *request,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
