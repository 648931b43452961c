/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fact-kind.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* From here on a record is offered as the one that a draft is of. */
#define SB_FACT_MATCH_LIKELY 50

/* How surely @other, a record of the same kind, is what @draft says, so that a new
 * source joins it instead of doubling it: 0, not at all, to 100. By the day, the places
 * and the actors that both name; by the two ends of a tie; by their words where there is
 * nothing else. Any thread. */
guint sb_fact_match (SbRecord *draft,
                     SbRecord *other);

G_END_DECLS
