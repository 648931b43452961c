/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-modules.h"

/* RSS 0.90, 1.0 and 1.1: RDF, with the items beside the channel (in 1.1, in the
 * list of items). The list of references in the channel says nothing that the
 * items do not. */
void
sb_feed_rdf_read (SbFeedDrafts *drafts,
                  const SbXmlNode *root)
{
  for (const SbXmlNode *child = root->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        continue;
      if (child->name->tag == SB_XML_CHANNEL)
        sb_feed_rss_read_channel (drafts, child);
      else if (child->name->tag == SB_XML_ITEM)
        sb_feed_rss_read_item (drafts, child);
    }
}
