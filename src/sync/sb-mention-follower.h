/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-sync.h"

G_BEGIN_DECLS

/**
 * SbMentionFollower:
 *
 * Has the text of documents taken out, documents compared with each other and read for
 * names in the window: a few at a time in the writer, when documents or names have
 * changed and whatever else is written is done. The texts are left to a sync that is
 * under way. Lives on the main thread, as long as the window's catalogue is open.
 */
#define SB_TYPE_MENTION_FOLLOWER (sb_mention_follower_get_type ())

G_DECLARE_FINAL_TYPE (SbMentionFollower, sb_mention_follower, SB, MENTION_FOLLOWER, GObject)

/* Begins with what waits already. @catalogue is open. @sync: (nullable). */
SbMentionFollower *sb_mention_follower_new (SbCatalogue *catalogue,
                                            SbSync *sync) G_GNUC_WARN_UNUSED_RESULT;

/* @document is looked at: when it waits it is read before the others. 0 for none. */
void sb_mention_follower_prefer (SbMentionFollower *self,
                                 gint64 document);

/* Signal "stepped": some that waited, if any did, were read.
 * Signal "followed": nothing waits any more. */

G_END_DECLS
