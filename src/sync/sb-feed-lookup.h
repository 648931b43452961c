/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-digest.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* What the catalogue has already. All of these block. */

/* The feed at @url, by its id; 0 when there is none. */
gboolean sb_feed_find_by_url (SbStore *store,
                              const char *url,
                              gint64 *id,
                              GError **error);

/* Who publishes @feed: the source that it has, or the one whose site is that
 * of @digest, or a new one, which is added to @changes. @source is NULL when
 * nothing is known, because nothing was fetched. */
gboolean sb_feed_find_source (SbStore *store,
                              SbRecord *feed,
                              SbFeedDigest *digest,
                              SbChangeSet *changes,
                              SbRef **source,
                              GError **error);

/* The source called @name, whose site is at @url (nullable); a new one, added
 * to @changes, when there is none. NULL on error. */
SbRef *sb_source_find_or_add (SbStore *store,
                              const char *name,
                              const char *url,
                              SbChangeSet *changes,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
