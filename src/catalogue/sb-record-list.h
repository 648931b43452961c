/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"

G_BEGIN_DECLS

/**
 * SbRecordList:
 *
 * The records that meet a query, as a list model of SbRecord that follows the
 * catalogue. Lives on the main thread; reading and comparing are done by the
 * reader. Rows that are shown as before stay the same objects, and
 * items-changed tells of nothing but the others.
 *
 * Properties: "catalogue", "query" (SbQuery, NULL for an empty list),
 * "loading", "error" (GError of the last reading; what was read before stays),
 * "n-items".
 */
#define SB_TYPE_RECORD_LIST (sb_record_list_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordList, sb_record_list, SB, RECORD_LIST, GObject)

/* @query may be NULL. Nothing is read before the catalogue is open. */
SbRecordList *sb_record_list_new (SbCatalogue *catalogue,
                                  const SbQuery *query) G_GNUC_WARN_UNUSED_RESULT;

gboolean sb_record_list_is_loading (SbRecordList *self);
const GError *sb_record_list_get_error (SbRecordList *self); /* (nullable) */

/* The same query again does nothing. */
void sb_record_list_set_query (SbRecordList *self,
                               const SbQuery *query);

/* Reads again, after an error. */
void sb_record_list_reload (SbRecordList *self);

/* The row of a record; FALSE when it is not in the list. */
gboolean sb_record_list_find (SbRecordList *self,
                              gint64 id,
                              guint *position);

G_END_DECLS
