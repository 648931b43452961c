/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

/* What can be done with the passage that is selected is told while one is: who does not
 * know the keys sees it. Who shows the reader has the actions. */

static void
update_passage (SbReader *self)
{
  int start;
  int end;

  gtk_revealer_set_reveal_child (self->passage_bar, sb_reader_get_selected_range (self, &start, &end));
}

void
_sb_reader_init_passage (SbReader *self)
{
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->text), self->passage_menu);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "notify::has-selection", G_CALLBACK (update_passage), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "selection-changed", G_CALLBACK (update_passage), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (update_passage), self, G_CONNECT_SWAPPED);
}

void
_sb_reader_class_init_passage (SbReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_bind_template_child (widget_class, SbReader, passage_bar);
  gtk_widget_class_bind_template_child (widget_class, SbReader, passage_menu);
}
