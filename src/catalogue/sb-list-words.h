/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* The words that a title must contain are looked for in the full-text index, as far
 * as it is up to date: what is found there, and what waits for being indexed, are
 * few records, each of which is then looked at. Where the words are common, a page
 * is sooner found by going through the list. */

/* The ids of the records that can have the words of @query, as JSON; NULL without an
 * error when the list is to be gone through. */
char *_sb_list_words_dup_found (SbStore *store,
                                const SbQuery *query,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
