/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* By which index the records that a query asks for are found: by the narrowest of
 * what it names. Each way is a file of SQL that meets the whole of the query. */

/* The name of the file; NULL on error. */
char *_sb_list_way_dup_name (SbStore *store,
                             const SbQuery *query,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* That of the file by which the records are looked at that the full-text index found
 * (sb-list-words.h). */
char *_sb_list_way_dup_words_name (const SbQuery *query) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the file goes in both directions and begins behind any record, so that
 * no page takes longer than the first one. Of the other kinds there are so few
 * that all their ids can be read. */
gboolean _sb_list_way_is_paged (const SbQuery *query);

/* Whether the query asks for all events, or all of a period. */
gboolean _sb_list_way_is_plain (const SbQuery *query);

G_END_DECLS
