/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

#include <glib/gi18n.h>

/* Words that are looked for in the text. */

static void
find (SbReader *self,
      gboolean backwards)
{
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
  guint n_matches = sb_reader_text_find (self->text, wanted, backwards);
  g_autofree char *count = g_strdup_printf (ngettext ("%u match", "%u matches", n_matches), n_matches);

  gtk_label_set_label (self->find_count, *wanted != '\0' ? count : "");
}

void
_sb_reader_find_next_cb (SbReader *self)
{
  find (self, FALSE);
}

void
_sb_reader_find_previous_cb (SbReader *self)
{
  find (self, TRUE);
}

static void
find_closed_cb (SbReader *self)
{
  if (!gtk_search_bar_get_search_mode (self->find_bar))
    sb_reader_text_find (self->text, NULL, FALSE);
}

void
_sb_reader_init_find (SbReader *self)
{
  gtk_search_bar_connect_entry (self->find_bar, GTK_EDITABLE (self->find_entry));
  g_signal_connect_object (self->find_bar, "notify::search-mode-enabled", G_CALLBACK (find_closed_cb), self, G_CONNECT_SWAPPED);
}

void
sb_reader_start_find (SbReader *self)
{
  g_return_if_fail (SB_IS_READER (self));

  /* What is found is shown in the text. */
  if (sb_reader_get_page_number (self) > 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pages_button), FALSE);
  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}
