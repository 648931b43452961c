/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-illustration.h"

G_BEGIN_DECLS

/**
 * SbIllustrationCard:
 *
 * Stands where a document has a picture: what it is said to show, where it would come
 * from, and a button that asks for it; the picture, once it is there. It is exactly as
 * wide as it is told to be.
 *
 * Signals: "wanted": the picture is to be shown; "cancelled": not, after all;
 * "resized": it has another height.
 */
#define SB_TYPE_ILLUSTRATION_CARD (sb_illustration_card_get_type ())

G_DECLARE_FINAL_TYPE (SbIllustrationCard, sb_illustration_card, SB, ILLUSTRATION_CARD, GtkWidget)

GtkWidget *sb_illustration_card_new (SbIllustration *illustration);

SbIllustration *sb_illustration_card_get_illustration (SbIllustrationCard *self);

/* In logical pixels. */
void sb_illustration_card_set_width (SbIllustrationCard *self,
                                     int width);

/* It can be asked for; @is_kept: it is on this machine. */
void sb_illustration_card_offer (SbIllustrationCard *self,
                                 gboolean is_kept);
/* It is on its way: @fraction of it is there, or -1 when nobody knows. */
void sb_illustration_card_set_progress (SbIllustrationCard *self,
                                        double fraction);
/* It cannot be shown, for the reason in @message. */
void sb_illustration_card_fail (SbIllustrationCard *self,
                                const char *message);
void sb_illustration_card_show (SbIllustrationCard *self,
                                GdkTexture *picture);

/* Whether there is a button to ask for it. */
gboolean sb_illustration_card_is_offered (SbIllustrationCard *self);

/* Asks for it, as by its button. */
void sb_illustration_card_ask (SbIllustrationCard *self);

G_END_DECLS
