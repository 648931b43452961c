/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where somebody is in a list who goes through it row by row: at the row that was selected
 * last, also when something else is selected by now; when that row left the list, between
 * its neighbours, so that neither is passed over. A plain struct; any thread. */
typedef struct
{
  int position; /* of the row; of the one behind it when it is gone; -1 before the first step */
  gboolean is_gone;
} SbListPlace;

#define SB_LIST_PLACE_INIT ((SbListPlace) { -1, FALSE })

/* The row at @position was selected. */
void sb_list_place_set (SbListPlace *self,
                        guint position);

/* Follows a change of the list, as GListModel tells it. As many rows that came as went
 * are the same ones, made anew. */
void sb_list_place_follow (SbListPlace *self,
                           guint position,
                           guint n_removed,
                           guint n_added);

/* The position of the row behind it; the number of rows when there is none. */
guint sb_list_place_get_following (const SbListPlace *self);

/* The position @step rows further, within the @n_items of the list, which is not empty; the
 * first step leads to the first row. */
guint sb_list_place_get_next (const SbListPlace *self,
                              int step,
                              guint n_items);

G_END_DECLS
