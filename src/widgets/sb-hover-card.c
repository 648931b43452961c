/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-hover-card.h"

/* Logical pixels: from what it is about, and from the edges of the parent. */
#define GAP    6
#define MARGIN 6

#define MAX_CHARS 38

struct _SbHoverCard
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GdkRectangle rect; /* what it is about, in the parent */
};

G_DEFINE_FINAL_TYPE (SbHoverCard, sb_hover_card, GTK_TYPE_WIDGET)

static void
sb_hover_card_dispose (GObject *object)
{
  g_clear_pointer (&SB_HOVER_CARD (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (sb_hover_card_parent_class)->dispose (object);
}

static void
sb_hover_card_class_init (SbHoverCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_hover_card_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "hovercard");
}

static void
sb_hover_card_init (SbHoverCard *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MAX_CHARS);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sb_hover_card_new (void)
{
  return g_object_new (SB_TYPE_HOVER_CARD, NULL);
}

void
sb_hover_card_show (SbHoverCard *self,
                    const char *markup,
                    const GdkRectangle *rect)
{
  g_return_if_fail (SB_IS_HOVER_CARD (self));
  g_return_if_fail (markup != NULL);
  g_return_if_fail (rect != NULL);

  gtk_label_set_markup (GTK_LABEL (self->label), markup);
  self->rect = *rect;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sb_hover_card_hide (SbHoverCard *self)
{
  g_return_if_fail (SB_IS_HOVER_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
sb_hover_card_allocate (SbHoverCard *self,
                        int width,
                        int height)
{
  GtkAllocation place;
  int natural;

  g_return_if_fail (SB_IS_HOVER_CARD (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &place.width, &natural, NULL, NULL);
  place.width = MAX (place.width, MIN (natural, width - 2 * MARGIN));
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, place.width, &place.height, NULL, NULL, NULL);

  place.x = self->rect.x + (self->rect.width - place.width) / 2;
  place.x = MAX (MIN (place.x, width - MARGIN - place.width), MARGIN);
  place.y = self->rect.y - GAP - place.height;
  if (place.y < MARGIN)
    place.y = self->rect.y + self->rect.height + GAP;
  gtk_widget_size_allocate (GTK_WIDGET (self), &place, -1);
}
