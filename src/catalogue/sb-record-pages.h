/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"

G_BEGIN_DECLS

/**
 * SbRecordItem:
 *
 * One row of an SbRecordPages: which record it is, and the record itself once it was
 * read. The same object as long as it is in the list and anybody has it. Main thread.
 *
 * Property: "record" (SbRecord, nullable).
 */
#define SB_TYPE_RECORD_ITEM (sb_record_item_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordItem, sb_record_item, SB, RECORD_ITEM, GObject)

gint64 sb_record_item_get_id (SbRecordItem *self);
SbRecord *sb_record_item_get_record (SbRecordItem *self); /* (nullable) */

/**
 * SbRecordPages:
 *
 * The records that meet a query, any number of them, as a list model of SbRecordItem
 * that follows the catalogue. Only their ids are read at once; records are read, many
 * together, when a row is looked at. A record that changes is told by its item, and
 * items-changed tells of nothing but what came or went. Main thread; reading and
 * comparing are done by the reader.
 *
 * What was kept (sb_record_pages_keep()) stays in the list when it does not meet the
 * query any more, until there is another query: of the unread documents, the one that
 * is being read does not vanish under the eyes.
 *
 * Properties: "loading", "error" (GError of the last reading; what was read before
 * stays), "n-items".
 */
#define SB_TYPE_RECORD_PAGES (sb_record_pages_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordPages, sb_record_pages, SB, RECORD_PAGES, GObject)

SbRecordPages *sb_record_pages_new (SbCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* NULL for an empty list; the same query again does nothing. */
void sb_record_pages_set_query (SbRecordPages *self,
                                const SbQuery *query);
const SbQuery *sb_record_pages_get_query (SbRecordPages *self); /* (nullable) */
void sb_record_pages_keep (SbRecordPages *self,
                           gint64 id);

/* Ends that, for a record that is to go. */
void sb_record_pages_let_go (SbRecordPages *self,
                             gint64 id);

gboolean sb_record_pages_is_loading (SbRecordPages *self);
const GError *sb_record_pages_get_error (SbRecordPages *self); /* (nullable) */

/* How many records wait for being indexed and were not looked through, of a search. */
gint64 sb_record_pages_get_n_unindexed (SbRecordPages *self);

/* The id of a row; 0 when there is none. Reads nothing. */
gint64 sb_record_pages_get_id (SbRecordPages *self,
                               guint position);
/* The row of a record; FALSE when it is not in the list. */
gboolean sb_record_pages_find (SbRecordPages *self,
                               gint64 id,
                               guint *position);

G_END_DECLS
