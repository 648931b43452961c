/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-plan.h"
#include "sb-search-rows.h"
#include "sb-search.h"

G_BEGIN_DECLS

/* Which rows of the index the fields of a search let through.
 *
 * "kind", "lang": what the record is, and the languages it has words in.
 * "since", "until": a record whose days could be on or after, or on or before,
 * that day; one without a day is left out. "actor": the actor itself, whatever
 * record names it, the extracts that these rest on with their documents, and
 * every text in which one of its names is, loose ones aside. "place": the same
 * for a place and all places in it. "source": the documents of a source, their
 * extracts, and what rests on these. */

/* For each row 1 or 0; NULL without an error when all of them may be found.
 * (element-type guint8) */
GByteArray *_sb_search_filter_rows (SbStore *store,
                                    const SbSearchRows *rows,
                                    const SbSearchPlan *plan,
                                    const SbSearchRequest *request,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
