/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record-pages.h"

G_BEGIN_DECLS

/**
 * SbRecordShelf:
 *
 * The records that the rows of an SbRecordPages show, and some that they showed a moment
 * ago: an item for each, whose record is read when it is wanted, many together, and read
 * anew when it may have changed. Main thread; the reader reads.
 */
#define SB_TYPE_RECORD_SHELF (sb_record_shelf_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordShelf, sb_record_shelf, SB, RECORD_SHELF, GObject)

SbRecordShelf *_sb_record_shelf_new (SbCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* What kind they are of; SB_KIND_NONE reads nothing. */
void _sb_record_shelf_set_kind (SbRecordShelf *self,
                                SbKind kind);

/* The item of a record: the one that anybody has, or else a new one, whose record
 * follows. */
SbRecordItem *_sb_record_shelf_dup_item (SbRecordShelf *self,
                                         gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the records of the items that anybody has anew. */
void _sb_record_shelf_refresh (SbRecordShelf *self);

/* Ends all reading. */
void _sb_record_shelf_stop (SbRecordShelf *self);

G_END_DECLS
