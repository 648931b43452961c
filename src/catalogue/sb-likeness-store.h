/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* What documents are found by when another one is like them, and which ones wait to
 * be compared. Who compares texts is above. All functions block; for the thread of
 * the store. */

/* A mark that more documents have is of a text that many share, such as the foot of
 * the pages of a site: it leads to none of them. */
#define SB_COMMON_MARK 48

/* So many documents are compared with one at most, those with the most marks in
 * common. */
#define SB_ALIKE_MAX 8

/* The ids of at most @limit documents that wait to be compared with the others, the
 * first first. (element-type gint64) */
GArray *sb_store_list_uncompared (SbStore *self,
                                  guint limit,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The ids of at most SB_ALIKE_MAX documents that have some of @marks, those that have
 * the most of them first; without @document. What many documents have is added to
 * @common (element-type guint32) instead. (element-type gint64) */
GArray *sb_store_find_alike (SbStore *self,
                             gint64 document,
                             const guint32 *marks,
                             guint n_marks,
                             GArray *common,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the analyst has said what @document and @other, or one of its group, are to
 * each other. */
gboolean sb_store_is_ruled (SbStore *self,
                            gint64 document,
                            gint64 other,
                            gboolean *is_ruled,
                            GError **error);

/* @document is found by @marks from now on; with none, not at all. */
gboolean sb_store_put_sketch (SbStore *self,
                              gint64 document,
                              const guint32 *marks,
                              guint n_marks,
                              GError **error);

/* @document was compared; it waits no more. */
gboolean sb_store_end_comparison (SbStore *self,
                                  gint64 document,
                                  GError **error);

G_END_DECLS
