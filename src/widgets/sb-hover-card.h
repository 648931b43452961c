/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbHoverCard:
 *
 * Tells in a few lines what lies under the pointer, beside it. It is drawn by the widget
 * that it is a child of, and no surface of its own: a popover that opens makes the
 * pointer leave what is below it, and closes again for that. Its parent allocates it in
 * its size_allocate and snapshots it last. The pointer goes through it.
 */
#define SB_TYPE_HOVER_CARD (sb_hover_card_get_type ())

G_DECLARE_FINAL_TYPE (SbHoverCard, sb_hover_card, SB, HOVER_CARD, GtkWidget)

GtkWidget *sb_hover_card_new (void);

/* Shows @markup beside @rect, which is in the coordinates of the parent. */
void sb_hover_card_show (SbHoverCard *self,
                         const char *markup,
                         const GdkRectangle *rect);
void sb_hover_card_hide (SbHoverCard *self);

/* Within a parent of this size: above what it is about, or below where there is no room
 * above. */
void sb_hover_card_allocate (SbHoverCard *self,
                             int width,
                             int height);

G_END_DECLS
