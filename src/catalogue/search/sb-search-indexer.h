/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* The full-text index is brought up to date behind the records that change, in
 * transactions of many records each (migration "search"). All functions write;
 * they are for the thread of a store that may. */

/* What is left to be done. */
typedef enum
{
  SB_INDEXING_FAILED,
  SB_INDEXING_DONE,
  SB_INDEXING_GOES_ON,
} SbIndexing;

/* Does one part of what there is to do, in one transaction: at most @n_records
 * are indexed, or the index is put in order a little. */
SbIndexing _sb_search_index_step (SbStore *store,
                                  guint n_records,
                                  GError **error);

/* Has FTS5 look whether its tables contradict each other, which a store that may
 * not write does not do. Sets *@n_records to how many records have then to be
 * indexed anew, 0 when it is sound. */
gboolean _sb_search_check_structure (SbStore *store,
                                     gint64 *n_records,
                                     GError **error);

G_END_DECLS
