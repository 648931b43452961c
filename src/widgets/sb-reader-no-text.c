/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

#include "sb-document.h"

/* What is said of a document of which there is no text, and what to do about it. Who shows
 * the reader has the actions. */
void
_sb_reader_update_no_text (SbReader *self)
{
  gboolean is_empty = self->document != NULL && (self->blocks == NULL || self->blocks->len == 0);

  gtk_widget_set_visible (self->no_text, is_empty);
  gtk_widget_set_visible (self->no_text_original, is_empty && sb_record_has (self->document, SB_DOCUMENT_URL));
}

void
_sb_reader_class_init_no_text (SbReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_bind_template_child (widget_class, SbReader, no_text);
  gtk_widget_class_bind_template_child (widget_class, SbReader, no_text_original);
}
