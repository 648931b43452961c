/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-draft.h"
#include "sb-xml-tree.h"

G_BEGIN_DECLS

/* Private to this layer: what extensions say in feeds of every format. */

/* Reads one child of a channel, feed, item or entry; returns FALSE when it is
 * of no extension that is known. @url: of the feed (nullable). */
gboolean sb_feed_modules_read (SbFeedDraft *draft,
                               const SbXmlNode *node,
                               const char *url);

/* Reads the place in the node: georss, GML, W3C Basic Geo. */
void sb_feed_geo_read (SbFeedDraft *draft,
                       const SbXmlNode *node);

/* The address in the text of a node, in full; (nullable). */
char *sb_feed_dup_address (const SbXmlNode *node,
                           const char *address,
                           const char *url) G_GNUC_WARN_UNUSED_RESULT;

/* The readers of the formats; @root is of that format. */
void sb_feed_rss_read (SbFeedDrafts *drafts,
                       const SbXmlNode *root);
void sb_feed_rss_read_item (SbFeedDrafts *drafts,
                            const SbXmlNode *item);
void sb_feed_rss_read_channel (SbFeedDrafts *drafts,
                               const SbXmlNode *channel);
void sb_feed_rdf_read (SbFeedDrafts *drafts,
                       const SbXmlNode *root);
void sb_feed_atom_read (SbFeedDrafts *drafts,
                        const SbXmlNode *root);
/* One child of a feed or entry; returns FALSE when it is not Atom. Elements of
 * Atom in feeds of other formats are of @rank. */
gboolean sb_feed_atom_read_child (SbFeedDraft *draft,
                                  const SbXmlNode *node,
                                  SbFeedRank rank,
                                  const char *url);
gboolean sb_feed_json_read (SbFeedDrafts *drafts,
                            const char *text,
                            gsize length,
                            GError **error);

G_END_DECLS
