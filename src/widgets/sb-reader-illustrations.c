/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

enum
{
  ILLUSTRATION_WANTED,
  ILLUSTRATION_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
find_card (SbReader *self,
           SbIllustrationCard *card)
{
  guint n = sb_reader_text_get_n_cards (self->text);

  for (guint i = 0; i < n; i++)
    if (sb_reader_text_get_card (self->text, i) == card)
      return i;

  return n;
}

static void
wanted_cb (SbReader *self,
           SbIllustrationCard *card)
{
  g_signal_emit (self, signals[ILLUSTRATION_WANTED], 0, find_card (self, card));
}

static void
cancelled_cb (SbReader *self,
              SbIllustrationCard *card)
{
  g_signal_emit (self, signals[ILLUSTRATION_CANCELLED], 0, find_card (self, card));
}

/* What can be asked for, by button and key. */
static void
update (SbReader *self)
{
  guint n = sb_reader_text_get_n_cards (self->text);
  gboolean is_offered = FALSE;

  for (guint i = 0; i < n && !is_offered; i++)
    is_offered = sb_illustration_card_is_offered (sb_reader_text_get_card (self->text, i));

  gtk_widget_set_visible (self->illustrations_button, is_offered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.show-illustration", is_offered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.show-illustrations", is_offered);
}

static gboolean
is_in_view (SbReader *self,
            SbIllustrationCard *card)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (GTK_WIDGET (card)) && gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self->text), &bounds) &&
         bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (GTK_WIDGET (self->text));
}

static SbIllustrationCard *
find_next (SbReader *self)
{
  SbIllustrationCard *first = NULL;
  guint n = sb_reader_text_get_n_cards (self->text);

  for (guint i = 0; i < n; i++)
    {
      SbIllustrationCard *card = sb_reader_text_get_card (self->text, i);

      if (!sb_illustration_card_is_offered (card))
        continue;
      if (is_in_view (self, card))
        return card;
      if (first == NULL)
        first = card;
    }

  return first;
}

static void
show_illustration_action (GtkWidget *widget,
                          const char *action,
                          GVariant *parameter)
{
  sb_reader_request_illustrations (SB_READER (widget), SB_READER_ILLUSTRATIONS_NEXT);
}

static void
show_illustrations_action (GtkWidget *widget,
                           const char *action,
                           GVariant *parameter)
{
  sb_reader_request_illustrations (SB_READER (widget), SB_READER_ILLUSTRATIONS_ALL);
}

void
_sb_reader_class_init_illustrations (SbReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ILLUSTRATION_WANTED] =
    g_signal_new ("illustration-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ILLUSTRATION_CANCELLED] =
    g_signal_new ("illustration-cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_bind_template_child (widget_class, SbReader, illustrations_button);
  gtk_widget_class_install_action (widget_class, "reader.show-illustration", NULL, show_illustration_action);
  gtk_widget_class_install_action (widget_class, "reader.show-illustrations", NULL, show_illustrations_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, 0, "reader.show-illustration", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_SHIFT_MASK, "reader.show-illustrations", NULL);
}

void
sb_reader_set_illustrations (SbReader *self,
                             GPtrArray *illustrations)
{
  g_return_if_fail (SB_IS_READER (self));

  sb_reader_text_set_illustrations (self->text, illustrations);
  for (guint i = 0; i < sb_reader_text_get_n_cards (self->text); i++)
    {
      SbIllustrationCard *card = sb_reader_text_get_card (self->text, i);

      g_signal_connect_object (card, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
    }

  update (self);
}

gboolean
sb_reader_request_illustrations (SbReader *self,
                                 SbReaderIllustrations which)
{
  SbIllustrationCard *next;
  GtkWidget *focus;

  g_return_val_if_fail (SB_IS_READER (self), FALSE);

  next = find_next (self);
  if (next == NULL)
    return FALSE;

  /* The button that asks for all goes, and would leave the keyboard nowhere. */
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (focus == self->illustrations_button)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));

  if (which == SB_READER_ILLUSTRATIONS_NEXT)
    sb_illustration_card_ask (next);
  else
    for (guint i = 0; i < sb_reader_text_get_n_cards (self->text); i++)
      sb_illustration_card_ask (sb_reader_text_get_card (self->text, i));

  return TRUE;
}

guint
sb_reader_get_n_illustrations (SbReader *self)
{
  g_return_val_if_fail (SB_IS_READER (self), 0);

  return sb_reader_text_get_n_cards (self->text);
}

SbIllustration *
sb_reader_get_illustration (SbReader *self,
                            guint i)
{
  g_return_val_if_fail (SB_IS_READER (self), NULL);
  g_return_val_if_fail (i < sb_reader_text_get_n_cards (self->text), NULL);

  return sb_illustration_card_get_illustration (sb_reader_text_get_card (self->text, i));
}

void
sb_reader_offer_illustration (SbReader *self,
                              guint i,
                              gboolean is_kept)
{
  g_return_if_fail (SB_IS_READER (self));
  g_return_if_fail (i < sb_reader_text_get_n_cards (self->text));

  sb_illustration_card_offer (sb_reader_text_get_card (self->text, i), is_kept);
  update (self);
}

void
sb_reader_set_illustration_progress (SbReader *self,
                                     guint i,
                                     double fraction)
{
  g_return_if_fail (SB_IS_READER (self));
  g_return_if_fail (i < sb_reader_text_get_n_cards (self->text));

  sb_illustration_card_set_progress (sb_reader_text_get_card (self->text, i), fraction);
  update (self);
}

void
sb_reader_fail_illustration (SbReader *self,
                             guint i,
                             const char *message)
{
  g_return_if_fail (SB_IS_READER (self));
  g_return_if_fail (i < sb_reader_text_get_n_cards (self->text));

  sb_illustration_card_fail (sb_reader_text_get_card (self->text, i), message);
  update (self);
}

void
sb_reader_show_illustration (SbReader *self,
                             guint i,
                             GdkTexture *picture)
{
  SbIllustrationCard *card;
  GtkWidget *focus;

  g_return_if_fail (SB_IS_READER (self));
  g_return_if_fail (i < sb_reader_text_get_n_cards (self->text));

  card = sb_reader_text_get_card (self->text, i);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  /* Its button is about to go. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (card)))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));

  sb_illustration_card_show (card, picture);
  update (self);
}
