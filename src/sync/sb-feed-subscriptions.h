/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-dossier-reader.h"
#include "sb-feed-list.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Subscribes to the feeds of @list that are not there yet, in one unit of work
 * that can be undone. Folders become the folder of the feed, one level after
 * the other with "/" between. A feed that is there gets the title and the
 * folder of the list where it has none. Addresses that cannot be fetched are
 * added to @rejected (element-type utf8). Blocks. */
gboolean sb_feeds_subscribe (SbStore *store,
                             const SbFeedList *list,
                             SbImportCounts *counts,
                             GPtrArray *rejected,
                             GError **error);

/* All feeds of the catalogue but the data services as a list, by folder. Blocks. */
SbFeedList *sb_feeds_list_subscriptions (SbStore *store,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
