/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

/* The keyboard goes back into the text when what was opened above it closes: GTK 4.8
 * leaves it with whatever comes next in the bar of buttons, where the keys of the text
 * do nothing. */
static void
closed_cb (SbReader *self,
           GtkPopover *popover)
{
  /* What the pointer alone has opened never had the keyboard. */
  if (gtk_popover_get_autohide (popover) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    sb_reader_focus_text (self);
}

void
_sb_reader_return_focus (SbReader *self,
                         GtkPopover *popover)
{
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}
