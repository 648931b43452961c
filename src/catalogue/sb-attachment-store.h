/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* The ids of the documents that say that they are attached to @document, by the
 * addresses that they were fetched from: one may have several. Blocks; for the thread
 * of the store. (element-type utf8 gint64) */
GHashTable *sb_store_list_attached (SbStore *self,
                                    gint64 document,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
