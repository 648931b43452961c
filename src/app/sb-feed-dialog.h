/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-dialog.h"
#include "sb-sync.h"

G_BEGIN_DECLS

/**
 * SbFeedDialog:
 *
 * Subscribes to a feed: asks for an address, finds the feed of a page, lets the
 * user choose where there are several, and says in place what is wrong. Closes
 * when the feed is there.
 *
 * The message of its signal "done" says what came of it.
 */
#define SB_TYPE_FEED_DIALOG (sb_feed_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbFeedDialog, sb_feed_dialog, SB, FEED_DIALOG, SbFormDialog)

SbFeedDialog *sb_feed_dialog_new (SbSync *sync);

/* Fills the address in and begins at once. */
void sb_feed_dialog_start (SbFeedDialog *self,
                           const char *address);

G_END_DECLS
