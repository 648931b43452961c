/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-change-set.h"
#include "sb-fact-kind.h"

G_BEGIN_DECLS

/* Has @changes store what a passage says: @record of the kind, the extract of the passage,
 * and that the one rests on the other; what the kind has a list for, as the trait of an
 * alliance, rests on it in the last item of that list. @joined (nullable) is @record as it
 * was read, when it is not new: what others stored of it since then stays. Of @added,
 * which are not stored yet (element-type SbRecord), what @record names is stored with it. */
void sb_fact_changes_put (SbChangeSet *changes,
                          SbFactKind kind,
                          SbRecord *record,
                          SbRecord *joined,
                          SbRecord *extract,
                          GPtrArray *added,
                          SbStance stance,
                          SbCredibility credibility);

G_END_DECLS
