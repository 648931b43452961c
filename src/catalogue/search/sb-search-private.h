/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-rank.h"
#include "sb-search-rows.h"

G_BEGIN_DECLS

/* What a store keeps for searching: made when it is opened, used by its thread. */

SbSearchIndex *_sb_search_index_new (SbStore *store,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What is in memory of the index. Borrowed. */
const SbSearchRows *_sb_search_index_get_rows (const SbSearchIndex *self);
void _sb_search_index_free (SbSearchIndex *self);

G_END_DECLS
