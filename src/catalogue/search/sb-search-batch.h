/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* Puts the first @n_records that wait into the index, with rows from the number
 * @next on. Returns the number of the row after them, which is @next when none
 * waits; -1 on error. Writes, in a transaction of the caller. */
gint64 _sb_search_batch_run (SbStore *store,
                             guint n_records,
                             gint64 next,
                             GError **error);

G_END_DECLS
