/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-counts.h"
#include "sb-feed.h"
#include "sb-feeds-page.h"
#include "sb-record-list.h"
#include "sb-sign-ins.h"
#include "sb-sync.h"

G_BEGIN_DECLS

struct _SbFeedsPage
{
  SbPage parent_instance;

  SbRecordList *feeds; /* (owned) (nullable) before it is first shown */
  GtkSortListModel *sorted; /* (owned) (nullable) as above; the sick first */
  SbFeedCounts *counts; /* (owned) (nullable) as above */
  SbSignIns *sign_ins; /* (owned) (nullable) as above, and without a context */
  gboolean wants_focus; /* the keyboard, once the feeds are there */

  GtkStack *stack;
  GtkLabel *summary;
  GtkLabel *wait;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkPopoverMenu *menu;
};

/* Borrowed; NULL when there is no such feed any more. */
SbRecord *_sb_feeds_page_find (SbFeedsPage *self,
                               gint64 id);
/* Where the row of feed @id is; %GTK_INVALID_LIST_POSITION when there is none. */
guint _sb_feeds_page_find_position (SbFeedsPage *self,
                                    gint64 id);
/* The service that has to be signed in to for @feed (nullable); NULL for a feed that
 * is open to everyone. */
const SbService *_sb_feeds_page_find_service (SbRecord *feed);

/* sb-feeds-page-actions.c: what can be done with a feed. */
void _sb_feeds_page_install_actions (GtkWidgetClass *klass);

/* sb-feeds-page-menu.c: the menu of a row, and the keys that stand for it. */
void _sb_feeds_page_install_keys (GtkWidgetClass *klass);
void _sb_feeds_page_make_menu (SbFeedsPage *self);
void _sb_feeds_page_add_menu_to_row (SbFeedsPage *self,
                                     GtkWidget *row);

G_END_DECLS
