/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbFeedEditor:
 *
 * Changes a feed or a data service: what it is called, where it is or what it is asked
 * for, who publishes it, how often it is fetched. Says in place what makes no sense.
 * What is stored is one unit of work that can be undone; where a service is asked is a
 * setting, which goes for all of its feeds and cannot.
 *
 * The message of its signal "done" says that it was changed.
 */
#define SB_TYPE_FEED_EDITOR (sb_feed_editor_get_type ())

G_DECLARE_FINAL_TYPE (SbFeedEditor, sb_feed_editor, SB, FEED_EDITOR, SbFormDialog)

typedef enum
{
  SB_FEED_EDITOR_NOTHING = 0,
  SB_FEED_EDITOR_FEED = 1 << 0, /* what the catalogue has of it, and may be undone */
  SB_FEED_EDITOR_PLACE = 1 << 1, /* where it is or what it is asked for: it is worth fetching */
} SbFeedEditorChanges;

SbFeedEditor *sb_feed_editor_new (SbCatalogue *catalogue,
                                  SbRecord *feed);

/* The id of what it is about. */
gint64 sb_feed_editor_get_feed (SbFeedEditor *self);
/* What was changed, when it is done. */
SbFeedEditorChanges sb_feed_editor_get_changes (SbFeedEditor *self);

G_END_DECLS
