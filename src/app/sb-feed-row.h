/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-feed-counts.h"
#include "sb-sign-ins.h"

G_BEGIN_DECLS

/**
 * SbFeedRow:
 *
 * A feed in a list: its title, its state by a symbol and in words, when it last
 * gave a good answer, how many documents it brought, and why it failed; buttons
 * that fetch it, change it, open its site and remove it, by way of the actions
 * "feed.fetch", "feed.edit", "feed.open-site" and "feed.remove" (x, the id of the feed)
 * of what it is in.
 */
#define SB_TYPE_FEED_ROW (sb_feed_row_get_type ())

G_DECLARE_FINAL_TYPE (SbFeedRow, sb_feed_row, SB, FEED_ROW, GtkWidget)

/* @sign_ins (nullable) tells to which services somebody is signed in. */
GtkWidget *sb_feed_row_new (SbFeedCounts *counts,
                            SbSignIns *sign_ins);

SbRecord *sb_feed_row_get_feed (SbFeedRow *self); /* (nullable) */
void sb_feed_row_set_feed (SbFeedRow *self,
                           SbRecord *feed);

G_END_DECLS
