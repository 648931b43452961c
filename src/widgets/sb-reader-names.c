/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

#include "sb-block.h"

/* So long a card stays when the pointer leaves the name: it may be on its way to it.
 * Milliseconds. */
#define LEAVE_MS 450

enum
{
  NAME_WANTED,
  NAME_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop_leaving (SbReader *self)
{
  g_clear_handle_id (&self->leave_id, g_source_remove);
}

static void
want_name (SbReader *self,
           int start,
           int end,
           gboolean is_asked)
{
  stop_leaving (self);
  if (!is_asked && gtk_widget_get_visible (self->card) && start == self->name_start)
    return;

  self->name_start = start;
  self->name_end = end;
  g_signal_emit (self, signals[NAME_WANTED], 0, start, end, is_asked);
}

static void
name_pointed_cb (SbReader *self,
                 int start,
                 int end)
{
  /* What is being worked with stays. */
  if (!gtk_widget_get_visible (self->card) || !gtk_popover_get_autohide (GTK_POPOVER (self->card)))
    want_name (self, start, end, FALSE);
}

static void
name_asked_cb (SbReader *self,
               int start,
               int end)
{
  want_name (self, start, end, TRUE);
}

static gboolean
leave_cb (gpointer data)
{
  SbReader *self = data;

  self->leave_id = 0;
  gtk_popover_popdown (GTK_POPOVER (self->card));
  return G_SOURCE_REMOVE;
}

static void
name_left_cb (SbReader *self)
{
  if (gtk_widget_get_visible (self->card) && !gtk_popover_get_autohide (GTK_POPOVER (self->card)) && self->leave_id == 0)
    self->leave_id = g_timeout_add (LEAVE_MS, leave_cb, self);
}

static void
card_chosen_cb (SbReader *self,
                SbNameChoice choice)
{
  g_signal_emit (self, signals[NAME_CHOSEN], 0, self->name_start, self->name_end, choice);
}

static void
next_name_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  sb_reader_text_step_name (SB_READER (widget)->text, FALSE);
}

static void
previous_name_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  sb_reader_text_step_name (SB_READER (widget)->text, TRUE);
}

void
_sb_reader_class_init_names (SbReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[NAME_WANTED] = g_signal_new ("name-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[NAME_CHOSEN] = g_signal_new ("name-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "reader.next-name", NULL, next_name_action);
  gtk_widget_class_install_action (widget_class, "reader.previous-name", NULL, previous_name_action);
}

void
_sb_reader_init_names (SbReader *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->shows_names = TRUE;
  self->card = sb_name_card_new ();
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  _sb_reader_return_focus (self, GTK_POPOVER (self->card));
  /* The pointer has come from the name to the card, or leaves it. */
  g_signal_connect_object (motion, "enter", G_CALLBACK (stop_leaving), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (name_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->card, motion);
  g_signal_connect_object (self->card, "chosen", G_CALLBACK (card_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "name-pointed", G_CALLBACK (name_pointed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "name-asked", G_CALLBACK (name_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "name-left", G_CALLBACK (name_left_cb), self, G_CONNECT_SWAPPED);
}

void
_sb_reader_dispose_names (SbReader *self)
{
  stop_leaving (self);
}

void
_sb_reader_hide_name (SbReader *self)
{
  stop_leaving (self);
  gtk_popover_popdown (GTK_POPOVER (self->card));
}

void
sb_reader_set_names (SbReader *self,
                     GPtrArray *names)
{
  g_return_if_fail (SB_IS_READER (self));

  sb_reader_text_set_names (self->text, names);
}

void
sb_reader_set_shows_names (SbReader *self,
                           gboolean shows_names)
{
  g_return_if_fail (SB_IS_READER (self));

  if (self->shows_names == shows_names)
    return;

  self->shows_names = shows_names;
  sb_reader_text_set_show_names (self->text, shows_names);
  _sb_reader_hide_name (self);
  g_object_notify (G_OBJECT (self), "shows-names");
}

const SbReaderMark *
sb_reader_find_name (SbReader *self,
                     int start,
                     int end)
{
  GPtrArray *names;
  const SbReaderMark *mark;

  g_return_val_if_fail (SB_IS_READER (self), NULL);

  names = sb_reader_text_get_names (self->text);
  mark = names != NULL ? sb_reader_marks_find (names, (guint) start) : NULL;
  return mark != NULL && (int) mark->start == start && (int) mark->end == end ? mark : NULL;
}

guint
sb_reader_count_name (SbReader *self,
                      const SbReaderMark *mark)
{
  GPtrArray *names;
  guint n = 0;

  g_return_val_if_fail (SB_IS_READER (self) && mark != NULL, 0);

  names = sb_reader_text_get_names (self->text);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const SbReaderMark *other = g_ptr_array_index (names, i);

      if (mark->record != 0 ? other->record == mark->record
                            : other->record == 0 && other->kind == mark->kind && g_strcmp0 (other->name, mark->name) == 0)
        n++;
    }

  return n;
}

char *
sb_reader_dup_words (SbReader *self,
                     int start,
                     int end)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SB_IS_READER (self), NULL);

  if (self->blocks == NULL || start < 0 || end <= start)
    return NULL;

  text = sb_blocks_join (self->blocks);
  return end <= g_utf8_strlen (text, -1) ? g_utf8_substring (text, start, end) : NULL;
}

void
sb_reader_show_name (SbReader *self,
                     int start,
                     int end,
                     const SbNameTold *told,
                     gboolean is_asked)
{
  g_autofree char *text = NULL;
  GdkRectangle place;
  double x;
  double y;

  g_return_if_fail (SB_IS_READER (self) && told != NULL);

  /* The pointer has gone on, or the text has been scrolled away. */
  if (start != self->name_start || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !sb_reader_text_get_place (self->text, start, end, &place))
    return;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), GTK_WIDGET (self), place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  /* A popover that is shown does not take the size of what is added to it. */
  gtk_popover_popdown (GTK_POPOVER (self->card));
  sb_name_card_set_told (SB_NAME_CARD (self->card), told);
  gtk_popover_set_autohide (GTK_POPOVER (self->card), is_asked);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), &place);
  gtk_popover_popup (GTK_POPOVER (self->card));
  text = sb_name_card_dup_text (SB_NAME_CARD (self->card));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
