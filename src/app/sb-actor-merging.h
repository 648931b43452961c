/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/* Actors that turn out to be one, and those that turn out not to be, on a page that
 * shows them. Both take their time in the writer, as an operation that can be cancelled,
 * and are one unit of work that can be undone. Main thread. */

/* Asks which of @actors is @actor as well, and merges the two. */
void sb_actor_merging_ask (SbPage *page,
                           SbRecord *actor,
                           GListModel *actors);

/* Parts what was merged into @actor, asking which where there are several. */
void sb_actor_merging_part (SbPage *page,
                            SbRecord *actor);

G_END_DECLS
