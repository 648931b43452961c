/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-text-private.h"

/* The passage that is selected stays so while something is typed elsewhere: GTK takes a
 * selection away as soon as text is selected in any other field, because there is one
 * primary selection for all. It comes back with the keyboard, as when a form was given
 * up. */

static void
remember (SbReaderText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter insert;
  GtkTextIter bound;

  /* What the buffer says of itself may be of before. */
  gtk_text_buffer_get_iter_at_mark (buffer, &insert, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  if (gtk_text_iter_equal (&insert, &bound))
    return;

  self->kept_insert = gtk_text_iter_get_offset (&insert);
  self->kept_bound = gtk_text_iter_get_offset (&bound);
}

static void
mark_set_cb (SbReaderText *self,
             GtkTextIter *place,
             GtkTextMark *mark)
{
  remember (self);
}

/* Who gives a selection up where the keyboard is means it, and so does who moves the
 * cursor. */
static void
has_selection_cb (SbReaderText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  int at;

  if (gtk_text_buffer_get_has_selection (buffer))
    {
      self->is_taken = FALSE;
      remember (self);
      return;
    }

  g_object_get (buffer, "cursor-position", &at, NULL);
  self->is_taken = !gtk_event_controller_focus_is_focus (self->focus) && at == self->kept_insert;
}

static void
entered_cb (SbReaderText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter insert;
  GtkTextIter bound;
  int at;

  g_object_get (buffer, "cursor-position", &at, NULL);
  if (!self->is_taken || at != self->kept_insert)
    return;

  self->is_taken = FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &insert, self->kept_insert);
  gtk_text_buffer_get_iter_at_offset (buffer, &bound, self->kept_bound);
  gtk_text_buffer_select_range (buffer, &insert, &bound);
}

void
_sb_reader_text_forget_selection (SbReaderText *self)
{
  self->is_taken = FALSE;
}

void
_sb_reader_text_init_kept (SbReaderText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  self->focus = GTK_EVENT_CONTROLLER_FOCUS (gtk_event_controller_focus_new ());
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->focus));
  g_signal_connect_object (self->focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::has-selection", G_CALLBACK (has_selection_cb), self, G_CONNECT_SWAPPED);
}
